// Package atexit is Python's `atexit` module: functions to be called when the
// program ends.
package atexit

import (
	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// A callback is one registered call.
type callback struct {
	fn   rt.Value
	args []rt.Value
	kw   []*rt.Str
}

// state is the module's state in one VM, and in the copies that fork makes.
type state struct{ calls []callback }

func init() { rt.KeepState("atexit", &state{}) }

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["atexit"].(*state); ok {
		return s
	}
	s := &state{}
	t.VM.Ext["atexit"] = s
	return s
}

func register(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	if len(a)-len(names) < 1 {
		return rt.Value{}, rt.TypeErrorf("register() takes at least 1 argument (0 given)")
	}
	if !rt.IsCallable(a[0]) {
		return rt.Value{}, rt.TypeErrorf("the first argument must be callable")
	}
	s := stateOf(t)
	s.calls = append(s.calls, callback{a[0], append([]rt.Value(nil), a[1:]...), append([]*rt.Str(nil), names...)})
	return a[0], nil
}

func unregister(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := stateOf(t)
	for i := 0; i < len(s.calls); i++ {
		eq, err := rt.EqualBool(t, s.calls[i].fn, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		if eq && i < len(s.calls) {
			s.calls = append(s.calls[:i:i], s.calls[i+1:]...)
			i--
		}
	}
	return rt.None, nil
}

// AtExit calls what has been registered, the last first, and forgets it. What a
// function raises is reported and does not stop the others. The VM calls it at
// its end.
func (s *state) AtExit(t *rt.Thread) {
	for len(s.calls) > 0 {
		c := s.calls[len(s.calls)-1]
		s.calls = s.calls[:len(s.calls)-1]
		if _, err := rt.CallArgs(t, c.fn, c.args, c.kw); err != nil {
			osutil.Unraisable(t, err, "in atexit callback", c.fn)
		}
	}
}

// Module is `atexit`.
var Module = &rt.ModuleSpec{
	Name: "atexit",
	Doc:  "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n",
	Methods: []rt.Method{
		{Name: "register", Raw: register},
		{Name: "unregister", Sig: "func, /", Fn: unregister},
		{Name: "_clear", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			stateOf(t).calls = nil
			return rt.None, nil
		}},
		{Name: "_ncallbacks", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(int64(len(stateOf(t).calls))), nil
		}},
		{Name: "_run_exitfuncs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			stateOf(t).AtExit(t)
			return rt.None, nil
		}},
	},
}
