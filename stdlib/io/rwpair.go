package io

import rt "github.com/minipy/minipy/runtime"

// An RWPair is a BufferedRWPair: a reader and a writer of two raw files.
type RWPair struct {
	Base
	reader, writer rt.Value // unset before __init__
}

var rwPairType rt.Type

func pairInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[RWPair](a[0])
	if err := rawMust(t, a[1], strReadable, "File or stream is not readable."); err != nil {
		return rt.Value{}, err
	}
	if err := rawMust(t, a[2], strWritable, "File or stream is not writable."); err != nil {
		return rt.Value{}, err
	}
	r, err := rt.Call(t, readerType.Value(), a[1], a[3])
	if err != nil {
		return rt.Value{}, err
	}
	w, err := rt.Call(t, writerType.Value(), a[2], a[3])
	if err != nil {
		return rt.Value{}, err
	}
	p.reader, p.writer = r, w
	return rt.None, nil
}

// pairCall passes a method with its arguments on to one side.
func pairCall(name string, toReader bool) rt.Method {
	str := rt.StaticStr(name)
	return rt.Method{Name: name, Sig: "*args", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p := rt.As[RWPair](a[0])
		side := p.writer
		if toReader {
			side = p.reader
		}
		if side.IsUnset() {
			return rt.Value{}, rt.ValueErrorf("I/O operation on uninitialized object")
		}
		args, _ := rt.AsTuple(a[1])
		return method(t, side, str, args.Items()...)
	}}
}

func pairClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[RWPair](a[0])
	if p.reader.IsUnset() {
		return rt.Value{}, rt.ValueErrorf("I/O operation on uninitialized object")
	}
	_, werr := method(t, p.writer, strClose)
	_, rerr := method(t, p.reader, strClose)
	return rt.None, chain(werr, rerr)
}

func pairIsatty(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := rt.As[RWPair](a[0])
	r, err := method(t, p.writer, strIsatty)
	if err != nil || !r.IsFalse() {
		return r, err
	}
	return method(t, p.reader, strIsatty)
}

func init() {
	rt.Define(&rwPairType, rt.TypeSpec{Name: "_io.BufferedRWPair", Base: &bufferedBaseType, Size: rt.SizeOf[RWPair](), Flags: rt.FlagBase,
		Doc: "A buffered reader and writer object together.",
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls, _ := rt.AsType(a[0])
			return rt.Alloc[RWPair](cls).Value(), nil
		}},
		Init: rt.Method{Sig: "reader, writer, buffer_size=8192, /", Fn: pairInit},
		Methods: []rt.Method{
			pairCall("read", true), pairCall("peek", true), pairCall("read1", true), pairCall("readinto", true),
			pairCall("readinto1", true), pairCall("readable", true),
			pairCall("write", false), pairCall("flush", false), pairCall("writable", false),
			{Name: "close", Fn: pairClose},
			{Name: "isatty", Fn: pairIsatty},
		},
		GetSets: []rt.GetSet{{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
			p := rt.As[RWPair](v)
			if p.writer.IsUnset() {
				return rt.Value{}, rt.RuntimeErrorf("the BufferedRWPair object is being garbage-collected")
			}
			return rt.GetAttr(t, p.writer, strClosed)
		}}}})
}
