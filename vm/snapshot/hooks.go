package snapshot

import (
	"math/big"
	"reflect"
	"weak"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// codeConstants are examples of what code.Const may be.
func codeConstants() []any {
	return []any{false, 0, int64(0), (*big.Int)(nil), 0.0, 0i, "", code.Bytes(""), code.Ellipsis{}, code.Tuple(nil), code.FrozenSet(nil), (*code.Code)(nil)}
}

// ownHooks are the ways of types of the object model: weak pointers are
// written as what they point at.
func ownHooks() map[reflect.Type]*Hook {
	return map[reflect.Type]*Hook{
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
