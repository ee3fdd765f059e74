package runtime

// The slots of classes written in Python: functions that call the special
// method, and fixSlots, which decides for each slot whether the class takes
// its builtin base's or one of these.

// A slotGroup is the special methods that one slot stands for.
type slotGroup struct {
	names []*Str
	flag  TypeFlags
	user  func(s *Slots)
	copy  func(dst, src *Slots)
}

var slotGroups []slotGroup

// groupsOf has a bit for each group that a name belongs to.
var groupsOf = map[string]uint64{}

func group(flag TypeFlags, user func(s *Slots), cp func(dst, src *Slots), names ...string) {
	g := slotGroup{flag: flag, user: user, copy: cp}
	for _, n := range names {
		g.names = append(g.names, StaticStr(n))
		groupsOf[n] |= 1 << len(slotGroups)
	}
	slotGroups = append(slotGroups, g)
}

// fixSlots fills a heap class's slots from its MRO.
func fixSlots(t *Type) {
	t.Flags &^= FlagUserGetAttr | FlagUserSetAttr | FlagUserBinary | FlagUserCompare | FlagUserHash | FlagUserItem |
		FlagUserIter | FlagUserBool | FlagUserNew | FlagUserInit | FlagUserDel | FlagUserCall | FlagDescr | FlagDataDescr
	t.special = t.Dict.special()
	defined := uint64(0)
	for _, m := range t.MRO {
		defined |= m.special
	}
	var s Slots
	for i := range slotGroups {
		g := &slotGroups[i]
		if defined>>i&1 == 0 {
			continue
		}
		user, native := g.find(t, 1<<i)
		switch {
		case user:
			g.user(&s)
			t.Flags |= g.flag
		case native != nil:
			g.copy(&s, &native.Slots)
		}
	}
	s.Buffer = t.layout.Slots.Buffer
	s.Pow3 = t.layout.Slots.Pow3
	if t.Has(FlagUserBinary) {
		s.Pow3 = userPow3
	}
	if h, _ := t.lookupSlow(dnHash); h.IsNone() {
		s.Hash = hashNotImplemented
	}
	t.Slots = s
	if s.DescrGet != nil {
		t.Flags |= FlagDescr
	}
	if s.DescrSet != nil {
		t.Flags |= FlagDataDescr
	}
	t.fixFlags()
}

// special has a bit for each group of slots that a class with the dict d defines
// something of. Most classes define few.
func (d *Dict) special() uint64 {
	bits := uint64(0)
	for i := range d.entries {
		key := d.entries[i].key
		if key.IsUnset() {
			continue
		}
		if k, ok := AsStr(key); ok && len(k.s) > 4 && k.s[:2] == "__" {
			bits |= groupsOf[k.s]
		}
	}
	return bits
}

// find says whether a class in Python is the first of the MRO to define one of
// the group's methods, or else which builtin class has the slot. bit is the group's.
func (g *slotGroup) find(t *Type, bit uint64) (user bool, native *Type) {
	for _, m := range t.MRO {
		if m.special&bit == 0 {
			continue
		}
		for _, n := range g.names {
			v, ok := m.Dict.GetStr(n)
			if !ok {
				continue
			}
			if m.VM == nil {
				return false, m
			}
			if w, isNative := Cast[Native](v, &wrapperDescrType); isNative && w.slot != nil && len(g.names) == 1 && w.Def.Name == n.s && t.layout.IsSubtype(w.Owner.layout) {
				return false, w.Owner
			}
			return true, nil
		}
	}
	return false, nil
}

// fixFlags sets the flags for __new__, __init__ and __del__ in Python.
func (t *Type) fixFlags() {
	for _, x := range []struct {
		name *Str
		flag TypeFlags
	}{{dnNew, FlagUserNew}, {dnInit, FlagUserInit}, {dnDel, FlagUserDel}} {
		if v, owner := t.lookupSlow(x.name); owner != nil && owner.VM != nil && !v.IsUnset() {
			t.Flags |= x.flag
		}
	}
	if v, ok := t.Dict.GetStr(dnAbstractMethods); ok {
		if l, ok2 := v.Type().Slots.Len, true; l != nil && ok2 {
			if n, err := l(nil, v); err == nil && n > 0 {
				t.Flags |= FlagAbstract
			}
		}
	}
}

func initSlotGroups() {
	group(0, func(s *Slots) { s.Repr = userRepr }, func(d, s *Slots) { d.Repr = s.Repr }, "__repr__")
	group(0, func(s *Slots) { s.Str = userStr }, func(d, s *Slots) { d.Str = s.Str }, "__str__")
	group(FlagUserHash, func(s *Slots) { s.Hash = userHash }, func(d, s *Slots) { d.Hash = s.Hash }, "__hash__")
	group(FlagUserCall, func(s *Slots) { s.Call = userCall }, func(d, s *Slots) { d.Call = s.Call }, "__call__")
	group(FlagUserGetAttr, func(s *Slots) { s.GetAttr = userGetAttr }, func(d, s *Slots) { d.GetAttr = s.GetAttr }, "__getattr__", "__getattribute__")
	group(FlagUserSetAttr, func(s *Slots) { s.SetAttr = userSetAttr }, func(d, s *Slots) { d.SetAttr = s.SetAttr }, "__setattr__", "__delattr__")
	group(FlagUserCompare, func(s *Slots) { s.Compare = userCompare }, func(d, s *Slots) { d.Compare = s.Compare },
		"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__")
	group(FlagUserIter, func(s *Slots) { s.Iter = userIter }, func(d, s *Slots) { d.Iter = s.Iter }, "__iter__")
	group(FlagUserIter, func(s *Slots) { s.Next = userNext }, func(d, s *Slots) { d.Next = s.Next }, "__next__")
	group(FlagUserBool, func(s *Slots) { s.Bool = userBool }, func(d, s *Slots) { d.Bool = s.Bool }, "__bool__")
	group(FlagUserBool, func(s *Slots) { s.Len = userLen }, func(d, s *Slots) { d.Len = s.Len }, "__len__")
	group(FlagUserItem, func(s *Slots) { s.GetItem = userGetItem }, func(d, s *Slots) { d.GetItem = s.GetItem }, "__getitem__")
	group(FlagUserItem, func(s *Slots) { s.SetItem = userSetItem }, func(d, s *Slots) { d.SetItem = s.SetItem }, "__setitem__", "__delitem__")
	group(FlagUserItem, func(s *Slots) { s.Contains = userContains }, func(d, s *Slots) { d.Contains = s.Contains }, "__contains__")
	group(0, func(s *Slots) { s.Index = userIndex }, func(d, s *Slots) { d.Index = s.Index }, "__index__")
	group(0, func(s *Slots) { s.Int = userInt }, func(d, s *Slots) { d.Int = s.Int }, "__int__")
	group(0, func(s *Slots) { s.Float = userFloat }, func(d, s *Slots) { d.Float = s.Float }, "__float__")
	group(0, func(s *Slots) { s.DescrGet = userDescrGet }, func(d, s *Slots) { d.DescrGet = s.DescrGet }, "__get__")
	group(0, func(s *Slots) { s.DescrSet = userDescrSet }, func(d, s *Slots) { d.DescrSet = s.DescrSet }, "__set__", "__delete__")
	var bins, ins, uns []string
	for op := range NumBinOps {
		bins = append(bins, binStr[op].s, rbinStr[op].s)
		ins = append(ins, ibinStr[op].s)
	}
	for op := range NumUnOps {
		uns = append(uns, unStr[op].s)
	}
	group(FlagUserBinary, func(s *Slots) { s.Binary = userBinary }, func(d, s *Slots) { d.Binary = s.Binary }, bins...)
	group(FlagUserBinary, func(s *Slots) { s.Inplace = userInplace }, func(d, s *Slots) { d.Inplace = s.Inplace }, ins...)
	group(0, func(s *Slots) { s.Unary = userUnary }, func(d, s *Slots) { d.Unary = s.Unary }, uns...)
}

// must calls a special method that the class is known to define; None in its
// place means "not supported".
func must(t *Thread, v Value, name *Str, args ...Value) (Value, error) {
	r, ok, err := CallSpecial(t, v, name, args...)
	if err == nil && !ok {
		return Value{}, noAttr(v, name)
	}
	return r, err
}

var (
	dnRepr       = StaticStr("__repr__")
	dnStr        = StaticStr("__str__")
	dnSetattr    = StaticStr("__setattr__")
	dnDelattr    = StaticStr("__delattr__")
	dnIter       = StaticStr("__iter__")
	dnNext       = StaticStr("__next__")
	dnBool       = StaticStr("__bool__")
	dnLen        = StaticStr("__len__")
	dnGetitem    = StaticStr("__getitem__")
	dnSetitem    = StaticStr("__setitem__")
	dnDelitem    = StaticStr("__delitem__")
	dnContains   = StaticStr("__contains__")
	dnIndex      = StaticStr("__index__")
	dnInt        = StaticStr("__int__")
	dnFloat      = StaticStr("__float__")
	dnSetDescr   = StaticStr("__set__")
	dnDelDescr   = StaticStr("__delete__")
	dnDunderCall = StaticStr("__call__")
)

func userRepr(t *Thread, v Value) (Value, error) { return must(t, v, dnRepr) }
func userStr(t *Thread, v Value) (Value, error)  { return must(t, v, dnStr) }

func userHash(t *Thread, v Value) (int64, error) {
	r, err := must(t, v, dnHash)
	if err != nil {
		return 0, err
	}
	small, b, ok := IntOf(r)
	if !ok {
		return 0, TypeErrorf("__hash__ method should return an integer")
	}
	if b != nil {
		h, err := HashValue(t, NewInt(b))
		return int64(h), err
	}
	if small == -1 {
		small = -2
	}
	return small, nil
}

func userCall(t *Thread, v Value, args []Value, names []*Str) (Value, error) {
	f, _ := v.Type().LookupWhere(t, dnDunderCall)
	if ft := f.Type(); ft == &functionType {
		full := make([]Value, 0, len(args)+1)
		full = append(append(full, v), args...)
		return CallArgs(t, f, full, names)
	}
	if get := f.Type().Slots.DescrGet; get != nil {
		var err error
		if f, err = get(t, f, v, v.Type().Value()); err != nil {
			return Value{}, err
		}
	}
	return CallArgs(t, f, args, names)
}

func userGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	typ := v.Type()
	ga, owner := typ.LookupWhere(t, dnGetAttribute)
	var r Value
	var err error
	if owner == &objectType {
		var ok bool
		if r, ok, err = findAttr(t, v, name); ok || err != nil && !IsError(err, AttributeError) {
			return r, err
		}
		if f, _ := typ.LookupWhere(t, dnGetAttrDunder); err == nil && f.Type() == &functionType {
			return Call(t, f, v, name.Value())
		}
		if err == nil {
			err = noAttr(v, name)
		}
	} else if owner.VM == nil {
		r, err = owner.Slots.GetAttr(t, v, name)
	} else if ga.Type() == &functionType {
		r, err = Call(t, ga, v, name.Value())
	} else {
		r, err = must(t, v, dnGetAttribute, name.Value())
	}
	if err == nil || !IsError(err, AttributeError) {
		return r, err
	}
	if f, _ := typ.LookupWhere(t, dnGetAttrDunder); !f.IsUnset() {
		if f.Type() == &functionType {
			return Call(t, f, v, name.Value())
		}
		return must(t, v, dnGetAttrDunder, name.Value())
	}
	return r, err
}

func userSetAttr(t *Thread, v Value, name *Str, val Value) error {
	var err error
	if val.IsUnset() {
		_, err = must(t, v, dnDelattr, name.Value())
	} else {
		_, err = must(t, v, dnSetattr, name.Value(), val)
	}
	return err
}

func userCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	f, owner := a.Type().LookupWhere(t, cmpStr[op])
	if f.IsUnset() {
		return NotImplemented, nil
	}
	if owner.VM == nil {
		if op == CmpNE && owner == &objectType {
			return objectCompare(t, op, a, b)
		}
		if owner.Slots.Compare != nil {
			return owner.Slots.Compare(t, op, a, b)
		}
	}
	if f.Type() == &functionType {
		return Call(t, f, a, b)
	}
	r, _, err := CallSpecial(t, a, cmpStr[op], b)
	return r, err
}

func userIter(t *Thread, v Value) (Value, error) {
	if f, _ := v.Type().LookupWhere(t, dnIter); f.IsNone() {
		return Value{}, TypeErrorf("'%s' object is not iterable", v.Type().Name)
	}
	return must(t, v, dnIter)
}

func userNext(t *Thread, v Value) (Value, error) {
	r, err := must(t, v, dnNext)
	if err != nil && IsError(err, StopIteration) {
		if e := ToException(err); len(e.Extra) > 0 {
			t.StopValue = e.Extra[0]
		}
		return Value{}, nil
	}
	return r, err
}

func userBool(t *Thread, v Value) (bool, error) {
	r, err := must(t, v, dnBool)
	if err != nil {
		return false, err
	}
	if !r.IsBool() {
		return false, TypeErrorf("__bool__ should return bool, returned %s", r.Type().Name)
	}
	return r.IsTrue(), nil
}

func userLen(t *Thread, v Value) (int, error) {
	r, err := must(t, v, dnLen)
	if err != nil {
		return 0, err
	}
	if !r.IsInt() {
		if r, err = Index(t, r); err != nil {
			return 0, err
		}
	}
	n, b, _ := IntOf(r)
	if b != nil && b.Sign() < 0 || n < 0 {
		return 0, ValueErrorf("__len__() should return >= 0")
	}
	if b != nil {
		return 0, OverflowErrorf("cannot fit 'int' into an index-sized integer")
	}
	return int(n), nil
}

func userGetItem(t *Thread, v, key Value) (Value, error) { return must(t, v, dnGetitem, key) }

func userSetItem(t *Thread, v, key, val Value) error {
	name, what := dnSetitem, "does not support item assignment"
	args := []Value{key, val}
	if val.IsUnset() {
		name, what, args = dnDelitem, "doesn't support item deletion", args[:1]
	}
	_, ok, err := CallSpecial(t, v, name, args...)
	if err == nil && !ok {
		return TypeErrorf("'%s' object %s", v.Type().Name, what)
	}
	return err
}

func userContains(t *Thread, v, x Value) (bool, error) {
	if f, _ := v.Type().LookupWhere(t, dnContains); f.IsNone() {
		return false, TypeErrorf("'%s' object is not a container", v.Type().Name)
	}
	r, err := must(t, v, dnContains, x)
	if err != nil {
		return false, err
	}
	return IsTrue(t, r)
}

func userIndex(t *Thread, v Value) (Value, error) { return must(t, v, dnIndex) }
func userInt(t *Thread, v Value) (Value, error)   { return must(t, v, dnInt) }
func userFloat(t *Thread, v Value) (Value, error) { return must(t, v, dnFloat) }

func userDescrGet(t *Thread, d, obj, owner Value) (Value, error) {
	if obj.IsUnset() {
		obj = None
	}
	if owner.IsUnset() {
		owner = None
	}
	return must(t, d, dnGet, obj, owner)
}

func userDescrSet(t *Thread, d, obj, val Value) error {
	name := dnSetDescr
	args := []Value{obj, val}
	if val.IsUnset() {
		name, args = dnDelDescr, args[:1]
	}
	_, ok, err := CallSpecial(t, d, name, args...)
	if err == nil && !ok {
		return Errorf(AttributeError, "%s", name.s)
	}
	return err
}

// userBinary is a op b where a's or b's class has operators in Python: both
// sides are tried, the right one first if its class derives from the left's
// and has its own reflected method.
func userBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	ta, tb := a.Type(), b.Type()
	rf, rowner := tb.LookupWhere(t, rbinStr[op])
	right := ta != tb && !rf.IsUnset()
	if right && tb.IsSubtype(ta) {
		if lf, _ := ta.LookupWhere(t, rbinStr[op]); lf.IsUnset() || !Is(lf, rf) {
			right = false
			if r, err := binaryOf(t, op, rf, rowner, a, b, true); err != nil || !r.IsNotImplemented() {
				return r, err
			}
		}
	}
	if ta.Has(FlagUserBinary) {
		if f, owner := ta.LookupWhere(t, binStr[op]); !f.IsUnset() {
			if r, err := binaryOf(t, op, f, owner, a, b, false); err != nil || !r.IsNotImplemented() {
				return r, err
			}
		}
	} else if ta.Slots.Binary != nil {
		if r, err := ta.Slots.Binary(t, op, a, b); err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	if right {
		return binaryOf(t, op, rf, rowner, a, b, true)
	}
	if !tb.Has(FlagUserBinary) && tb.Slots.Binary != nil && ta != tb {
		return tb.Slots.Binary(t, op, a, b)
	}
	return NotImplemented, nil
}

// binaryOf applies the operator method f, found on class owner, to a and b. A
// builtin class's own method is its slot, which may say NotImplemented where
// the method called by name would raise.
func binaryOf(t *Thread, op BinOp, f Value, owner *Type, a, b Value, reflected bool) (Value, error) {
	if owner.VM == nil && owner.Slots.Binary != nil && f.Type() == &wrapperDescrType {
		return owner.Slots.Binary(t, op, a, b)
	}
	if reflected {
		a, b = b, a
	}
	return callOp(t, f, owner, a, b)
}

// callOp calls an operator method found on a class.
func callOp(t *Thread, f Value, owner *Type, self, other Value) (Value, error) {
	if f.Type() == &functionType || f.Type() == &wrapperDescrType {
		return Call(t, f, self, other)
	}
	if get := f.Type().Slots.DescrGet; get != nil {
		m, err := get(t, f, self, self.Type().Value())
		if err != nil {
			return Value{}, err
		}
		return Call(t, m, other)
	}
	return Call(t, f, other)
}

func userInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	f, owner := a.Type().LookupWhere(t, ibinStr[op])
	if f.IsUnset() {
		return NotImplemented, nil
	}
	return callOp(t, f, owner, a, b)
}

func userUnary(t *Thread, op UnOp, v Value) (Value, error) {
	r, ok, err := CallSpecial(t, v, unStr[op])
	if err == nil && !ok {
		return NotImplemented, nil
	}
	return r, err
}

func userPow3(t *Thread, a, b, mod Value) (Value, error) {
	r, ok, err := CallSpecial(t, a, binStr[OpPow], b, mod)
	if err == nil && !ok {
		return NotImplemented, nil
	}
	return r, err
}
