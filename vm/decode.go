package vm

import (
	"encoding"
	"fmt"
	"math/big"
	"reflect"
	"strconv"
	"time"

	"github.com/minipy/minipy/runtime"
)

// # Objects of Python as values of Go
//
//	bool                bool
//	ints                int, bool, what has __index__; out of range: OverflowError
//	floats, complex     float, int, what has __float__ (__complex__)
//	string              str
//	[]byte              bytes and other buffers
//	slice               any iterable but str, bytes and dict; [n]T: with n items
//	map                 a dict or other mapping; map[T]struct{}: any iterable
//	struct              an instance of the type's class, a mapping, or any object with the attributes
//	pointer             None: nil; an instance of the type's class: itself; else a new T
//	func                any callable: see callback.go
//	any                 None: nil; bool, int (*big.Int beyond), float64, string, []byte, []any, map[string]any
//	                    (map[any]any), set: []any; an instance of a Go type: its value; others: Value
//	other interfaces    an instance of a Go type that implements it; error: an exception; io.Reader, io.Writer: a file
//	time.Duration       a number of seconds, a timedelta
//	time.Time           an instance of its class, a datetime, a number of seconds since 1970, text as in RFC 3339
//	TextUnmarshaler     besides, a str
//	Value               any

// A DecodeError says what of a Python object does not fit the Go value that it
// is to become.
type DecodeError struct {
	Path string // where in the object: "items[2].qty"; "": itself
	Want string // what the Go type asks for: "int"
	Got  string // the class of the object
	Err  error  // why, where it is not the class; nil otherwise

	typ *runtime.Type // of the exception to raise
}

func (e *DecodeError) Error() string {
	where := "vm: cannot decode"
	if e.Path != "" {
		where += " " + e.Path
	}
	if e.Err != nil {
		return where + ": " + e.Err.Error()
	}
	return fmt.Sprintf("%s: must be %s, not %s", where, e.Want, e.Got)
}

func (e *DecodeError) Unwrap() error { return e.Err }

// mismatch is the error for an object of the wrong class.
func mismatch(want string, v runtime.Value) error {
	got := v.Type().Name
	if v.IsNone() {
		got = "None"
	}
	return &DecodeError{Want: want, Got: got}
}

// at says that the error is about a part of what is decoded.
func at(part string, err error) error {
	e, ok := err.(*DecodeError)
	if !ok {
		if x, isExc := err.(*runtime.Exception); isExc && !convertFailed(x) {
			return err
		}
		e = &DecodeError{Err: err}
	}
	if e.Path != "" && e.Path[0] != '[' {
		part += "."
	}
	e.Path = part + e.Path
	return e
}

// convertFailed says that e is about a value, and not from code that ran meanwhile.
func convertFailed(e *runtime.Exception) bool {
	return e.Tb == nil && (runtime.IsError(e, runtime.TypeError) || runtime.IsError(e, runtime.OverflowError) || runtime.IsError(e, runtime.ValueError))
}

// Decode makes *into the Go value for v; into is a pointer. Errors are
// *DecodeError, or *Exception where the object's own code has failed.
//
// A struct's fields are found by their tag `py:"name"` or else their name;
// "-" leaves one out. Those that v does not have stay as they are.
func (v Value) Decode(into any) error {
	p := reflect.ValueOf(into)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return fmt.Errorf("vm: Decode needs a pointer that is not nil, not %T", into)
	}
	return v.with(func(t *thread) error {
		t.m.takeGoValues() // a function in it takes some
		return t.fromPy(v.v, p.Elem(), 0)
	})
}

// Interface is the Go value that v becomes as an any.
func (v Value) Interface() (x any, err error) {
	err = v.with(func(t *thread) error {
		x, err = t.natural(v.v, 0)
		return err
	})
	return x, err
}

// fromPy sets dst to the Go value for v; depth is how deep it is nested in others.
func (t *thread) fromPy(v runtime.Value, dst reflect.Value, depth int) error {
	if depth > maxNesting {
		return errNesting()
	}
	typ := dst.Type()
	if ok, err := t.specialFromPy(v, dst, typ); ok || err != nil {
		return err
	}
	switch typ.Kind() {
	case reflect.Bool:
		if !v.IsBool() {
			return mismatch("bool", v)
		}
		dst.SetBool(v.IsTrue())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := t.intFrom(v, typ)
		if err != nil {
			return err
		}
		if dst.OverflowInt(n) {
			return tooLarge(typ)
		}
		dst.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		n, err := t.uintFrom(v, typ)
		if err != nil {
			return err
		}
		if dst.OverflowUint(n) {
			return tooLarge(typ)
		}
		dst.SetUint(n)
	case reflect.Float32, reflect.Float64:
		f, err := t.floatFrom(v)
		if err != nil {
			return err
		}
		dst.SetFloat(f)
	case reflect.Complex64, reflect.Complex128:
		c, err := runtime.ToComplex(t.rt, v)
		if err != nil {
			return err
		}
		dst.SetComplex(c)
	case reflect.String:
		s, err := t.stringFrom(v)
		if err != nil {
			return err
		}
		dst.SetString(s)
	case reflect.Slice:
		return t.sliceFrom(v, dst, depth)
	case reflect.Array:
		return t.arrayFrom(v, dst, depth)
	case reflect.Map:
		return t.mapFrom(v, dst, depth)
	case reflect.Struct:
		return t.structFrom(v, dst, depth)
	case reflect.Pointer:
		return t.pointerFrom(v, dst, depth)
	case reflect.Func:
		return t.funcFrom(v, dst, nil)
	case reflect.Interface:
		return t.interfaceFrom(v, dst, depth)
	default:
		return mismatch("Go "+typ.String(), v)
	}
	return nil
}

// specialFromPy is fromPy for what is not converted by the type's kind.
func (t *thread) specialFromPy(v runtime.Value, dst reflect.Value, typ reflect.Type) (ok bool, err error) {
	switch typ {
	case valueType:
		dst.Set(reflect.ValueOf(Value{t.m, v}))
		return true, nil
	case rawType:
		dst.Set(reflect.ValueOf(v))
		return true, nil
	case durationType:
		d, err := t.durationFrom(v)
		dst.SetInt(int64(d))
		return true, err
	case bigType:
		if v.IsNone() {
			dst.SetZero()
			return true, nil
		}
		n, err := t.bigFrom(v)
		if err == nil {
			dst.Set(reflect.ValueOf(n))
		}
		return true, err
	}
	if o := goObjectOf(v); o != nil && typ.Kind() != reflect.Interface {
		if x := o.host.v; x.Type() == typ {
			dst.Set(x)
			return true, nil
		} else if x.Kind() == reflect.Pointer && x.Type().Elem() == typ {
			dst.Set(x.Elem())
			return true, nil
		}
	}
	if typ == timeType {
		at, err := t.timeFrom(v)
		dst.Set(reflect.ValueOf(at))
		return true, err
	}
	if s, isStr := runtime.AsStr(v); isStr && typ.PkgPath() != "" && dst.CanAddr() {
		if u, can := dst.Addr().Interface().(encoding.TextUnmarshaler); can {
			text, err := goString(s.String())
			if err != nil {
				return true, err
			}
			if err := u.UnmarshalText([]byte(text)); err != nil {
				return true, runtime.ValueErrorf("%s", err.Error())
			}
			return true, nil
		}
	}
	return false, nil
}

// tooLarge is the error for an int that does not fit typ.
func tooLarge(typ reflect.Type) error {
	return runtime.OverflowErrorf("Python int too large to convert to Go %s", typ)
}

// intFrom is the int for a signed Go integer.
func (t *thread) intFrom(v runtime.Value, typ reflect.Type) (int64, error) {
	if v.IsInt() || v.IsBool() {
		return v.AsInt64(), nil
	}
	i, err := runtime.Index(t.rt, v)
	if err != nil {
		return 0, err
	}
	if !i.IsInt() {
		return 0, tooLarge(typ)
	}
	return i.AsInt64(), nil
}

func (t *thread) uintFrom(v runtime.Value, typ reflect.Type) (uint64, error) {
	if !v.IsInt() && !v.IsBool() {
		i, err := runtime.Index(t.rt, v)
		if err != nil {
			return 0, err
		}
		if b, ok := runtime.BigOf(i); ok && !i.IsInt() {
			switch {
			case b.Sign() < 0:
				return 0, runtime.OverflowErrorf("can't convert negative int to unsigned")
			case !b.IsUint64():
				return 0, tooLarge(typ)
			}
			return b.Uint64(), nil
		}
		v = i
	}
	if v.AsInt64() < 0 {
		return 0, runtime.OverflowErrorf("can't convert negative int to unsigned")
	}
	return uint64(v.AsInt64()), nil
}

func (t *thread) bigFrom(v runtime.Value) (*big.Int, error) {
	i, err := runtime.Index(t.rt, v)
	if err != nil {
		return nil, err
	}
	b, ok := runtime.BigOf(i)
	if !ok {
		return nil, mismatch("int", v)
	}
	return new(big.Int).Set(b), nil
}

func (t *thread) floatFrom(v runtime.Value) (float64, error) {
	if v.IsFloat() {
		return v.AsFloat64(), nil
	}
	return runtime.AsFloat(t.rt, v)
}

func (t *thread) stringFrom(v runtime.Value) (string, error) {
	s, ok := runtime.AsStr(v)
	if !ok {
		return "", mismatch("str", v)
	}
	return goString(s.String())
}

// durationFrom takes a number of seconds, or what has total_seconds().
func (t *thread) durationFrom(v runtime.Value) (time.Duration, error) {
	if m, ok, err := runtime.LookupAttr(t.rt, v, t.m.state.Intern("total_seconds")); err != nil {
		return 0, err
	} else if ok {
		if v, err = runtime.Call(t.rt, m); err != nil {
			return 0, err
		}
	}
	if v.IsInt() {
		n := v.AsInt64()
		if n > int64(maxDuration/time.Second) || n < -int64(maxDuration/time.Second) {
			return 0, runtime.OverflowErrorf("Python int too large to convert to Go time.Duration")
		}
		return time.Duration(n) * time.Second, nil
	}
	f, err := t.floatFrom(v)
	if err != nil {
		return 0, err
	}
	if f *= float64(time.Second); !(f < float64(maxDuration) && f > -float64(maxDuration)) {
		return 0, runtime.OverflowErrorf("Python float too large to convert to Go time.Duration")
	}
	return time.Duration(f), nil
}

const maxDuration = time.Duration(1<<63 - 1)

// timeFrom takes seconds since 1970, text as in RFC 3339, or what has timestamp().
func (t *thread) timeFrom(v runtime.Value) (time.Time, error) {
	if s, ok := runtime.AsStr(v); ok {
		at, err := time.Parse(time.RFC3339Nano, s.String())
		if err != nil {
			return at, runtime.ValueErrorf("Invalid isoformat string: '%s'", s)
		}
		return at, nil
	}
	if m, ok, err := runtime.LookupAttr(t.rt, v, t.m.state.Intern("timestamp")); err != nil {
		return time.Time{}, err
	} else if ok {
		if v, err = runtime.Call(t.rt, m); err != nil {
			return time.Time{}, err
		}
	}
	if v.IsInt() {
		return time.Unix(v.AsInt64(), 0), nil
	}
	f, ok := runtime.FloatOf(v)
	if !ok {
		return time.Time{}, mismatch("datetime", v)
	}
	if !(f < 1<<62 && f > -1<<62) {
		return time.Time{}, runtime.OverflowErrorf("timestamp out of range for platform time_t")
	}
	sec := int64(f)
	return time.Unix(sec, int64((f-float64(sec))*1e9)), nil
}

// isMapping says that v is like a dict: it has keys() and can be indexed.
func isMapping(t *thread, v runtime.Value) bool {
	if _, ok := runtime.AsDict(v); ok {
		return true
	}
	if v.Type().Slots.GetItem == nil {
		return false
	}
	_, ok := v.Type().Lookup(t.rt, t.m.state.Intern("keys"))
	return ok
}

// eachEntry calls f with the keys and values of a mapping.
func (t *thread) eachEntry(v runtime.Value, f func(k, x runtime.Value) error) error {
	if d, ok := runtime.AsDict(v); ok && v.IsExactly(runtime.DictType) {
		for i, k, x, ok := d.Next(0); ok; i, k, x, ok = d.Next(i) {
			if err := f(k, x); err != nil {
				return err
			}
		}
		return nil
	}
	keys, err := runtime.CallMethod(t.rt, v, "keys")
	if err != nil {
		return err
	}
	return runtime.Iterate(t.rt, keys, func(k runtime.Value) error {
		x, err := runtime.GetItem(t.rt, v, k)
		if err != nil {
			return err
		}
		return f(k, x)
	})
}

// itemsOf lists what v has for a slice; what is text or a mapping does not count.
func (t *thread) itemsOf(v runtime.Value) ([]runtime.Value, error) {
	if _, ok := runtime.AsStr(v); ok || isMapping(t, v) || v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return nil, mismatch("list", v)
	}
	return runtime.ToSlice(t.rt, v)
}

func (t *thread) sliceFrom(v runtime.Value, dst reflect.Value, depth int) error {
	if dst.Type().Elem().Kind() == reflect.Uint8 {
		if b, ok, err := t.bufferOf(v); ok || err != nil {
			if err == nil {
				dst.SetBytes(b)
			}
			return err
		}
		if _, ok := runtime.AsStr(v); ok {
			return runtime.TypeErrorf("a bytes-like object is required, not 'str'")
		}
	}
	if v.IsNone() {
		dst.SetZero()
		return nil
	}
	items, err := t.itemsOf(v)
	if err != nil {
		return err
	}
	out := reflect.MakeSlice(dst.Type(), len(items), len(items))
	for i, x := range items {
		if err := t.fromPy(x, out.Index(i), depth+1); err != nil {
			return at(index(i), err)
		}
	}
	dst.Set(out)
	return nil
}

func index(i int) string { return "[" + strconv.Itoa(i) + "]" }

// bufferOf is a copy of the bytes of v, if v is a buffer.
func (t *thread) bufferOf(v runtime.Value) (b []byte, ok bool, err error) {
	if v.Type().Slots.Buffer == nil {
		return nil, false, nil
	}
	buf, err := runtime.GetBuffer(t.rt, v)
	if err != nil {
		return nil, true, err
	}
	defer buf.Release()
	return append([]byte{}, buf.Bytes...), true, nil
}

func (t *thread) arrayFrom(v runtime.Value, dst reflect.Value, depth int) error {
	if dst.Type().Elem().Kind() == reflect.Uint8 {
		if b, ok, err := t.bufferOf(v); ok || err != nil {
			if err == nil && len(b) != dst.Len() {
				err = runtime.ValueErrorf("expected %d bytes, got %d", dst.Len(), len(b))
			}
			if err == nil {
				reflect.Copy(dst, reflect.ValueOf(b))
			}
			return err
		}
	}
	items, err := t.itemsOf(v)
	if err != nil {
		return err
	}
	if len(items) != dst.Len() {
		return runtime.ValueErrorf("expected %d items, got %d", dst.Len(), len(items))
	}
	for i, x := range items {
		if err := t.fromPy(x, dst.Index(i), depth+1); err != nil {
			return at(index(i), err)
		}
	}
	return nil
}

func (t *thread) mapFrom(v runtime.Value, dst reflect.Value, depth int) error {
	typ := dst.Type()
	if v.IsNone() {
		dst.SetZero()
		return nil
	}
	if !isMapping(t, v) {
		if typ.Elem() != emptyStruct {
			return mismatch("dict", v)
		}
		return t.setFrom(v, dst, depth)
	}
	out := reflect.MakeMap(typ)
	err := t.eachEntry(v, func(k, x runtime.Value) error {
		key, val := reflect.New(typ.Key()).Elem(), reflect.New(typ.Elem()).Elem()
		if err := t.keyFrom(k, key, depth); err != nil {
			return err
		}
		if err := t.fromPy(x, val, depth+1); err != nil {
			return at("["+t.shortRepr(k)+"]", err)
		}
		out.SetMapIndex(key, val)
		return nil
	})
	if err == nil {
		dst.Set(out)
	}
	return err
}

// setFrom makes a map[T]struct{} of an iterable.
func (t *thread) setFrom(v runtime.Value, dst reflect.Value, depth int) error {
	items, err := t.itemsOf(v)
	if err != nil {
		return mismatch("set", v)
	}
	out := reflect.MakeMap(dst.Type())
	for _, x := range items {
		key := reflect.New(dst.Type().Key()).Elem()
		if err := t.keyFrom(x, key, depth); err != nil {
			return err
		}
		out.SetMapIndex(key, reflect.Zero(emptyStruct))
	}
	dst.Set(out)
	return nil
}

// keyFrom is fromPy for a key of a map: it must be one that Go can hash.
func (t *thread) keyFrom(k runtime.Value, key reflect.Value, depth int) error {
	if err := t.fromPy(k, key, depth+1); err != nil {
		return at("key "+t.shortRepr(k), err)
	}
	if !key.Comparable() {
		return at("key "+t.shortRepr(k), runtime.TypeErrorf("cannot use '%s' as a key of a Go map", k.Type().Name))
	}
	return nil
}

// shortRepr shows a key in a path.
func (t *thread) shortRepr(v runtime.Value) string {
	s, err := runtime.ReprStr(t.rt, v)
	if err != nil || len(s) > 40 {
		return "<" + v.Type().Name + ">"
	}
	return s
}

// structFrom fills a struct by the names of its fields, from a mapping or an
// object's attributes.
func (t *thread) structFrom(v runtime.Value, dst reflect.Value, depth int) error {
	mapping := isMapping(t, v)
	if !mapping && (!v.IsHeap() || v.Type().VM == nil && !v.Type().Has(runtime.FlagDict) || goObjectOf(v) != nil) {
		return mismatch(typeName(dst.Type()), v)
	}
	for _, f := range t.m.fieldsOf(dst.Type()) {
		name := t.m.state.Intern(f.name)
		var x runtime.Value
		var ok bool
		var err error
		if mapping {
			x, ok, err = t.entry(v, name)
		} else {
			x, ok, err = runtime.LookupAttr(t.rt, v, name)
		}
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		field, err := fieldToSet(dst, f.index)
		if err != nil {
			return at(f.name, err)
		}
		if err := t.fromPy(x, field, depth+1); err != nil {
			return at(f.name, err)
		}
	}
	return nil
}

// entry is v[name], if there is one.
func (t *thread) entry(v runtime.Value, name *runtime.Str) (runtime.Value, bool, error) {
	if d, ok := runtime.AsDict(v); ok && v.IsExactly(runtime.DictType) {
		x, ok := d.GetStr(name)
		return x, ok, nil
	}
	x, err := runtime.GetItem(t.rt, v, name.Value())
	if runtime.IsError(err, runtime.KeyError) {
		return x, false, nil
	}
	return x, err == nil, err
}

// fieldToSet is the field at index, with the embedded pointers on the way made.
func fieldToSet(v reflect.Value, index []int) (reflect.Value, error) {
	for i, n := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					return v, fmt.Errorf("cannot set embedded pointer to unexported struct type %s", v.Type().Elem())
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v, nil
}

func (t *thread) pointerFrom(v runtime.Value, dst reflect.Value, depth int) error {
	if v.IsNone() {
		dst.SetZero()
		return nil
	}
	p := reflect.New(dst.Type().Elem())
	if err := t.fromPy(v, p.Elem(), depth+1); err != nil {
		return err
	}
	dst.Set(p)
	return nil
}

func (t *thread) interfaceFrom(v runtime.Value, dst reflect.Value, depth int) error {
	typ := dst.Type()
	if typ.NumMethod() == 0 {
		x, err := t.natural(v, depth)
		if err == nil {
			setAny(dst, x)
		}
		return err
	}
	if v.IsNone() {
		dst.SetZero()
		return nil
	}
	if o := goObjectOf(v); o != nil {
		for _, x := range []reflect.Value{o.value(), o.host.v} {
			if x.Type().Implements(typ) {
				dst.Set(x)
				return nil
			}
		}
	}
	if e, ok := runtime.AsException(v); ok && typ == errorType {
		dst.Set(reflect.ValueOf(t.hostError(e)))
		return nil
	}
	if f := t.fileFor(v); reflect.TypeOf(f).Implements(typ) && f.fits(t, typ) {
		dst.Set(reflect.ValueOf(f))
		return nil
	}
	if valueType.Implements(typ) {
		dst.Set(reflect.ValueOf(Value{t.m, v}))
		return nil
	}
	return mismatch(typeName(typ), v)
}

// setAny sets an interface; x may be nil.
func setAny(dst reflect.Value, x any) {
	if x == nil {
		dst.SetZero()
		return
	}
	dst.Set(reflect.ValueOf(x))
}

// natural is the Go value for v where the Go type does not say which.
func (t *thread) natural(v runtime.Value, depth int) (any, error) {
	if depth > maxNesting {
		return nil, errNesting()
	}
	switch {
	case v.IsNone():
		return nil, nil
	case v.IsBool():
		return v.IsTrue(), nil
	case v.IsFloat():
		return v.AsFloat64(), nil
	case v.IsInt():
		if n := v.AsInt64(); int64(int(n)) == n {
			return int(n), nil
		}
		return v.AsInt64(), nil
	}
	if s, ok := runtime.AsStr(v); ok {
		return goString(s.String())
	}
	if b, ok := runtime.AsBytes(v); ok {
		return []byte(b.String()), nil
	}
	if o := goObjectOf(v); o != nil {
		return o.value().Interface(), nil
	}
	if d, ok := runtime.AsDict(v); ok {
		return t.naturalMap(v, d.Len(), depth)
	}
	switch v.Type().Layout() {
	case runtime.IntType:
		return t.bigFrom(v)
	case runtime.FloatType:
		return t.floatFrom(v)
	case runtime.ListType, runtime.TupleType, runtime.SetType, runtime.FrozensetType:
		items, err := runtime.ToSlice(t.rt, v)
		if err != nil {
			return nil, err
		}
		out := make([]any, len(items))
		for i, x := range items {
			if out[i], err = t.natural(x, depth+1); err != nil {
				return nil, at(index(i), err)
			}
		}
		return out, nil
	}
	if c, ok := runtime.AsComplex(v); ok {
		return c, nil
	}
	return Value{t.m, v}, nil
}

// naturalMap is a map[string]any, or map[any]any where a key is no str.
func (t *thread) naturalMap(v runtime.Value, size, depth int) (any, error) {
	named := make(map[string]any, size)
	var mixed map[any]any
	err := t.eachEntry(v, func(k, x runtime.Value) error {
		val, err := t.natural(x, depth+1)
		if err != nil {
			return at("["+t.shortRepr(k)+"]", err)
		}
		if s, ok := runtime.AsStr(k); ok && mixed == nil {
			name, err := goString(s.String())
			named[name] = val
			return err
		}
		if mixed == nil {
			mixed = make(map[any]any, size)
			for name, x := range named {
				mixed[name] = x
			}
		}
		key := reflect.New(anyType).Elem()
		if _, isTuple := runtime.AsTuple(k); isTuple {
			mixed[Value{t.m, k}] = val // Go has nothing for a key of several parts
			return nil
		}
		if err := t.keyFrom(k, key, depth); err != nil {
			return err
		}
		mixed[key.Interface()] = val
		return nil
	})
	if mixed != nil {
		return mixed, err
	}
	return named, err
}
