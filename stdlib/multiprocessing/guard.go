//go:build linux

package multiprocessing

import (
	rt "github.com/minipy/minipy/runtime"
)

// A guard is the base of the locks that programs see: an object with a SemLock.
// Its part of a with statement is here so that none of it is a call in Python.
type guard struct {
	rt.Object
	sem rt.Value // a SemLock; unset: it has none yet
}

var guardType rt.Type

func (g *guard) lock() (rt.Value, error) {
	if g.sem.IsUnset() {
		return rt.Value{}, rt.Errorf(rt.AttributeError, "'%s' object has no attribute '_semlock'", g.Type().Name)
	}
	return g.sem, nil
}

func guardEnter(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	sem, err := rt.As[guard](a[0]).lock()
	if err != nil {
		return rt.Value{}, err
	}
	return enter(t, sem)
}

func guardExit(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	sem, err := rt.As[guard](a[0]).lock()
	if err != nil {
		return rt.Value{}, err
	}
	return exit(t, sem)
}

// A lockedAttr is a descriptor: an attribute of the _obj of an object, used
// while the object's _lock is held.
type lockedAttr struct {
	rt.Object
	name *rt.Str
}

var lockedAttrType rt.Type

var (
	lockName = rt.StaticStr("_lock")
	objName  = rt.StaticStr("_obj")
)

// held calls f with the _obj of owner while its _lock is held.
func held(t *rt.Thread, owner rt.Value, f func(obj rt.Value) error) error {
	lock, err := rt.GetAttr(t, owner, lockName)
	if err != nil {
		return err
	}
	obj, err := rt.GetAttr(t, owner, objName)
	if err != nil {
		return err
	}
	g, ok := rt.Cast[guard](lock, &guardType)
	if !ok || g.sem.IsUnset() { // a lock of another make
		if _, err := rt.CallMethod(t, lock, "acquire"); err != nil {
			return err
		}
		err := f(obj)
		if _, e := rt.CallMethod(t, lock, "release"); err == nil {
			err = e
		}
		return err
	}
	if _, err := acquire(t, []rt.Value{g.sem, rt.True, rt.None}); err != nil {
		return err
	}
	err = f(obj)
	if _, e := release(t, []rt.Value{g.sem}); err == nil {
		err = e
	}
	return err
}

func lockedGet(t *rt.Thread, d, obj, owner rt.Value) (v rt.Value, err error) {
	if obj.IsUnset() {
		return d, nil
	}
	err = held(t, obj, func(x rt.Value) (err error) {
		v, err = rt.GetAttr(t, x, rt.As[lockedAttr](d).name)
		return err
	})
	return v, err
}

func lockedSet(t *rt.Thread, d, obj, val rt.Value) error {
	if val.IsUnset() {
		return rt.Errorf(rt.AttributeError, "can't delete attribute")
	}
	return held(t, obj, func(x rt.Value) error { return rt.SetAttr(t, x, rt.As[lockedAttr](d).name, val) })
}

func newLockedAttr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	name, ok := rt.AsStr(a[1])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("attribute name must be string, not '%s'", a[1].Type().Name)
	}
	x := rt.Alloc[lockedAttr](cls)
	x.name = t.VM.Intern(name.String())
	return x.Object.Value(), nil
}

func init() {
	rt.Define(&guardType, rt.TypeSpec{Name: "_multiprocessing.Guard", Size: rt.SizeOf[guard](), Flags: rt.FlagBase,
		Doc: "What is a context by its SemLock.",
		New: rt.Method{Sig: "*args, **kwargs", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls, err := rt.ClassArg(a, &guardType)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Alloc[guard](cls).Object.Value(), nil
		}},
		Methods: []rt.Method{
			{Name: "_hold", Sig: "semlock, /", Doc: "Say which SemLock it is.", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				if !a[1].IsExactly(&semLockType) {
					return rt.Value{}, rt.TypeErrorf("a SemLock is wanted, not '%s'", a[1].Type().Name)
				}
				rt.As[guard](a[0]).sem = a[1]
				return rt.None, nil
			}},
			{Name: "__enter__", Fn: guardEnter, Doc: "Acquire it."},
			{Name: "__exit__", Raw: guardExit, Doc: "Release it."},
		},
	})
	rt.Define(&lockedAttrType, rt.TypeSpec{Name: "_multiprocessing.LockedAttribute", Size: rt.SizeOf[lockedAttr](),
		Doc:   "An attribute of an object's _obj, used while its _lock is held: LockedAttribute(name).",
		New:   rt.Method{Sig: "name, /", Fn: newLockedAttr},
		Slots: rt.Slots{DescrGet: lockedGet, DescrSet: lockedSet},
	})
}
