package runtime

// # Shapes
//
// An instance keeps its attributes in slots; its Shape says which attribute
// is in which slot. Instances of a class that got the same attributes in the
// same order share one Shape, so an inline cache that has seen the shape knows
// the slot. Adding an attribute moves the instance along a transition to the
// shape with one more key.
//
// The first inline slots lie behind the Instance header in the same
// allocation; the rest are in ext.over. Objects of builtin layout (a dict
// subclass, say) have no inline slots.
//
// When somebody asks for __dict__, deletes from the middle of many, or goes
// above maxShapeKeys, the attributes move into a real Dict (ext.dict) and the
// shape becomes the class's dict shape; caches then miss for good.

const maxShapeKeys = 128

// A Shape is a node in its class's tree of attribute layouts.
type Shape struct {
	typ    *Type
	parent *Shape
	key    *Str // the last attribute; nil for a root
	n      int  // number of slots in use, __slots__ members included
	inline int  // inline slots that instances of this tree have
	isDict bool
	next   map[*Str]*Shape
	last   *Shape // the transition taken last
	table  map[string]int32
}

// Attrs is the attribute storage of an object: see Shape.
type Attrs struct {
	shape *Shape
	ext   *attrExt
}

type attrExt struct {
	over []Value
	dict *Dict
}

// An Instance is an object of a class written in Python with no builtin
// layout. Its inline slots follow it in memory (see newInstance).
type Instance struct {
	Object
	Attrs
}

// Type of a shape's instances.
func (s *Shape) Type() *Type { return s.typ }

// Inline is how many slots are inline.
func (s *Shape) Inline() int { return s.inline }

// find gives the slot of attribute name, or -1.
func (s *Shape) find(name *Str) int {
	if s.n-s.typ.nslots > 8 {
		if s.table == nil {
			s.table = make(map[string]int32, s.n)
			for p := s; p.key != nil; p = p.parent {
				s.table[p.key.s] = int32(p.n - 1)
			}
		}
		if i, ok := s.table[name.s]; ok {
			return int(i)
		}
		return -1
	}
	for p := s; p.key != nil; p = p.parent {
		if p.key == name || p.key.s == name.s {
			return p.n - 1
		}
	}
	return -1
}

// with gives the shape that has name as well. name must be interned.
func (s *Shape) with(name *Str) *Shape {
	if s.last != nil && s.last.key == name {
		return s.last
	}
	n := s.next[name]
	if n == nil {
		n = &Shape{typ: s.typ, parent: s, key: name, n: s.n + 1, inline: s.inline}
		if s.next == nil {
			s.next = map[*Str]*Shape{}
		}
		s.next[name] = n
	}
	s.last = n
	return n
}

// rootShape is the root from which the VM's instances of s's class, a root's,
// get their attributes. Builtin types are all VMs', so each has roots of its own
// for their instances.
func (vm *VM) rootShape(s *Shape) *Shape {
	if s.typ.VM != nil {
		return s
	}
	r := vm.roots[s.typ]
	if r == nil {
		if vm.roots == nil {
			vm.roots = map[*Type]*Shape{}
		}
		r = newRoot(s.typ, s.inline)
		vm.roots[s.typ] = r
	}
	return r
}

// keys are the attribute names in order.
func (s *Shape) keys() []*Str {
	out := make([]*Str, s.n-s.typ.nslots)
	for p := s; p.key != nil; p = p.parent {
		out[p.n-1-s.typ.nslots] = p.key
	}
	return out
}

// newRoot makes the shape of t's fresh instances.
func newRoot(t *Type, inline int) *Shape {
	return &Shape{typ: t, n: t.nslots, inline: inline}
}

type (
	inst1 struct {
		Instance
		a [1]Value
	}
	inst2 struct {
		Instance
		a [2]Value
	}
	inst3 struct {
		Instance
		a [3]Value
	}
	inst4 struct {
		Instance
		a [4]Value
	}
	inst5 struct {
		Instance
		a [5]Value
	}
	inst6 struct {
		Instance
		a [6]Value
	}
	inst8 struct {
		Instance
		a [8]Value
	}
	inst10 struct {
		Instance
		a [10]Value
	}
	inst14 struct {
		Instance
		a [14]Value
	}
)

// inlineClass rounds a wanted number of slots to a size there is.
func inlineClass(n int) int {
	switch {
	case n <= 6:
		return n
	case n <= 8:
		return 8
	case n <= 10:
		return 10
	}
	return 14
}

// NewInstance makes an instance of a class of plain layout.
func NewInstance(t *Type) *Instance {
	var o *Instance
	switch t.root.inline {
	case 0:
		o = &Instance{}
	case 1:
		o = &(&inst1{}).Instance
	case 2:
		o = &(&inst2{}).Instance
	case 3:
		o = &(&inst3{}).Instance
	case 4:
		o = &(&inst4{}).Instance
	case 5:
		o = &(&inst5{}).Instance
	case 6:
		o = &(&inst6{}).Instance
	case 8:
		o = &(&inst8{}).Instance
	case 10:
		o = &(&inst10{}).Instance
	default:
		o = &(&inst14{}).Instance
	}
	o.typ = t
	o.shape = t.root
	return o
}

// slot gives the address of slot i of v's attributes.
func (a *Attrs) slot(v Value, i int) *Value {
	if i < a.shape.inline {
		return slotAt((*Instance)(v.ref), i)
	}
	i -= a.shape.inline
	if a.ext == nil {
		a.ext = &attrExt{}
	}
	for len(a.ext.over) <= i {
		a.ext.over = append(a.ext.over, Value{})
	}
	return &a.ext.over[i]
}

// ShapeOf is the shape of an instance, for inline caches; nil if v's class
// gives its instances no attributes.
func ShapeOf(v Value) *Shape {
	if a := attrsOf(v); a != nil {
		return a.shape
	}
	return nil
}

// Shape of a plain instance.
func (o *Instance) Shape() *Shape { return o.shape }

// Slot gives the address of inline slot i, for a cache that has checked the shape.
func (o *Instance) Slot(i int) *Value { return slotAt(o, i) }

// SetShape moves o along a transition that a cache remembers.
func (o *Instance) SetShape(s *Shape) { o.shape = s }

// Find gives the slot of an attribute in s, or -1.
func (s *Shape) Find(name *Str) int {
	if s.isDict {
		return -1
	}
	return s.find(name)
}

// Next gives the shape with name added if instances of s may simply move there
// (an inline slot is free), or nil.
func (s *Shape) Next(name *Str) *Shape {
	if s.isDict || s.n >= s.inline {
		return nil
	}
	return s.with(name)
}

// Len is the number of slots in use.
func (s *Shape) Len() int { return s.n }

// instanceAttr finds v's own attribute.
func instanceAttr(v Value, name *Str) (Value, bool) {
	a := attrsOf(v)
	if a == nil || a.shape == nil {
		return Value{}, false
	}
	if a.shape.isDict {
		return a.ext.dict.GetStr(name)
	}
	if a.shape.n == a.shape.typ.nslots {
		return Value{}, false
	}
	i := a.shape.find(name)
	if i < 0 {
		return Value{}, false
	}
	return *a.slot(v, i), true
}

// setInstanceAttr sets v's own attribute; ok is false if v can have none.
func setInstanceAttr(vm *VM, v Value, name *Str, val Value) bool {
	if !v.Type().Has(FlagDict) {
		return false
	}
	a := attrsOf(v)
	if a == nil {
		return false
	}
	if a.shape.isDict {
		a.ext.dict.SetStr(name, val)
		return true
	}
	if i := a.shape.find(name); i >= 0 {
		*a.slot(v, i) = val
		return true
	}
	if a.shape.n-a.shape.typ.nslots >= maxShapeKeys {
		InstanceDict(v).SetStr(name, val)
		return true
	}
	name = vm.InternStr(name)
	if a.shape.key == nil {
		a.shape = vm.rootShape(a.shape)
	}
	s := a.shape.with(name)
	a.shape = s
	*a.slot(v, s.n-1) = val
	return true
}

// delInstanceAttr removes v's own attribute and says whether it was there.
func delInstanceAttr(v Value, name *Str) bool {
	a := attrsOf(v)
	if a == nil || a.shape == nil {
		return false
	}
	if a.shape.isDict {
		return a.ext.dict.DelStr(name)
	}
	i := a.shape.find(name)
	if i < 0 {
		return false
	}
	keys := a.shape.keys()
	s := a.shape
	for s.key != nil {
		s = s.parent
	}
	ns := s.typ.nslots
	vals := make([]Value, 0, len(keys))
	for j := range keys {
		vals = append(vals, *a.slot(v, ns+j))
	}
	*a.slot(v, a.shape.n-1) = Value{}
	for j, k := range keys {
		if ns+j == i {
			continue
		}
		s = s.with(k)
		*a.slot(v, s.n-1) = vals[j]
	}
	a.shape = s
	return true
}

// InstanceDict gives v's __dict__, making it the place where v's attributes
// live from now on; nil if v's class gives its instances none.
func InstanceDict(v Value) *Dict {
	if !v.Type().Has(FlagDict) {
		return nil
	}
	a := attrsOf(v)
	if a == nil {
		return nil
	}
	if a.shape.isDict {
		return a.ext.dict
	}
	d := NewDict()
	setInstanceDict(v, a, d)
	return d
}

// setInstanceDict makes d the home of v's attributes, keeping the present ones if d is fresh.
func setInstanceDict(v Value, a *Attrs, d *Dict) {
	ns := a.shape.typ.nslots
	if !a.shape.isDict {
		for j, k := range a.shape.keys() {
			d.SetStr(k, *a.slot(v, ns+j))
			*a.slot(v, ns+j) = Value{}
		}
		a.shape = &Shape{typ: v.Type(), n: ns, inline: a.shape.inline, isDict: true}
	}
	if a.ext == nil {
		a.ext = &attrExt{}
	}
	a.ext.dict = d
}

// InstanceItems calls f for each of v's own attributes, in order, without
// making __dict__ its home.
func InstanceItems(v Value, f func(name *Str, val Value)) {
	a := attrsOf(v)
	if a == nil || a.shape == nil {
		return
	}
	if a.shape.isDict {
		for i, k, val, ok := a.ext.dict.Next(0); ok; i, k, val, ok = a.ext.dict.Next(i) {
			if s, isStr := AsStr(k); isStr {
				f(s, val)
			}
		}
		return
	}
	ns := a.shape.typ.nslots
	for j, k := range a.shape.keys() {
		f(k, *a.slot(v, ns+j))
	}
}

// AppendInstanceItems appends v's own attributes to dst, name and value in
// turn. ok is false where they live in a dict of their own (InstanceDict).
func AppendInstanceItems(dst []Value, v Value) (items []Value, ok bool) {
	a := attrsOf(v)
	if a == nil || a.shape == nil {
		return dst, true
	}
	if a.shape.isDict {
		return dst, false
	}
	s := a.shape
	ns := s.typ.nslots
	base := len(dst)
	for i := ns; i < s.n; i++ {
		dst = append(dst, Value{}, *a.slot(v, i))
	}
	for ; s.key != nil; s = s.parent {
		dst[base+2*(s.n-1-ns)] = s.key.Value()
	}
	return dst, true
}

// CountAttrs is how many attributes of its own v has; -1: it can have none.
func CountAttrs(v Value) int {
	a := attrsOf(v)
	switch {
	case a == nil || a.shape == nil:
		return -1
	case a.shape.isDict:
		return a.ext.dict.Len()
	}
	return a.shape.n - a.shape.typ.nslots
}

// GetInstanceAttr and SetInstanceAttr read and write an object's own
// attribute, past descriptors and __setattr__.
func GetInstanceAttr(v Value, name *Str) (Value, bool) { return instanceAttr(v, name) }

// SetInstanceAttr see GetInstanceAttr.
func SetInstanceAttr(t *Thread, v Value, name *Str, val Value) bool {
	return setInstanceAttr(t.VM, v, name, val)
}
