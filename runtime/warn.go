package runtime

// Warn issues a warning of class category, as from the Python line that runs.
// The error is the warning itself where a filter turns it into an exception.
func Warn(t *Thread, category *Type, msg string) error {
	if t.Host == nil {
		return nil
	}
	m, err := t.Host.Import(t, "_warnings", None, None, None, 0)
	if err != nil {
		return err
	}
	f, err := GetAttrS(t, m, "warn")
	if err != nil {
		return err
	}
	_, err = Call(t, f, NewStr(msg), category.Value())
	return err
}

// warnSubclass warns of a conversion that answered with an instance of a
// subclass: what is "__int__ returned non-int", kind is "int".
func warnSubclass(t *Thread, what, kind string, r Value) error {
	return Warn(t, DeprecationWarning, what+" (type "+r.Type().Name+").  The ability to return an instance of a strict subclass of "+kind+
		" is deprecated, and may be removed in a future version of Python.")
}
