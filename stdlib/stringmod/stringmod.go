// Package stringmod is the module _string: format strings taken apart, for
// string.Formatter.
package stringmod

import "github.com/minipy/minipy/runtime"

type (
	value  = runtime.Value
	thread = runtime.Thread
)

// Module is _string.
var Module = &runtime.ModuleSpec{
	Name: "_string",
	Doc:  "string helper module",
	Methods: []runtime.Method{
		{Name: "formatter_parser", Sig: "format_string, /", Fn: formatterParser, Doc: "Iterate over (literal, field, spec, conversion)."},
		{Name: "formatter_field_name_split", Sig: "field_name, /", Fn: fieldNameSplit, Doc: "The first part of a field name, and an iterator over the rest."},
	},
}

// A parserIter yields the pieces of a format string.
type parserIter struct {
	runtime.Object
	rest string
}

// A fieldIter yields the steps of a field name.
type fieldIter struct {
	runtime.Object
	rest string
}

var parserIterType, fieldIterType = new(runtime.Type), new(runtime.Type)

func formatterParser(t *thread, args []value) (value, error) {
	s, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("expected str, got %s", args[0].Type().Name)
	}
	it := &parserIter{rest: s.String()}
	it.Init(parserIterType)
	return it.Value(), nil
}

func parserNext(t *thread, v value) (value, error) {
	it := runtime.As[parserIter](v)
	if it.rest == "" {
		return value{}, nil
	}
	p, rest, err := runtime.NextFormatPiece(it.rest)
	if err != nil {
		return value{}, err
	}
	it.rest = rest
	if !p.Field {
		return runtime.TupleOf(runtime.NewStr(p.Literal), runtime.None, runtime.None, runtime.None), nil
	}
	conv := runtime.None
	if p.Conv != 0 {
		conv = runtime.CharStr(p.Conv)
	}
	return runtime.TupleOf(runtime.NewStr(p.Literal), runtime.NewStr(p.Name), runtime.NewStr(p.Spec), conv), nil
}

func fieldNameSplit(t *thread, args []value) (value, error) {
	s, ok := runtime.AsStr(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("expected str, got %s", args[0].Type().Name)
	}
	first, index, rest, err := runtime.SplitField(s.String())
	if err != nil {
		return value{}, err
	}
	it := &fieldIter{rest: rest}
	it.Init(fieldIterType)
	return runtime.TupleOf(nameOrIndex(first, index), it.Value()), nil
}

func nameOrIndex(name string, index int) value {
	if index >= 0 {
		return runtime.Int(int64(index))
	}
	return runtime.NewStr(name)
}

func fieldNext(t *thread, v value) (value, error) {
	it := runtime.As[fieldIter](v)
	if it.rest == "" {
		return value{}, nil
	}
	st, rest, err := runtime.NextFieldStep(it.rest)
	if err != nil {
		return value{}, err
	}
	it.rest = rest
	return runtime.TupleOf(runtime.Bool(st.Attr), nameOrIndex(st.Name, st.Index)), nil
}

func init() {
	runtime.Define(parserIterType, runtime.TypeSpec{Name: "formatteriterator", Size: runtime.SizeOf[parserIter](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: parserNext}})
	runtime.Define(fieldIterType, runtime.TypeSpec{Name: "fieldnameiterator", Size: runtime.SizeOf[fieldIter](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: fieldNext}})
}
