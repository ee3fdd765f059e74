package runtime

// A Tuple is a tuple. Short ones have their items in the same allocation.
type Tuple struct {
	Object
	items []Value
}

var (
	tupleType Type
	TupleType = &tupleType
)

type (
	tuple1 struct {
		Tuple
		a [1]Value
	}
	tuple2 struct {
		Tuple
		a [2]Value
	}
	tuple3 struct {
		Tuple
		a [3]Value
	}
	tuple4 struct {
		Tuple
		a [4]Value
	}
	tuple6 struct {
		Tuple
		a [6]Value
	}
)

var emptyTupleObj = Tuple{Object: Object{&tupleType}}
var emptyTuple = emptyTupleObj.Value()

// MakeTuple makes a tuple of n items for the caller to fill before anyone sees it.
func MakeTuple(n int) *Tuple {
	var t *Tuple
	switch n {
	case 0:
		return &emptyTupleObj
	case 1:
		p := &tuple1{}
		t, p.items = &p.Tuple, p.a[:]
	case 2:
		p := &tuple2{}
		t, p.items = &p.Tuple, p.a[:]
	case 3:
		p := &tuple3{}
		t, p.items = &p.Tuple, p.a[:]
	case 4:
		p := &tuple4{}
		t, p.items = &p.Tuple, p.a[:]
	case 5, 6:
		p := &tuple6{}
		t, p.items = &p.Tuple, p.a[:n:n]
	default:
		t = &Tuple{items: make([]Value, n)}
	}
	t.typ = &tupleType
	return t
}

// NewTuple makes a tuple of a copy of items.
func NewTuple(items []Value) Value {
	t := MakeTuple(len(items))
	copy(t.items, items)
	return t.Value()
}

// TupleOf makes a tuple of its arguments.
func TupleOf(items ...Value) Value { return NewTuple(items) }

// Items are the tuple's items; not to be written.
func (t *Tuple) Items() []Value { return t.items }

// Len is the number of items.
func (t *Tuple) Len() int { return len(t.items) }

// AsTuple gives the tuple behind v if v is a tuple or of a subclass.
func AsTuple(v Value) (*Tuple, bool) { return Cast[Tuple](v, TupleType) }
