package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// A pickleBuffer is a PickleBuffer: a view of memory that may be sent beside
// the pickle. It holds a memoryview; unset: it is released.
type pickleBuffer struct {
	rt.Object
	view value
	obj  value
}

var bufferType rt.Type

// live is the view, or the error of a released one.
func (b *pickleBuffer) live() (*rt.Memoryview, error) {
	if b.view.IsUnset() {
		return nil, rt.ValueErrorf("operation forbidden on released PickleBuffer object")
	}
	return rt.As[rt.Memoryview](b.view), nil
}

func bufferNew(t *thread, a []value) (value, error) {
	cls, err := rt.ClassArg(a, &bufferType)
	if err != nil {
		return value{}, err
	}
	view, err := asView(t, a[1])
	if err != nil {
		return value{}, err
	}
	b := rt.Alloc[pickleBuffer](cls)
	b.view, b.obj = view, a[1]
	return b.Value(), nil
}

// asView is a memoryview of obj, which may be a PickleBuffer.
func asView(t *thread, obj value) (value, error) {
	if inner, ok := rt.Cast[pickleBuffer](obj, &bufferType); ok {
		m, err := inner.live()
		if err != nil {
			return value{}, err
		}
		obj = m.Value()
	}
	if obj.Type().Slots.Buffer == nil {
		return value{}, rt.TypeErrorf("a bytes-like object is required, not '%s'", obj.Type().Name)
	}
	return rt.NewMemoryview(t, obj)
}

func bufferRaw(t *thread, a []value) (value, error) {
	m, err := rt.As[pickleBuffer](a[0]).live()
	if err != nil {
		return value{}, err
	}
	if !m.Contiguous() {
		return value{}, rt.Errorf(rt.BufferError, "cannot extract raw buffer from non-contiguous buffer")
	}
	return m.RawView(), nil
}

func bufferRelease(t *thread, a []value) (value, error) {
	b := rt.As[pickleBuffer](a[0])
	if b.view.IsUnset() {
		return rt.None, nil
	}
	_, err := rt.CallMethod(t, b.view, "release")
	b.view, b.obj = value{}, value{}
	return rt.None, err
}

func bufferBuffer(t *thread, v value) (*rt.Buffer, error) {
	m, err := rt.As[pickleBuffer](v).live()
	if err != nil {
		return nil, err
	}
	return rt.GetBuffer(t, m.Value())
}

func init() {
	rt.Define(&bufferType, rt.TypeSpec{Name: "pickle.PickleBuffer", Size: rt.SizeOf[pickleBuffer](), Flags: rt.FlagBase,
		Doc:   "Wrapper for potentially out-of-band buffers",
		New:   rt.Method{Sig: "object, /", Fn: bufferNew},
		Slots: rt.Slots{Buffer: bufferBuffer},
		Methods: []rt.Method{
			{Name: "raw", Fn: bufferRaw, Doc: "Return a memoryview of the raw memory underlying this buffer.\n\n" +
				"Will raise BufferError is the buffer isn't contiguous."},
			{Name: "release", Fn: bufferRelease, Doc: "Release the underlying buffer held by the PickleBuffer object."},
		}})
}
