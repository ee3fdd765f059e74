package runtime

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"unsafe"
)

// What package vm/snapshot needs to know of the object model to write a VM's
// state as bytes and to read it in another process of the same program.

// ChildEnv is the environment variable that makes a process the child of another one
// of the same program. It goes on with the other's state, "descriptors@parent:hash seed", or it is
// FreshChild or DeafChild.
const ChildEnv = "MINIPYCHILD"

// What ChildEnv says to a process that begins anew, with the code that its command line has after -c.
const (
	// FreshChild ends silently when it is interrupted: its parent is, too.
	FreshChild = "fresh"
	// DeafChild ignores what is to end the program, and ends when there is nothing more to do.
	DeafChild = "deaf"
)

// HashSeed is the seed of this process's hashes of text.
func HashSeed() uint64 { return hashSeed }

// The kinds of Values, for Immediate.
const (
	ImmUnset byte = iota
	ImmInt
	ImmFloat
	ImmBool
	ImmNone
	ImmEllipsis
	ImmNotImplemented
	ImmObject
)

// Immediate says what a Value holds: of an object only that it is one.
func (v Value) Immediate() (kind byte, bits uint64) {
	switch v.ref {
	case nil:
		return ImmUnset, v.bits
	case unsafe.Pointer(&intTag):
		return ImmInt, v.bits
	case unsafe.Pointer(&floatTag):
		return ImmFloat, v.bits
	case unsafe.Pointer(&boolTag):
		return ImmBool, v.bits
	case unsafe.Pointer(&noneTag):
		return ImmNone, 0
	case unsafe.Pointer(&ellipsisTag):
		return ImmEllipsis, 0
	case unsafe.Pointer(&notImplementedTag):
		return ImmNotImplemented, 0
	}
	return ImmObject, 0
}

// FromImmediate is the opposite of Immediate, for what is no object.
func FromImmediate(kind byte, bits uint64) Value {
	switch kind {
	case ImmUnset:
		return Value{bits: bits}
	case ImmInt:
		return Int(int64(bits))
	case ImmFloat:
		return Value{unsafe.Pointer(&floatTag), bits}
	case ImmBool:
		return Bool(bits != 0)
	case ImmNone:
		return None
	case ImmEllipsis:
		return Ellipsis
	}
	return NotImplemented
}

// Statics lists what every process of this program has alike: the builtin
// types, what is in their dicts, the names they use, and the tables of
// functions and modules; something may be in it twice. It also numbers the Go
// structs of objects.
type Statics struct{ list []unsafe.Pointer }

// staticTypes are the Go types that stand only in tables.
var staticTypes = map[reflect.Type]bool{
	reflect.TypeFor[Method](): true, reflect.TypeFor[GetSet](): true, reflect.TypeFor[slotDef](): true,
	reflect.TypeFor[ModuleSpec](): true, reflect.TypeFor[StructSeq](): true,
}

// IsStatic says that values of Go type t stand only in tables.
func IsStatic(t reflect.Type) bool { return staticTypes[t] }

// NameOfStatic names what p, a pointer to a t, points at, for messages.
func NameOfStatic(p unsafe.Pointer, t reflect.Type) string {
	switch t {
	case reflect.TypeFor[Method]():
		return (*Method)(p).Name
	case reflect.TypeFor[GetSet]():
		return (*GetSet)(p).Name
	case reflect.TypeFor[ModuleSpec]():
		return (*ModuleSpec)(p).Name
	}
	return "?"
}

// NewStatics makes the list of what all VMs have; rows are tables of functions
// besides those of this package.
func NewStatics(rows ...[]Method) *Statics {
	s := &Statics{list: make([]unsafe.Pointer, 0, 4*len(staticStrList))}
	for _, t := range defined {
		s.add(unsafe.Pointer(t))
	}
	for _, p := range staticStrList {
		s.add(unsafe.Pointer(p))
	}
	for _, t := range defined {
		s.addType(t)
	}
	for _, r := range rows {
		s.addRows(r)
	}
	for i := range slotDefs {
		s.add(unsafe.Pointer(&slotDefs[i]))
		s.add(unsafe.Pointer(&slotDefs[i].method))
	}
	s.add(unsafe.Pointer(dictGetSet))
	s.add(unsafe.Pointer(weakrefGetSet))
	for _, m := range builtinRows {
		s.add(unsafe.Pointer(m))
	}
	s.addRows(errorHandlerRows[:])
	return s
}

// AddModule adds a module's tables.
func (s *Statics) AddModule(m *ModuleSpec) {
	s.add(unsafe.Pointer(m))
	s.addRows(m.Methods)
	s.addRows(m.Builtins)
}

// AddValue adds an object that VMs share.
func (s *Statics) AddValue(v Value) {
	if v.IsHeap() {
		s.add(v.ref)
	}
}

// AddValues adds the objects that are values of d, a dict that VMs share.
func (s *Statics) AddValues(d *Dict) {
	for i := range d.entries {
		s.AddValue(d.entries[i].val)
	}
}

func (s *Statics) addType(t *Type) {
	s.add(unsafe.Pointer(t.Dict))
	s.add(unsafe.Pointer(t.root))
	s.AddValues(t.Dict)
	s.addRows(t.spec.Methods)
	s.add(unsafe.Pointer(&t.spec.New))
	s.add(unsafe.Pointer(&t.spec.Init))
	for i := range t.spec.GetSets {
		s.add(unsafe.Pointer(&t.spec.GetSets[i]))
	}
}

func (s *Statics) addRows(rows []Method) {
	for i := range rows {
		s.add(unsafe.Pointer(&rows[i]))
	}
}

func (s *Statics) add(p unsafe.Pointer) { s.list = append(s.list, p) }

// List is the list, the same in every process of this program but for where
// things are.
func (s *Statics) List() []unsafe.Pointer { return s.list }

// instanceTypes are the structs of plain instances, by their inline slots.
var instanceTypes = [16]reflect.Type{
	0: reflect.TypeFor[Instance](), 1: reflect.TypeFor[inst1](), 2: reflect.TypeFor[inst2](), 3: reflect.TypeFor[inst3](), 4: reflect.TypeFor[inst4](),
	5: reflect.TypeFor[inst5](), 6: reflect.TypeFor[inst6](), 8: reflect.TypeFor[inst8](), 10: reflect.TypeFor[inst10](), 14: reflect.TypeFor[inst14](),
}

// GoTypes is how many numbers GoType may give.
func GoTypes() int { return max(4*len(defined), 2*len(instanceTypes)) }

// GoType is the struct that o is made of, and the number of that.
func GoType(o *Object) (reflect.Type, int, error) {
	t := o.typ
	l := t.layout
	if l == &objectType && t != &objectType {
		n := (*Instance)(unsafe.Pointer(o)).shape.inline
		return instanceTypes[n], n << 1, nil
	}
	if l.spec == nil || l.spec.Size.plain == nil {
		return nil, 0, fmt.Errorf("a '%s' object", t.displayName())
	}
	wide := t.attrOff != 0 && l.attrOff == 0
	n := (l.spec.number<<1 | b2i(wide)) << 1
	return l.spec.Size.of(wide), n | 1, nil
}

func (l *Layout) of(wide bool) reflect.Type {
	if wide {
		return reflect.TypeOf(l.wide).Elem()
	}
	return reflect.TypeOf(l.plain).Elem()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TypeAt is the struct with a number that GoType gave; nil: there is none.
func TypeAt(n int) reflect.Type {
	if n&1 == 0 {
		if n >>= 1; n < 0 || n >= len(instanceTypes) {
			return nil
		}
		return instanceTypes[n]
	}
	if n >>= 1; n < 0 || n>>1 >= len(defined) {
		return nil
	}
	return defined[n>>1].spec.Size.of(n&1 != 0)
}

// AppendFingerprint appends what tells builds of the program apart: numbers of
// Statics mean the same only where it is equal.
func AppendFingerprint(b []byte) []byte { return binary.LittleEndian.AppendUint64(b, fingerprint()) }

var fingerprint = sync.OnceValue(func() uint64 {
	h := fnv.New64a()
	var text []byte
	for _, t := range defined {
		text = append(text[:0], t.Name...)
		for _, n := range []int{int(t.size), len(t.spec.Methods), len(t.spec.GetSets), int(t.Dict.used)} {
			text = strconv.AppendInt(append(text, ' '), int64(n), 10)
		}
		h.Write(text)
	}
	return h.Sum64() + uint64(len(staticStrList))
})

// A VMState is what of a VM is written as bytes.
type VMState struct {
	Modules, Builtins              *Dict
	BuiltinsModule, Sys            *Module
	NaNs, Version, DictVersions    uint64
	Subs                           map[*Type][]*Type
	Args, Path, Environ            []string
	MaxDepth, MaxStrDigits         int
	AsyncFirstIter, AsyncFinalizer Value
	Watched                        []Value // objects with a finalizer
	HashSeed                       uint64  // of the process
	Seed                           uint64  // of the VM, or 0
	Ext                            map[string]any
}

// keptStates are the states of modules, by name, that are written with a VM's
// state; the others are made anew. Filled before main.
var keptStates = map[string]any{}

// A Mapper is a module's state, in VM.Ext, that has memory which is not Go's but that of
// a file: every process that shares it maps it for itself, and its bytes are no part of
// the VM's.
type Mapper interface {
	Mappings(yield func(mem []byte) bool)
}

// Mapped says that p points into memory of a Mapper.
func (vm *VM) Mapped(p unsafe.Pointer) bool {
	for _, x := range vm.Ext {
		m, ok := x.(Mapper)
		if !ok {
			continue
		}
		for mem := range m.Mappings {
			if uintptr(p)-uintptr(unsafe.Pointer(unsafe.SliceData(mem))) < uintptr(len(mem)) {
				return true
			}
		}
	}
	return false
}

// KeepState says that VM.Ext[name], a pointer like example, is part of a VM's
// state. Only from init functions.
func KeepState(name string, example any) { keptStates[name] = example }

// KeptStates gives examples of the modules' states, in an order that is always the same.
func KeptStates() []any {
	names := make([]string, 0, len(keptStates))
	for n := range keptStates {
		names = append(names, n)
	}
	slices.Sort(names)
	out := make([]any, len(names))
	for i, n := range names {
		out[i] = keptStates[n]
	}
	return out
}

// State is the VM's state, to be written.
func (vm *VM) State() *VMState {
	s := &VMState{Modules: vm.Modules, Builtins: vm.Builtins, BuiltinsModule: vm.BuiltinsModule, Sys: vm.SysModule, NaNs: vm.nans, Version: vm.version, DictVersions: vm.dictVersions, Subs: vm.subs,
		Args: vm.Args, Path: vm.Path, Environ: vm.Environ, MaxDepth: vm.MaxDepth, MaxStrDigits: vm.MaxStrDigits,
		AsyncFirstIter: vm.AsyncFirstIter, AsyncFinalizer: vm.AsyncFinalizer, Ext: map[string]any{}, HashSeed: hashSeed, Seed: vm.seed}
	for _, w := range vm.watched.list {
		if o := w.Value(); o != nil {
			s.Watched = append(s.Watched, o.Value())
		}
	}
	for name := range keptStates {
		if x := vm.Ext[name]; x != nil {
			s.Ext[name] = x
		}
	}
	return s
}

// SetState makes s, which has been read with the given objects, the state of a
// fresh VM, its seed too unless the VM has been given one. Rehash is to be called when it can run.
func (vm *VM) SetState(t *Thread, s *VMState, objects []*Object) error {
	vm.Modules, vm.Builtins, vm.BuiltinsModule, vm.SysModule = s.Modules, s.Builtins, s.BuiltinsModule, s.Sys
	vm.nans, vm.version, vm.subs = s.NaNs, s.Version, s.Subs
	vm.dictVersions = s.DictVersions
	vm.Args, vm.Path, vm.Environ, vm.MaxDepth, vm.MaxStrDigits = s.Args, s.Path, s.Environ, s.MaxDepth, s.MaxStrDigits
	vm.AsyncFirstIter, vm.AsyncFinalizer = s.AsyncFirstIter, s.AsyncFinalizer
	for name, x := range s.Ext {
		vm.Ext[name] = x
	}
	vm.strs = make(map[string]*Str, len(objects)/4)
	if vm.seed == 0 {
		vm.seed = s.Seed
	}
	if s.HashSeed != hashSeed || s.Seed != vm.seed {
		hashTexts(objects, vm.seed)
	}
	for _, o := range objects {
		switch l := o.typ.layout; l {
		case &strType:
			if p := (*Str)(unsafe.Pointer(o)); p.meta&strInterned != 0 {
				vm.strs[p.s] = p
			}
		case &typeType:
			(*Type)(unsafe.Pointer(o)).VM = vm
		case &codeType:
			(*CodeObject)(unsafe.Pointer(o)).vm = vm
		}
	}
	for _, o := range objects {
		if o.typ.layout == &typeType {
			fixSlots((*Type)(unsafe.Pointer(o)))
		}
	}
	for _, o := range objects {
		if f := o.typ.layout.spec.Restored; f != nil {
			if err := f(t, o.Value()); err != nil {
				return err
			}
		}
	}
	for _, v := range s.Watched {
		vm.watchAgain(v)
	}
	return nil
}

// hashTexts gives strings, as keys of dicts too, the hashes that they have in
// this process and in a VM with this seed of its own.
func hashTexts(objects []*Object, seed uint64) {
	for _, o := range objects {
		switch o.typ.layout {
		case &strType:
			p := (*Str)(unsafe.Pointer(o))
			p.hash = hashText(hashSeed, p.s)
		case &bytesType:
			(*Bytes)(unsafe.Pointer(o)).hash = 0
		}
	}
	for _, o := range objects {
		if o.typ.layout != &dictType {
			continue
		}
		d := (*Dict)(unsafe.Pointer(o))
		if d.open() {
			d.ext.seed = seed
		}
		d.rehashStrs()
	}
}

// watchAgain is watchDel and the like for an object from another process.
func (vm *VM) watchAgain(v Value) {
	if g, ok := v.generator(); ok {
		vm.WatchGenerator(g)
	} else {
		vm.watchBuiltin(v)
	}
}

// Rehash puts the keys among the objects that SetState got into their new
// places: those whose hash is their address, and if s was made with another seed, those whose hash may have
// to do with it. Then it may call __hash__ in Python. A frozenset may be asked for its
// hash before it is its turn: then it is rehashed at once.
func (s *VMState) Rehash(t *Thread, objects []*Object) error {
	t.VM.moved = movedHash
	if s.visibleSeed() != t.VM.HashSeed() {
		t.VM.moved = seededHash
	}
	defer func() { t.VM.moved = nil }()
	for _, o := range objects {
		if o.typ.layout == &frozensetType {
			f := (*Set)(unsafe.Pointer(o))
			f.stale, f.hashed = true, false
		}
	}
	for _, o := range objects {
		var err error
		switch o.typ.layout {
		case &dictType:
			if d := (*Dict)(unsafe.Pointer(o)); d.mixed {
				err = d.rehash(t)
			}
		case &setType:
			err = (*Set)(unsafe.Pointer(o)).rehash(t)
		case &frozensetType:
			if f := (*Set)(unsafe.Pointer(o)); f.stale {
				err = f.rehash(t)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// movedHash says that v's hash may have to do with where it is in memory.
func movedHash(v Value) bool {
	switch v.Type() {
	case &strType, &bytesType, &intType, &floatType, &boolType, &noneType, &complexType, &ellipsisType:
		return false
	}
	return !v.Type().Has(FlagUserHash)
}

// seededHash says that v's hash may have to do with the process's seed.
func seededHash(v Value) bool {
	switch v.Type() {
	case &intType, &floatType, &boolType, &noneType, &complexType, &ellipsisType:
		return false
	}
	return true
}

// rehash gives the keys their present hashes and builds the index anew if that
// changes any.
func (d *Dict) rehash(t *Thread) error {
	changed := false
	for i := 0; i < len(d.entries); i++ {
		key := d.entries[i].key
		if key.IsUnset() || !t.VM.moved(key) {
			continue
		}
		h, err := d.KeyHash(t, key)
		if err != nil {
			return err
		}
		if i < len(d.entries) && Is(d.entries[i].key, key) { // __hash__ may do anything
			d.entries[i].hash, changed = h, true
		}
	}
	if changed && d.index != nil {
		d.reindex(len(d.index))
	}
	return nil
}

// visibleSeed is the seed of the hashes that the programs have seen.
func (s *VMState) visibleSeed() uint64 {
	if s.Seed != 0 {
		return s.Seed
	}
	return s.HashSeed
}

// rehash gives the items their present hashes and builds the index anew if that
// changes any.
func (s *Set) rehash(t *Thread) error {
	moved := false
	s.stale = false
	for i := 0; i < len(s.entries); i++ {
		key := s.entries[i].key
		if key.IsUnset() || !t.VM.moved(key) {
			continue
		}
		h, err := HashValue(t, key)
		if err != nil {
			return err
		}
		if i < len(s.entries) && Is(s.entries[i].key, key) { // as for dicts
			s.entries[i].hash, moved = h, true
		}
	}
	if !moved {
		return nil
	}
	s.hashed, s.fill = false, s.used
	clear(s.index)
	for i := range s.entries {
		if !s.entries[i].key.IsUnset() {
			s.place(int32(i + 1))
		}
	}
	return nil
}

// CodeAt is the code object that o is.
func CodeAt(o *Object) *CodeObject { return (*CodeObject)(unsafe.Pointer(o)) }
