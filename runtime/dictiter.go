package runtime

// DictKind says what an iterator or view of a dict gives.
type DictKind uint8

const (
	DictKeys DictKind = iota
	DictValues
	DictItems
)

// A DictIter walks a dict, forwards or backwards.
type DictIter struct {
	Object
	d    *Dict // nil: at the end
	pos  int   // next entry to look at
	used int   // of d when the walk began; -1: an error was raised
	left int
	kind DictKind
}

var (
	dictKeyIterType, dictValueIterType, dictItemIterType Type
	dictRevKeyType, dictRevValueType, dictRevItemType    Type
	DictKeyIterType                                      = &dictKeyIterType
	DictValueIterType                                    = &dictValueIterType
	DictItemIterType                                     = &dictItemIterType
)

var dictIterTypes = [3]*Type{&dictKeyIterType, &dictValueIterType, &dictItemIterType}
var dictRevTypes = [3]*Type{&dictRevKeyType, &dictRevValueType, &dictRevItemType}

// NewDictIter walks d.
func NewDictIter(d *Dict, kind DictKind) *DictIter {
	it := &DictIter{d: d, pos: int(d.first), used: int(d.used), left: int(d.used), kind: kind}
	it.typ = dictIterTypes[kind]
	return it
}

func newDictRevIter(d *Dict, kind DictKind) Value {
	it := &DictIter{d: d, pos: len(d.entries) - 1, used: int(d.used), left: int(d.used), kind: kind}
	it.typ = dictRevTypes[kind]
	return it.Value()
}

func dictIter(t *Thread, v Value) (Value, error) {
	return NewDictIter(As[Dict](v), DictKeys).Value(), nil
}

// next finds the next entry; nil with no error at the end.
func (it *DictIter) next() (*dictEntry, error) {
	d := it.d
	if d == nil {
		return nil, nil
	}
	if int(d.used) != it.used {
		return nil, it.changed()
	}
	ents := d.entries
	for i := it.pos; i < len(ents); i++ {
		if e := &ents[i]; e.key.ref != nil {
			if it.left == 0 {
				return nil, it.keysChanged()
			}
			it.pos = i + 1
			it.left--
			return e, nil
		}
	}
	it.d = nil
	return nil, nil
}

func (it *DictIter) changed() error {
	it.used = -1
	return RuntimeErrorf("dictionary changed size during iteration")
}

func (it *DictIter) keysChanged() error {
	it.d = nil
	return RuntimeErrorf("dictionary keys changed during iteration")
}

func (it *DictIter) prev() (*dictEntry, error) {
	d := it.d
	if d == nil {
		return nil, nil
	}
	if int(d.used) != it.used {
		return nil, it.changed()
	}
	for i := min(it.pos, len(d.entries)-1); i >= 0; i-- {
		if e := &d.entries[i]; e.key.ref != nil {
			if it.left == 0 {
				return nil, it.keysChanged()
			}
			it.pos = i - 1
			it.left--
			return e, nil
		}
	}
	it.d = nil
	return nil, nil
}

// Step gives the next key, value or pair; unset at the end.
func (it *DictIter) Step(t *Thread) (Value, error) {
	e, err := it.next()
	if e == nil {
		return Value{}, err
	}
	return it.pick(e), nil
}

func (it *DictIter) pick(e *dictEntry) Value {
	switch it.kind {
	case DictKeys:
		return e.key
	case DictValues:
		return e.val
	}
	p := &tuple2{}
	p.typ = &tupleType
	p.a = [2]Value{e.key, e.val}
	p.items = p.a[:]
	return p.Tuple.Value()
}

// Step2 gives the next key and value without making a tuple; ok is false at
// the end. Only for iterators over items.
func (it *DictIter) Step2(t *Thread) (k, v Value, ok bool, err error) {
	e, err := it.next()
	if e == nil {
		return Value{}, Value{}, false, err
	}
	return e.key, e.val, true, nil
}

func dictIterNext(t *Thread, v Value) (Value, error) { return As[DictIter](v).Step(t) }

func dictRevNext(t *Thread, v Value) (Value, error) {
	it := As[DictIter](v)
	e, err := it.prev()
	if e == nil {
		return Value{}, err
	}
	return it.pick(e), nil
}

func dictIterHint(t *Thread, args []Value) (Value, error) {
	it := As[DictIter](args[0])
	if it.d == nil || int(it.d.used) != it.used {
		return Int(0), nil
	}
	return Int(int64(it.left)), nil
}

// dictIterReduce gives iter(list of what is left).
func dictIterReduce(t *Thread, args []Value) (Value, error) {
	c := *As[DictIter](args[0])
	var items []Value
	rev := c.typ == dictRevTypes[c.kind]
	for {
		e, err := (*DictIter).next, error(nil)
		if rev {
			e = (*DictIter).prev
		}
		ent, err := e(&c)
		if err != nil {
			return Value{}, err
		}
		if ent == nil {
			break
		}
		items = append(items, c.pick(ent))
	}
	f, err := builtinByName(t, "iter")
	if err != nil {
		return Value{}, err
	}
	return TupleOf(f, TupleOf(NewList(items).Value())), nil
}

func init() {
	names := [3]string{"key", "value", "item"}
	methods := []Method{
		{Name: "__length_hint__", Fn: dictIterHint},
		{Name: "__reduce__", Fn: dictIterReduce},
	}
	for i, n := range names {
		Define(dictIterTypes[i], TypeSpec{Name: "dict_" + n + "iterator", Size: SizeOf[DictIter](), Flags: FlagDisallowNew,
			Slots: Slots{Iter: SelfIter, Next: dictIterNext}, Methods: methods})
		Define(dictRevTypes[i], TypeSpec{Name: "dict_reverse" + n + "iterator", Size: SizeOf[DictIter](), Flags: FlagDisallowNew,
			Slots: Slots{Iter: SelfIter, Next: dictRevNext}, Methods: methods})
	}
}
