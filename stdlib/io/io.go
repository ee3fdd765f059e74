// Package io is Python's `_io` module: raw, buffered and text files, StringIO,
// BytesIO, open(), print() and input(). The `io` module itself (pylib/io.py)
// adds the abstract classes.
//
// A file is a number (see osutil); what is read ahead or not yet written lies
// in the objects' own byte slices.
package io

import rt "github.com/minipy/minipy/runtime"

// Module is `_io`.
var Module = &rt.ModuleSpec{
	Name: "_io",
	Doc:  "The io module provides the Python interfaces to stream handling.",
	Methods: []rt.Method{
		{Name: "open_code", Sig: "path", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if _, ok := rt.AsStr(a[0]); !ok {
				return rt.Value{}, rt.TypeErrorf("open_code() argument 'path' must be str, not %s", typeName(a[0]))
			}
			return builtinOpen(t, []rt.Value{a[0], rt.NewStr("rb"), rt.Int(-1), rt.None, rt.None, rt.None, rt.True, rt.None})
		}},
		{Name: "text_encoding", Sig: "encoding, stacklevel=2, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if a[0].IsNone() {
				return rt.NewStr("locale"), nil
			}
			return a[0], nil
		}},
	},
	Types: []*rt.Type{&iobaseType, &rawType, &bufferedBaseType, &textBaseType, &fileIOType, &readerType, &writerType, &randomType,
		&textType, &stringIOType, &bytesIOType, &rwPairType, &newlineDecoderType},
	Consts: []rt.Const{
		{Name: "DEFAULT_BUFFER_SIZE", Value: rt.Int(bufferSize)},
		{Name: "UnsupportedOperation", Value: unsupportedType.Value()},
		{Name: "BlockingIOError", Value: rt.BlockingIOError.Value()},
	},
	Builtins: builtinRows,
	Start:    startStreams,
	Init: func(t *rt.Thread, m *rt.Module) error {
		if f, ok := t.VM.Builtins.Lookup("open"); ok {
			m.Dict.Store("open", f)
		}
		return nil
	},
}
