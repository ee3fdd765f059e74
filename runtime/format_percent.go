package runtime

// FormatPercent is format % arg for text.
func FormatPercent(t *Thread, format *Str, arg Value) (Value, error) {
	return NotImplemented, nil
}

// FormatPercentBytes is format % arg for bytes.
func FormatPercentBytes(t *Thread, format string, arg Value) (string, error) {
	return "", TypeErrorf("not yet")
}
