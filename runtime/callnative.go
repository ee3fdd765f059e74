package runtime

import "slices"

// CallNative calls n with args, the last len(names) of which were given by
// keyword. If n is bound, its receiver goes first.
func CallNative(t *Thread, n *Native, args []Value, names []*Str) (Value, error) {
	if names == nil && len(args)+1 == int(n.arity.Load()) && n.Self.ref == nil &&
		(n.Owner == nil || args[0].Type() == n.Owner) {
		return n.Def.Fn(t, args)
	}
	if !n.Self.IsUnset() {
		full, top := t.pushArgs(n.Self, args)
		var v Value
		var err error
		if p := n.plain; names == nil && p != nil && len(full)+1 == int(p.arity.Load()) && n.Self.Type() == n.Owner {
			v, err = n.Def.Fn(t, full)
		} else {
			v, err = callUnbound(t, n, full, names)
		}
		t.popArgs(full, top)
		return v, err
	}
	if names == nil {
		if sig := n.sig.Load(); sig != nil && sig.fills && len(args) >= sig.least && len(args) < sig.argc &&
			(n.Owner == nil || args[0].Type() == n.Owner) {
			if v, err, ok := callFilled(t, n, sig, args); ok {
				return v, err
			}
		}
	}
	return callUnbound(t, n, args, names)
}

// callFilled calls n with args and the defaults of the parameters that they
// leave out; ok is false where there is no room for them.
func callFilled(t *Thread, n *Native, sig *Signature, args []Value) (v Value, err error, ok bool) {
	top := t.argTop
	end := top + sig.argc
	if end > len(t.argStack) {
		return Value{}, nil, false
	}
	t.argTop = end
	out := t.argStack[top:end:end]
	i := copy(out, args)
	for self := sig.argc - len(sig.Params); i < len(out); i++ {
		out[i] = sig.Params[i-self].Default
	}
	v, err = n.Def.Fn(t, out)
	clear(out)
	t.argTop = top
	return v, err, true
}

// CallNativeWindow is CallNative for an unbound n with the receiver already in args.
func CallNativeWindow(t *Thread, n *Native, args []Value, names []*Str) (Value, error) {
	return callUnbound(t, n, args, names)
}

func callUnbound(t *Thread, n *Native, args []Value, names []*Str) (Value, error) {
	if n.slot != nil {
		return callSlotWrapper(t, n, args, names)
	}
	if n.Owner != nil && n.Def.Kind == Plain && n.Def.Name != "__new__" {
		if len(args) == 0 {
			return Value{}, TypeErrorf("unbound method %s.%s() needs an argument", n.Owner.Name, n.Def.Name)
		}
		if at := args[0].Type(); at != n.Owner && !at.IsSubtype(n.Owner) {
			return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", n.Def.Name, n.Owner.Name, at.Name)
		}
	}
	if n.Owner != nil && n.Def.Name == "__new__" && n.Def.Kind == Plain {
		if err := checkNew(n.Owner, args); err != nil {
			return Value{}, err
		}
	}
	if n.Def.Raw != nil {
		return n.Def.Raw(t, args, names)
	}
	home := n
	if n.plain != nil {
		home = n.plain
	}
	sig := home.sig.Load()
	if sig == nil {
		var err error
		if sig, err = ParseSig(n.Def.Sig); err != nil {
			return Value{}, SystemErrorf("%s: %v", n.Def.Name, err)
		}
		sig.argc = -1
		if sig.simple {
			sig.argc = len(sig.Params)
			sig.least = sig.Required
			if n.HasSelf() {
				sig.argc++
				sig.least++
			}
			sig.fills = n.Def.Kind == Plain && n.Def.Name != "__new__" && !n.Def.Waits && n.Def.Op == 0
		}
		home.sig.Store(sig)
	}
	self := 0
	if n.HasSelf() {
		self = 1
	}
	if sig.simple && names == nil && len(args) == len(sig.Params)+self {
		if n.Def.Kind == Plain && n.Def.Name != "__new__" && !n.Def.Waits && n.Def.Op != OpNext && n.Def.Op != OpSend {
			home.arity.Store(int32(len(args)) + 1)
		}
		return n.Def.Fn(t, args)
	}
	if names != nil && n.Def.Name == "__new__" && sig.PosOnly == len(sig.Params) && !sig.VarKw {
		// keywords are for the __init__ that a class in Python defines
		if cls, ok := AsType(args[0]); ok && cls.VM != nil && cls.Has(FlagUserInit) {
			args, names = args[:len(args)-len(names)], nil
		}
	}
	// The bound arguments lie on the thread's own stack of them: an array here
	// would go to the heap, as Fn might keep it.
	top := t.argTop
	end := top + sig.width(self)
	if end > len(t.argStack) && !t.growArgs(end) {
		return callBound(t, n, sig, self, args, names, nil)
	}
	t.argTop = end
	if names == nil && sig.simple && len(args) >= self+sig.Required && len(args) < end-top {
		out := t.argStack[top:end:end]
		copy(out, args)
		for i := len(args); i < len(out); i++ {
			out[i] = sig.Params[i-self].Default
		}
		v, err := n.Def.Fn(t, out)
		clear(out)
		t.argTop = top
		return v, err
	}
	v, err := callBound(t, n, sig, self, args, names, t.argStack[top:top:end])
	clear(t.argStack[top:end])
	t.argTop = top
	return v, err
}

// pushArgs puts first before args, on the stack of bound arguments if there is
// room (top is then where they lie, else -1), until popArgs.
func (t *Thread) pushArgs(first Value, args []Value) (full []Value, top int) {
	top = t.argTop
	end := top + 1 + len(args)
	if end > len(t.argStack) && !t.growArgs(end) {
		top = -1
		full = make([]Value, 1+len(args))
	} else {
		t.argTop = end
		full = t.argStack[top:end:end]
	}
	full[0] = first
	copy(full[1:], args)
	return full, top
}

// popArgs ends what pushArgs began.
func (t *Thread) popArgs(full []Value, top int) {
	if top >= 0 {
		clear(full)
		t.argTop = top
	}
}

// A thread's stack of the bound arguments of nested native calls begins small,
// as there may be thousands of threads, and does not grow beyond maxArgStack.
const (
	firstArgStack = 32
	maxArgStack   = 512
)

// growArgs makes room for end bound arguments, if that many may be on the
// stack. Calls under way keep the old array; their places in the new one are unused.
func (t *Thread) growArgs(end int) bool {
	if end > maxArgStack {
		return false
	}
	t.argStack = make([]Value, min(max(2*len(t.argStack), end, firstArgStack), maxArgStack))
	return true
}

// width is how many values a call binds.
func (s *Signature) width(self int) int {
	n := self + len(s.Params)
	if s.VarArgs {
		n++
	}
	if s.VarKw {
		n++
	}
	return n
}

func callBound(t *Thread, n *Native, sig *Signature, self int, args []Value, names []*Str, out []Value) (Value, error) {
	bound, err := bindArgs(n, sig, self, args, names, out)
	if err != nil {
		return Value{}, err
	}
	return n.Def.Fn(t, bound)
}

// checkNew checks the class given to owner's __new__.
func checkNew(owner *Type, args []Value) error {
	if len(args) == 0 {
		return TypeErrorf("%s.__new__(): not enough arguments", owner.Name)
	}
	cls, ok := AsType(args[0])
	switch {
	case !ok:
		return TypeErrorf("%s.__new__(X): X is not a type object (%s)", owner.Name, args[0].Type().Name)
	case cls == owner:
		return nil
	case cls == &boolType && owner == &intType:
		return TypeErrorf("int.__new__(bool) is not safe, use bool.__new__()")
	case !cls.IsSubtype(owner):
		return TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", owner.Name, cls.Name, cls.Name, owner.Name)
	case cls.layout != owner.layout:
		return TypeErrorf("%s.__new__(%s) is not safe, use %s.__new__()", owner.Name, cls.Name, cls.layout.Name)
	}
	return nil
}

// HasSelf says that the first argument is a receiver or class.
func (n *Native) HasSelf() bool { return n.Owner != nil && n.Def.Kind != StaticMethod }

// Signature is the parsed signature, or nil where the function takes its
// arguments raw or does not say.
func (n *Native) Signature() *Signature {
	if n.Def.Raw != nil && n.Def.Sig == "" {
		return nil
	}
	sig, err := ParseSig(n.Def.Sig)
	if err != nil {
		return nil
	}
	return sig
}

// FullName is how messages name the function: "split", "list.append".
func (n *Native) FullName() string {
	if n.Owner != nil && (n.Def.Name == "__new__" || n.Def.Name == "__init__") {
		return n.Owner.PyName()
	}
	if n.Owner != nil {
		return n.Owner.PyName() + "." + n.Def.Name
	}
	if n.Module != "" && n.Module != "builtins" {
		return n.Module + "." + n.Def.Name
	}
	return n.Def.Name
}

// isConstructor says that messages name the type: n is its __new__ or __init__.
func (n *Native) isConstructor() bool {
	return n.Owner != nil && (n.Def.Name == "__new__" || n.Def.Name == "__init__")
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// bindArgs lays out args by sig into out, after the receiver.
func bindArgs(n *Native, sig *Signature, self int, args []Value, names []*Str, out []Value) ([]Value, error) {
	name := n.Def.Name
	if n.isConstructor() {
		name = n.Owner.PyName()
	}
	npos := len(args) - len(names) - self
	if npos < 0 {
		return nil, TypeErrorf("%s() missing receiver", name)
	}
	total := self + len(sig.Params)
	if sig.VarArgs {
		total++
	}
	if sig.VarKw {
		total++
	}
	if cap(out) < total {
		out = make([]Value, total)
	} else {
		out = out[:total]
	}
	copy(out, args[:self])
	if npos > sig.Pos && !sig.VarArgs {
		return nil, tooManyArgs(n, sig, npos, len(names))
	}
	given := min(npos, sig.Pos)
	copy(out[self:], args[self:self+given])
	next := self + len(sig.Params)
	if sig.VarArgs {
		var rest []Value
		if npos > sig.Pos {
			rest = args[self+sig.Pos : self+npos]
		}
		out[next] = NewTuple(rest)
		next++
	}
	var kw *Dict
	if sig.VarKw {
		kw = NewDict()
		out[next] = kw.Value()
	}
	kwvals := args[len(args)-len(names):]
	for i, nm := range names {
		j := sig.find(nm)
		if j < 0 || j < sig.PosOnly {
			if kw != nil {
				kw.SetStr(nm, kwvals[i])
				continue
			}
			if j >= 0 && npos <= j && sig.PosOnly == len(sig.Params) {
				return nil, TypeErrorf("%s() takes no keyword arguments", n.fullNameOn(args, self))
			}
			if len(sig.Params) == 0 || sig.PosOnly == len(sig.Params) {
				return nil, TypeErrorf("%s() takes no keyword arguments", n.fullNameOn(args, self))
			}
			for k := given; k < sig.Pos; k++ {
				if p := &sig.Params[k]; !p.Optional && k >= sig.PosOnly && !slices.ContainsFunc(names, func(x *Str) bool { return x.s == p.Name.s }) {
					return nil, missingArg(n, sig, k, npos)
				}
			}
			if n.Owner != nil && (name == "__new__" || name == "__init__") {
				name = n.Owner.PyName()
			}
			return nil, TypeErrorf("'%s' is an invalid keyword argument for %s()", nm.s, name)
		}
		if j < given {
			return nil, TypeErrorf("argument for %s() given by name ('%s') and position (%d)", name, nm.s, j+1)
		}
		if !out[self+j].IsUnset() {
			return nil, TypeErrorf("%s() got multiple values for keyword argument '%s'", name, nm.s)
		}
		out[self+j] = kwvals[i]
	}
	for j := given; j < len(sig.Params); j++ {
		if !out[self+j].IsUnset() {
			continue
		}
		p := &sig.Params[j]
		if !p.Optional {
			return nil, missingArg(n, sig, j, npos)
		}
		out[self+j] = p.Default
	}
	return out, nil
}

func (s *Signature) find(name *Str) int {
	for i := range s.Params {
		if s.Params[i].Name.s == name.s {
			return i
		}
	}
	return -1
}

func tooManyArgs(n *Native, sig *Signature, npos, nkw int) error {
	name := n.Def.Name
	if sig.PosOnly == len(sig.Params) {
		full := n.FullName()
		if n.isConstructor() {
			name = full
		}
		switch {
		case sig.Pos == 0:
			return TypeErrorf("%s() takes no arguments (%d given)", full, npos)
		case sig.Pos == 1 && sig.Required == 1 && !n.isConstructor():
			return TypeErrorf("%s() takes exactly one argument (%d given)", full, npos)
		case sig.Required == sig.Pos:
			return TypeErrorf("%s expected %d argument%s, got %d", name, sig.Pos, plural(sig.Pos), npos)
		}
		return TypeErrorf("%s expected at most %d argument%s, got %d", name, sig.Pos, plural(sig.Pos), npos)
	}
	if n.Owner != nil && (n.Def.Name == "__new__" || n.Def.Name == "__init__") {
		name = n.Owner.PyName()
	}
	if total := len(sig.Params); npos+nkw > total && !sig.VarKw {
		return TypeErrorf("%s() takes at most %d argument%s (%d given)", name, total, plural(total), npos+nkw)
	}
	how := "at most"
	if sig.Required == sig.Pos {
		how = "exactly"
	}
	if sig.Pos == 0 {
		return TypeErrorf("%s() takes no positional arguments", name)
	}
	return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", name, how, sig.Pos, plural(sig.Pos), npos)
}

func missingArg(n *Native, sig *Signature, j, npos int) error {
	name := n.Def.Name
	if sig.PosOnly == len(sig.Params) && !sig.VarArgs {
		full := n.FullName()
		if n.isConstructor() {
			name = full
		}
		if sig.Pos == 1 && !n.isConstructor() {
			return TypeErrorf("%s() takes exactly one argument (%d given)", full, npos)
		}
		if sig.Required == sig.Pos {
			return TypeErrorf("%s expected %d argument%s, got %d", name, sig.Pos, plural(sig.Pos), npos)
		}
		return TypeErrorf("%s expected at least %d argument%s, got %d", name, sig.Required, plural(sig.Required), npos)
	}
	if n.Owner != nil && (n.Def.Name == "__new__" || n.Def.Name == "__init__") {
		name = n.Owner.PyName()
	}
	if j < sig.PosOnly && sig.PosOnly < len(sig.Params) {
		need, how := min(sig.PosOnly, sig.Required), "exactly"
		if need < sig.Pos {
			how = "at least"
		}
		return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", name, how, need, plural(need), npos)
	}
	if j >= sig.Pos {
		return TypeErrorf("%s() missing required keyword-only argument: '%s'", name, sig.Params[j].Name.s)
	}
	return TypeErrorf("%s() missing required argument '%s' (pos %d)", name, sig.Params[j].Name.s, j+1)
}

// fullNameOn is FullName, but on the class it was called on for a class method.
func (n *Native) fullNameOn(args []Value, self int) string {
	if self == 1 && n.Def.Kind == ClassMethod && len(args) > 0 {
		if cls, ok := AsType(args[0]); ok {
			return cls.Name + "." + n.Def.Name
		}
	}
	return n.FullName()
}

// Direct gives n's Go function if it can be called at once with these
// positional arguments: an unbound function or method that takes exactly so
// many, with a receiver of exactly its class, and that does not say Waits. nil:
// use CallNative.
func (n *Native) Direct(args []Value) NativeFn {
	sig := n.sig.Load()
	if sig == nil || sig.argc != len(args) || !n.Self.IsUnset() || n.slot != nil || n.Def.Fn == nil || n.Def.Waits {
		return nil
	}
	if n.Owner != nil && (args[0].Type() != n.Owner || n.Def.Kind != Plain || n.Def.Name == "__new__") {
		return nil
	}
	return n.Def.Fn
}
