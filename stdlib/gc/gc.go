// Package gc is Python's `gc` module over the Go collector, which does all the
// collecting: thresholds and counts are kept but decide nothing, and objects
// cannot be enumerated.
package gc

import (
	"runtime"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// state is the module's state in one VM.
type state struct {
	off        bool
	thresholds [3]int
	debug      int
	runs       int64
	mod        *rt.Module
}

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["gc"].(*state); ok {
		return s
	}
	s := &state{thresholds: [3]int{700, 10, 10}}
	t.VM.Ext["gc"] = s
	return s
}

// settle runs the Go collector and waits until its cleanups and finalizers
// have been handed out, a little while at most.
func settle() {
	for range 2 {
		done := make(chan struct{}, 2)
		func() {
			a, b := new([64]byte), new([64]byte)
			runtime.SetFinalizer(a, func(*[64]byte) { done <- struct{}{} })
			runtime.AddCleanup(b, func(c chan struct{}) { c <- struct{}{} }, done)
		}()
		runtime.GC()
		timeout := time.After(100 * time.Millisecond)
		for range 2 {
			select {
			case <-done:
			case <-timeout:
			}
		}
	}
}

// callbacks tells gc.callbacks of a phase.
func callbacks(t *rt.Thread, phase string) error {
	m := stateOf(t).mod
	if m == nil {
		return nil
	}
	v, ok := m.Dict.Lookup("callbacks")
	list, isList := rt.AsList(v)
	if !ok || !isList || list.Len() == 0 {
		return nil
	}
	for _, f := range append([]rt.Value(nil), list.Items()...) {
		info := rt.NewDict()
		info.Store("generation", rt.Int(2))
		info.Store("collected", rt.Int(0))
		info.Store("uncollectable", rt.Int(0))
		if _, err := rt.Call(t, f, rt.NewStr(phase), info.Value()); err != nil {
			if _, ok := err.(*rt.Exception); !ok {
				return err
			}
		}
	}
	return nil
}

func collect(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	gen, err := rt.AsInt64(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if gen < 0 || gen > 2 {
		return rt.Value{}, rt.ValueErrorf("invalid generation")
	}
	if err := callbacks(t, "start"); err != nil {
		return rt.Value{}, err
	}
	t.ClearUnused()
	osutil.Release(t)
	settle()
	osutil.Acquire(t)
	stateOf(t).runs++
	if t.Host != nil {
		if err := t.Host.Checkpoint(t); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.Int(0), callbacks(t, "stop")
}

func setThreshold(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := stateOf(t)
	items, _ := rt.AsTuple(a[0])
	if items.Len() == 0 {
		return rt.Value{}, rt.TypeErrorf("set_threshold() takes at least 1 argument (0 given)")
	}
	if items.Len() > 3 {
		return rt.Value{}, rt.TypeErrorf("set_threshold() takes at most 3 arguments (%d given)", items.Len())
	}
	for i, v := range items.Items() {
		n, err := rt.AsInt64(t, v)
		if err != nil {
			return rt.Value{}, err
		}
		s.thresholds[i] = int(n)
	}
	return rt.None, nil
}

// isTracked says whether CPython's collector would know of v: containers and
// instances, not atoms.
func isTracked(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v := a[0]
	if !v.IsHeap() {
		return rt.False, nil
	}
	switch v.Type() {
	case rt.StrType, rt.BytesType, rt.BytearrayType, rt.IntType:
		return rt.False, nil
	case rt.TupleType:
		tup, _ := rt.AsTuple(v)
		return rt.Bool(tup.Len() > 0), nil
	case rt.DictType:
		d, _ := rt.AsDict(v)
		for i, _, x, ok := d.Next(0); ok; i, _, x, ok = d.Next(i) {
			if tracked, _ := isTracked(t, []rt.Value{x}); tracked.IsTrue() {
				return rt.True, nil
			}
		}
		return rt.False, nil
	}
	return rt.True, nil
}

func ints(n ...int) rt.Value {
	out := make([]rt.Value, len(n))
	for i, x := range n {
		out[i] = rt.Int(int64(x))
	}
	return rt.NewTuple(out)
}

func emptyList(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.NewList(nil).Value(), nil }

// objects are the containers that can be found: the modules and their namespaces.
func objects(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	out := rt.NewList([]rt.Value{t.VM.Modules.Value()})
	for _, v := range t.VM.Modules.Vals() {
		out.Append(v)
		if m, ok := rt.Cast[rt.Module](v, rt.ModuleType); ok {
			out.Append(m.Dict.Value())
		}
	}
	return out.Value(), nil
}

// referents gives what containers hold directly.
func referents(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	objs, _ := rt.AsTuple(a[0])
	out := rt.NewList(nil)
	add := func(v rt.Value) {
		if v.IsHeap() {
			out.Append(v)
		}
	}
	for _, v := range objs.Items() {
		if l, ok := rt.AsList(v); ok {
			for _, x := range l.Items() {
				add(x)
			}
		} else if tup, ok := rt.AsTuple(v); ok {
			for _, x := range tup.Items() {
				add(x)
			}
		} else if d, ok := rt.AsDict(v); ok {
			for i, k, x, more := d.Next(0); more; i, k, x, more = d.Next(i) {
				add(k)
				add(x)
			}
		}
		rt.InstanceItems(v, func(name *rt.Str, x rt.Value) { add(x) })
		if v.Type().Has(rt.FlagHeap) {
			out.Append(v.Type().Value())
		}
	}
	return out.Value(), nil
}

func stats(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	out := rt.NewList(nil)
	for gen := range 3 {
		d := rt.NewDict()
		n := int64(0)
		if gen == 2 {
			n = stateOf(t).runs
		}
		d.Store("collections", rt.Int(n))
		d.Store("collected", rt.Int(0))
		d.Store("uncollectable", rt.Int(0))
		out.Append(d.Value())
	}
	return out.Value(), nil
}

// do makes a function without arguments.
func do(f func(s *state) rt.Value) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return f(stateOf(t)), nil }
}

// Module is `gc`.
var Module = &rt.ModuleSpec{
	Name: "gc",
	Doc:  "This module provides access to the garbage collector for reference cycles.",
	Methods: []rt.Method{
		{Name: "collect", Sig: "generation=2", Fn: collect},
		{Name: "enable", Fn: do(func(s *state) rt.Value { s.off = false; return rt.None })},
		{Name: "disable", Fn: do(func(s *state) rt.Value { s.off = true; return rt.None })},
		{Name: "isenabled", Fn: do(func(s *state) rt.Value { return rt.Bool(!s.off) })},
		{Name: "get_threshold", Fn: do(func(s *state) rt.Value { return ints(s.thresholds[:]...) })},
		{Name: "set_threshold", Sig: "*args", Fn: setThreshold},
		{Name: "get_count", Fn: do(func(s *state) rt.Value { return ints(0, 0, 0) })},
		{Name: "get_debug", Fn: do(func(s *state) rt.Value { return rt.Int(int64(s.debug)) })},
		{Name: "set_debug", Sig: "flags, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := rt.AsInt64(t, a[0])
			if err == nil {
				stateOf(t).debug = int(n)
			}
			return rt.None, err
		}},
		{Name: "get_objects", Sig: "generation=None", Fn: objects},
		{Name: "get_referrers", Sig: "*objs", Fn: emptyList},
		{Name: "get_referents", Sig: "*objs", Fn: referents},
		{Name: "get_stats", Fn: stats},
		{Name: "is_tracked", Sig: "obj, /", Fn: isTracked},
		{Name: "is_finalized", Sig: "obj, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.False, nil }},
		{Name: "freeze", Fn: do(func(s *state) rt.Value { return rt.None })},
		{Name: "unfreeze", Fn: do(func(s *state) rt.Value { return rt.None })},
		{Name: "get_freeze_count", Fn: do(func(s *state) rt.Value { return rt.Int(0) })},
	},
	Consts: []rt.Const{
		{Name: "DEBUG_STATS", Value: rt.Int(1)}, {Name: "DEBUG_COLLECTABLE", Value: rt.Int(2)},
		{Name: "DEBUG_UNCOLLECTABLE", Value: rt.Int(4)}, {Name: "DEBUG_SAVEALL", Value: rt.Int(32)},
		{Name: "DEBUG_LEAK", Value: rt.Int(38)},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		stateOf(t).mod = m
		m.Dict.Store("garbage", rt.NewList(nil).Value())
		m.Dict.Store("callbacks", rt.NewList(nil).Value())
		return nil
	},
}
