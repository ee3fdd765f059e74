package vm

import (
	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// Instructions of match statements.

func matchesSeq(v runtime.Value) bool {
	return v.Type().Has(runtime.FlagSequence)
}

// matchOp is MATCHKEYS, MATCHCLASS and MAPREST.
func (t *thread) matchOp(op code.Op, v runtime.Value, c int) (runtime.Value, error) {
	switch op {
	case code.MATCHKEYS:
		return t.matchKeys(v, t.stack[c])
	case code.MATCHCLASS:
		return t.matchClass(v, t.stack[c], t.stack[c+1], t.stack[c+2])
	}
	d := runtime.NewDict()
	if err := runtime.DictUpdate(t.rt, d, v); err != nil {
		return v, err
	}
	for _, k := range runtime.As[runtime.Tuple](t.stack[c]).Items() {
		if _, _, err := d.Delete(t.rt, k); err != nil {
			return v, err
		}
	}
	return d.Value(), nil
}

func (t *thread) matchKeys(v, keys runtime.Value) (runtime.Value, error) {
	ks := runtime.As[runtime.Tuple](keys).Items()
	seen := runtime.NewDict()
	out := make([]runtime.Value, len(ks))
	get, err := runtime.GetAttrS(t.rt, v, "get")
	if err != nil {
		return v, err
	}
	missing := runtime.NewCell(runtime.None).Value()
	for i, k := range ks {
		if _, dup, err := seen.Get(t.rt, k); err != nil {
			return v, err
		} else if dup {
			return v, runtime.ValueErrorf("mapping pattern checks duplicate key (%s)", mustRepr(t.rt, k))
		}
		if err := seen.Set(t.rt, k, runtime.None); err != nil {
			return v, err
		}
		x, err := runtime.Call(t.rt, get, k, missing)
		if err != nil {
			return v, err
		}
		if runtime.Is(x, missing) {
			return runtime.None, nil
		}
		out[i] = x
	}
	return runtime.NewTuple(out), nil
}

// matchClass is a class pattern: the attributes for its sub-patterns, or None.
func (t *thread) matchClass(v, cls, npos, names runtime.Value) (runtime.Value, error) {
	c, ok := runtime.AsType(cls)
	if !ok {
		return v, runtime.TypeErrorf("called match pattern must be a type")
	}
	yes, err := runtime.IsInstance(t.rt, v, cls)
	if err != nil || !yes {
		return runtime.None, err
	}
	n := int(npos.AsInt64())
	var out []runtime.Value
	seen := map[string]bool{}
	add := func(name *runtime.Str) (bool, error) {
		if seen[name.String()] {
			return false, runtime.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", c.Name, name)
		}
		seen[name.String()] = true
		x, ok, err := runtime.LookupAttr(t.rt, v, name)
		if err != nil || !ok {
			return false, err
		}
		out = append(out, x)
		return true, nil
	}
	if n > 0 {
		args, self, err := t.matchArgs(c, cls, n)
		if err != nil {
			return v, err
		}
		if self {
			out = append(out, v)
		} else {
			for i := range n {
				s, isStr := runtime.AsStr(args[i])
				if !isStr {
					return v, runtime.TypeErrorf("__match_args__ elements must be strings (got %s)", args[i].Type().Name)
				}
				if ok, err := add(s); !ok {
					return runtime.None, err
				}
			}
		}
	}
	for _, x := range runtime.As[runtime.Tuple](names).Items() {
		if ok, err := add(runtime.As[runtime.Str](x)); !ok {
			return runtime.None, err
		}
	}
	return runtime.NewTuple(out), nil
}

// matchArgs gives the attribute names for n positional sub-patterns; self says
// that the one positional sub-pattern matches the subject itself.
func (t *thread) matchArgs(c *runtime.Type, cls runtime.Value, n int) (args []runtime.Value, self bool, err error) {
	ma, ok, err := runtime.LookupAttr(t.rt, cls, t.m.names.matchArgs)
	if err != nil {
		return nil, false, err
	}
	allowed := 0
	if ok {
		tup, isTuple := runtime.AsTuple(ma)
		if !isTuple {
			return nil, false, runtime.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", c.Name, ma.Type().Name)
		}
		args, allowed = tup.Items(), tup.Len()
	} else if c.Has(runtime.FlagMatchSelf) {
		self, allowed = true, 1
	}
	if n > allowed {
		return nil, false, runtime.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", c.Name, allowed, plural(allowed), n)
	}
	return args, self, nil
}
