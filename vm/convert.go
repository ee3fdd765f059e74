package vm

import (
	"cmp"
	"context"
	"errors"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

// # Values of Go as objects of Python
//
//	nil, nil pointer, func, chan     None
//	bool, ints, floats, complex      the same; *big.Int: int
//	string                           str; bytes that are no UTF-8 as lone surrogates, as os.fsdecode has them
//	[]byte, [n]byte                  bytes
//	slice, array                     list, a copy
//	map                              dict, a copy, in the order of the keys; map[T]struct{}: set
//	struct, pointer to struct        an instance of the type's class: a copy of the struct, or the struct itself
//	pointer to slice, map            something like a list or dict that is the Go value itself
//	other pointer                    what it points at
//	func                             a function; iter.Seq, iter.Seq2: an iterable
//	chan                             an iterable with send(), recv() and close()
//	error                            an exception object
//	time.Duration                    float, in seconds
//	Value                            the object
//	reflect.Type                     the type's class
//
// Values are copied, pointers are not; what is reached through a pointer
// (a field of *T) is the Go value itself, too. See gotype.go for classes.

// maxNesting is how deep Go and Python values may be nested to be converted.
// Cycles of slices and maps end there.
const maxNesting = 1000

// errNesting is the error for cycles and what is nested too deeply.
func errNesting() error {
	return runtime.ValueErrorf("Circular reference detected, or values nested more than %d deep", maxNesting)
}

// toPy makes the Python object for a Go value.
func (t *thread) toPy(x any) (runtime.Value, error) {
	switch x := x.(type) {
	case nil:
		return runtime.None, nil
	case int:
		return runtime.Int(int64(x)), nil
	case string:
		return pyString(x), nil
	case bool:
		return runtime.Bool(x), nil
	case float64:
		return runtime.Float(x), nil
	case int64:
		return runtime.Int(x), nil
	case Value:
		return t.ownValue(x)
	case []byte:
		return runtime.NewBytes(slices.Clone(x)), nil
	case runtime.Value:
		return x, nil
	}
	t.m.takeGoValues()
	return t.reflectToPy(reflect.ValueOf(x), 0)
}

// ownValue checks that a Value may be used in t's machine.
func (t *thread) ownValue(v Value) (runtime.Value, error) {
	switch {
	case v.v.IsUnset():
		return runtime.Value{}, t.raiseHost(errNoValue)
	case v.m != t.m && v.v.IsHeap():
		return runtime.Value{}, t.raiseHost(errForeign)
	}
	return v.v, nil
}

// errForeign is the error for an object that is given to another machine than its own.
var errForeign = errors.New("vm: the Value belongs to another machine")

var (
	errorType    = reflect.TypeFor[error]()
	valueType    = reflect.TypeFor[Value]()
	rawType      = reflect.TypeFor[runtime.Value]()
	bigType      = reflect.TypeFor[*big.Int]()
	timeType     = reflect.TypeFor[time.Time]()
	durationType = reflect.TypeFor[time.Duration]()
	typeType     = reflect.TypeFor[reflect.Type]()
	contextType  = reflect.TypeFor[context.Context]()
	machineType  = reflect.TypeFor[*Machine]()
	kwType       = reflect.TypeFor[Kw]()
	anyType      = reflect.TypeFor[any]()
	emptyStruct  = reflect.TypeFor[struct{}]()
)

// reflectToPy is toPy for a value of any type; depth is how deep it is nested in others.
func (t *thread) reflectToPy(v reflect.Value, depth int) (runtime.Value, error) {
	if !v.IsValid() {
		return runtime.None, nil
	}
	if depth > maxNesting {
		return runtime.Value{}, errNesting()
	}
	typ := v.Type()
	if g := t.m.goTypes[typ]; g != nil && g.registered && typ.Kind() != reflect.Interface {
		return t.wrap(v)
	}
	if out, ok, err := t.specialToPy(v, typ); ok || err != nil {
		return out, err
	}
	switch typ.Kind() {
	case reflect.Bool:
		return runtime.Bool(v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return runtime.Int(v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if u := v.Uint(); u > 1<<63-1 {
			return runtime.NewInt(new(big.Int).SetUint64(u)), nil
		}
		return runtime.Int(int64(v.Uint())), nil
	case reflect.Float32, reflect.Float64:
		return runtime.Float(v.Float()), nil
	case reflect.Complex64, reflect.Complex128:
		return runtime.NewComplex(v.Complex()), nil
	case reflect.String:
		return pyString(v.String()), nil
	case reflect.Interface:
		return t.reflectToPy(v.Elem(), depth)
	case reflect.Slice, reflect.Array:
		return t.listToPy(v, depth)
	case reflect.Map:
		return t.mapToPy(v, depth)
	case reflect.Struct:
		return t.wrap(v)
	case reflect.Pointer:
		if v.IsNil() {
			return runtime.None, nil
		}
		if k := typ.Elem().Kind(); isLive(k) || t.m.goTypes[typ.Elem()].isRegistered() {
			return t.wrap(v)
		}
		return t.reflectToPy(v.Elem(), depth+1)
	case reflect.Func:
		if v.IsNil() {
			return runtime.None, nil
		}
		if typ.CanSeq() || typ.CanSeq2() {
			return t.wrap(v)
		}
		return t.m.newFunc("", v)
	case reflect.Chan:
		if v.IsNil() {
			return runtime.None, nil
		}
		return t.wrap(v)
	}
	return runtime.Value{}, runtime.TypeErrorf("cannot convert Go %s to a Python object", typ)
}

// isLive says that a pointer to a value of kind k becomes an object that is that value.
func isLive(k reflect.Kind) bool {
	return k == reflect.Struct || k == reflect.Slice || k == reflect.Map || k == reflect.Array
}

// specialToPy is reflectToPy for types that are not converted by their kind.
func (t *thread) specialToPy(v reflect.Value, typ reflect.Type) (out runtime.Value, ok bool, err error) {
	switch typ {
	case durationType:
		return runtime.Float(time.Duration(v.Int()).Seconds()), true, nil
	case valueType:
		out, err = t.ownValue(v.Interface().(Value))
		return out, true, err
	case rawType:
		return v.Interface().(runtime.Value), true, nil
	case bigType:
		if v.IsNil() {
			return runtime.None, true, nil
		}
		return runtime.NewInt(new(big.Int).Set(v.Interface().(*big.Int))), true, nil
	}
	if typ.PkgPath() == "" && typ.Kind() != reflect.Pointer || !v.CanInterface() {
		return out, false, nil
	}
	switch {
	case typ.Implements(errorType):
		if k := typ.Kind(); (k == reflect.Pointer || k == reflect.Interface) && v.IsNil() {
			return runtime.None, true, nil
		}
		e, ok := t.raiseHost(v.Interface().(error)).(*runtime.Exception)
		if !ok {
			return out, false, nil
		}
		return e.Value(), true, nil
	case typ.Implements(typeType):
		out, err = t.m.classFor(t, v.Interface().(reflect.Type), Class{})
		return out, true, err
	}
	return out, false, nil
}

func (t *thread) listToPy(v reflect.Value, depth int) (runtime.Value, error) {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		b := make([]byte, v.Len())
		reflect.Copy(reflect.ValueOf(b), v)
		return runtime.NewBytes(b), nil
	}
	items := make([]runtime.Value, v.Len())
	for i := range items {
		x, err := t.reflectToPy(v.Index(i), depth+1)
		if err != nil {
			return x, err
		}
		items[i] = x
	}
	return runtime.NewList(items).Value(), nil
}

// mapToPy makes a dict, or a set of map[T]struct{}. The keys are sorted: a run
// is to be the same each time.
func (t *thread) mapToPy(v reflect.Value, depth int) (runtime.Value, error) {
	keys := v.MapKeys()
	sortKeys(keys)
	if v.Type().Elem() == emptyStruct {
		s, err := runtime.Call(t.rt, runtime.SetType.Value())
		if err != nil {
			return s, err
		}
		set, _ := runtime.AsSet(s)
		for _, k := range keys {
			x, err := t.reflectToPy(k, depth+1)
			if err == nil {
				err = set.Add(t.rt, x)
			}
			if err != nil {
				return x, err
			}
		}
		return s, nil
	}
	d := runtime.NewDictSize(len(keys))
	for _, k := range keys {
		key, err := t.reflectToPy(k, depth+1)
		if err != nil {
			return key, err
		}
		x, err := t.reflectToPy(v.MapIndex(k), depth+1)
		if err == nil {
			err = d.Set(t.rt, key, x)
		}
		if err != nil {
			return x, err
		}
	}
	return d.Value(), nil
}

// sortKeys sorts keys of a map by their values, as far as they have an order.
func sortKeys(keys []reflect.Value) {
	slices.SortStableFunc(keys, compareKeys)
}

func compareKeys(a, b reflect.Value) int {
	for a.Kind() == reflect.Interface && !a.IsNil() {
		a = a.Elem()
	}
	for b.Kind() == reflect.Interface && !b.IsNil() {
		b = b.Elem()
	}
	if a.Kind() != b.Kind() {
		return cmp.Compare(a.Kind(), b.Kind())
	}
	switch {
	case a.Kind() == reflect.String:
		return strings.Compare(a.String(), b.String())
	case a.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case a.Kind() == reflect.Array:
		for i := range a.Len() {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	}
	return 0
}

// pyString makes a str. What is no UTF-8 becomes lone surrogates, U+DC80 to
// U+DCFF for each byte, as Python's surrogateescape does.
func pyString(s string) runtime.Value {
	if utf8.ValidString(s) {
		return runtime.NewStr(s)
	}
	b := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b = append(b, 0xED, 0xB2|(s[i]>>6&1), 0x80|s[i]&0x3F) // U+DC00 + byte
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return runtime.NewStr(string(b))
}

// goString is the opposite. Other surrogates cannot be text in Go.
func goString(s string) (string, error) {
	if !hasSurrogate(s) {
		return s, nil
	}
	b := make([]byte, 0, len(s))
	pos := 0
	for i := 0; i < len(s); pos++ {
		if isSurrogateAt(s, i) {
			r := rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			if r < 0xDC80 || r > 0xDCFF {
				return "", runtime.NewException(runtime.UnicodeEncodeError, runtime.NewStr("utf-8"), runtime.NewStr(s), runtime.Int(int64(pos)),
					runtime.Int(int64(pos+1)), runtime.NewStr("surrogates not allowed"))
			}
			b = append(b, byte(r))
			i += 3
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		b = append(b, s[i:i+n]...)
		i += n
	}
	return string(b), nil
}

// replaceSurrogates makes a Go string of any str.
func replaceSurrogates(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func isSurrogateAt(s string, i int) bool {
	return s[i] == 0xED && i+2 < len(s) && s[i+1] >= 0xA0
}

func hasSurrogate(s string) bool {
	for i := strings.IndexByte(s, 0xED); i >= 0 && i < len(s); i++ {
		if isSurrogateAt(s, i) {
			return true
		}
		if n := strings.IndexByte(s[i+1:], 0xED); n < 0 {
			return false
		} else {
			i += n
		}
	}
	return false
}
