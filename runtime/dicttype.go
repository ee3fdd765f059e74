package runtime

// Slots and methods of dict; the table is in dictmethods.go.

func dictRepr(t *Thread, v Value) (Value, error) {
	d := As[Dict](v)
	if d.used == 0 {
		return NewStr("{}"), nil
	}
	if t.ReprEnter(v) {
		return NewStr("{...}"), nil
	}
	defer t.ReprLeave()
	b := append(make([]byte, 0, 12*int(d.used)), '{')
	var g Growing
	n, had := 0, 0
	for i, k, x, ok := d.Next(0); ok; i, k, x, ok = d.Next(i) {
		if n > 0 {
			b = append(b, ", "...)
		}
		n++
		var err error
		if b, err = appendRepr(t, b, k); err != nil {
			return Value{}, err
		}
		b = append(b, ": "...)
		if b, err = appendRepr(t, b, x); err == nil {
			err = g.Add(t, len(b)-had)
		}
		if err != nil {
			return Value{}, err
		}
		had = len(b)
	}
	return NewStr(bytesToText(append(b, '}'))), nil
}

func dictCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsDict(a)
	if !ok || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	y, ok := AsDict(b)
	if !ok {
		return NotImplemented, nil
	}
	eq, err := dictEqual(t, x, y)
	if err != nil {
		return Value{}, err
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func dictEqual(t *Thread, x, y *Dict) (bool, error) {
	if x.used != y.used {
		return false, nil
	}
	for i := int(x.first); i < len(x.entries); i++ {
		if err := t.OftenQuiet(i); err != nil {
			return false, err
		}
		if i >= len(x.entries) {
			break // a signal's handler has changed it
		}
		e := x.entries[i]
		if e.key.ref == nil {
			continue
		}
		pos, _, err := y.lookup(t, e.key, y.hashFrom(t, x, &e))
		if err != nil || pos < 0 {
			return false, err
		}
		eq, err := equalItem(t, y.entries[pos].val, e.val)
		if err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

func dictLen(t *Thread, v Value) (int, error) { return int(As[Dict](v).used), nil }

func dictContains(t *Thread, v, x Value) (bool, error) {
	pos, err := As[Dict](v).find(t, x)
	return pos >= 0, err
}

// Contains is key in d.
func (d *Dict) Contains(t *Thread, key Value) (bool, error) {
	pos, err := d.find(t, key)
	return pos >= 0, err
}

var strMissing = StaticStr("__missing__")

func dictGetItem(t *Thread, v, key Value) (Value, error) {
	d := As[Dict](v)
	pos, err := d.find(t, key)
	if err != nil {
		return Value{}, err
	}
	if pos >= 0 {
		return d.entries[pos].val, nil
	}
	if v.Type() != &dictType {
		if d.ext != nil && d.ext.factory.ref != nil && !v.Type().Has(FlagHeap) {
			return d.missingValue(t, key)
		}
		if r, ok, err := CallSpecial(t, v, strMissing, key); ok || err != nil {
			return r, err
		}
	}
	return Value{}, KeyErr(key)
}

func dictSetItem(t *Thread, v, key, val Value) error {
	d := As[Dict](v)
	if !val.IsUnset() {
		return d.Set(t, key, val)
	}
	_, ok, err := d.Delete(t, key)
	if err == nil && !ok {
		return KeyErr(key)
	}
	return err
}

func dictBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	x, ok := AsDict(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsDict(b)
	if !ok {
		return NotImplemented, nil
	}
	r, err := dictCopyAny(t, x)
	if err != nil {
		return Value{}, err
	}
	return r.Value(), DictUpdate(t, r, y.Value())
}

// dictCopyAny is dict.copy(), which asks a subclass with an __iter__ of its own for its items.
func dictCopyAny(t *Thread, d *Dict) (*Dict, error) {
	if !d.typ.Has(FlagUserIter) {
		return d.CopyOf(t)
	}
	r := NewDict()
	return r, DictUpdate(t, r, d.Value())
}

func dictInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	d, ok := AsDict(a)
	if op != OpOr || !ok {
		return NotImplemented, nil
	}
	return a, dictUpdateAny(t, d, b)
}

// dictUpdateAny is update(v): a mapping, if it has keys(), or pairs.
func dictUpdateAny(t *Thread, d *Dict, v Value) error {
	if v.Type() == &dictType {
		return dictUpdateDict(t, d, As[Dict](v))
	}
	_, ok, err := LookupAttr(t, v, strKeys)
	if err != nil {
		return err
	}
	if ok {
		return DictUpdate(t, d, v)
	}
	return dictMergePairs(t, d, v)
}

var strKeys = StaticStr("keys")

// dictUpdateDict copies src's entries into d.
func dictUpdateDict(t *Thread, d, src *Dict) error {
	if d == src || src.used == 0 {
		return nil
	}
	if d.used == 0 && d.ext == nil && d.fill == 0 {
		return d.copyFrom(t, src)
	}
	if want := int(d.used + src.used); want*3 > len(d.index)*2 && src.used > 8 {
		if err := t.RoomFor(want, dictEntrySize); err != nil {
			return err
		}
		if err := d.growFor(t, want); err != nil {
			return err
		}
	}
	n := src.used
	for i := int(src.first); i < len(src.entries); i++ {
		if err := t.OftenQuiet(i); err != nil {
			return err
		}
		if i >= len(src.entries) { // a signal's handler has changed it
			return RuntimeErrorf("dict mutated during update")
		}
		e := src.entries[i]
		if e.key.ref == nil {
			continue
		}
		if err := d.SetHash(t, e.key, e.val, d.hashFrom(t, src, &e)); err != nil {
			return err
		}
		if n != src.used {
			return RuntimeErrorf("dict mutated during update")
		}
	}
	return nil
}

// DictUpdate is d.update(src) for a mapping src, as {**src} does it too.
func DictUpdate(t *Thread, d *Dict, src Value) error {
	if s, ok := AsDict(src); ok && (src.Type() == &dictType || !src.Type().Has(FlagUserIter)) {
		return dictUpdateDict(t, d, s)
	}
	keys, err := mappingKeys(t, src)
	if err != nil {
		return err
	}
	return Iterate(t, keys, func(k Value) error {
		v, err := GetItem(t, src, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	})
}

// mappingKeys gives an iterator over src.keys().
func mappingKeys(t *Thread, src Value) (Value, error) {
	keys, err := CallMethod(t, src, "keys")
	if err != nil {
		return Value{}, err
	}
	it, err := Iter(t, keys)
	if err != nil && IsError(err, TypeError) {
		err = TypeErrorf("%s.keys() returned a non-iterable (type %s)", src.Type().Name, keys.Type().Name)
	}
	return it, err
}

// DictUnpack is {**src} into d: TypeError "'X' object is not a mapping".
func DictUnpack(t *Thread, d *Dict, src Value) error {
	if src.Type() == &dictType {
		return dictUpdateDict(t, d, As[Dict](src))
	}
	err := DictUpdate(t, d, src)
	if err != nil && IsError(err, AttributeError) {
		return TypeErrorf("'%s' object is not a mapping", src.Type().Name)
	}
	return err
}

// DictMerge adds the keyword arguments **src of a call of fn to d: keys must
// be str and new.
func DictMerge(t *Thread, d *Dict, src, fn Value) error {
	add := func(k, v Value) error {
		s, ok := AsStr(k)
		if !ok {
			return TypeErrorf("keywords must be strings")
		}
		if _, dup := d.GetStr(s); dup {
			return TypeErrorf("%s got multiple values for keyword argument '%s'", CalledName(t, fn), s.s)
		}
		d.SetStr(s, v)
		return nil
	}
	if s, ok := AsDict(src); ok && !src.Type().Has(FlagUserIter) { // keys() of a subclass does not count, as in CPython
		for i, k, v, ok := s.Next(0); ok; i, k, v, ok = s.Next(i) {
			if err := add(k, v); err != nil {
				return err
			}
		}
		return nil
	}
	_, ok, err := LookupAttr(t, src, strKeys)
	if err != nil {
		return err
	}
	if !ok {
		return TypeErrorf("%s argument after ** must be a mapping, not %s", CalledName(t, fn), src.Type().Name)
	}
	keys, err := mappingKeys(t, src)
	if err != nil {
		return err
	}
	return Iterate(t, keys, func(k Value) error {
		v, err := GetItem(t, src, k)
		if err != nil {
			return err
		}
		return add(k, v)
	})
}

// CalledName is how messages about a call name its callee: "mod.f()", or str(fn).
func CalledName(t *Thread, fn Value) string {
	if fn.IsUnset() {
		return "function"
	}
	q, ok, err := LookupAttr(t, fn, StaticName(t, "__qualname__"))
	if err != nil || !ok {
		s, err := StrStr(t, fn)
		if err != nil {
			return fn.Type().Name + " object"
		}
		return s
	}
	name, err := StrStr(t, q)
	if err != nil {
		return fn.Type().Name + " object"
	}
	m, ok, err := LookupAttr(t, fn, StaticName(t, "__module__"))
	if err == nil && ok && !m.IsNone() {
		if ms, isStr := AsStr(m); isStr && ms.s != "builtins" {
			return ms.s + "." + name + "()"
		}
	}
	return name + "()"
}

// StaticName interns a name in t's VM.
func StaticName(t *Thread, s string) *Str { return t.VM.Intern(s) }

// dictMergePairs adds the pairs that iterable v gives.
func dictMergePairs(t *Thread, d *Dict, v Value) error {
	i := 0
	t.Building(d.Value())
	defer t.Built()
	return Iterate(t, v, func(pair Value) error {
		items, err := pairItems(t, pair, i)
		if err != nil {
			return err
		}
		i++
		return d.Set(t, items[0], items[1])
	})
}

func pairItems(t *Thread, pair Value, i int) ([]Value, error) {
	var items []Value
	switch pair.Type() {
	case &tupleType:
		items = As[Tuple](pair).items
	case &listType:
		items = As[List](pair).items
	default:
		if !isIterable(pair) {
			return nil, TypeErrorf("cannot convert dictionary update sequence element #%d to a sequence", i)
		}
		var err error
		if items, err = ToSlice(t, pair); err != nil {
			return nil, err
		}
	}
	if len(items) != 2 {
		return nil, ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
	}
	return items, nil
}

// dictFill is what dict() and update() do with their arguments.
func dictFill(t *Thread, name string, d *Dict, args []Value, names []*Str) error {
	pos := args[:len(args)-len(names)]
	if len(pos) > 1 {
		return TypeErrorf("%s expected at most 1 argument, got %d", name, len(pos))
	}
	if len(pos) == 1 {
		if err := dictUpdateAny(t, d, pos[0]); err != nil {
			return err
		}
	}
	for i, n := range names {
		d.SetStr(n, args[len(pos)+i])
	}
	return nil
}

func dictNew(t *Thread, args []Value, names []*Str) (Value, error) {
	cls, err := newClassOf(args, &dictType)
	if err != nil {
		return Value{}, err
	}
	return Alloc[Dict](cls).Value(), nil
}

func dictInit(t *Thread, args []Value, names []*Str) (Value, error) {
	return noneResult(dictFill(t, "dict", As[Dict](args[0]), args[1:], names))
}

func dictUpdate(t *Thread, args []Value, names []*Str) (Value, error) {
	return noneResult(dictFill(t, "update", As[Dict](args[0]), args[1:], names))
}

// DictFromKeys is dict.fromkeys and that of its subclasses.
func DictFromKeys(t *Thread, args []Value) (Value, error) {
	cls, ok := AsType(args[0])
	if !ok {
		return Value{}, TypeErrorf("fromkeys() needs a class")
	}
	var made Value
	if cls == &dictType {
		made = NewDict().Value()
	} else {
		var err error
		if made, err = Call(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if made.Type() == &dictType {
		d := As[Dict](made)
		switch args[1].Type() {
		case &setType, &frozensetType:
			s := As[Set](args[1])
			err := s.each(t, func(e setEntry) error { // comparing keys may change the set
				return d.SetHash(t, e.key, args[2], d.hashIn(t, e.key, e.hash))
			})
			if err != nil {
				return Value{}, err
			}
			return made, nil
		}
		t.Building(made)
		defer t.Built()
		return made, Iterate(t, args[1], func(k Value) error { return d.Set(t, k, args[2]) })
	}
	return made, Iterate(t, args[1], func(k Value) error { return SetItem(t, made, k, args[2]) })
}

func dictGet(t *Thread, args []Value) (Value, error) {
	d := As[Dict](args[0])
	pos, err := d.find(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if pos < 0 {
		return args[2], nil
	}
	return d.entries[pos].val, nil
}

func dictSetDefault(t *Thread, args []Value) (Value, error) {
	return As[Dict](args[0]).SetDefault(t, args[1], args[2])
}

// SetDefault is d.setdefault(key, val).
func (d *Dict) SetDefault(t *Thread, key, val Value) (Value, error) {
	h, err := d.KeyHash(t, key)
	if err != nil {
		return Value{}, err
	}
	pos, slot, err := d.lookup(t, key, h)
	if err != nil {
		return Value{}, err
	}
	if pos >= 0 {
		return d.entries[pos].val, nil
	}
	if len(d.index) > manyEntries && d.crowded() {
		return val, d.SetHash(t, key, val, h)
	}
	d.insert(key, val, h, slot)
	return val, nil
}

func dictPop(t *Thread, args []Value) (Value, error) {
	v, ok, err := As[Dict](args[0]).Delete(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if ok {
		return v, nil
	}
	if args[2].IsUnset() {
		return Value{}, KeyErr(args[1])
	}
	return args[2], nil
}

// PopItem removes the last entry, or the first; ok is false if there is none.
func (d *Dict) PopItem(last bool) (key, val Value, ok bool) {
	if d.used == 0 {
		return Value{}, Value{}, false
	}
	i := int(d.first)
	if last {
		for i = len(d.entries) - 1; d.entries[i].key.ref == nil; i-- {
		}
	}
	e := d.entries[i]
	d.removeAt(i)
	if last {
		d.entries = d.entries[:i]
		d.first = min(d.first, int32(i))
	}
	return e.key, e.val, true
}

func dictPopItem(t *Thread, args []Value) (Value, error) {
	k, v, ok := As[Dict](args[0]).PopItem(true)
	if !ok {
		return Value{}, Errorf(KeyError, "popitem(): dictionary is empty")
	}
	return TupleOf(k, v), nil
}
