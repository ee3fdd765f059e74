package vm

import (
	"iter"
	"reflect"

	"github.com/minipy/minipy/runtime"
)

// The special methods that a class gets from the methods of its Go type: the
// table in gotype.go.

// A special makes the Python method `name` out of the Go method `from`, if that
// has the right signature.
type special struct {
	name, from string
	// fits looks at the Go method's type, the receiver included.
	fits func(typ reflect.Type) bool
	// wrap makes the row's function of what the plain method does; nil: that is it.
	wrap func(plain runtime.NativeFn) (sig string, fn runtime.NativeFn)
}

// specialTable lists them; of several with one name the first that fits counts.
func specialTable() []special {
	text := func(t reflect.Type) bool {
		return t.NumIn() == 1 && t.NumOut() == 1 && t.Out(0).Kind() == reflect.String
	}
	count := func(t reflect.Type) bool {
		return t.NumIn() == 1 && t.NumOut() == 1 && t.Out(0).Kind() == reflect.Int
	}
	return []special{
		{"__str__", "String", text, nil},
		{"__str__", "Error", text, nil},
		{"__repr__", "GoString", text, nil},
		{"__len__", "Len", count, nil},
		{"__hash__", "Hash", hashes, nil},
		{"__call__", "Call", func(reflect.Type) bool { return true }, nil},
		{"__getitem__", "Get", gets, itemOf},
		{"__getitem__", "At", gets, itemOf},
		{"__setitem__", "Set", func(t reflect.Type) bool { return t.NumIn() == 3 && noResult(t) }, nil},
		{"__delitem__", "Delete", func(t reflect.Type) bool { return t.NumIn() == 2 && noResult(t) }, nil},
		{"__contains__", "Has", asks, nil},
		{"__contains__", "Contains", asks, nil},
		{"__iter__", "All", iterates, iterOf},
		{"__iter__", "Next", nexts, func(runtime.NativeFn) (string, runtime.NativeFn) { return "", selfOf }},
		{"__next__", "Next", nexts, nextOf},
		{"__enter__", "Lock", closes, enterWith},
		{"__enter__", "Close", closes, func(runtime.NativeFn) (string, runtime.NativeFn) { return "", selfOf }},
		{"__exit__", "Unlock", closes, exitWith},
		{"__exit__", "Close", closes, exitWith},
		{"__eq__", "Equal", relates(reflect.Bool), equalOf},
		{"__eq__", "Compare", relates(reflect.Int), compareOf(func(c int64) bool { return c == 0 })},
		{"__lt__", "Compare", relates(reflect.Int), compareOf(func(c int64) bool { return c < 0 })},
		{"__le__", "Compare", relates(reflect.Int), compareOf(func(c int64) bool { return c <= 0 })},
		{"__gt__", "Compare", relates(reflect.Int), compareOf(func(c int64) bool { return c > 0 })},
		{"__ge__", "Compare", relates(reflect.Int), compareOf(func(c int64) bool { return c >= 0 })},
	}
}

func noResult(t reflect.Type) bool {
	return t.NumOut() == 0 || t.NumOut() == 1 && t.Out(0) == errorType
}

func closes(t reflect.Type) bool { return t.NumIn() == 1 && noResult(t) }
func asks(t reflect.Type) bool {
	return t.NumIn() == 2 && t.NumOut() == 1 && t.Out(0).Kind() == reflect.Bool
}

func hashes(t reflect.Type) bool {
	if t.NumIn() != 1 || t.NumOut() != 1 {
		return false
	}
	k := t.Out(0).Kind()
	return k >= reflect.Int && k <= reflect.Uint64
}

func gets(t reflect.Type) bool {
	return t.NumIn() == 2 && !t.IsVariadic() && (t.NumOut() == 1 || t.NumOut() == 2 && (t.Out(1).Kind() == reflect.Bool || t.Out(1) == errorType))
}

func iterates(t reflect.Type) bool {
	return t.NumIn() == 1 && t.NumOut() == 1 && (t.Out(0).CanSeq() || t.Out(0).CanSeq2())
}

func nexts(t reflect.Type) bool {
	return t.NumIn() == 1 && t.NumOut() == 2 && t.Out(1).Kind() == reflect.Bool
}

// relates says that the method compares the receiver's type with itself.
func relates(result reflect.Kind) func(reflect.Type) bool {
	return func(t reflect.Type) bool {
		if t.NumIn() != 2 || t.NumOut() != 1 || t.Out(0).Kind() != result {
			return false
		}
		return baseType(t.In(0)) == baseType(t.In(1))
	}
}

func baseType(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// specials adds the special methods that the class does not have yet.
func (c *classMaker) specials(ptr reflect.Type, hide map[string]bool) error {
	for _, s := range specialTable() {
		if c.has(s.name) || hide[s.name] {
			continue
		}
		mt, ok := ptr.MethodByName(s.from)
		if !ok || hide[c.g.name(s.from)] || !s.fits(mt.Func.Type()) {
			continue
		}
		f, err := c.m.describe(s.name, mt.Func, true)
		if err != nil {
			return err
		}
		if s.wrap != nil {
			plain := f.row.Fn
			if plain == nil {
				continue
			}
			f.row.Sig, f.row.Fn = s.wrap(plain)
			f.wrap = s.wrap
		}
		c.native(f)
	}
	if c.has("__eq__") && !c.has("__hash__") {
		c.put("__hash__", runtime.None)
	}
	return nil
}

func selfOf(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) { return args[0], nil }

// itemOf is x[key] for a method whose second result says whether there is such an item.
func itemOf(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "key, /", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		v, err := plain(rt, args)
		if err != nil {
			return v, err
		}
		if tup, ok := runtime.AsTuple(v); ok && v.IsTuple() && len(tup.Items()) == 2 && tup.Items()[1].IsBool() {
			if tup.Items()[1].IsFalse() {
				if args[1].IsInt() {
					return runtime.Value{}, runtime.IndexErrorf("index out of range")
				}
				return runtime.Value{}, runtime.KeyErr(args[1])
			}
			return tup.Items()[0], nil
		}
		return v, nil
	}
}

// iterOf is iter(x): an iterator over the sequence that the method gives.
func iterOf(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		v, err := plain(rt, args)
		if err != nil {
			return v, err
		}
		return runtime.Iter(rt, v)
	}
}

// nextOf is next(x).
func nextOf(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		v, err := plain(rt, args)
		if err != nil {
			return v, err
		}
		pair := runtime.As[runtime.Tuple](v).Items()
		if pair[1].IsFalse() {
			return runtime.Value{}, runtime.NewException(runtime.StopIteration)
		}
		return pair[0], nil
	}
}

// enterWith and exitWith call the method and give the context manager, or None.
func enterWith(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		if v, err := plain(rt, args); err != nil {
			return v, err
		}
		return args[0], nil
	}
}

func exitWith(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "exc_type=None, exc_value=None, traceback=None, /", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		if v, err := plain(rt, args[:1]); err != nil {
			return v, err
		}
		return runtime.None, nil
	}
}

// sameGo says that both hold values of one Go type.
func sameGo(a, b runtime.Value) bool {
	x, y := goObjectOf(a), goObjectOf(b)
	return x != nil && y != nil && x.host.v.Type() == y.host.v.Type()
}

func equalOf(plain runtime.NativeFn) (string, runtime.NativeFn) {
	return "value, /", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		if !sameGo(args[0], args[1]) {
			return runtime.NotImplemented, nil
		}
		return plain(rt, args)
	}
}

func compareOf(yes func(c int64) bool) func(runtime.NativeFn) (string, runtime.NativeFn) {
	return func(plain runtime.NativeFn) (string, runtime.NativeFn) {
		return "value, /", func(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			if !sameGo(args[0], args[1]) {
				return runtime.NotImplemented, nil
			}
			v, err := plain(rt, args)
			if err != nil {
				return v, err
			}
			return runtime.Bool(yes(v.AsInt64())), nil
		}
	}
}

// A goIter is an iterator over an iter.Seq or iter.Seq2.
type goIter struct {
	runtime.Object
	pull pullRef
}

// A pullRef is a running sequence of the embedding program; like a hostRef it
// cannot be in a snapshot.
type pullRef struct{ p *pulled }

type pulled struct {
	next func() (reflect.Value, reflect.Value, bool)
	stop func()
	pair bool // of a Seq2
}

var goIterType runtime.Type

// newSeqIter makes an iterator over the sequence fn. Its function runs on a
// goroutine of its own (iter.Pull), which ends with the sequence, with the
// iterator, or with the machine.
func (t *thread) newSeqIter(fn reflect.Value) runtime.Value {
	p := &pulled{pair: fn.Type().CanSeq2()}
	if p.pair {
		p.next, p.stop = iter.Pull2(fn.Seq2())
	} else {
		next, stop := iter.Pull(fn.Seq())
		p.next = func() (reflect.Value, reflect.Value, bool) {
			v, ok := next()
			return v, reflect.Value{}, ok
		}
		p.stop = stop
	}
	it := &goIter{pull: pullRef{p}}
	it.Init(&goIterType)
	t.m.pulls.add(it)
	return it.Value()
}

func seqNext(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	t, it := implOf(rt), runtime.As[goIter](v)
	p := it.pull.p
	if p == nil {
		return runtime.Value{}, nil
	}
	if p.stop == nil {
		return runtime.Value{}, runtime.ValueErrorf("Go sequence already executing")
	}
	a, b, ok, err := t.pullNext(p)
	if err != nil || !ok {
		it.pull.p = nil
		return runtime.Value{}, err
	}
	x, err := t.reflectToPy(a, 0)
	if err != nil || !p.pair {
		return x, err
	}
	y, err := t.reflectToPy(b, 0)
	if err != nil {
		return y, err
	}
	return runtime.TupleOf(x, y), nil
}

// pullNext takes the next value, with the GIL lent.
func (t *thread) pullNext(p *pulled) (a, b reflect.Value, ok bool, err error) {
	stop := p.stop
	p.stop = nil
	defer func() { p.stop = stop }()
	defer t.returned(t.cur, nil, &err)
	t.lend()
	a, b, ok = p.next()
	return a, b, ok, nil
}

func init() {
	runtime.Define(&goIterType, runtime.TypeSpec{Name: "go.iterator", Size: runtime.SizeOf[goIter](), Flags: runtime.FlagDisallowNew,
		Doc:   "An iterator over a sequence of Go.",
		Slots: runtime.Slots{Next: seqNext, Iter: func(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) { return v, nil }}})
}
