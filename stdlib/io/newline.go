package io

import (
	"math/big"
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// A NewlineDecoder is an IncrementalNewlineDecoder: it wraps a decoder (or
// None, for text as it comes) and translates line ends.
type NewlineDecoder struct {
	rt.Object
	decoder   rt.Value // unset before __init__
	translate bool
	heldCR    bool
	seen      newlines
}

var newlineDecoderType rt.Type

func nlInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.As[NewlineDecoder](a[0])
	translate, err := rt.IsTrue(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	d.decoder, d.translate, d.heldCR, d.seen = a[1], translate, false, 0
	return rt.None, nil
}

func (d *NewlineDecoder) check() error {
	if d.decoder.IsUnset() {
		return rt.ValueErrorf("IncrementalNewlineDecoder.__init__() not called")
	}
	return nil
}

func nlDecode(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.As[NewlineDecoder](a[0])
	if err := d.check(); err != nil {
		return rt.Value{}, err
	}
	final, err := rt.IsTrue(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	in := a[1]
	if !d.decoder.IsNone() {
		if in, err = rt.CallMethod(t, d.decoder, "decode", a[1], rt.Bool(final)); err != nil {
			return rt.Value{}, err
		}
	}
	s, ok := rt.AsStr(in)
	if !ok {
		return rt.Value{}, rt.TypeErrorf("decoder should return a string result, not '%s'", in.Type().Name)
	}
	text := s.String()
	if d.heldCR && (final || text != "") {
		text, d.heldCR = "\r"+text, false
	}
	if !final && strings.HasSuffix(text, "\r") {
		text, d.heldCR = text[:len(text)-1], true
	}
	d.seen.note(text)
	if d.translate {
		text = translateNL(text)
	}
	return rt.NewStr(text), nil
}

func nlGetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.As[NewlineDecoder](a[0])
	if err := d.check(); err != nil {
		return rt.Value{}, err
	}
	buf, flag := rt.NewBytesString(""), new(big.Int)
	if !d.decoder.IsNone() {
		st, err := rt.CallMethod(t, d.decoder, "getstate")
		if err != nil {
			return rt.Value{}, err
		}
		tup, ok := rt.AsTuple(st)
		if !ok || tup.Len() != 2 {
			return rt.Value{}, rt.TypeErrorf("illegal decoder state")
		}
		buf = tup.Items()[0]
		small, large, ok := rt.IntOf(tup.Items()[1])
		if !ok {
			return rt.Value{}, rt.TypeErrorf("illegal decoder state")
		}
		if large == nil {
			large = big.NewInt(small)
		}
		flag.Lsh(large, 1)
	}
	if d.heldCR {
		flag.SetBit(flag, 0, 1)
	}
	return rt.TupleOf(buf, rt.NewInt(flag)), nil
}

func nlSetstate(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.As[NewlineDecoder](a[0])
	if err := d.check(); err != nil {
		return rt.Value{}, err
	}
	st, ok := rt.AsTuple(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("state argument must be a tuple")
	}
	if st.Len() != 2 {
		return rt.Value{}, rt.TypeErrorf("setstate(): illegal state argument")
	}
	small, large, ok := rt.IntOf(st.Items()[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("setstate(): illegal state argument")
	}
	if large == nil {
		large = big.NewInt(small)
	}
	d.heldCR = large.Bit(0) == 1
	if d.decoder.IsNone() {
		return rt.None, nil
	}
	return rt.CallMethod(t, d.decoder, "setstate", rt.TupleOf(st.Items()[0], rt.NewInt(new(big.Int).Rsh(large, 1))))
}

func nlReset(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.As[NewlineDecoder](a[0])
	if err := d.check(); err != nil {
		return rt.Value{}, err
	}
	d.seen, d.heldCR = 0, false
	if d.decoder.IsNone() {
		return rt.None, nil
	}
	return rt.CallMethod(t, d.decoder, "reset")
}

func init() {
	rt.Define(&newlineDecoderType, rt.TypeSpec{Name: "_io.IncrementalNewlineDecoder", Size: rt.SizeOf[NewlineDecoder](), Flags: rt.FlagBase,
		Doc: "Codec used when reading a file in universal newlines mode.",
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls, _ := rt.AsType(a[0])
			return rt.Alloc[NewlineDecoder](cls).Value(), nil
		}},
		Init: rt.Method{Sig: "decoder, translate, errors='strict'", Fn: nlInit},
		Methods: []rt.Method{
			{Name: "decode", Sig: "input, final=False", Fn: nlDecode},
			{Name: "getstate", Fn: nlGetstate},
			{Name: "setstate", Sig: "state, /", Fn: nlSetstate},
			{Name: "reset", Fn: nlReset},
		},
		GetSets: []rt.GetSet{{Name: "newlines", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			d := rt.As[NewlineDecoder](v)
			return d.seen.value(), d.check()
		}}}})
}
