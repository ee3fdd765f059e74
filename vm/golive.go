package vm

import (
	"reflect"
	goruntime "runtime"
	"sync"

	"github.com/minipy/minipy/runtime"
)

// The operations of Go slices, arrays, maps, channels and sequences that
// scripts hold as they are: the base classes of such types (baseOf).

var goSliceType, goMapType, goChanType, goSeqType runtime.Type

// liveOf gives the Go value of an instance: the slice, map or channel itself.
func liveOf(v runtime.Value) (reflect.Value, error) {
	o := goObjectOf(v)
	if o == nil {
		return reflect.Value{}, errNoInit(v)
	}
	if o.host.v.Kind() == reflect.Pointer {
		return o.host.v.Elem(), nil
	}
	return o.host.v, nil
}

// element makes the Go value for an item of s.
func (t *thread) element(v runtime.Value, typ reflect.Type) (reflect.Value, error) {
	x := reflect.New(typ).Elem()
	if err := t.fromPy(v, x, 0); err != nil {
		return x, valueError("item", err)
	}
	return x, nil
}

// list makes a list of a slice's or array's items.
func (t *thread) list(s reflect.Value) (*runtime.List, error) {
	items := make([]runtime.Value, s.Len())
	for i := range items {
		x, err := t.liveToPy(s.Index(i))
		if err != nil {
			return nil, err
		}
		items[i] = x
	}
	return runtime.NewList(items), nil
}

// asList is v as a list, if it is an instance of a slice or array type.
func (t *thread) asList(v runtime.Value) (runtime.Value, error) {
	if o := goObjectOf(v); o == nil || !v.Type().IsSubtype(&goSliceType) {
		return v, nil
	}
	s, err := liveOf(v)
	if err != nil {
		return v, err
	}
	l, err := t.list(s)
	if err != nil {
		return v, err
	}
	return l.Value(), nil
}

// place is the index that key means in a sequence of n items.
func place(rt *runtime.Thread, key runtime.Value, n int, what string) (int, error) {
	i, err := runtime.AsSsize(rt, key, runtime.IndexError)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, runtime.IndexErrorf("%s index out of range", what)
	}
	return i, nil
}

func sliceLen(rt *runtime.Thread, v runtime.Value) (int, error) {
	s, err := liveOf(v)
	if err != nil {
		return 0, err
	}
	return s.Len(), nil
}

func sliceGet(rt *runtime.Thread, v, key runtime.Value) (runtime.Value, error) {
	s, err := liveOf(v)
	if err != nil {
		return runtime.Value{}, err
	}
	if key.IsExactly(runtime.SliceType) {
		l, err := implOf(rt).list(s)
		if err != nil {
			return runtime.Value{}, err
		}
		return runtime.GetItem(rt, l.Value(), key)
	}
	i, err := place(rt, key, s.Len(), "list")
	if err != nil {
		return runtime.Value{}, err
	}
	return implOf(rt).liveToPy(s.Index(i))
}

func sliceSet(rt *runtime.Thread, v, key, val runtime.Value) error {
	s, err := liveOf(v)
	if err != nil {
		return err
	}
	if key.IsExactly(runtime.SliceType) || val.IsUnset() && s.Kind() == reflect.Slice {
		// as a list does it
		return implOf(rt).onList(s, func(l runtime.Value) error { return runtime.SetItem(rt, l, key, val) })
	}
	if val.IsUnset() {
		return runtime.TypeErrorf("'%s' object doesn't support item deletion", v.Type().Name)
	}
	i, err := place(rt, key, s.Len(), "list assignment")
	if err != nil {
		return err
	}
	x, err := implOf(rt).element(val, s.Type().Elem())
	if err != nil {
		return err
	}
	s.Index(i).Set(x)
	return nil
}

// onList has f change a list of s's items, and puts the result back.
func (t *thread) onList(s reflect.Value, f func(l runtime.Value) error) error {
	l, err := t.list(s)
	if err != nil {
		return err
	}
	if err := f(l.Value()); err != nil {
		return err
	}
	x := reflect.New(s.Type()).Elem()
	if err := t.fromPy(l.Value(), x, 0); err != nil {
		return valueError("item", err)
	}
	s.Set(x)
	return nil
}

func sliceCompare(rt *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	x, err := t.asList(a)
	if err != nil {
		return x, err
	}
	y, err := t.asList(b)
	if err != nil {
		return y, err
	}
	if !x.IsList() || !y.IsList() {
		return runtime.NotImplemented, nil
	}
	return runtime.Compare(rt, op, x, y)
}

func sliceRepr(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	if rt.ReprEnter(v) {
		return runtime.NewStr("[...]"), nil
	}
	defer rt.ReprLeave()
	l, err := implOf(rt).asList(v)
	if err != nil {
		return l, err
	}
	return runtime.Repr(rt, l)
}

// listMethod is a method that a list of the items does: those that change it
// put the items back.
func listMethod(name string, changes bool) runtime.RawFn {
	return func(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (v runtime.Value, err error) {
		s, err := liveOf(args[0])
		if err != nil {
			return v, err
		}
		if changes && s.Kind() != reflect.Slice {
			return v, runtime.TypeErrorf("a Go array has a fixed length")
		}
		call := func(l runtime.Value) error {
			m, err := runtime.GetAttrS(rt, l, name)
			if err == nil {
				v, err = runtime.CallArgs(rt, m, args[1:], names)
			}
			return err
		}
		if changes {
			err = implOf(rt).onList(s, call)
			return v, err
		}
		l, err := implOf(rt).list(s)
		if err != nil {
			return v, err
		}
		err = call(l.Value())
		return v, err
	}
}

// sliceAppend appends without looking at the other items.
func sliceAppend(rt *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	s, err := liveOf(args[0])
	if err != nil {
		return runtime.Value{}, err
	}
	if s.Kind() != reflect.Slice {
		return runtime.Value{}, runtime.TypeErrorf("a Go array has a fixed length")
	}
	x, err := implOf(rt).element(args[1], s.Type().Elem())
	if err != nil {
		return runtime.Value{}, err
	}
	s.Set(reflect.Append(s, x))
	return runtime.None, nil
}

func mapLen(rt *runtime.Thread, v runtime.Value) (int, error) { return sliceLen(rt, v) }

// mapKey makes the Go key; ok is false where key cannot be one of m's.
func (t *thread) mapKey(m reflect.Value, key runtime.Value) (k reflect.Value, ok bool) {
	k = reflect.New(m.Type().Key()).Elem()
	err := t.keyFrom(key, k, 0)
	return k, err == nil
}

func mapGet(rt *runtime.Thread, v, key runtime.Value) (runtime.Value, error) {
	m, err := liveOf(v)
	if err != nil {
		return runtime.Value{}, err
	}
	k, ok := implOf(rt).mapKey(m, key)
	if ok {
		if x := m.MapIndex(k); x.IsValid() {
			return implOf(rt).liveToPy(x)
		}
	}
	return runtime.Value{}, runtime.KeyErr(key)
}

func mapSet(rt *runtime.Thread, v, key, val runtime.Value) error {
	m, err := liveOf(v)
	if err != nil {
		return err
	}
	t := implOf(rt)
	if val.IsUnset() {
		k, ok := t.mapKey(m, key)
		if !ok || !m.MapIndex(k).IsValid() {
			return runtime.KeyErr(key)
		}
		m.SetMapIndex(k, reflect.Value{})
		return nil
	}
	k := reflect.New(m.Type().Key()).Elem()
	if err := t.keyFrom(key, k, 0); err != nil {
		return valueError("item", err)
	}
	x, err := t.element(val, m.Type().Elem())
	if err != nil {
		return err
	}
	if m.IsNil() {
		m.Set(reflect.MakeMap(m.Type()))
	}
	m.SetMapIndex(k, x)
	return nil
}

func mapContains(rt *runtime.Thread, v, key runtime.Value) (bool, error) {
	m, err := liveOf(v)
	if err != nil {
		return false, err
	}
	k, ok := implOf(rt).mapKey(m, key)
	return ok && m.MapIndex(k).IsValid(), nil
}

// asDict is v as a dict, if it is an instance of a map type.
func (t *thread) asDict(v runtime.Value) (runtime.Value, error) {
	if o := goObjectOf(v); o == nil || !v.Type().IsSubtype(&goMapType) {
		return v, nil
	}
	m, err := liveOf(v)
	if err != nil {
		return v, err
	}
	keys := m.MapKeys()
	sortKeys(keys)
	d := runtime.NewDictSize(len(keys))
	for _, k := range keys {
		key, err := t.reflectToPy(k, 0)
		if err != nil {
			return v, err
		}
		x, err := t.liveToPy(m.MapIndex(k))
		if err == nil {
			err = d.Set(t.rt, key, x)
		}
		if err != nil {
			return v, err
		}
	}
	return d.Value(), nil
}

func mapIter(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	d, err := implOf(rt).asDict(v)
	if err != nil {
		return d, err
	}
	return runtime.Iter(rt, d)
}

func mapCompare(rt *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	x, err := t.asDict(a)
	if err != nil {
		return x, err
	}
	y, err := t.asDict(b)
	if err != nil {
		return y, err
	}
	if !x.IsDict() || !y.IsDict() || op != runtime.CmpEQ && op != runtime.CmpNE {
		return runtime.NotImplemented, nil
	}
	return runtime.Compare(rt, op, x, y)
}

func mapRepr(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	if rt.ReprEnter(v) {
		return runtime.NewStr("{...}"), nil
	}
	defer rt.ReprLeave()
	d, err := implOf(rt).asDict(v)
	if err != nil {
		return d, err
	}
	return runtime.Repr(rt, d)
}

// dictMethod is a method that a dict of the entries does; those that change it
// put the entries back.
func dictMethod(name string, changes bool) runtime.RawFn {
	return func(rt *runtime.Thread, args []runtime.Value, names []*runtime.Str) (v runtime.Value, err error) {
		t := implOf(rt)
		m, err := liveOf(args[0])
		if err != nil {
			return v, err
		}
		d, err := t.asDict(args[0])
		if err != nil {
			return v, err
		}
		f, err := runtime.GetAttrS(rt, d, name)
		if err == nil {
			v, err = runtime.CallArgs(rt, f, args[1:], names)
		}
		if err != nil || !changes {
			return v, err
		}
		x := reflect.New(m.Type()).Elem()
		if err := t.fromPy(d, x, 0); err != nil {
			return v, valueError("item", err)
		}
		if m.IsNil() {
			m.Set(x)
			return v, nil
		}
		m.Clear() // the map itself may be known elsewhere
		for _, k := range x.MapKeys() {
			m.SetMapIndex(k, x.MapIndex(k))
		}
		return v, nil
	}
}

// chanRecv receives; ok is false when the channel is closed.
func (t *thread) chanRecv(ch reflect.Value) (x reflect.Value, ok bool, err error) {
	if ch.Type().ChanDir()&reflect.RecvDir == 0 {
		return x, false, runtime.TypeErrorf("cannot receive from a %s", ch.Type())
	}
	if x, ok = ch.TryRecv(); ok || x.IsValid() {
		return x, ok, nil
	}
	done := false
	err = t.block(func(cancel reflect.SelectCase) {
		var i int
		i, x, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: ch}, cancel})
		done = i == 0
	}, &done)
	return x, ok, err
}

func (t *thread) chanSend(ch, x reflect.Value) (err error) {
	if ch.Type().ChanDir()&reflect.SendDir == 0 {
		return runtime.TypeErrorf("cannot send to a %s", ch.Type())
	}
	closed := false
	try := func(f func()) {
		defer func() { closed = recover() != nil }() // of a closed channel
		f()
	}
	done := false
	try(func() { done = ch.TrySend(x) })
	for !done && !closed && err == nil {
		err = t.block(func(cancel reflect.SelectCase) {
			try(func() {
				i, _, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: ch, Send: x}, cancel})
				done = i == 0
			})
		}, &done)
		if closed {
			err = nil
		}
	}
	if closed {
		return runtime.ValueErrorf("send on closed channel")
	}
	return err
}

// block runs f without the GIL again and again until *done, or until an
// interrupt raises. f ends early when cancel can be received from.
func (t *thread) block(f func(cancel reflect.SelectCase), done *bool) error {
	for !*done {
		stop := make(chan struct{})
		cancel := reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(stop)}
		panicked := true
		t.m.Block(t.rt, func() {
			f(cancel)
			panicked = false
		}, func() { close(stop) })
		if err := t.m.Checkpoint(t.rt); err != nil && !*done || panicked {
			return err
		}
		select {
		case <-stop:
		default:
			return nil
		}
	}
	return nil
}

func chanNext(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	t := implOf(rt)
	ch, err := liveOf(v)
	if err != nil {
		return runtime.Value{}, err
	}
	x, ok, err := t.chanRecv(ch)
	if err != nil || !ok {
		return runtime.Value{}, err
	}
	return t.reflectToPy(x, 0)
}

// chanMethods: recv() raises EOFError when the channel is closed and empty.
func chanMethods() []runtime.Method {
	return []runtime.Method{
		{Name: "recv", Doc: "Wait for the next value. EOFError: the channel is closed.", Fn: func(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
			v, err := chanNext(rt, a[0])
			if err == nil && v.IsUnset() {
				return v, runtime.NewException(runtime.EOFError)
			}
			return v, err
		}},
		{Name: "send", Sig: "value, /", Doc: "Send a value; wait until there is room for it.", Fn: func(rt *runtime.Thread, a []runtime.Value) (runtime.Value, error) {
			t := implOf(rt)
			ch, err := liveOf(a[0])
			if err != nil {
				return runtime.Value{}, err
			}
			x, err := t.element(a[1], ch.Type().Elem())
			if err == nil {
				err = t.chanSend(ch, x)
			}
			return runtime.None, err
		}},
		{Name: "close", Doc: "Close the channel: no more values can be sent.", Fn: func(rt *runtime.Thread, a []runtime.Value) (v runtime.Value, err error) {
			ch, err := liveOf(a[0])
			if err != nil {
				return v, err
			}
			if ch.Type().ChanDir()&reflect.SendDir == 0 {
				return v, runtime.TypeErrorf("cannot close a %s", ch.Type())
			}
			defer func() {
				if recover() != nil {
					err = runtime.ValueErrorf("close of closed channel")
				}
			}()
			ch.Close()
			return runtime.None, nil
		}},
	}
}

// A pullSet holds the sequences that are under way, to end them with the machine.
type pullSet struct {
	mu   sync.Mutex
	list map[*pulled]bool
}

// add has it end with it.
func (s *pullSet) add(it *goIter) {
	p := it.pull.p
	s.mu.Lock()
	if s.list == nil {
		s.list = map[*pulled]bool{}
	}
	s.list[p] = true
	s.mu.Unlock()
	goruntime.AddCleanup(it, func(p *pulled) { s.end(p) }, p)
}

// end ends p unless it has ended.
func (s *pullSet) end(p *pulled) {
	s.mu.Lock()
	there := s.list[p]
	delete(s.list, p)
	s.mu.Unlock()
	if there && p.stop != nil {
		p.stop()
	}
}

// endAll ends all: the machine is closed.
func (s *pullSet) endAll() {
	s.mu.Lock()
	list := s.list
	s.list = nil
	s.mu.Unlock()
	for p := range list {
		if p.stop != nil { // nil: its function runs, in a call that goes on by itself
			p.stop()
		}
	}
}

func self(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) { return v, nil }

func init() {
	defineObject()
	methods := func(make func(string, bool) runtime.RawFn, plain, changing []string) []runtime.Method {
		var rows []runtime.Method
		for _, n := range plain {
			rows = append(rows, runtime.Method{Name: n, Raw: make(n, false)})
		}
		for _, n := range changing {
			rows = append(rows, runtime.Method{Name: n, Raw: make(n, true)})
		}
		return rows
	}
	runtime.Define(&goSliceType, runtime.TypeSpec{Name: "go.slice", Base: &goObjectType, Flags: runtime.FlagBase | runtime.FlagSequence, NoHash: true,
		Doc:   "A slice or array of the Go program that runs the script. It works like a list.",
		Slots: runtime.Slots{Len: sliceLen, GetItem: sliceGet, SetItem: sliceSet, Compare: sliceCompare, Repr: sliceRepr},
		Methods: append(methods(listMethod, []string{"index", "count", "copy"}, []string{"extend", "insert", "pop", "remove", "clear", "reverse", "sort"}),
			runtime.Method{Name: "append", Sig: "object, /", Fn: sliceAppend})})
	runtime.Define(&goMapType, runtime.TypeSpec{Name: "go.map", Base: &goObjectType, Flags: runtime.FlagBase | runtime.FlagMapping, NoHash: true,
		Doc:     "A map of the Go program that runs the script. It works like a dict, with its keys in order.",
		Slots:   runtime.Slots{Len: mapLen, GetItem: mapGet, SetItem: mapSet, Contains: mapContains, Iter: mapIter, Compare: mapCompare, Repr: mapRepr},
		Methods: methods(dictMethod, []string{"keys", "values", "items", "get", "copy"}, []string{"pop", "popitem", "setdefault", "update", "clear"})})
	runtime.Define(&goChanType, runtime.TypeSpec{Name: "go.chan", Base: &goObjectType, Flags: runtime.FlagBase,
		Doc:   "A channel of the Go program that runs the script. Iterating over it receives until it is closed.",
		Slots: runtime.Slots{Iter: self, Next: chanNext, Len: sliceLen}, Methods: chanMethods()})
	runtime.Define(&goSeqType, runtime.TypeSpec{Name: "go.sequence", Base: &goObjectType, Flags: runtime.FlagBase,
		Doc: "A sequence (iter.Seq or iter.Seq2) of the Go program that runs the script.",
		Slots: runtime.Slots{Iter: func(rt *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			fn, err := liveOf(v)
			if err != nil {
				return runtime.Value{}, err
			}
			return implOf(rt).newSeqIter(fn), nil
		}}})
}
