package runtime

import "unsafe"

// Slot wrappers make a builtin type's Go slots visible as Python methods
// (list.__len__), and tell which slot a Python method of a class fills.

// A slotDef is one special method that stands for a slot.
type slotDef struct {
	method Method
	has    func(s *Slots) bool
	call   func(t *Thread, s *Slots, args []Value) (Value, error)
	nargs  int // without self; -1: any
	opt    int // how many of nargs may be left out
	bin    BinOp
	isBin  uint8 // 1: __add__, 2: __radd__, 3: __iadd__
	un     UnOp
	isUn   bool
}

var binNames = [NumBinOps]struct{ name, sym string }{
	{"add", "+"}, {"sub", "-"}, {"mul", "*"}, {"truediv", "/"}, {"floordiv", "//"}, {"mod", "%"}, {"pow", "** or pow()"},
	{"matmul", "@"}, {"lshift", "<<"}, {"rshift", ">>"}, {"and", "&"}, {"or", "|"}, {"xor", "^"}, {"divmod", "divmod()"},
}

var unNames = [NumUnOps]struct{ name, sym string }{{"neg", "unary -"}, {"pos", "unary +"}, {"invert", "unary ~"}, {"abs", "abs()"}}

var cmpNames = [6]struct{ name, sym string }{{"lt", "<"}, {"le", "<="}, {"eq", "=="}, {"ne", "!="}, {"gt", ">"}, {"ge", ">="}}

// The interned dunder names, by operator.
var (
	binStr, rbinStr, ibinStr [NumBinOps]*Str
	unStr                    [NumUnOps]*Str
	cmpStr                   [6]*Str
)

func boolResult(b bool, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return Bool(b), nil
}

func noneResult(err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return None, nil
}

func nameArg(v Value) (*Str, error) {
	s, ok := AsStr(v)
	if !ok {
		return nil, TypeErrorf("attribute name must be string, not '%s'", v.Type().Name)
	}
	return s, nil
}

func cmpDef(op CmpOp) slotDef {
	return slotDef{method: Method{Name: "__" + cmpNames[op].name + "__"}, nargs: 1,
		has:  func(s *Slots) bool { return s.Compare != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Compare(t, op, a[0], a[1]) }}
}

// plainSlotDefs are the wrappers of all slots but the operators, which
// initSlotDefs adds.
var plainSlotDefs = []slotDef{
	{method: Method{Name: "__repr__"}, has: func(s *Slots) bool { return s.Repr != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Repr(t, a[0]) }},
	{method: Method{Name: "__str__"}, has: func(s *Slots) bool { return s.Str != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Str(t, a[0]) }},
	{method: Method{Name: "__hash__"}, has: func(s *Slots) bool { return s.Hash != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			h, err := s.Hash(t, a[0])
			if err != nil {
				return Value{}, err
			}
			return Int(h), nil
		}},
	{method: Method{Name: "__call__"}, nargs: -1, has: func(s *Slots) bool { return s.Call != nil }},
	{method: Method{Name: "__getattribute__"}, nargs: 1, has: func(s *Slots) bool { return s.GetAttr != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			n, err := nameArg(a[1])
			if err != nil {
				return Value{}, err
			}
			return s.GetAttr(t, a[0], n)
		}},
	{method: Method{Name: "__setattr__"}, nargs: 2, has: func(s *Slots) bool { return s.SetAttr != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			if err := ownSetAttr(s, a[0], "__setattr__"); err != nil {
				return Value{}, err
			}
			n, err := nameArg(a[1])
			if err != nil {
				return Value{}, err
			}
			return noneResult(s.SetAttr(t, a[0], n, a[2]))
		}},
	{method: Method{Name: "__delattr__"}, nargs: 1, has: func(s *Slots) bool { return s.SetAttr != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			if err := ownSetAttr(s, a[0], "__delattr__"); err != nil {
				return Value{}, err
			}
			n, err := nameArg(a[1])
			if err != nil {
				return Value{}, err
			}
			return noneResult(s.SetAttr(t, a[0], n, Value{}))
		}},
	cmpDef(CmpLT), cmpDef(CmpLE), cmpDef(CmpEQ), cmpDef(CmpNE), cmpDef(CmpGT), cmpDef(CmpGE),
	{method: Method{Name: "__iter__"}, has: func(s *Slots) bool { return s.Iter != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Iter(t, a[0]) }},
	{method: Method{Name: "__next__"}, has: func(s *Slots) bool { return s.Next != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			t.StopValue = Value{}
			v, err := s.Next(t, a[0])
			if err == nil && v.IsUnset() {
				return Value{}, StopWith(t)
			}
			return v, err
		}},
	{method: Method{Name: "__bool__"}, has: func(s *Slots) bool { return s.Bool != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return boolResult(s.Bool(t, a[0])) }},
	{method: Method{Name: "__len__"}, has: func(s *Slots) bool { return s.Len != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			n, err := s.Len(t, a[0])
			return Int(int64(n)), err
		}},
	{method: Method{Name: "__getitem__"}, nargs: 1, has: func(s *Slots) bool { return s.GetItem != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.GetItem(t, a[0], a[1]) }},
	{method: Method{Name: "__setitem__"}, nargs: 2, has: func(s *Slots) bool { return s.SetItem != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return noneResult(s.SetItem(t, a[0], a[1], a[2])) }},
	{method: Method{Name: "__delitem__"}, nargs: 1, has: func(s *Slots) bool { return s.SetItem != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			return noneResult(s.SetItem(t, a[0], a[1], Value{}))
		}},
	{method: Method{Name: "__contains__"}, nargs: 1, has: func(s *Slots) bool { return s.Contains != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return boolResult(s.Contains(t, a[0], a[1])) }},
	{method: Method{Name: "__index__"}, has: func(s *Slots) bool { return s.Index != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Index(t, a[0]) }},
	{method: Method{Name: "__int__"}, has: func(s *Slots) bool { return s.Int != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Int(t, a[0]) }},
	{method: Method{Name: "__float__"}, has: func(s *Slots) bool { return s.Float != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) { return s.Float(t, a[0]) }},
	{method: Method{Name: "__get__"}, nargs: 2, opt: 1, has: func(s *Slots) bool { return s.DescrGet != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			obj, owner := a[1], Value{}
			if len(a) > 2 && !a[2].IsNone() {
				owner = a[2]
			}
			if obj.IsNone() && !owner.IsUnset() && !owner.IsExactly(&noneType) {
				obj = Value{}
			}
			if obj.IsUnset() && owner.IsUnset() {
				return Value{}, TypeErrorf("__get__(None, None) is invalid")
			}
			if owner.IsUnset() {
				owner = obj.Type().Value()
			}
			return s.DescrGet(t, a[0], obj, owner)
		}},
	{method: Method{Name: "__set__"}, nargs: 2, has: func(s *Slots) bool { return s.DescrSet != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			return noneResult(s.DescrSet(t, a[0], a[1], a[2]))
		}},
	{method: Method{Name: "__delete__"}, nargs: 1, has: func(s *Slots) bool { return s.DescrSet != nil },
		call: func(t *Thread, s *Slots, a []Value) (Value, error) {
			return noneResult(s.DescrSet(t, a[0], a[1], Value{}))
		}},
}

var slotDefs []slotDef

// initSlotDefs completes slotDefs and the interned names; it runs before any type is readied.
func initSlotDefs() {
	slotDefs = plainSlotDefs
	for op := range NumBinOps {
		n := binNames[op].name
		binStr[op], rbinStr[op], ibinStr[op] = StaticStr("__"+n+"__"), StaticStr("__r"+n+"__"), StaticStr("__i"+n+"__")
		slotDefs = append(slotDefs,
			slotDef{method: Method{Name: "__" + n + "__"}, nargs: 1, bin: op, isBin: 1},
			slotDef{method: Method{Name: "__r" + n + "__"}, nargs: 1, bin: op, isBin: 2},
			slotDef{method: Method{Name: "__i" + n + "__"}, nargs: 1, bin: op, isBin: 3})
	}
	for op := range NumUnOps {
		unStr[op] = StaticStr("__" + unNames[op].name + "__")
		slotDefs = append(slotDefs, slotDef{method: Method{Name: unStr[op].s}, un: op, isUn: true})
	}
	for op := range cmpNames {
		cmpStr[op] = StaticStr("__" + cmpNames[op].name + "__")
	}
	for i := range slotDefs {
		StaticStr(slotDefs[i].method.Name)
	}
}

func addSlotWrappers(t *Type, spec *TypeSpec, natives *nativeSlab) {
	if spec.Slots.none() {
		return
	}
	for i := range slotDefs {
		d := &slotDefs[i]
		ok := false
		switch {
		case d.isBin == 3:
			ok = spec.Slots.Inplace != nil && containsOp(spec.InOps, d.bin)
		case d.isBin != 0:
			ok = spec.Slots.Binary != nil && containsOp(spec.BinOps, d.bin) && !(d.isBin == 2 && isSequence(t) && d.bin != OpMul && d.bin != OpMod)
		case d.isUn:
			if spec.Slots.Unary != nil {
				for _, op := range spec.UnOps {
					ok = ok || op == d.un
				}
			}
		case d.method.Name == "__hash__" && spec.NoHash:
		default:
			ok = d.has(&spec.Slots)
		}
		if !ok {
			continue
		}
		n := natives.take(&wrapperDescrType, &d.method, t)
		n.slot = d
		t.Dict.SetStr(StaticStr(d.method.Name), n.Value())
	}
}

// none says that there are no slots: of every other builtin type, which are exceptions.
func (s *Slots) none() bool {
	type words [unsafe.Sizeof(Slots{}) / unsafe.Sizeof(uintptr(0))]uintptr
	return *(*words)(unsafe.Pointer(s)) == words{}
}

func containsOp(ops []BinOp, op BinOp) bool {
	for _, o := range ops {
		if o == op {
			return true
		}
	}
	return false
}

// callSlotWrapper calls n's slot as its owner has it.
func callSlotWrapper(t *Thread, n *Native, args []Value, names []*Str) (Value, error) {
	d := n.slot
	name := d.method.Name
	if len(args) == 0 {
		return Value{}, TypeErrorf("unbound method %s.%s() needs an argument", n.Owner.Name, name)
	}
	if at := args[0].Type(); at != n.Owner && !at.IsSubtype(n.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", name, n.Owner.Name, at.Name)
	}
	s := &n.Owner.Slots
	if name == "__call__" {
		return s.Call(t, args[0], args[1:], names)
	}
	if len(names) > 0 {
		return Value{}, TypeErrorf("wrapper %s() takes no keyword arguments", name)
	}
	got := len(args) - 1
	if got != d.nargs && !(d.isBin == 1 && d.bin == OpPow && got == 2) && (got > d.nargs || got < d.nargs-d.opt) {
		if d.opt > 0 && got < d.nargs-d.opt {
			return Value{}, TypeErrorf("expected at least %d argument%s, got %d", d.nargs-d.opt, plural(d.nargs-d.opt), got)
		}
		return Value{}, TypeErrorf("expected %d argument%s, got %d", d.nargs, plural(d.nargs), got)
	}
	switch {
	case d.isBin == 1 && got == 2:
		if s.Pow3 == nil {
			return NotImplemented, nil
		}
		return s.Pow3(t, args[0], args[1], args[2])
	case d.isBin == 1:
		r, err := s.Binary(t, d.bin, args[0], args[1])
		return sequenceResult(n.Owner, d.bin, args[0], args[1], r, err)
	case d.isBin == 2:
		r, err := s.Binary(t, d.bin, args[1], args[0])
		return sequenceResult(n.Owner, d.bin, args[0], args[1], r, err)
	case d.isBin == 3:
		return s.Inplace(t, d.bin, args[0], args[1])
	case d.isUn:
		return s.Unary(t, d.un, args[0])
	}
	return d.call(t, s, args)
}

// StopWith is StopIteration with the value that the last Next left.
func StopWith(t *Thread) error {
	v := t.StopValue
	t.StopValue = Value{}
	if v.IsUnset() || v.IsNone() {
		return NewException(StopIteration)
	}
	return stopIteration(v)
}

// sequenceResult makes the errors of + and * called by name on a sequence,
// which do not give NotImplemented.
func sequenceResult(owner *Type, op BinOp, self, other, r Value, err error) (Value, error) {
	if err != nil || !r.IsNotImplemented() || !isSequence(owner) {
		return r, err
	}
	switch op {
	case OpAdd:
		if err := concatError(self, other); err != nil {
			return Value{}, err
		}
	case OpMul:
		if !hasIndex(other) {
			return Value{}, TypeErrorf("'%s' object cannot be interpreted as an integer", other.Type().Name)
		}
	}
	return r, nil
}

// ownSetAttr refuses object.__setattr__ on a class: it would go past type's own.
func ownSetAttr(s *Slots, v Value, what string) error {
	if _, isType := AsType(v); isType && s == &objectType.Slots {
		return TypeErrorf("can't apply this %s to %s object", what, v.Type().Name)
	}
	return nil
}
