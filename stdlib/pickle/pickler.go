package pickle

import (
	rt "github.com/minipy/minipy/runtime"
)

// A pickler is a Pickler. What it is doing at the moment is in a saver.
type pickler struct {
	rt.Object
	ready    bool // __init__ has run
	bin      bool // proto > 0
	framing  bool // frames are being written
	fixNames bool // Python 2's module names are written
	proto    int
	fast     int // not 0: no memo
	nesting  int // of lists and dicts in fast mode
	memo     *memoTable
	fastSeen map[*rt.Object]bool
	write    value    // of the file; unset: dumps()
	persID   value    // persistent_id of a subclass or as assigned; unset: none
	dispatch value    // dispatch_table; unset: copyreg's
	reducers *rt.Dict // asked before copyreg's; nil: none
	override value    // reducer_override, during a dump
	callback value    // buffer_callback
	out      []byte
	frame    int // where the open frame begins in out; -1: none is open
}

var picklerType rt.Type

func newPickler() *pickler {
	p := &pickler{memo: &memoTable{}, frame: -1}
	p.Object.Init(&picklerType)
	return p
}

// setProtocol reads the arguments protocol and fix_imports.
func (p *pickler) setProtocol(t *thread, proto value, fixImports bool) error {
	n := defaultProtocol
	if !proto.IsNone() {
		v, err := rt.Index(t, proto)
		if err != nil {
			return err
		}
		i, err := rt.AsInt64(t, v)
		if err != nil {
			return rt.OverflowErrorf("Python int too large to convert to C long")
		}
		if i > highestProtocol {
			return rt.ValueErrorf("pickle protocol must be <= %d", highestProtocol)
		}
		n = int(i)
		if i < 0 {
			n = highestProtocol
		}
	}
	p.proto, p.bin, p.fixNames = n, n > 0, fixImports && n < 3
	return nil
}

func (p *pickler) setFile(t *thread, file value) error {
	w, ok, err := rt.LookupAttr(t, file, names.write)
	if err != nil {
		return err
	}
	if !ok {
		return rt.TypeErrorf("file must have a 'write' attribute")
	}
	p.write = w
	return nil
}

func (p *pickler) setCallback(v value) error {
	p.callback = value{}
	if v.IsNone() {
		return nil
	}
	if p.proto < 5 {
		return rt.ValueErrorf("buffer_callback needs protocol >= 5")
	}
	p.callback = v
	return nil
}

// dump writes one pickle into the buffer.
func (p *pickler) dump(t *thread, st *state, obj value) error {
	var err error
	if p.Type() != &picklerType || p.Type().Has(rt.FlagDict) {
		if p.override, _, err = rt.LookupAttr(t, p.Value(), names.reducerOverride); err != nil {
			return err
		}
	}
	if p.proto >= 2 {
		p.out = append(p.out, opProto, byte(p.proto))
		p.framing = p.proto >= 4
	}
	s := newSaver(t, st, p)
	err = s.run(obj)
	s.done(st)
	if err == nil {
		p.op(opStop)
		p.closeFrame()
	}
	p.framing, p.frame, p.override = false, -1, value{}
	return err
}

func picklerNew(t *thread, args []value) (value, error) {
	cls, err := rt.ClassArg(args, &picklerType)
	if err != nil {
		return value{}, err
	}
	p := rt.Alloc[pickler](cls)
	p.memo, p.frame = &memoTable{}, -1
	return p.Value(), nil
}

func picklerInit(t *thread, a []value) (value, error) {
	p := rt.As[pickler](a[0])
	fix, err := rt.IsTrue(t, a[3])
	if err != nil {
		return value{}, err
	}
	if err := p.setProtocol(t, a[2], fix); err != nil {
		return value{}, err
	}
	if err := p.setFile(t, a[1]); err != nil {
		return value{}, err
	}
	if err := p.setCallback(a[4]); err != nil {
		return value{}, err
	}
	p.memo = &memoTable{}
	p.fast, p.nesting, p.fastSeen = 0, 0, nil
	p.out, p.frame, p.framing = nil, -1, false
	// a method of a subclass; the attribute of the class itself hides it
	if p.persID, err = overridden(t, a[0], &picklerType, names.persistentID); err != nil {
		return value{}, err
	}
	p.dispatch = value{}
	if p.Type() != &picklerType {
		if p.dispatch, _, err = rt.LookupAttr(t, a[0], names.dispatchTable); err != nil {
			return value{}, err
		}
	}
	p.ready = true
	return rt.None, nil
}

// overridden gives the bound method of that name if a subclass of base defines it.
func overridden(t *thread, self value, base *rt.Type, name *rt.Str) (value, error) {
	if self.Type() == base {
		return value{}, nil
	}
	v, _, err := rt.LookupAttr(t, self, name)
	return v, err
}

func picklerDump(t *thread, a []value) (value, error) {
	p := rt.As[pickler](a[0])
	if !p.ready {
		return value{}, rt.Errorf(&picklingError, "Pickler.__init__() was not called by %s.__init__()", p.Type().Name)
	}
	st, err := stateOf(t)
	if err != nil {
		return value{}, err
	}
	p.out, p.frame = p.out[:0], -1
	if err := p.dump(t, st, a[1]); err != nil {
		return value{}, err
	}
	err = p.flush(t)
	if cap(p.out) > frameTarget*2 {
		p.out = nil
	}
	return rt.None, err
}

func init() {
	rt.Define(&picklerType, rt.TypeSpec{Name: "_pickle.Pickler", Size: rt.SizeOf[pickler](), Flags: rt.FlagBase,
		Doc:  "This takes a binary file for writing a pickle data stream.",
		New:  rt.Method{Sig: "*args, **kwargs", Fn: picklerNew},
		Init: rt.Method{Sig: "file, protocol=None, fix_imports=True, buffer_callback=None", Fn: picklerInit},
		Methods: []rt.Method{
			{Name: "dump", Sig: "obj, /", Fn: picklerDump, Doc: "Write a pickled representation of the given object to the open file."},
			{Name: "clear_memo", Fn: func(t *thread, a []value) (value, error) {
				rt.As[pickler](a[0]).memo.clear()
				return rt.None, nil
			}, Doc: "Clears the pickler's \"memo\"."},
			{Name: "__sizeof__", Fn: func(t *thread, a []value) (value, error) {
				p := rt.As[pickler](a[0])
				return rt.Int(int64(rt.SizeOf[pickler]().Bytes()) + int64(len(p.memo.entries))*16 + int64(cap(p.out))), nil
			}},
		},
		GetSets: []rt.GetSet{
			{Name: "bin", Get: func(t *thread, v value) (value, error) { return rt.Int(b2i(rt.As[pickler](v).bin)), nil },
				Set: func(t *thread, v, val value) error {
					on, err := memberInt(t, val)
					rt.As[pickler](v).bin = on != 0
					return err
				}},
			{Name: "fast", Get: func(t *thread, v value) (value, error) { return rt.Int(int64(rt.As[pickler](v).fast)), nil },
				Set: func(t *thread, v, val value) error {
					on, err := memberInt(t, val)
					rt.As[pickler](v).fast = on
					return err
				}},
			{Name: "dispatch_table", Get: func(t *thread, v value) (value, error) {
				if d := rt.As[pickler](v).dispatch; !d.IsUnset() {
					return d, nil
				}
				return value{}, rt.AttributeErrorf("'%s' object has no attribute 'dispatch_table'", v.Type().Name)
			}, Set: func(t *thread, v, val value) error {
				p := rt.As[pickler](v)
				if val.IsUnset() && p.dispatch.IsUnset() {
					return rt.AttributeErrorf("dispatch_table")
				}
				p.dispatch = val
				return nil
			}},
			{Name: "persistent_id", Get: func(t *thread, v value) (value, error) {
				if f := rt.As[pickler](v).persID; !f.IsUnset() {
					return f, nil
				}
				return value{}, rt.AttributeErrorf("persistent_id")
			}, Set: func(t *thread, v, val value) error {
				if err := callableAttr("persistent_id", val); err != nil {
					return err
				}
				rt.As[pickler](v).persID = val
				return nil
			}},
			{Name: "memo", Get: func(t *thread, v value) (value, error) { return newPicklerMemo(rt.As[pickler](v)), nil },
				Set: func(t *thread, v, val value) error { return setPicklerMemo(t, rt.As[pickler](v), val) }},
		},
	})
}

func b2i(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// memberInt reads what is assigned to an attribute that is a C int.
func memberInt(t *thread, v value) (int, error) {
	if v.IsUnset() {
		return 0, rt.TypeErrorf("can't delete numeric/char attribute")
	}
	return rt.AsSsize(t, v, rt.OverflowError)
}

func callableAttr(name string, v value) error {
	if v.IsUnset() {
		return rt.TypeErrorf("attribute deletion is not supported")
	}
	if !rt.IsCallable(v) {
		return rt.TypeErrorf("%s must be a callable taking one argument", name)
	}
	return nil
}
