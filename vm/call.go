package vm

import (
	"slices"

	"strconv"
	"strings"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/runtime"
)

// callOn pushes a frame for fn with the given arguments above f's registers.
// For a generator function it returns the generator.
func (t *thread) callOn(f *frame, fn *runtime.Function, k kind, args ...runtime.Value) (runtime.Value, error) {
	base := f.base + f.u.nregs
	if u := (*unit)(fn.Unit); u != nil && u.quick == len(args) && u.bare && f.next != nil && base+u.nregs <= len(t.stack) {
		t.account(f)
		nf := f.next
		if k <= kJump {
			k -= kCall - kQuickCall
		}
		nf.u, nf.fn, nf.base, nf.pc, nf.kind = u, fn, base, 0, k
		for i, v := range args {
			t.stack[base+i] = v
		}
		t.cur = nf
		return runtime.Value{}, nil
	}
	t.ensure(base + len(args))
	copy(t.stack[base:], args)
	return t.enterFunction(f, fn, base, len(args), nil, k)
}

// account brings left up to date for the current frame f, whose pc is saved.
func (t *thread) account(f *frame) { t.left = (int(t.bound-f.at(f.pc)) + f.u.jumpRun) >> 3 }

// place brings end up to date for f, where the thread goes on at its pc.
func (t *thread) place(f *frame) { t.bound = f.at(f.pc) + uintptr(t.left*8-f.u.jumpRun) }

// enterFunction begins a call of fn with n values at stack[base:], the last
// len(names) of them by keyword. It pushes a frame; or, for a generator
// function, returns the generator.
func (t *thread) enterFunction(f *frame, fn *runtime.Function, base, n int, names []*runtime.Str, k kind) (runtime.Value, error) {
	u := unitOf(fn.Code)
	if fn.Rare == nil || fn.Rare.Was == nil {
		fn.Unit = u.self()
	}
	if !u.simple || len(names) > 0 || n != u.nparams {
		t.ensure(base + u.nregs + n)
		if err := t.bind(u, fn, base, n, names); err != nil {
			return runtime.Value{}, err
		}
	}
	if f != nil && f != t.root {
		t.account(f)
	}
	if u.gen {
		g := t.newGenerator(u, fn, base)
		if f != nil && k == kCall && g.IsExactly(runtime.CoroutineType) && dropped(f) {
			t.warnUnawaited(g)
		}
		return g, nil
	}
	_, err := t.push(u, fn, base, u.nparams, k)
	return runtime.Value{}, err
}

// call calls anything with n values at stack[base:] for a CALL instruction of
// f. stack[base-1] is free: a method's self goes there.
func (t *thread) call(f *frame, callee runtime.Value, base, n int, names []*runtime.Str) (runtime.Value, error) {
	switch callee.Type() {
	case runtime.FunctionType:
		return t.enterFunction(f, runtime.As[runtime.Function](callee), base, n, names, kCall)
	case runtime.MethodType:
		m := runtime.As[runtime.BoundMethod](callee)
		if m.Func.Type() == runtime.MethodType { // there is room for one self only
			return runtime.CallArgs(t.rt, callee, slices.Clone(t.stack[base:base+n]), names)
		}
		t.stack[base-1] = m.Self
		return t.call(f, m.Func, base-1, n+1, names)
	case runtime.MethodDescrType, runtime.NativeType:
		n2 := runtime.As[runtime.Native](callee)
		args := t.stack[base : base+n : base+n]
		if n2.Def.Waits {
			t.mayPark = t.runs == 1
			v, err := runtime.CallNative(t.rt, n2, args, names)
			t.mayPark = false
			return v, err
		}
		if names == nil {
			if n2.Def.Op == runtime.OpNext || n2.Def.Op == runtime.OpSend {
				if ok, err := t.callNext(f, n2.Def.Op, args); ok {
					return runtime.Value{}, err
				}
			}
			if fn := n2.Direct(args); fn != nil {
				return fn(t.rt, args)
			}
		}
		return runtime.CallNative(t.rt, n2, args, names)
	case runtime.WrapperDescrType, runtime.MethodWrapperType:
		return runtime.CallNative(t.rt, runtime.As[runtime.Native](callee), t.stack[base:base+n:base+n], names)
	case runtime.TypeType:
		cls := runtime.As[runtime.Type](callee)
		if names == nil {
			if t.instantiate(f, cls, base, n) {
				return runtime.Value{}, nil
			}
			if e := runtime.QuickException(t.rt, cls, t.stack[base:base+n]); e != nil {
				return e.Value(), nil
			}
		}
		if cls.IsHeap() && cls.Layout() == runtime.ObjectType && cls.Flags&(runtime.FlagUserInit|runtime.FlagUserNew|runtime.FlagAbstract) == runtime.FlagUserInit {
			if init, _ := cls.LookupWhere(t.rt, t.m.names.init); init.IsExactly(runtime.FunctionType) {
				obj, err := runtime.NewObject(t.rt, cls)
				if err != nil {
					return obj, err
				}
				t.stack[base-1] = obj
				fn := runtime.As[runtime.Function](init)
				if unitOf(fn.Code).gen {
					return runtime.Value{}, runtime.TypeErrorf("__init__() should return None, not 'generator'")
				}
				if _, err := t.enterFunction(f, fn, base-1, n+1, names, kInit); err != nil {
					return runtime.Value{}, err
				}
				t.cur.aux = obj
				return runtime.Value{}, nil
			}
		} else if cls.IsHeap() && cls.Flags&(runtime.FlagUserInit|runtime.FlagUserNew) == runtime.FlagUserInit && !cls.Has(runtime.FlagMeta) {
			// a class of builtin layout (an exception, say): its __new__, and then a frame for __init__
			if init, _ := cls.LookupWhere(t.rt, t.m.names.init); init.IsExactly(runtime.FunctionType) {
				obj, err := runtime.MakeNew(t.rt, cls, t.stack[base:base+n:base+n], names)
				if err != nil || obj.Type() != cls {
					return obj, err
				}
				t.stack[base-1] = obj
				if _, err := t.enterFunction(f, runtime.As[runtime.Function](init), base-1, n+1, names, kInit); err != nil {
					return runtime.Value{}, err
				}
				t.cur.aux = obj
				return runtime.Value{}, nil
			}
		}
	}
	if cls := callee.Type(); cls.IsHeap() {
		if fn, _ := cls.LookupWhere(t.rt, t.m.names.call); fn.IsExactly(runtime.FunctionType) {
			t.stack[base-1] = callee
			v, err := t.enterFunction(f, runtime.As[runtime.Function](fn), base-1, n+1, names, kCall)
			if e, ok := err.(*runtime.Exception); ok && e.Type() == runtime.RecursionError {
				err = runtime.RecursionErrorf("maximum recursion depth exceeded while calling a Python object")
			}
			return v, err
		}
	}
	return runtime.CallArgs(t.rt, callee, t.stack[base:base+n:base+n], names)
}

// instantiate makes an instance of cls, for a CALL of f with n arguments at
// stack[base:], and pushes the frame of its __init__, if that needs no more
// than a frame. Nothing is done where it returns false.
func (t *thread) instantiate(f *frame, cls *runtime.Type, base, n int) bool {
	fn := cls.QuickInit()
	if fn == nil {
		const must, mustNot = runtime.FlagUserInit, runtime.FlagUserNew | runtime.FlagAbstract | runtime.FlagUserDel
		if !cls.IsHeap() || cls.Layout() != runtime.ObjectType || cls.Flags&(must|mustNot) != must {
			return false
		}
		init, _ := cls.LookupWhere(t.rt, t.m.names.init)
		if !init.IsExactly(runtime.FunctionType) {
			return false
		}
		fn = runtime.As[runtime.Function](init)
		unitOf(fn.Code)
		cls.SetQuickInit(fn)
	}
	u := (*unit)(fn.Unit)
	nf := f.next
	base--
	if u == nil || u.quick != n+1 || !u.bare || nf == nil || base+u.nregs > len(t.stack) {
		return false
	}
	obj := runtime.NewInstance(cls).Value()
	t.stack[base] = obj
	t.account(f)
	nf.u, nf.fn, nf.base, nf.pc, nf.kind, nf.aux = u, fn, base, 0, kQuickInit, obj
	t.cur = nf
	return true
}

// callKw executes CALLKW, CALLMKW and CALLEX.
func (t *thread) callKw(f *frame, w uint64) (runtime.Value, error) {
	b, n := f.base+code.B(w), code.C(w)
	callee := t.stack[b]
	switch code.OpOf(w) {
	case code.CALLKW:
		return t.call(f, callee, b+1, n, t.strNames(callee, t.stack[b+1+n]))
	case code.CALLMKW:
		names := t.strNames(callee, t.stack[b+2+n])
		if t.stack[b+1].IsUnset() {
			return t.call(f, callee, b+2, n, names)
		}
		return t.call(f, callee, b+1, n+1, names)
	}
	return t.callEx(f, callee, t.stack[b+1], t.stack[b+2])
}

// strNames gives the names of keyword arguments: for a function, which is done
// with them before anything else runs, in a buffer that is used again.
func (t *thread) strNames(callee, tup runtime.Value) []*runtime.Str {
	items := runtime.As[runtime.Tuple](tup).Items()
	var out []*runtime.Str
	if callee.IsFunction() && len(items) <= len(t.kwNames) {
		out = t.kwNames[:len(items)]
	} else {
		out = make([]*runtime.Str, len(items))
	}
	for i, x := range items {
		out[i] = runtime.As[runtime.Str](x)
	}
	return out
}

// callEx is f(*args, **kwargs).
func (t *thread) callEx(f *frame, callee, args, kwargs runtime.Value) (runtime.Value, error) {
	var items []runtime.Value
	switch args.Type() {
	case runtime.TupleType:
		items = runtime.As[runtime.Tuple](args).Items()
	case runtime.ListType:
		items = runtime.As[runtime.List](args).Items()
	default:
		if args.Type().Slots.Iter == nil && args.Type().Slots.GetItem == nil {
			return runtime.Value{}, runtime.TypeErrorf("%s argument after * must be an iterable, not %s", calleeName(t.rt, callee), args.Type().Name)
		}
		var err error
		if items, err = runtime.ToSlice(t.rt, args); err != nil {
			return runtime.Value{}, err
		}
	}
	if !kwargs.IsUnset() && !kwargs.IsDict() {
		items = append([]runtime.Value(nil), items...) // Python code may run before they are used
		d := runtime.NewDict()
		if err := runtime.DictMerge(t.rt, d, kwargs, callee); err != nil {
			return runtime.Value{}, err
		}
		kwargs = d.Value()
	}
	var names []*runtime.Str
	framed := t.framed(callee)
	// one register stays free for a method's self
	base := f.base + f.u.nregs + 1
	t.ensure(base + len(items))
	copy(t.stack[base:], items)
	n := len(items)
	if !kwargs.IsUnset() {
		d := runtime.As[runtime.Dict](kwargs)
		if err := t.rt.RoomFor(d.Len(), 64); err != nil {
			return runtime.Value{}, err
		}
		if n := d.Len(); n == 0 {
			names = nil
		} else if framed && n <= len(t.kwNames) {
			names = t.kwNames[:0]
		} else {
			names = make([]*runtime.Str, 0, n)
		}
		t.ensure(base + n + d.Len())
		for i, k, v, ok := d.Next(0); ok; i, k, v, ok = d.Next(i) {
			s, isStr := runtime.AsStr(k)
			if !isStr {
				return runtime.Value{}, runtime.TypeErrorf("keywords must be strings")
			}
			names = append(names, s)
			t.stack[base+n] = v
			n++
		}
	}
	if !framed {
		// a native's callbacks would push frames over its arguments
		items := append([]runtime.Value(nil), t.stack[base:base+n]...)
		t.mayPark = callee.IsNative() && runtime.As[runtime.Native](callee).Def.Waits && t.runs == 1
		v, err := runtime.CallArgs(t.rt, callee, items, names)
		t.mayPark = false
		return v, err
	}
	return t.call(f, callee, base, n, names)
}

// framed says that call will push a frame for callee and not run native code.
func (t *thread) framed(callee runtime.Value) bool {
	switch callee.Type() {
	case runtime.FunctionType:
		return true
	case runtime.MethodType:
		return runtime.As[runtime.BoundMethod](callee).Func.IsExactly(runtime.FunctionType)
	}
	return false
}

// calleeName is how messages about a call's arguments name the function: "f()".
func calleeName(t *runtime.Thread, callee runtime.Value) string {
	q, ok, err := runtime.LookupAttr(t, callee, t.VM.Intern("__qualname__"))
	if s, isStr := runtime.AsStr(q); err == nil && ok && isStr {
		m, ok, err := runtime.LookupAttr(t, callee, t.VM.Intern("__module__"))
		if ms, isStr := runtime.AsStr(m); err == nil && ok && isStr && ms.String() != "builtins" {
			return ms.String() + "." + s.String() + "()"
		}
		return s.String() + "()"
	}
	r, err := runtime.StrStr(t, callee)
	if err != nil {
		return "object"
	}
	return r
}

// bind lays the n values at stack[base:] out as fn's parameters, in place.
func (t *thread) bind(u *unit, fn *runtime.Function, base, n int, names []*runtime.Str) error {
	c := u.code
	npos := n - len(names)
	given := min(npos, c.ArgCount)
	regs := t.stack[base : base+max(n, u.nparams)]
	var room [8]runtime.Value
	kwargs := append(room[:0], regs[npos:n]...)
	var rest runtime.Value
	if c.Flags&code.VarArgs != 0 {
		rest = runtime.NewTuple(regs[given:npos])
	}
	out := regs[:u.nparams]
	for i := given; i < len(out); i++ {
		out[i] = runtime.Value{}
	}
	next := c.ArgCount + c.KwOnly
	if c.Flags&code.VarArgs != 0 {
		out[next] = rest
		next++
	}
	var kw *runtime.Dict
	if c.Flags&code.VarKeywords != 0 {
		kw = runtime.NewDict()
		out[next] = kw.Value()
	}
	if len(names) > 0 {
		if err := u.bindNames(fn, out, names, kwargs, kw); err != nil {
			return err
		}
	}
	if npos > c.ArgCount && c.Flags&code.VarArgs == 0 {
		return tooMany(u, fn, npos, out)
	}
	return fillDefaults(u, fn, out)
}

// bindNames lays out the arguments given by keyword; those that are no
// parameters go to kw, if fn has a **kw.
func (u *unit) bindNames(fn *runtime.Function, out []runtime.Value, names []*runtime.Str, vals []runtime.Value, kw *runtime.Dict) error {
	posOnly := u.code.PosOnly
	bad := false
	for i, name := range names {
		j := u.paramIndex(name)
		switch {
		case j >= posOnly:
			if !out[j].IsUnset() {
				return runtime.TypeErrorf("%s() got multiple values for argument '%s'", fn.Qualname(), name)
			}
			out[j] = vals[i]
		case kw != nil:
			kw.SetStr(name, vals[i])
		case j >= 0:
			bad = true
		default:
			if err := u.posOnlyNamed(fn, names); err != nil {
				return err
			}
			return runtime.TypeErrorf("%s() got an unexpected keyword argument '%s'", fn.Qualname(), name)
		}
	}
	if bad {
		return u.posOnlyNamed(fn, names)
	}
	return nil
}

// posOnlyNamed is the error of positional-only parameters among names, or nil.
func (u *unit) posOnlyNamed(fn *runtime.Function, names []*runtime.Str) error {
	var found []string
	for _, nm := range names {
		if k := u.paramIndex(nm); k >= 0 && k < u.code.PosOnly {
			found = append(found, nm.String())
		}
	}
	if found == nil {
		return nil
	}
	return runtime.TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.Qualname(), strings.Join(found, ", "))
}

// paramIndex finds a parameter by name, or -1.
func (u *unit) paramIndex(name *runtime.Str) int {
	n := u.code.ArgCount + u.code.KwOnly
	for i, p := range u.co.VarNames[:n] {
		if p == name {
			return i
		}
	}
	for i, p := range u.co.VarNames[:n] {
		if p.String() == name.String() {
			return i
		}
	}
	return -1
}

// fillDefaults gives missing parameters their defaults.
func fillDefaults(u *unit, fn *runtime.Function, out []runtime.Value) error {
	c := u.code
	defaults := fn.Defaults()
	first := c.ArgCount - len(defaults)
	var missing []string
	for i := range out[:c.ArgCount] {
		if !out[i].IsUnset() {
			continue
		}
		if i >= first {
			out[i] = defaults[i-first]
			continue
		}
		missing = append(missing, c.VarNames[i])
	}
	if missing != nil {
		return missingArgs(fn, "positional", missing)
	}
	for i := c.ArgCount; i < c.ArgCount+c.KwOnly; i++ {
		if !out[i].IsUnset() {
			continue
		}
		if fn.KwDefs() != nil {
			if v, ok := fn.KwDefs().GetStr(u.co.VarNames[i]); ok {
				out[i] = v
				continue
			}
		}
		missing = append(missing, c.VarNames[i])
	}
	if missing != nil {
		return missingArgs(fn, "keyword-only", missing)
	}
	return nil
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func missingArgs(fn *runtime.Function, what string, names []string) error {
	n := len(names)
	list := "'" + names[0] + "'"
	switch {
	case n == 2:
		list += " and '" + names[1] + "'"
	case n > 2:
		list = "'" + strings.Join(names[:n-1], "', '") + "', and '" + names[n-1] + "'"
	}
	return runtime.TypeErrorf("%s() missing %d required %s argument%s: %s", fn.Qualname(), n, what, plural(n), list)
}

func tooMany(u *unit, fn *runtime.Function, npos int, out []runtime.Value) error {
	c := u.code
	kwGiven := 0
	for i := c.ArgCount; i < c.ArgCount+c.KwOnly; i++ {
		if !out[i].IsUnset() {
			kwGiven++
		}
	}
	takes, pl := "", c.ArgCount != 1
	if nd := len(fn.Defaults()); nd > 0 {
		takes = "from " + itoa(c.ArgCount-nd) + " to " + itoa(c.ArgCount)
		pl = true
	} else {
		takes = itoa(c.ArgCount)
	}
	s := ""
	if pl {
		s = "s"
	}
	kw := ""
	if kwGiven > 0 {
		kw = " positional argument" + plural(npos) + " (and " + itoa(kwGiven) + " keyword-only argument" + plural(kwGiven) + ")"
	}
	verb := "were"
	if npos == 1 && kwGiven == 0 {
		verb = "was"
	}
	return runtime.TypeErrorf("%s() takes %s positional argument%s but %d%s %s given", fn.Qualname(), takes, s, npos, kw, verb)
}

func itoa(n int) string { return strconv.Itoa(n) }
