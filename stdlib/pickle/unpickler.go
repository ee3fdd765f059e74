package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// An unpickler is an Unpickler.
type unpickler struct {
	rt.Object
	ready    bool
	loading  bool
	fixNames bool
	proto    int // of the pickle being read
	t        *thread
	st       *state

	in                             string // see input.go
	pos                            int
	looked                         int // how much of in was taken from the file, not only looked at
	read, readinto, readline, peek value

	stack []value
	marks []int
	fence int // the stack's height at the last mark: nothing below may be popped

	memo    []value       // by index; unset: none
	sparse  map[int]value // the objects with far higher indexes
	memoLen int

	persLoad         value
	buffers          value // iterator
	encoding, errors string
	plain            plainClass
	strs             strMaker
}

var unpicklerType rt.Type

func (u *unpickler) setFile(t *thread, file value) error {
	for _, m := range []struct {
		name *rt.Str
		into *value
	}{{names.peek, &u.peek}, {names.readinto, &u.readinto}, {names.read, &u.read}, {names.readline, &u.readline}} {
		var err error
		if *m.into, _, err = rt.LookupAttr(t, file, m.name); err != nil {
			return err
		}
	}
	if u.read.IsUnset() || u.readline.IsUnset() {
		u.read = value{}
		return rt.TypeErrorf("file must have 'read' and 'readline' attributes")
	}
	return nil
}

// setOptions reads the arguments fix_imports, encoding, errors and buffers of
// the function that messages call who.
func (u *unpickler) setOptions(t *thread, who string, a []value) error {
	fix, err := rt.IsTrue(t, a[0])
	if err != nil {
		return err
	}
	u.fixNames = fix
	for i, into := range []*string{&u.encoding, &u.errors} {
		s, ok := rt.AsStr(a[1+i])
		if !ok {
			return rt.TypeErrorf("%sargument '%s' must be str, not %s", who, []string{"encoding", "errors"}[i], a[1+i].Type().Name)
		}
		*into = s.String()
	}
	u.buffers = value{}
	if b := a[3]; !b.IsUnset() && !b.IsNone() {
		u.buffers, err = rt.Iter(t, b)
	}
	return err
}

// putMemo gives an object an index.
func (u *unpickler) putMemo(i int, v value) error {
	switch {
	case i < len(u.memo):
		if u.memo[i].IsUnset() {
			u.memoLen++
		}
		u.memo[i] = v
	case i == len(u.memo):
		u.memo = append(u.memo, v)
		u.memoLen++
	case i <= 2*len(u.memo)+1024:
		u.memo = append(u.memo, make([]value, i+1-len(u.memo))...)
		u.memo[i] = v
		u.memoLen++
	case i > 1<<40:
		return rt.MemoryErr()
	default:
		// an index far beyond the others: CPython makes its table that long
		if u.sparse == nil {
			u.sparse = map[int]value{}
		}
		if _, ok := u.sparse[i]; !ok {
			u.memoLen++
		}
		u.sparse[i] = v
		return nil
	}
	if u.sparse != nil {
		if _, ok := u.sparse[i]; ok { // the table has grown up to it
			delete(u.sparse, i)
			u.memoLen--
		}
	}
	return nil
}

// getMemo gives the object of an index.
func (u *unpickler) getMemo(i int) (value, error) {
	if uint(i) < uint(len(u.memo)) && !u.memo[i].IsUnset() {
		return u.memo[i], nil
	}
	if v, ok := u.sparse[i]; ok {
		return v, nil
	}
	return value{}, rt.Errorf(&unpicklingError, "Memo value not found at index %d", i)
}

func (u *unpickler) eachMemo(f func(i int, v value) error) error {
	for i, v := range u.memo {
		if !v.IsUnset() {
			if err := f(i, v); err != nil {
				return err
			}
		}
	}
	for i, v := range u.sparse {
		if err := f(i, v); err != nil {
			return err
		}
	}
	return nil
}

func unpicklerNew(t *thread, args []value) (value, error) {
	cls, err := rt.ClassArg(args, &unpicklerType)
	if err != nil {
		return value{}, err
	}
	return rt.Alloc[unpickler](cls).Value(), nil
}

func unpicklerInit(t *thread, a []value) (value, error) {
	u := rt.As[unpickler](a[0])
	if u.loading {
		return value{}, rt.RuntimeErrorf("Unpickler is loading")
	}
	u.in, u.pos, u.looked = "", 0, 0
	if err := u.setFile(t, a[1]); err != nil {
		return value{}, err
	}
	if err := u.setOptions(t, "Unpickler() ", a[2:]); err != nil {
		return value{}, err
	}
	var err error
	if u.persLoad, err = overridden(t, a[0], &unpicklerType, names.persistentLoad); err != nil {
		return value{}, err
	}
	u.stack, u.marks = nil, nil
	u.memo, u.sparse, u.memoLen = nil, nil, 0
	u.ready = true
	return rt.None, nil
}

func unpicklerLoad(t *thread, a []value) (value, error) {
	u := rt.As[unpickler](a[0])
	if !u.ready {
		return value{}, rt.Errorf(&unpicklingError, "Unpickler.__init__() was not called by %s.__init__()", u.Type().Name)
	}
	if u.loading {
		return value{}, rt.RuntimeErrorf("Unpickler is loading")
	}
	st, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	return u.load(t, st)
}

// load reads one pickle.
func (u *unpickler) load(t *thread, st *state) (value, error) {
	u.t, u.st, u.loading = t, st, true
	u.marks, u.fence, u.proto = u.marks[:0], 0, 0
	if u.stack = st.stack; u.stack == nil {
		u.stack = make([]value, 0, 64)
	}
	st.stack = nil
	v, err := u.run()
	if err == nil {
		err = u.skipUsed()
	}
	if cap(u.stack) <= keepMemo {
		clear(u.stack[:cap(u.stack)])
		st.stack = u.stack[:0]
	}
	u.stack, u.t, u.st, u.loading = nil, nil, nil, false
	return v, err
}

// loadWith is load and loads: from a file, or from data.
func loadWith(t *thread, who string, file, data value, options []value) (value, error) {
	st, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	u := st.unpickler
	if st.unpickler = nil; u == nil {
		u = &unpickler{}
		u.Object.Init(&unpicklerType)
	}
	defer st.giveUnpickler(u)
	if err := u.setOptions(t, who, options); err != nil {
		return value{}, err
	}
	if file.IsUnset() {
		err = u.setInput(t, data)
	} else {
		err = u.setFile(t, file)
	}
	if err != nil {
		return value{}, err
	}
	return u.load(t, st)
}

// giveUnpickler keeps an unpickler that only loadWith knew for the next call.
func (st *state) giveUnpickler(u *unpickler) {
	memo := u.memo
	clear(memo)
	if cap(memo) > keepMemo {
		memo = nil
	}
	*u = unpickler{Object: u.Object, memo: memo[:0], marks: u.marks[:0], plain: u.plain}
	st.unpickler = u
}

func load(t *thread, a []value) (value, error)  { return loadWith(t, "load() ", a[0], value{}, a[1:]) }
func loads(t *thread, a []value) (value, error) { return loadWith(t, "loads() ", value{}, a[0], a[1:]) }

func init() {
	rt.Define(&unpicklerType, rt.TypeSpec{Name: "_pickle.Unpickler", Size: rt.SizeOf[unpickler](), Flags: rt.FlagBase,
		Doc:  "This takes a binary file for reading a pickle data stream.",
		New:  rt.Method{Sig: "*args, **kwargs", Fn: unpicklerNew},
		Init: rt.Method{Sig: "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=?", Fn: unpicklerInit},
		Methods: []rt.Method{
			{Name: "load", Fn: unpicklerLoad, Doc: "Load a pickle."},
			{Name: "find_class", Sig: "module_name, global_name, /", Fn: func(t *thread, a []value) (value, error) {
				st, err := stateOf(t)
				if err != nil {
					return value{}, err
				}
				return rt.As[unpickler](a[0]).lookUp(t, st, a[1], a[2])
			}, Doc: "Return an object from a specified module."},
			{Name: "__sizeof__", Fn: func(t *thread, a []value) (value, error) {
				u := rt.As[unpickler](a[0])
				return rt.Int(int64(rt.SizeOf[unpickler]().Bytes()) + int64(cap(u.memo))*16), nil
			}},
		},
		GetSets: []rt.GetSet{
			{Name: "memo", Get: func(t *thread, v value) (value, error) { return newUnpicklerMemo(rt.As[unpickler](v)), nil },
				Set: func(t *thread, v, val value) error { return setUnpicklerMemo(t, rt.As[unpickler](v), val) }},
			{Name: "persistent_load", Get: func(t *thread, v value) (value, error) {
				if f := rt.As[unpickler](v).persLoad; !f.IsUnset() {
					return f, nil
				}
				return value{}, rt.AttributeErrorf("persistent_load")
			}, Set: func(t *thread, v, val value) error {
				if err := callableAttr("persistent_load", val); err != nil {
					return err
				}
				rt.As[unpickler](v).persLoad = val
				return nil
			}},
		},
	})
}
