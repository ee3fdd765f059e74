// Package json is the module _json: the scanner and the encoder behind the
// module json, whose classes and functions are in pylib/json.
package json

import "github.com/minipy/minipy/runtime"

type (
	value  = runtime.Value
	thread = runtime.Thread
)

// Module is _json.
var Module = &runtime.ModuleSpec{
	Name:  "_json",
	Doc:   "The scanner and the encoder of json.",
	Types: []*runtime.Type{scannerType, encoderType},
	Methods: []runtime.Method{
		{Name: "loads", Sig: "s, /", Fn: loads, Doc: "Decode a whole document with no options."},
		{Name: "dumps", Sig: "obj, /", Fn: dumps, Doc: "Encode with no options."},
		{Name: "scanstring", Sig: "string, end, strict=True, /", Fn: scanStringFn, Doc: "Decode the string whose opening quote is before end."},
		{Name: "encode_basestring", Sig: "s, /", Fn: encodeString(false), Doc: "The JSON literal of s."},
		{Name: "encode_basestring_ascii", Sig: "s, /", Fn: encodeString(true), Doc: "The JSON literal of s in ASCII."},
	},
}
