package snapshot

import (
	"reflect"
	"unsafe"
	"weak"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// ownHooks are the ways of types of the object model: weak pointers are
// written as what they point at, code objects as the place that they are read
// from when they are needed.
func ownHooks() map[reflect.Type]*Hook {
	return map[reflect.Type]*Hook{
		sourceType: {
			Write: func(w *Writer, v reflect.Value) { w.aside(v.Addr().Interface().(*code.Source).Data) },
			Read:  func(r *Reader, v reflect.Value) { v.Addr().Interface().(*code.Source).Data = r.aside() },
		},
		reflect.TypeFor[runtime.CodeObject](): {Write: writeCode, Read: readCode},
		reflect.TypeFor[weak.Pointer[runtime.Object]](): {
			Write: func(w *Writer, v reflect.Value) {
				w.Object(v.Addr().Interface().(*weak.Pointer[runtime.Object]).Value())
			},
			Read: func(r *Reader, v reflect.Value) {
				if o := r.Object(); o != nil {
					*v.Addr().Interface().(*weak.Pointer[runtime.Object]) = weak.Make(o)
				}
			},
		},
		reflect.TypeFor[weak.Pointer[runtime.Type]](): {
			Write: func(w *Writer, v reflect.Value) {
				t := v.Addr().Interface().(*weak.Pointer[runtime.Type]).Value()
				if t == nil {
					w.Object(nil)
					return
				}
				w.Object(&t.Object)
			},
			Read: func(r *Reader, v reflect.Value) {
				if o := r.Object(); o != nil {
					if t, ok := runtime.AsType(o.Value()); ok {
						*v.Addr().Interface().(*weak.Pointer[runtime.Type]) = weak.Make(t)
					}
				}
			},
		},
	}
}

var sourceType = reflect.TypeFor[code.Source]()

func writeCode(w *Writer, v reflect.Value) {
	o := v.Addr().Interface().(*runtime.CodeObject)
	src, at, children := o.Source()
	w.pointer(unsafe.Pointer(src), w.p.plan(sourceType))
	w.uint(uint64(at))
	w.uint(uint64(len(o.Captures)))
	for _, r := range o.Captures {
		w.uint(uint64(r))
	}
	w.uint(uint64(len(children)))
	for _, c := range children {
		w.Object(&c.Object)
	}
}

func readCode(r *Reader, v reflect.Value) {
	src := (*code.Source)(r.pointer(r.p.plan(sourceType)))
	at := r.length()
	var captures []int32
	for n := r.length(); len(captures) < n; {
		captures = append(captures, int32(r.uint()))
	}
	var children []*runtime.CodeObject
	for n := r.length(); len(children) < n; {
		children = append(children, runtime.CodeAt(r.Object()))
	}
	if src == nil {
		r.fail("code from nowhere")
	}
	v.Addr().Interface().(*runtime.CodeObject).SetSource(src, at, captures, children)
}
