package repl

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/minipy/minipy/runtime"
)

// The keys of mappings, as they can be typed behind a bracket.

// mappingOf is the dict that a mapping is or keeps its items in. keyed says that
// its keys are the bytes of those that are seen, as os.environ has them.
func mappingOf(t *runtime.Thread, v runtime.Value) (d *runtime.Dict, keyed, ok bool) {
	if d, ok = runtime.AsDict(v); ok {
		return d, false, true
	}
	inner, name := runtime.Value{}, v.Type().Name
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "_Environ":
		inner, ok = runtime.GetInstanceAttr(v, t.VM.Intern("_data"))
		keyed = true
	default: // collections.UserDict and what derives from it
		inner, ok = runtime.GetInstanceAttr(v, t.VM.Intern("data"))
	}
	if !ok {
		return nil, false, false
	}
	d, ok = runtime.AsDict(inner)
	return d, keyed, ok
}

// quotedKeys are the keys of a mapping that are strings, or bytes if prefix says
// so, as they stand between quotes.
func quotedKeys(t *runtime.Thread, v runtime.Value, quote, prefix string) []string {
	d, keyed, ok := mappingOf(t, v)
	if !ok {
		return nil
	}
	wantBytes := strings.Contains(prefix, "b")
	var out []string
	for _, k := range d.Keys() {
		text, isBytes, ok := textOf(k)
		if !ok || isBytes != (wantBytes != keyed) || keyed && wantBytes {
			continue
		}
		inside := escaped(text, quote, wantBytes)
		if strings.Contains(prefix, "r") && inside != text {
			continue
		}
		out = append(out, inside)
	}
	return out
}

// plainKeys are the keys of a mapping that are strings, bytes or small integers.
func plainKeys(t *runtime.Thread, v runtime.Value) []string {
	d, keyed, ok := mappingOf(t, v)
	if !ok {
		return nil
	}
	var out []string
	for _, k := range d.Keys() {
		if n, big, ok := runtime.IntOf(k); ok && big == nil && k.IsExactly(runtime.IntType) {
			out = append(out, strconv.FormatInt(n, 10))
		} else if text, isBytes, ok := textOf(k); ok {
			quote := "'"
			if strings.Contains(text, quote) && !strings.Contains(text, `"`) {
				quote = `"`
			}
			prefix := ""
			if isBytes && !keyed {
				prefix = "b"
			}
			out = append(out, prefix+quote+escaped(text, quote, isBytes && !keyed)+quote)
		}
	}
	return out
}

// textOf is the text of a string or of bytes.
func textOf(v runtime.Value) (text string, isBytes, ok bool) {
	if s, ok := runtime.AsStr(v); ok {
		return s.String(), false, true
	}
	if b, ok := runtime.AsBytes(v); ok {
		return b.String(), true, true
	}
	return "", false, false
}

// escaped is text as it stands between quotes.
func escaped(text, quote string, isBytes bool) string {
	var b strings.Builder
	each := func(r rune) {
		switch {
		case r == '\\' || string(r) == quote:
			b.WriteString("\\" + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' || r >= 0x7f && r < 0xa0 || isBytes && r >= 0x7f:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
	}
	if isBytes {
		for i := range len(text) {
			each(rune(text[i]))
		}
		return b.String()
	}
	for _, r := range text {
		each(r)
	}
	return b.String()
}
