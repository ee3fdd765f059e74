package runtime

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// str.format: replacement fields, their names and nested specifiers.

// A FormatPiece is one step of a format string: literal text and, if Field is
// set, the replacement field after it.
type FormatPiece struct {
	Literal string
	Field   bool
	Name    string
	Spec    string
	Conv    rune // 0: none
	nested  bool // Spec has fields of its own
}

// NextFormatPiece takes the next piece off the format string s.
func NextFormatPiece(s string) (p FormatPiece, rest string, err error) {
	i := strings.IndexAny(s, "{}")
	if i < 0 {
		return FormatPiece{Literal: s}, "", nil
	}
	c := s[i]
	atEnd := i+1 == len(s)
	if c == '}' && (atEnd || s[i+1] != '}') {
		return p, "", ValueErrorf("Single '}' encountered in format string")
	}
	if c == '{' && atEnd {
		return p, "", ValueErrorf("Single '{' encountered in format string")
	}
	if s[i+1] == c {
		return FormatPiece{Literal: s[:i+1]}, s[i+2:], nil
	}
	p.Literal, p.Field = s[:i], true
	rest, err = p.parseField(s[i+1:])
	return p, rest, err
}

// parseField reads a field behind its opening brace.
func (p *FormatPiece) parseField(s string) (rest string, err error) {
	i := 0
	var c byte
name:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			return "", ValueErrorf("unexpected '{' in field name")
		case '[':
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			break name
		}
	}
	if c != '}' && c != ':' && c != '!' {
		return "", ValueErrorf("expected '}' before end of string")
	}
	p.Name = s[:i-1]
	if c == '}' {
		return s[i:], nil
	}
	if c == '!' {
		if i >= len(s) {
			return "", ValueErrorf("end of string while looking for conversion specifier")
		}
		r, w := DecodeRune(s[i:])
		p.Conv = r
		i += w
		if i < len(s) {
			c = s[i]
			i++
			if c == '}' {
				return s[i:], nil
			}
			if c != ':' {
				return "", ValueErrorf("expected ':' after conversion specifier")
			}
		}
	}
	start := i
	for depth := 1; i < len(s); i++ {
		switch s[i] {
		case '{':
			p.nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				p.Spec = s[start:i]
				return s[i+1:], nil
			}
		}
	}
	return "", ValueErrorf("unmatched '{' in format spec")
}

// fieldIndex is a name that is a decimal number, or -1.
func fieldIndex(s string) (int, error) {
	if len(s) == 0 {
		return -1, nil
	}
	n := 0
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		d := DecimalValue(r)
		if d < 0 {
			return -1, nil
		}
		if n > (1<<63-1-d)/10 {
			return -1, ValueErrorf("Too many decimal digits in format string")
		}
		n = n*10 + d
		i += w
	}
	return n, nil
}

// DecimalValue is the value of r as a decimal digit, or -1.
func DecimalValue(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	return UniRecord(r).Decimal()
}

// A FieldStep is one ".name" or "[key]" of a field name; Index is the key as a
// number or -1.
type FieldStep struct {
	Attr  bool
	Name  string
	Index int
}

// SplitField cuts a field name into its first part (index -1 if it is no
// number) and what follows, to be read with NextFieldStep.
func SplitField(name string) (first string, index int, rest string, err error) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	index, err = fieldIndex(name[:i])
	return name[:i], index, name[i:], err
}

// NextFieldStep takes the next step off the rest of a field name.
func NextFieldStep(s string) (st FieldStep, rest string, err error) {
	st.Index = -1
	switch s[0] {
	case '.':
		st.Attr = true
		i := strings.IndexAny(s[1:], ".[") + 1
		if i == 0 {
			i = len(s)
		}
		st.Name, rest = s[1:i], s[i:]
	case '[':
		i := strings.IndexByte(s, ']')
		if i < 0 {
			return st, "", ValueErrorf("Missing ']' in format string")
		}
		st.Name, rest = s[1:i], s[i+1:]
		if st.Index, err = fieldIndex(st.Name); err != nil {
			return st, "", err
		}
	default:
		return st, "", ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
	}
	if st.Name == "" {
		return st, "", ValueErrorf("Empty attribute in format string")
	}
	return st, rest, nil
}

// A fieldFmt is one str.format under way.
type fieldFmt struct {
	t      *Thread
	args   []Value
	hasPos bool // false: format_map
	names  []*Str
	vals   []Value // of names
	mapped Value   // format_map's mapping

	auto   int // next automatic number
	manual bool
	autoed bool

	grown Growing
}

func strFormatMethod(t *Thread, args []Value, names []*Str) (Value, error) {
	p := As[Str](args[0])
	n := len(args) - len(names)
	f := fieldFmt{t: t, args: args[1:n], hasPos: true, names: names, vals: args[n:]}
	return f.result(p)
}

func strFormatMap(t *Thread, args []Value) (Value, error) {
	f := fieldFmt{t: t, mapped: args[1]}
	return f.result(As[Str](args[0]))
}

func (f *fieldFmt) result(p *Str) (Value, error) {
	if strings.IndexByte(p.s, '{') < 0 && strings.IndexByte(p.s, '}') < 0 && len(p.s) > 0 {
		return p.Value(), nil // itself, even if of a subclass
	}
	var room [128]byte
	b, err := f.build(room[:0], p.s, 2)
	if err != nil {
		return Value{}, err
	}
	return NewStrBytes(b), nil
}

// build appends the formatted s.
func (f *fieldFmt) build(b []byte, s string, depth int) ([]byte, error) {
	if depth <= 0 {
		return nil, ValueErrorf("Max string recursion exceeded")
	}
	for len(s) > 0 {
		p, rest, err := NextFormatPiece(s)
		if err != nil {
			return nil, err
		}
		b = append(b, p.Literal...)
		s = rest
		if !p.Field {
			continue
		}
		v, err := f.field(p.Name)
		if err != nil {
			return nil, err
		}
		if v, err = f.convert(v, p.Conv); err != nil {
			return nil, err
		}
		spec := p.Spec
		if p.nested {
			sb, err := f.build(nil, spec, depth-1)
			if err != nil {
				return nil, err
			}
			spec = string(sb)
		}
		before := len(b)
		if b, err = AppendFormat(f.t, b, v, spec); err == nil {
			err = f.grown.Add(f.t, len(b)-before)
		}
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// AppendFormat appends format(v, spec).
func AppendFormat(t *Thread, b []byte, v Value, spec string) ([]byte, error) {
	if spec == "" {
		if v.Type() == &strType {
			return Append(t, b, As[Str](v).s)
		}
		if v.IsInt() {
			return strconv.AppendInt(b, v.AsInt64(), 10), nil
		}
	}
	s, err := Format(t, v, spec)
	if err != nil {
		return nil, err
	}
	return Append(t, b, s)
}

func (f *fieldFmt) convert(v Value, conv rune) (Value, error) {
	switch conv {
	case 0:
		return v, nil
	case 's':
		return ToStr(f.t, v)
	case 'r':
		return Repr(f.t, v)
	case 'a':
		s, err := ASCIIRepr(f.t, v)
		return NewStr(s), err
	}
	if conv > 32 && conv < 127 {
		return Value{}, ValueErrorf("Unknown conversion specifier %c", conv)
	}
	return Value{}, ValueErrorf("Unknown conversion specifier \\x%x", conv)
}

// number takes note of how fields are numbered and gives the field's index.
func (f *fieldFmt) number(first string, index int) (int, error) {
	if first == "" {
		if f.manual {
			return 0, ValueErrorf("cannot switch from manual field specification to automatic field numbering")
		}
		f.autoed = true
		f.auto++
		return f.auto - 1, nil
	}
	if index >= 0 {
		if f.autoed {
			return 0, ValueErrorf("cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	return index, nil
}

// field finds the object a field name stands for.
func (f *fieldFmt) field(name string) (Value, error) {
	first, index, rest, err := SplitField(name)
	if err != nil {
		return Value{}, err
	}
	if index, err = f.number(first, index); err != nil {
		return Value{}, err
	}
	var v Value
	switch {
	case index < 0:
		if v, err = f.keyword(first); err != nil {
			return Value{}, err
		}
	case !f.hasPos:
		return Value{}, ValueErrorf("Format string contains positional fields")
	case index >= len(f.args):
		return Value{}, IndexErrorf("Replacement index %d out of range for positional args tuple", index)
	default:
		v = f.args[index]
	}
	for rest != "" {
		var st FieldStep
		if st, rest, err = NextFieldStep(rest); err != nil {
			return Value{}, err
		}
		switch {
		case st.Attr:
			v, err = GetAttrS(f.t, v, st.Name)
		case st.Index >= 0:
			v, err = GetItem(f.t, v, Int(int64(st.Index)))
		default:
			v, err = GetItem(f.t, v, NewStr(st.Name))
		}
		if err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

func (f *fieldFmt) keyword(name string) (Value, error) {
	if !f.hasPos {
		return GetItem(f.t, f.mapped, NewStr(name))
	}
	for i, n := range f.names {
		if n.s == name {
			return f.vals[i], nil
		}
	}
	return Value{}, KeyErr(NewStr(name))
}
