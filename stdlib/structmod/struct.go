package structmod

import (
	"strings"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

// A Struct is a struct.Struct.
type Struct struct {
	runtime.Object
	f *format
}

// An unpacker is what iter_unpack gives.
type unpacker struct {
	runtime.Object
	f   *format
	src value // unset: at the end
	at  int
}

var structType, unpackerType runtime.Type

// formatArg reads a format given as str or bytes.
func formatArg(t *thread, v value) (*format, error) {
	var s string
	if p, ok := runtime.AsStr(v); ok {
		s = p.String()
		if !p.IsASCII() {
			if _, err := runtime.CallMethod(t, v, "encode", runtime.NewStr("ascii")); err != nil {
				return nil, err
			}
		}
	} else if b, ok := runtime.AsBytes(v); ok {
		s = b.String()
	} else {
		return nil, runtime.TypeErrorf("Struct() argument 1 must be a str or bytes object, not %s", v.Type().Name)
	}
	if strings.IndexByte(s, 0) >= 0 {
		return nil, errorf("embedded null character")
	}
	return parseFormat(s)
}

// cached is formatArg with the VM's memory of formats.
func cached(t *thread, v value) (*format, error) {
	p, ok := runtime.AsStr(v)
	if !ok {
		return formatArg(t, v)
	}
	cache, _ := t.VM.Ext["_struct"].(map[string]*format)
	if f := cache[p.String()]; f != nil {
		return f, nil
	}
	f, err := formatArg(t, v)
	if err != nil {
		return nil, err
	}
	if cache == nil || len(cache) >= 100 {
		cache = map[string]*format{}
		t.VM.Ext["_struct"] = cache
	}
	cache[p.String()] = f
	return f, nil
}

const maxSize = 1 << 33

func (f *format) packBytes(t *thread, args []value) (value, error) {
	if len(args) != f.items {
		return value{}, errorf("pack expected %d items for packing (got %d)", f.items, len(args))
	}
	if f.size > maxSize {
		return value{}, runtime.MemoryErr()
	}
	if err := t.Room(f.size); err != nil {
		return value{}, err
	}
	dst := make([]byte, f.size)
	if err := f.pack(t, dst, args, "pack"); err != nil {
		return value{}, err
	}
	return runtime.NewBytesString(unsafe.String(unsafe.SliceData(dst), len(dst))), nil
}

// packInto: args are the buffer, the offset and the values.
func (f *format) packInto(t *thread, args []value) (value, error) {
	switch len(args) {
	case 0:
		return value{}, errorf("pack_into expected buffer argument")
	case 1:
		return value{}, errorf("pack_into expected offset argument")
	}
	if len(args)-2 != f.items {
		return value{}, errorf("pack_into expected %d items for packing (got %d)", f.items, len(args)-2)
	}
	notBuffer := runtime.TypeErrorf("argument must be read-write bytes-like object, not %s", args[0].Type().Name)
	if args[0].Type().Slots.Buffer == nil {
		return value{}, notBuffer
	}
	buf, err := runtime.GetBuffer(t, args[0])
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	if buf.ReadOnly {
		return value{}, notBuffer
	}
	off, err := runtime.AsSsize(t, args[1], runtime.IndexError)
	if err != nil {
		return value{}, err
	}
	n := len(buf.Bytes)
	if off < 0 {
		if off+f.size > 0 {
			return value{}, errorf("no space to pack %d bytes at offset %d", f.size, off)
		}
		if off+n < 0 {
			return value{}, errorf("offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < f.size {
		return value{}, errorf("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", uint64(f.size)+uint64(off), f.size, off, n)
	}
	dst := buf.Bytes[off : off+f.size]
	clear(dst)
	return runtime.None, f.pack(t, dst, args[2:], "pack_into")
}

func (f *format) unpackBytes(t *thread, v value) (value, error) {
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	if len(buf.Bytes) != f.size {
		return value{}, errorf("unpack requires a buffer of %d bytes", f.size)
	}
	return f.unpack(t, buf.Bytes)
}

func (f *format) unpackFrom(t *thread, v, offset value) (value, error) {
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	off, err := runtime.AsSsize(t, offset, runtime.IndexError)
	if err != nil {
		return value{}, err
	}
	n := len(buf.Bytes)
	if off < 0 {
		if off+f.size > 0 {
			return value{}, errorf("not enough data to unpack %d bytes at offset %d", f.size, off)
		}
		if off+n < 0 {
			return value{}, errorf("offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < f.size {
		return value{}, errorf("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", uint64(f.size)+uint64(off), f.size, off, n)
	}
	return f.unpack(t, buf.Bytes[off:off+f.size])
}

func (f *format) iterUnpack(t *thread, v value) (value, error) {
	if f.size == 0 {
		return value{}, errorf("cannot iteratively unpack with a struct of length 0")
	}
	buf, err := runtime.GetBuffer(t, v)
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	if len(buf.Bytes)%f.size != 0 {
		return value{}, errorf("iterative unpacking requires a buffer of a multiple of %d bytes", f.size)
	}
	u := &unpacker{f: f, src: v}
	u.Object.Init(&unpackerType)
	return u.Value(), nil
}

func unpackerNext(t *thread, v value) (value, error) {
	u := runtime.As[unpacker](v)
	if u.src.IsUnset() {
		return value{}, nil
	}
	buf, err := runtime.GetBuffer(t, u.src)
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	if u.at+u.f.size > len(buf.Bytes) {
		u.src = value{}
		return value{}, nil
	}
	u.at += u.f.size
	return u.f.unpack(t, buf.Bytes[u.at-u.f.size:u.at])
}

func unpackerHint(t *thread, args []value) (value, error) {
	u := runtime.As[unpacker](args[0])
	if u.src.IsUnset() {
		return runtime.Int(0), nil
	}
	buf, err := runtime.GetBuffer(t, u.src)
	if err != nil {
		return value{}, err
	}
	defer buf.Release()
	return runtime.Int(int64((len(buf.Bytes) - u.at) / u.f.size)), nil
}

func structNew(t *thread, args []value) (value, error) {
	cls, _ := runtime.AsType(args[0])
	s := runtime.Alloc[Struct](cls)
	s.f = &format{items: -1, size: -1}
	return s.Value(), nil
}

func structInit(t *thread, args []value) (value, error) {
	f, err := formatArg(t, args[1])
	if err != nil {
		return value{}, err
	}
	runtime.As[Struct](args[0]).f = f
	return runtime.None, nil
}

func of(args []value) *format { return runtime.As[Struct](args[0]).f }

// rest gives the items of a *args tuple.
func rest(v value) []value { t, _ := runtime.AsTuple(v); return t.Items() }

// function makes a module function of one that works on a format, which is
// the first argument.
func function(f func(t *thread, f *format, args []value) (value, error)) runtime.NativeFn {
	return func(t *thread, args []value) (value, error) {
		fm, err := cached(t, args[0])
		if err != nil {
			return value{}, err
		}
		return f(t, fm, args[1:])
	}
}

// variadic is function for pack and pack_into.
func variadic(name string, f func(t *thread, f *format, args []value) (value, error)) runtime.RawFn {
	return func(t *thread, items []value, names []*runtime.Str) (value, error) {
		if len(names) > 0 {
			return value{}, runtime.TypeErrorf("_struct.%s() takes no keyword arguments", name)
		}
		if len(items) == 0 {
			return value{}, runtime.TypeErrorf("missing format argument")
		}
		fm, err := cached(t, items[0])
		if err != nil {
			return value{}, err
		}
		return f(t, fm, items[1:])
	}
}

func init() {
	runtime.Define(&errorType, runtime.TypeSpec{Name: "struct.error", Base: runtime.ExceptionType, Flags: runtime.FlagBase | runtime.FlagException})
	runtime.Define(&unpackerType, runtime.TypeSpec{
		Name: "_struct.unpack_iterator", Size: runtime.SizeOf[unpacker](), Flags: runtime.FlagDisallowNew,
		Slots:   runtime.Slots{Iter: runtime.SelfIter, Next: unpackerNext},
		Methods: []runtime.Method{{Name: "__length_hint__", Fn: unpackerHint}},
	})
	runtime.Define(&structType, runtime.TypeSpec{
		Name: "_struct.Struct", Size: runtime.SizeOf[Struct](), Flags: runtime.FlagBase,
		Doc:  "Struct(fmt) --> compiled struct object",
		New:  runtime.Method{Sig: "*args, **kwargs", Fn: structNew},
		Init: runtime.Method{Sig: "format", Fn: structInit},
		Methods: []runtime.Method{
			{Name: "pack", Sig: "*v", Doc: "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.", Fn: func(t *thread, a []value) (value, error) { return of(a).packBytes(t, rest(a[1])) }},
			{Name: "pack_into", Sig: "*args", Doc: "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.", Fn: func(t *thread, a []value) (value, error) { return of(a).packInto(t, rest(a[1])) }},
			{Name: "unpack", Sig: "buffer, /", Doc: "Return a tuple containing unpacked values.", Fn: func(t *thread, a []value) (value, error) { return of(a).unpackBytes(t, a[1]) }},
			{Name: "unpack_from", Sig: "buffer, offset=0", Doc: "Return a tuple containing unpacked values.", Fn: func(t *thread, a []value) (value, error) { return of(a).unpackFrom(t, a[1], a[2]) }},
			{Name: "iter_unpack", Sig: "buffer, /", Doc: "Return an iterator yielding tuples.", Fn: func(t *thread, a []value) (value, error) { return of(a).iterUnpack(t, a[1]) }},
			{Name: "__sizeof__", Doc: "S.__sizeof__() -> size of S in memory, in bytes", Fn: func(t *thread, a []value) (value, error) {
				return runtime.Int(int64(56 + 24*(len(of(a).fields)+1))), nil
			}},
		},
		GetSets: []runtime.GetSet{
			{Name: "format", Doc: "struct format string", Get: func(t *thread, v value) (value, error) {
				return runtime.NewStr(runtime.As[Struct](v).f.text), nil
			}},
			{Name: "size", Doc: "struct size in bytes", Get: func(t *thread, v value) (value, error) {
				return runtime.Int(int64(runtime.As[Struct](v).f.size)), nil
			}},
		},
	})
}

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name:  "_struct",
	Doc:   "Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct\nand also as format strings (explained below) to describe the layout of data\nin the C struct.",
	Types: []*runtime.Type{&structType, &errorType},
	Methods: []runtime.Method{
		{Name: "calcsize", Sig: "format, /", Doc: "Return size in bytes of the struct described by the format string.", Fn: function(func(t *thread, f *format, a []value) (value, error) {
			return runtime.Int(int64(f.size)), nil
		})},
		{Name: "pack", Doc: "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.", Raw: variadic("pack", func(t *thread, f *format, a []value) (value, error) { return f.packBytes(t, a) })},
		{Name: "pack_into", Doc: "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.", Raw: variadic("pack_into", func(t *thread, f *format, a []value) (value, error) { return f.packInto(t, a) })},
		{Name: "unpack", Sig: "format, buffer, /", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: function(func(t *thread, f *format, a []value) (value, error) { return f.unpackBytes(t, a[0]) })},
		{Name: "unpack_from", Sig: "format, /, buffer, offset=0", Doc: "Return a tuple containing values unpacked according to the format string.", Fn: function(func(t *thread, f *format, a []value) (value, error) { return f.unpackFrom(t, a[0], a[1]) })},
		{Name: "iter_unpack", Sig: "format, buffer, /", Doc: "Return an iterator yielding tuples unpacked from the given bytes.", Fn: function(func(t *thread, f *format, a []value) (value, error) { return f.iterUnpack(t, a[0]) })},
		{Name: "_clearcache", Doc: "Clear the internal cache.", Fn: func(t *thread, a []value) (value, error) {
			delete(t.VM.Ext, "_struct")
			return runtime.None, nil
		}},
	},
}
