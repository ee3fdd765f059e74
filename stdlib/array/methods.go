package array

import (
	"bytes"
	"unsafe"

	"github.com/minipy/minipy/runtime"
)

func none(err error) (value, error) {
	if err != nil {
		return value{}, err
	}
	return runtime.None, nil
}

func methodAppend(t *thread, args []value) (value, error) {
	return none(self(args[0]).append(t, args[1]))
}
func methodExtend(t *thread, args []value) (value, error) {
	return none(self(args[0]).extend(t, args[1]))
}

func bufferInfo(t *thread, args []value) (value, error) {
	a := self(args[0])
	return runtime.TupleOf(runtime.NewUint(uint64(uintptr(unsafe.Pointer(unsafe.SliceData(a.b))))), runtime.Int(int64(a.len()))), nil
}

func byteswap(t *thread, args []value) (value, error) {
	a := self(args[0])
	if len(a.b) < manyBytes || a.exports > 0 { // a view shows the same memory
		swapBytes(a.b, a.k.size)
		return runtime.None, t.Worked(len(a.b))
	}
	return runtime.None, t.Whole(func() error {
		b, err := runtime.CopyBytes(t, a.b)
		if err != nil {
			return err
		}
		piece := manyBytes / 8 * a.k.size
		for rest := b; len(rest) > 0; rest = rest[min(piece, len(rest)):] {
			swapBytes(rest[:min(piece, len(rest))], a.k.size)
			if err := t.Pending(); err != nil {
				return err
			}
		}
		a.b = b
		return nil
	})
}

// manyBytes is from how many bytes on an array is worked on in a copy, which
// takes its place at the end.
const manyBytes = 1 << 16

// swapBytes turns the bytes of each item of b round.
func swapBytes(b []byte, size int) {
	for at := 0; at < len(b); at += size {
		item := b[at : at+size]
		for i, j := 0, len(item)-1; i < j; i, j = i+1, j-1 {
			item[i], item[j] = item[j], item[i]
		}
	}
}

func copyArray(t *thread, args []value) (value, error) {
	a := self(args[0])
	b, err := runtime.CopyBytes(t, a.b)
	return newArray(a.k, b).Value(), err
}

func count(t *thread, args []value) (value, error) {
	a := self(args[0])
	n := int64(0)
	for i := 0; i < a.len(); i++ {
		v, err := a.item(i)
		if err != nil {
			return value{}, err
		}
		eq, err := runtime.CompareBool(t, runtime.CmpEQ, v, args[1])
		if err == nil {
			err = t.OftenQuiet(i)
		}
		if err != nil {
			return value{}, err
		}
		if eq {
			n++
		}
	}
	return runtime.Int(n), nil
}

// index: args are self, v, start, stop.
func index(t *thread, args []value) (value, error) {
	a := self(args[0])
	start, err := runtime.AsSsize(t, args[2], nil)
	if err != nil {
		return value{}, err
	}
	stop, err := runtime.AsSsize(t, args[3], nil)
	if err != nil {
		return value{}, err
	}
	if start < 0 {
		start = max(start+a.len(), 0)
	}
	if stop < 0 {
		stop = max(stop+a.len(), 0)
	}
	i, err := a.find(t, args[1], start, stop)
	if err == nil && i < 0 {
		err = runtime.ValueErrorf("array.index(x): x not in array")
	}
	return runtime.Int(int64(i)), err
}

func remove(t *thread, args []value) (value, error) {
	a := self(args[0])
	i, err := a.find(t, args[1], 0, -1)
	if err != nil {
		return value{}, err
	}
	if i < 0 {
		return value{}, runtime.ValueErrorf("array.remove(x): x not in array")
	}
	return none(a.replace(i, i+1, nil))
}

func pop(t *thread, args []value) (value, error) {
	a := self(args[0])
	i, err := runtime.AsSsize(t, args[1], runtime.IndexError)
	if err != nil {
		return value{}, err
	}
	if a.len() == 0 {
		return value{}, runtime.IndexErrorf("pop from empty array")
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return value{}, runtime.IndexErrorf("pop index out of range")
	}
	v, err := a.item(i)
	if err != nil {
		return value{}, err
	}
	return v, a.replace(i, i+1, nil)
}

func insert(t *thread, args []value) (value, error) {
	a := self(args[0])
	i, err := runtime.AsSsize(t, args[1], runtime.OverflowError)
	if err != nil {
		return value{}, err
	}
	if i < 0 {
		i = max(i+a.len(), 0)
	}
	i = min(i, a.len())
	var tmp [8]byte
	if err := a.k.put(t, tmp[:a.k.size], args[2]); err != nil {
		return value{}, err
	}
	return none(a.replace(min(i, a.len()), min(i, a.len()), tmp[:a.k.size]))
}

func reverse(t *thread, args []value) (value, error) {
	a := self(args[0])
	size := a.k.size
	var tmp [8]byte
	for i, j := 0, a.len()-1; i < j; i, j = i+1, j-1 {
		x, y := a.b[i*size:(i+1)*size], a.b[j*size:(j+1)*size]
		copy(tmp[:], x)
		copy(x, y)
		copy(y, tmp[:size])
	}
	return runtime.None, nil
}

func fromBytes(t *thread, args []value) (value, error) {
	buf, err := runtime.GetBuffer(t, args[1])
	if err != nil {
		return value{}, err
	}
	b := bytes.Clone(buf.Bytes)
	buf.Release()
	return none(self(args[0]).fromBytes(t, b))
}

func fromFile(t *thread, args []value) (value, error) {
	a := self(args[0])
	n, err := runtime.AsSsize(t, args[2], runtime.OverflowError)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, runtime.ValueErrorf("negative count")
	}
	if n > 1<<34/a.k.size {
		return value{}, runtime.MemoryErr()
	}
	r, err := runtime.CallMethod(t, args[1], "read", runtime.Int(int64(n*a.k.size)))
	if err != nil {
		return value{}, err
	}
	b, ok := runtime.AsBytes(r)
	if !ok {
		return value{}, runtime.TypeErrorf("read() didn't return bytes")
	}
	if err := a.fromBytes(t, []byte(b.String())); err != nil {
		return value{}, err
	}
	if len(b.String()) != n*a.k.size {
		return value{}, runtime.Errorf(runtime.EOFError, "read() didn't return enough bytes")
	}
	return runtime.None, nil
}

func toFile(t *thread, args []value) (value, error) {
	const block = 64 * 1024
	for at := 0; at < len(self(args[0]).b); at += block {
		b := self(args[0]).b
		if _, err := runtime.CallMethod(t, args[1], "write", runtime.NewBytes(b[at:min(at+block, len(b))])); err != nil {
			return value{}, err
		}
	}
	return runtime.None, nil
}

// fromList adds all of a list's items or none.
func fromList(t *thread, args []value) (value, error) {
	a := self(args[0])
	l, ok := runtime.AsList(args[1])
	if !ok {
		return value{}, runtime.TypeErrorf("arg must be list")
	}
	old := len(a.b)
	for i := 0; i < l.Len(); i++ {
		if err := a.append(t, l.Items()[i]); err != nil {
			a.b = a.b[:min(old, len(a.b))]
			return value{}, err
		}
	}
	return runtime.None, nil
}

func fromUnicode(t *thread, args []value) (value, error) {
	a := self(args[0])
	if _, ok := runtime.AsStr(args[1]); !ok {
		return value{}, runtime.TypeErrorf("fromunicode() argument must be str, not %s", args[1].Type().Name)
	}
	if a.k.code != 'u' {
		return value{}, runtime.ValueErrorf("fromunicode() may only be called on unicode type arrays")
	}
	return none(a.fromText(t, args[1]))
}

func toUnicode(t *thread, args []value) (value, error) {
	a := self(args[0])
	if a.k.code != 'u' {
		return value{}, runtime.ValueErrorf("tounicode() may only be called on unicode type arrays")
	}
	s, err := a.text()
	return runtime.NewStr(s), err
}

func toBytes(t *thread, args []value) (value, error) { return runtime.NewBytes(self(args[0]).b), nil }

func toList(t *thread, args []value) (value, error) {
	vals, err := self(args[0]).list(t)
	if err != nil {
		return value{}, err
	}
	return runtime.NewList(vals).Value(), nil
}

// machineCodes number the formats of pickled arrays on this machine.
var machineCodes = map[byte]int64{'b': 1, 'B': 0, 'u': 20, 'h': 4, 'H': 2, 'i': 8, 'I': 6, 'l': 12, 'L': 10, 'q': 12, 'Q': 10, 'f': 14, 'd': 16}

// reduceEx pickles as (reconstructor, (class, typecode, format, bytes), attributes), before protocol 3 as a list.
func reduceEx(t *thread, args []value) (value, error) {
	a := self(args[0])
	if !runtime.IsIntLike(args[1]) {
		return value{}, runtime.TypeErrorf("__reduce_ex__ argument should be an integer")
	}
	proto, err := runtime.AsInt64(t, args[1])
	if err != nil {
		return value{}, err
	}
	dict, ok, err := runtime.LookupAttr(t, args[0], t.VM.Intern("__dict__"))
	if err != nil {
		return value{}, err
	}
	if !ok {
		dict = runtime.None
	}
	code := runtime.NewStr(string(a.k.code))
	cls := args[0].Type().Value()
	if proto < 3 {
		vals, err := a.list(t)
		if err != nil {
			return value{}, err
		}
		return runtime.TupleOf(cls, runtime.TupleOf(code, runtime.NewList(vals).Value()), dict), nil
	}
	module, err := t.Host.Import(t, "array", runtime.None, runtime.None, runtime.None, 0)
	if err != nil {
		return value{}, err
	}
	f, err := runtime.GetAttrS(t, module, "_array_reconstructor")
	if err != nil {
		return value{}, err
	}
	return runtime.TupleOf(f, runtime.TupleOf(cls, code, runtime.Int(machineCodes[a.k.code]), runtime.NewBytes(a.b)), dict), nil
}

// An encoding is one of the machine formats of pickled arrays.
type encoding struct {
	code byte // whose items are read; 0: as the array's own
	big  bool
}

var encodings = []encoding{
	{'B', false}, {'b', false}, {'H', false}, {'H', true}, {'h', false}, {'h', true}, {'I', false}, {'I', true}, {'i', false}, {'i', true},
	{'L', false}, {'L', true}, {'l', false}, {'l', true}, {'f', false}, {'f', true}, {'d', false}, {'d', true},
	{'u', false}, {'u', true}, {'u', false}, {'u', true},
}

// reconstruct: args are the class, typecode, machine format and bytes.
func reconstruct(t *thread, args []value) (value, error) {
	cls, ok := runtime.AsType(args[0])
	if !ok {
		return value{}, runtime.TypeErrorf("first argument must be a type object, not %s", args[0].Type().Name)
	}
	if !cls.IsSubtype(&arrayType) {
		return value{}, runtime.TypeErrorf("%s is not a subtype of array.array", cls.Name)
	}
	s, ok := runtime.AsStr(args[1])
	if !ok || s.Len() != 1 {
		return value{}, runtime.TypeErrorf("_array_reconstructor() argument 2 must be a unicode character, not %s", args[1].Type().Name)
	}
	var k *kind
	if len(s.String()) == 1 {
		k = kindOf(s.String()[0])
	}
	if k == nil {
		return value{}, runtime.ValueErrorf("second argument must be a valid type code")
	}
	m, err := runtime.AsInt64(t, args[2])
	if err != nil {
		return value{}, err
	}
	if m < 0 || m >= int64(len(encodings)) {
		return value{}, runtime.ValueErrorf("third argument must be a valid machine format code.")
	}
	b, ok := runtime.AsBytes(args[3])
	if !ok {
		return value{}, runtime.TypeErrorf("fourth argument should be bytes, not %s", args[3].Type().Name)
	}
	enc := encodings[m]
	from := newArray(kindOf(enc.code), []byte(b.String()))
	if len(from.b)%from.k.size != 0 {
		return value{}, runtime.ValueErrorf("bytes length not a multiple of item size")
	}
	if enc.big {
		byteswap(t, []value{from.Value()})
	}
	a := runtime.Alloc[Array](cls)
	a.k = k
	integers := from.k.code != 'f' && from.k.code != 'd' && from.k.code != 'u'
	if integers && machineCodes[k.code]&^1 != m&^1 {
		a.k = from.k // the kind that fits the bytes
	}
	if a.k.size == from.k.size {
		a.b = from.b
		return a.Value(), nil
	}
	for i := range from.len() {
		v, err := from.item(i)
		if err == nil {
			err = a.append(t, v)
		}
		if err != nil {
			return value{}, err
		}
	}
	return a.Value(), nil
}

func m(name, sig, doc string, f runtime.NativeFn) runtime.Method {
	return runtime.Method{Name: name, Sig: sig, Fn: f, Doc: doc}
}

func init() {
	runtime.Define(&iterType, runtime.TypeSpec{
		Name: "array.arrayiterator", Size: runtime.SizeOf[arrayIter](), Flags: runtime.FlagDisallowNew,
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: iterNext},
		Methods: []runtime.Method{
			m("__reduce__", "", "Return state information for pickling.", func(t *thread, args []value) (value, error) {
				it := runtime.As[arrayIter](args[0])
				iter, _ := t.VM.Builtins.Lookup("iter")
				if it.a == nil {
					return runtime.TupleOf(iter, runtime.TupleOf(runtime.TupleOf())), nil
				}
				return runtime.TupleOf(iter, runtime.TupleOf(it.a.Value()), runtime.Int(int64(it.i))), nil
			}),
			m("__setstate__", "state, /", "Set state information for unpickling.", func(t *thread, args []value) (value, error) {
				it := runtime.As[arrayIter](args[0])
				i, err := runtime.AsSsize(t, args[1], nil)
				if err == nil && it.a != nil {
					it.i = min(max(i, 0), it.a.len())
				}
				return none(err)
			}),
		},
	})
	runtime.Define(&arrayType, runtime.TypeSpec{
		Name: "array.array", Size: runtime.SizeOf[Array](), Flags: runtime.FlagBase | runtime.FlagSequence, NoHash: true,
		Doc: "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value, which must be a list,\nstring or iterable over elements of the appropriate type.",
		Slots: runtime.Slots{
			Repr: repr, Compare: compare, Binary: arith, Inplace: inplace, GetItem: getItem, SetItem: setItem, Contains: contains, Buffer: buffer,
			Len: func(t *thread, v value) (int, error) { return self(v).len(), nil },
			Iter: func(t *thread, v value) (value, error) {
				it := &arrayIter{a: self(v)}
				it.Object.Init(&iterType)
				return it.Value(), nil
			},
		},
		BinOps: []runtime.BinOp{runtime.OpAdd, runtime.OpMul},
		InOps:  []runtime.BinOp{runtime.OpAdd, runtime.OpMul},
		New:    runtime.Method{Sig: "*args, **kwargs", Fn: arrayNew},
		Methods: []runtime.Method{
			m("append", "v, /", "Append new value v to the end of the array.", methodAppend),
			m("buffer_info", "", "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.", bufferInfo),
			m("byteswap", "", "Byteswap all items of the array.", byteswap),
			m("__copy__", "", "Return a copy of the array.", copyArray),
			m("__deepcopy__", "unused, /", "Return a copy of the array.", copyArray),
			m("count", "v, /", "Return number of occurrences of v in the array.", count),
			m("extend", "bb, /", "Append items to the end of the array.", methodExtend),
			m("frombytes", "buffer, /", "Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.", fromBytes),
			m("fromfile", "f, n, /", "Read n objects from the file object f and append them to the end of the array.", fromFile),
			m("fromlist", "list, /", "Append items to array from list.", fromList),
			m("fromunicode", "ustr, /", "Extends this array with data from the unicode string ustr.", fromUnicode),
			m("index", "v, start=0, stop=9223372036854775807, /", "Return index of first occurrence of v in the array.", index),
			m("insert", "i, v, /", "Insert a new item v into the array before position i.", insert),
			m("pop", "i=-1, /", "Return the i-th element and delete it from the array.", pop),
			m("__reduce_ex__", "value, /", "Return state information for pickling.", reduceEx),
			m("remove", "v, /", "Remove the first occurrence of v in the array.", remove),
			m("reverse", "", "Reverse the order of the items in the array.", reverse),
			m("tobytes", "", "Convert the array to an array of machine values and return the bytes representation.", toBytes),
			m("tofile", "f, /", "Write all items (as machine values) to the file object f.", toFile),
			m("tolist", "", "Convert array to an ordinary list with the same items.", toList),
			m("tounicode", "", "Extends this array with data from the unicode string ustr.", toUnicode),
			m("__sizeof__", "", "Size of the array in memory, in bytes.", func(t *thread, args []value) (value, error) {
				return runtime.Int(int64(64 + len(self(args[0]).b))), nil
			}),
		},
		GetSets: []runtime.GetSet{
			{Name: "typecode", Doc: "the typecode character used to create the array", Get: func(t *thread, v value) (value, error) {
				return runtime.NewStr(string(self(v).k.code)), nil
			}},
			{Name: "itemsize", Doc: "the size, in bytes, of one array item", Get: func(t *thread, v value) (value, error) {
				return runtime.Int(int64(self(v).k.size)), nil
			}},
		},
	})
}

// Module is the module's table.
var Module = &runtime.ModuleSpec{
	Name:   "array",
	Doc:    "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating point\nnumbers.",
	Types:  []*runtime.Type{&arrayType},
	Consts: []runtime.Const{{Name: "typecodes", Value: runtime.NewStr(typecodes)}, {Name: "ArrayType", Value: arrayType.Value()}},
	Methods: []runtime.Method{
		{Name: "_array_reconstructor", Sig: "arraytype, typecode, mformat_code, items, /", Fn: reconstruct, Doc: "Internal. Used for pickling support."},
	},
}
