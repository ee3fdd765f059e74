package runtime

// What the loop of package vm asks about the values at hand. The Go compiler
// puts only very small functions into one as large as the loop (those of cost
// 20 or less by -gcflags=-m=2), so these are: a look at one field each.

// IsList, IsTuple, IsDict, IsStr, IsFunction and IsRangeIter say that v, which
// is set, is exactly that. Beside IsExactly they save the load of the type's address.
func (v Value) IsList() bool      { return (*Object)(v.ref).typ == &listType }
func (v Value) IsTuple() bool     { return (*Object)(v.ref).typ == &tupleType }
func (v Value) IsDict() bool      { return (*Object)(v.ref).typ == &dictType }
func (v Value) IsStr() bool       { return (*Object)(v.ref).typ == &strType }
func (v Value) IsFunction() bool  { return (*Object)(v.ref).typ == &functionType }
func (v Value) IsRangeIter() bool { return (*Object)(v.ref).typ == &rangeIterType }
func (v Value) IsListIter() bool  { return (*Object)(v.ref).typ == &listIterType }
func (v Value) IsGenerator() bool { return (*Object)(v.ref).typ == &generatorType }

// IsTupleIter is of the kind above.
func (v Value) IsTupleIter() bool { return (*Object)(v.ref).typ == &tupleIterType }

// Tuple is the tuple that it walks, nil at its end; Pos, Seek and End as of a ListIter.
func (it *TupleIter) Tuple() *Tuple { return it.tuple }
func (it *TupleIter) Pos() int      { return it.i }
func (it *TupleIter) Seek(i int)    { it.i = i }
func (it *TupleIter) End()          { it.tuple, it.i = nil, 0 }

// List is the list that it walks, nil at its end.
func (it *ListIter) List() *List { return it.list }

// Pos is the position of the next item; Seek changes it.
func (it *ListIter) Pos() int   { return it.i }
func (it *ListIter) Seek(i int) { it.i = i }

// End makes it end.
func (it *ListIter) End() { it.list = nil }

// SetLen changes how many of its items, within their capacity, l has. Beyond
// them all are unset.
func (l *List) SetLen(n int) { l.items = l.items[:n] }

// IsNative says that v is a function of ours or an unbound method of a builtin type.
func (v Value) IsNative() bool {
	return (*Object)(v.ref).typ == &nativeType || (*Object)(v.ref).typ == &methDescType
}

// Takes says that n is unbound and can be called at once with so many
// arguments, receiver included: Def.Fn takes them as they are. (Not known
// before the first call.) The receiver must be exactly an Owner, if there is one.
func (n *Native) Takes(args int) bool { return int(n.arity.Load()) == args+1 && n.Self.ref == nil }
