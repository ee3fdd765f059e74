package runtime

// A List is a list.
type List struct {
	Object
	items []Value
	// busy is set while sort() works on the items, to tell when its key or
	// comparison function changes the list.
	busy bool
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

// Items are the list's present items.
func (l *List) Items() []Value { return l.items }

// SetItems replaces the items; l owns them then.
func (l *List) SetItems(items []Value) { l.items = items }

// Len is the number of items.
func (l *List) Len() int { return len(l.items) }

// Append adds v at the end.
func (l *List) Append(v Value) { l.items = append(l.items, v) }

// AsList gives the list behind v if v is a list or of a subclass.
func AsList(v Value) (*List, bool) { return Cast[List](v, ListType) }
