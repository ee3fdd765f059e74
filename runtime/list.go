package runtime

// A List is a list.
type List struct {
	Object
	items []Value
}

var (
	listType Type
	ListType = &listType
)

// NewList makes a list that owns items.
func NewList(items []Value) *List {
	l := &List{items: items}
	l.typ = &listType
	return l
}

// NewListFor makes an empty list with room for what iterator it has left, if
// it is one of ours that knows; more than 2**24 items are taken as they come.
func NewListFor(it Value) *List {
	n := stepsLeft(it)
	if n == 0 || n > 1<<24 {
		return NewList(nil)
	}
	return NewList(makeItems(0, n))
}

func stepsLeft(it Value) int {
	switch it.Type() {
	case &rangeIterType:
		return int(max(As[RangeIter](it).Left, 0))
	case &listIterType:
		if l := As[ListIter](it); l.list != nil {
			return max(len(l.list.items)-l.i, 0)
		}
	case &tupleIterType:
		return As[TupleIter](it).left()
	case &dictKeyIterType, &dictValueIterType, &dictItemIterType:
		return As[DictIter](it).left
	case &setIterType:
		return As[SetIter](it).left
	case &enumerateType:
		return stepsLeft(As[EnumerateIter](it).it)
	case &zipType:
		if z := As[ZipIter](it); len(z.its) > 0 {
			n := stepsLeft(z.its[0])
			for _, x := range z.its[1:] {
				n = min(n, stepsLeft(x))
			}
			return n
		}
	}
	return 0
}

type (
	list1 struct {
		List
		a [1]Value
	}
	list2 struct {
		List
		a [2]Value
	}
	list3 struct {
		List
		a [3]Value
	}
	list4 struct {
		List
		a [4]Value
	}
	list6 struct {
		List
		a [6]Value
	}
	list8 struct {
		List
		a [8]Value
	}
	list12 struct {
		List
		a [12]Value
	}
	list16 struct {
		List
		a [16]Value
	}
)

// listRoom makes a list of n items for the caller to fill before anyone sees
// it: a short one in one allocation (measured: a copy of 10 items 65 ns instead of 85).
func listRoom(n int) *List {
	var l *List
	switch n {
	case 0:
		l = &List{}
	case 1:
		p := &list1{}
		l, p.items = &p.List, p.a[:]
	case 2:
		p := &list2{}
		l, p.items = &p.List, p.a[:]
	case 3:
		p := &list3{}
		l, p.items = &p.List, p.a[:]
	case 4:
		p := &list4{}
		l, p.items = &p.List, p.a[:]
	case 5, 6:
		p := &list6{}
		l, p.items = &p.List, p.a[:n]
	case 7, 8:
		p := &list8{}
		l, p.items = &p.List, p.a[:n]
	case 9, 10, 11, 12:
		p := &list12{}
		l, p.items = &p.List, p.a[:n]
	case 13, 14, 15, 16:
		p := &list16{}
		l, p.items = &p.List, p.a[:n]
	default:
		l = &List{items: makeItems(n, n)}
	}
	l.typ = &listType
	return l
}

// ListOf makes a list of a copy of items.
func ListOf(items []Value) *List {
	l := listRoom(len(items))
	copy(l.items, items)
	return l
}

// listOf is ListOf of what may be many.
func listOf(t *Thread, items []Value) (Value, error) {
	if len(items) < oftenItems {
		return ListOf(items).Value(), nil
	}
	items, err := manyItems(t, items)
	if err != nil {
		return Value{}, err
	}
	return NewList(items).Value(), nil
}

// Items are the list's present items.
func (l *List) Items() []Value { return l.items }

// SetItems replaces the items; l owns them then.
func (l *List) SetItems(items []Value) { l.items = items }

// Len is the number of items.
func (l *List) Len() int { return len(l.items) }

// Append adds v at the end.
func (l *List) Append(v Value) {
	if len(l.items) == cap(l.items) {
		l.grow()
	}
	l.items = append(l.items, v)
}

// AppendAll adds copies of items at the end. A list that grows piece by piece
// at least doubles.
func (l *List) AppendAll(items []Value) {
	n := len(l.items)
	if n+len(items) > cap(l.items) {
		size := n + len(items)
		if n > 0 {
			size = max(size, 2*cap(l.items))
		}
		bigger := makeItems(n, size)
		copy(bigger, l.items)
		l.items = bigger
	}
	l.items = append(l.items, items...)
}

// Add is Append of a list that may be long: where it has to grow, that can be
// interrupted.
func (l *List) Add(t *Thread, v Value) error {
	n := len(l.items)
	if n == cap(l.items) {
		return l.addGrown(t, v)
	}
	l.items = l.items[:n+1]
	l.items[n] = v
	return nil
}

func (l *List) addGrown(t *Thread, v Value) error {
	if err := l.growFor(t); err != nil {
		return err
	}
	l.items = append(l.items, v)
	return nil
}

// growFor is grow, of many items with looks at what is pending.
func (l *List) growFor(t *Thread) error {
	if len(l.items) < oftenItems {
		l.grow()
		return nil
	}
	return t.Whole(func() error { return l.regrow(t, l.grown()) })
}

// regrow moves the items to where there is room for n of them; within Whole.
func (l *List) regrow(t *Thread, n int) error {
	items, err := MakeMany[Value](t, len(l.items), n)
	if err == nil {
		err = copyItems(t, items, l.items)
	}
	if err == nil {
		l.items = items
	}
	return err
}

// grow makes room for more items.
func (l *List) grow() {
	items := makeItems(len(l.items), l.grown())
	copy(items, l.items)
	l.items = items
}

// grown is for how many items there is room when the list has grown. Large lists grow by a larger part than Go's
// append would have them: what is left behind is garbage until the collector
// comes, and memory not yet used costs nothing.
func (l *List) grown() int {
	n := len(l.items)
	switch {
	case n < 4:
		n = 4
	case n >= 16 && n < 256:
		n *= 4
	case n < 1<<10 || n >= 1<<18:
		n *= 2
	default:
		n += n / 2
	}
	return n
}

// AsList gives the list behind v if v is a list or of a subclass.
func AsList(v Value) (*List, bool) { return Cast[List](v, ListType) }

// A ListIter walks a list by index, so it sees changes made meanwhile.
type ListIter struct {
	Object
	list *List // nil: at the end
	i    int
}

// A listRevIter walks a list backwards.
type listRevIter struct {
	Object
	list *List
	i    int
}

var (
	listIterType, listRevIterType Type
	ListIterType                  = &listIterType
)

// NewListIter makes iter(l).
func NewListIter(l *List) *ListIter {
	it := &ListIter{list: l}
	it.typ = &listIterType
	return it
}

// Step gives the next item; false at the end.
func (it *ListIter) Step() (Value, bool) {
	l := it.list
	if l == nil {
		return Value{}, false
	}
	if i := it.i; i < len(l.items) {
		it.i = i + 1
		return l.items[i], true
	}
	it.list = nil
	return Value{}, false
}

func listIterNext(t *Thread, v Value) (Value, error) {
	x, _ := As[ListIter](v).Step()
	return x, nil
}

func listRevNext(t *Thread, v Value) (Value, error) {
	it := As[listRevIter](v)
	if it.list == nil {
		return Value{}, nil
	}
	if i := it.i; i >= 0 && i < len(it.list.items) {
		it.i--
		return it.list.items[i], nil
	}
	it.list = nil
	return Value{}, nil
}

func listIter(t *Thread, v Value) (Value, error) { return NewListIter(As[List](v)).Value(), nil }

func listRepr(t *Thread, v Value) (Value, error) {
	l := As[List](v)
	if len(l.items) == 0 {
		return NewStr("[]"), nil
	}
	if t.ReprEnter(v) {
		return NewStr("[...]"), nil
	}
	defer t.ReprLeave()
	b := append(make([]byte, 0, 4*len(l.items)), '[')
	var g Growing
	for i := 0; i < len(l.items); i++ { // repr may change the list
		if i > 0 {
			b = append(b, ", "...)
		}
		had := len(b)
		var err error
		if b, err = appendRepr(t, b, l.items[i]); err == nil {
			err = g.Add(t, len(b)-had)
		}
		if err != nil {
			return Value{}, err
		}
	}
	return NewStr(string(append(b, ']'))), nil
}

// listCompare looks at both lists afresh for each item: comparing may change them.
func listCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	x, ok := AsList(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := AsList(b)
	if !ok {
		return NotImplemented, nil
	}
	if len(x.items) != len(y.items) && (op == CmpEQ || op == CmpNE) {
		return Bool(op == CmpNE), nil
	}
	for i := 0; i < len(x.items) && i < len(y.items); i++ {
		if err := t.Often(i); err != nil {
			return Value{}, err
		}
		xi, yi := x.items[i], y.items[i]
		eq, err := equalItem(t, xi, yi)
		if err != nil {
			return Value{}, err
		}
		if !eq {
			return compareDiffering(t, op, xi, yi)
		}
	}
	return compareLens(op, len(x.items), len(y.items)), nil
}

func listLen(t *Thread, v Value) (int, error) { return len(As[List](v).items), nil }

func listContains(t *Thread, v, x Value) (bool, error) {
	l := As[List](v)
	for i := 0; i < len(l.items); i++ {
		eq, err := equalItem(t, l.items[i], x)
		if err == nil {
			err = t.Often(i)
		}
		if err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func listGetItem(t *Thread, v, key Value) (Value, error) {
	l := As[List](v)
	if s, ok := AsSlice(key); ok {
		return ListGetSlice(t, l, s)
	}
	i, err := seqIndex(t, key, "list")
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		return Value{}, IndexErrorf("list index out of range")
	}
	return l.items[i], nil
}

func listSetItem(t *Thread, v, key, val Value) error {
	l := As[List](v)
	if s, ok := AsSlice(key); ok {
		if val.IsUnset() {
			return listDelSlice(t, l, s)
		}
		return ListSetSlice(t, l, s, val)
	}
	i, err := seqIndex(t, key, "list")
	if err != nil {
		return err
	}
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		return IndexErrorf("list assignment index out of range")
	}
	if val.IsUnset() {
		return l.removeRange(t, i, i+1)
	}
	l.items[i] = val
	return nil
}

func listBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		x, ok := AsList(a)
		if !ok {
			return NotImplemented, nil
		}
		y, ok := AsList(b)
		if !ok {
			return NotImplemented, nil
		}
		if err := t.RoomFor(len(x.items)+len(y.items), valueSize); err != nil {
			return Value{}, err
		}
		if len(x.items)+len(y.items) > oftenItems {
			items, err := manyJoined(t, x.items, y.items)
			return NewList(items).Value(), err
		}
		out := listRoom(len(x.items) + len(y.items))
		copy(out.items[copy(out.items, x.items):], y.items)
		return out.Value(), nil
	case OpMul:
		l, ok := AsList(a)
		count := b
		if !ok {
			if l, ok = AsList(b); !ok {
				return NotImplemented, nil
			}
			count = a
		}
		n, ok, err := repeatCount(t, count)
		if err != nil || !ok {
			return NotImplemented, err
		}
		items, err := repeatItems(t, l.items, n)
		if err != nil {
			return Value{}, err
		}
		return NewList(items).Value(), nil
	}
	return NotImplemented, nil
}

func listInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	l, ok := AsList(a)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpAdd:
		return a, ListExtend(t, l, b)
	case OpMul:
		n, ok, err := repeatCount(t, b)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if n == 1 {
			return a, nil
		}
		items, err := repeatItems(t, l.items, n)
		if err != nil {
			return Value{}, err
		}
		l.items = items
		return a, nil
	}
	return NotImplemented, nil
}

// ListExtend adds the items of iterable v at l's end.
func ListExtend(t *Thread, l *List, v Value) error {
	switch v.Type() {
	case &listType:
		return l.appendAll(t, As[List](v).items)
	case &tupleType:
		return l.appendAll(t, As[Tuple](v).items)
	case &rangeType:
		if r := As[Range](v); r.big == nil {
			return extendRange(t, l, r)
		}
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	hint, err := LengthHint(t, v, 8)
	if err != nil {
		return err
	}
	if hint > 1<<63-1-len(l.items) {
		hint = 0 // a hint that cannot be meant
	}
	if err := t.RoomFor(hint, valueSize); err != nil {
		return err
	}
	if cap(l.items)-len(l.items) < hint && hint < 1<<26 {
		if err := t.Whole(func() error { return l.regrow(t, len(l.items)+hint) }); err != nil {
			return err
		}
	}
	t.Building(l.Value())
	defer t.Built()
	next := it.Type().Slots.Next
	for n := 1; ; n++ {
		x, err := next(t, it)
		if err != nil {
			return err
		}
		if x.IsUnset() {
			return nil
		}
		if err := l.Add(t, x); err != nil {
			return err
		}
		if n&4095 == 0 {
			if err := longLoop(t, len(l.items)); err != nil {
				return err
			}
		}
	}
}

// appendAll is AppendAll if there is room.
func (l *List) appendAll(t *Thread, items []Value) error {
	n := len(l.items) + len(items)
	if n > cap(l.items) {
		if err := t.RoomFor(n, valueSize); err != nil {
			return err
		}
	}
	if n < oftenItems {
		l.AppendAll(items)
		return nil
	}
	return t.Whole(func() error {
		old := len(l.items)
		if n := old + len(items); n > cap(l.items) {
			if old > 0 {
				n = max(n, 2*cap(l.items))
			}
			if err := l.regrow(t, n); err != nil {
				return err
			}
		}
		if err := copyItems(t, l.items[old:old+len(items)], items); err != nil {
			return err
		}
		l.items = l.items[:old+len(items)]
		return t.pendingOf()
	})
}

// longLoop is called now and then by native loops that may run for ever and
// that have made size items so far.
func longLoop(t *Thread, size int) error {
	if size > maxItems {
		return MemoryErr()
	}
	return t.Pending()
}

func extendRange(t *Thread, l *List, r *Range) error {
	if err := t.RoomFor(int(r.n), valueSize); err != nil {
		return err
	}
	if r.n > maxItems {
		return MemoryErr()
	}
	n := int(r.n)
	if n < oftenItems {
		if err := l.fillRange(t, r, n); err != nil {
			return err
		}
		return t.Worked(n)
	}
	return t.Whole(func() error { return l.fillRange(t, r, n) })
}

// fillRange adds n ints of r at l's end; many of them within Whole.
func (l *List) fillRange(t *Thread, r *Range, n int) error {
	old := len(l.items)
	if cap(l.items)-old < n {
		if err := l.regrow(t, old+n); err != nil {
			return err
		}
	}
	items := l.items[old : old+n]
	cur := r.start
	for i := range items {
		if err := t.Often(i); err != nil {
			return err
		}
		items[i] = Int(cur)
		cur += r.step
	}
	l.items = l.items[:old+n]
	return nil
}
