package pickle

import (
	"encoding/binary"

	rt "github.com/minipy/minipy/runtime"
)

// # Writing without recursion
//
// A saver writes one object and all that it refers to. Where CPython's pickler
// calls itself for the parts of an object, this one pushes a task: what is
// being written, and how far it is. run steps the topmost task until none is
// left. A step writes parts until one of them pushes a task of its own (it is
// "deferred"); the step is called again when that is done. So depth costs
// heap, not Go stack; it is counted and ends in RecursionError where CPython's
// does, at sys.getrecursionlimit().
//
// Reductions in Python are called, return, and their results are then written
// from here: they do not nest either.

// A taskKind says what a task writes, and so how it is stepped.
type taskKind uint8

const (
	listTask     taskKind = iota // items of a list: obj, i
	iterTask                     // items, or pairs, from an iterator
	dictTask                     // entries of a dict: obj, i
	tupleTask                    // items of a tuple: items, i
	setTask                      // items of a set: items, i
	frozenTask                   // items of a frozenset: items, i
	instanceTask                 // attributes of an instance: saver.attrs[i:n]
	seqTask                      // items, then an opcode, then obj is memoized if it is set
	reduceTask                   // what a reduction says: red
)

// A task is an object that is partly written.
type task struct {
	kind   taskKind
	enter  int8 // levels of recursion that end with it
	state  uint8
	single bool // one item, or protocol 0: no MARK
	marked bool // the MARK of the batch is written
	fast   bool // fast mode's guard is to be left
	pairs  bool // iterTask: entries of a mapping
	code   byte // seqTask: the opcode
	i, n   int
	obj    value
	val    value // what comes next
	look   value // iterTask: the item after it
	items  []value
	red    *reduction
}

// A saver writes an object for a pickler.
type saver struct {
	t      *thread
	st     *state
	p      *pickler
	stack  []task
	attrs  []value // names and values of the instances being written
	level  int     // as many calls as CPython would be deep
	limit  int
	direct bool // protocol 4 or 5, with a memo and without persistent ids: see quick
	asked  int  // up to which length of the text there is room
	inner  int  // tuples being written inside one another without a task
	plain  plainClass
}

func newSaver(t *thread, st *state, p *pickler) *saver {
	s := st.saver
	if st.saver = nil; s == nil {
		s = &saver{}
	}
	s.t, s.st, s.p, s.level, s.inner = t, st, p, 0, 0
	s.direct = p.proto >= 4 && p.fast == 0 && p.persID.IsUnset()
	s.limit = t.VM.MaxDepth - 1 // the call of the pickler itself
	if l, ok := t.Impl.(interface{ Level() int }); ok {
		s.limit -= l.Level()
	}
	return s
}

// done gives the saver back for the next dump.
func (s *saver) done(st *state) {
	if cap(s.stack) > 64 || cap(s.attrs) > 256 {
		return
	}
	clear(s.stack[:cap(s.stack)])
	clear(s.attrs[:cap(s.attrs)])
	s.t, s.st, s.p, s.stack, s.attrs = nil, nil, nil, s.stack[:0], s.attrs[:0]
	st.saver = s
}

// run writes obj.
func (s *saver) run(obj value) error {
	deferred, err := s.save(obj)
	if err != nil || !deferred {
		return err
	}
	for n := len(s.stack); n > 0; n = len(s.stack) {
		switch tk := &s.stack[n-1]; tk.kind {
		case listTask:
			err = s.stepList(tk)
		case dictTask:
			err = s.stepDict(tk)
		case tupleTask:
			err = s.stepTuple(tk)
		case instanceTask:
			err = s.stepInstance(tk)
		case iterTask:
			err = s.stepIter(tk)
		case setTask:
			err = s.stepSet(tk)
		case frozenTask:
			err = s.stepFrozen(tk)
		case seqTask:
			err = s.stepSeq(tk)
		case reduceTask:
			err = s.stepReduce(tk)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// push defers to a task.
func (s *saver) push(tk task) {
	s.level += int(tk.enter)
	s.stack = append(s.stack, tk)
}

// pop ends the topmost task.
func (s *saver) pop() {
	tk := &s.stack[len(s.stack)-1]
	s.level -= int(tk.enter)
	if tk.fast {
		s.leaveFast(tk.obj)
	}
	*tk = task{}
	s.stack = s.stack[:len(s.stack)-1]
}

// save writes v, or what of it can be written at once.
func (s *saver) save(v value) (deferred bool, err error) {
	p := s.p
	if err := s.edge(); err != nil {
		return false, err
	}
	if !p.persID.IsUnset() {
		done, deferred, err := s.savePersistent(v)
		if done || err != nil {
			return deferred, err
		}
	}
	return s.saveObject(v)
}

// firstRoom is how large the text may be before it asks for more room.
const firstRoom = 1 << 16

// edge ends the open frame if it is full: an object begins here.
func (s *saver) edge() error {
	if err := s.t.Tick(); err != nil {
		return err
	}
	if n := len(s.p.out); n > s.asked {
		if s.asked = 2 * n; s.asked > firstRoom {
			if err := s.t.Room(s.asked); err != nil {
				return err
			}
		}
	}
	if p := s.p; p.frame >= 0 && len(p.out)-p.frame-frameHeader >= frameTarget {
		return p.boundary(s.t)
	}
	return nil
}

// saveObject is save without asking for a persistent id.
func (s *saver) saveObject(v value) (deferred bool, err error) {
	p := s.p
	switch {
	case v.IsInt():
		p.putInt(v.AsInt64())
		return false, nil
	case v.IsNone():
		p.op(opNone)
		return false, nil
	case v.IsFloat():
		p.putFloat(v.AsFloat64())
		return false, nil
	case v.IsBool():
		p.putBool(v.IsTrue())
		return false, nil
	}
	typ := v.Type()
	if typ == rt.StrType && p.fast == 0 {
		idx, known := p.memo.find(v)
		if known {
			return false, p.putGet(idx)
		}
		if err := p.putText(s.t, rt.As[rt.Str](v)); err != nil {
			return false, err
		}
		return false, p.memoize(idx)
	}
	if typ == rt.IntType {
		b, _ := rt.BigOf(v)
		return false, p.putBig(s.t, v, b)
	}
	if p.fast == 0 && s.level < s.limit {
		// what is memoized as soon as it is begun needs one look at the memo
		switch typ {
		case rt.ListType, rt.DictType:
			idx, known := p.memo.find(v)
			if known {
				return false, p.putGet(idx)
			}
			if typ == rt.ListType {
				return s.saveList(v, idx)
			}
			return s.saveDict(v, idx)
		}
	}
	if idx, known := p.memo.get(v); known {
		return false, p.putGet(idx)
	}
	switch typ {
	case rt.StrType:
		return false, p.putText(s.t, rt.As[rt.Str](v))
	case rt.BytesType:
		return s.saveBytes(v)
	}
	if s.level >= s.limit {
		return false, tooDeep()
	}
	switch typ {
	case rt.TupleType:
		return s.saveTuple(v)
	case rt.ListType:
		return s.saveList(v, -1)
	case rt.DictType:
		return s.saveDict(v, -1)
	case rt.SetType:
		return s.saveSet(v)
	case rt.FrozensetType:
		return s.saveFrozenset(v)
	case rt.BytearrayType:
		return s.saveBytearray(v)
	case &bufferType:
		return false, s.saveBuffer(v)
	}
	return s.saveOther(v, typ)
}

// quick writes v if that is a matter of a few bytes: numbers, None, short str.
// No code in Python runs, no frame ends. It is for the loops over items.
func (s *saver) quick(v value) bool {
	p := s.p
	if !s.direct || p.frame < 0 || len(p.out)-p.frame-frameHeader >= frameTarget {
		return false
	}
	switch {
	case v.IsInt():
		p.putInt(v.AsInt64())
		return true
	case v.IsNone():
		p.out = append(p.out, opNone)
		return true
	case v.IsFloat():
		x := rt.FloatBits(v.AsFloat64())
		p.out = append(p.out, opBinFloat, byte(x>>56), byte(x>>48), byte(x>>40), byte(x>>32), byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
		return true
	case v.IsBool():
		p.putBool(v.IsTrue())
		return true
	case v.Type() != rt.StrType:
		return false
	}
	text := rt.As[rt.Str](v).String()
	if len(text) > 0xff {
		return false
	}
	idx, known := p.memo.find(v)
	switch {
	case known && idx < 256:
		p.out = append(p.out, opBinGet, byte(idx))
	case known:
		p.out = binary.LittleEndian.AppendUint32(append(p.out, opLongBinGet), uint32(idx))
	default:
		p.out = append(append(append(p.out, opShortBinUnicode, byte(len(text))), text...), opMemoize)
	}
	return true
}

func tooDeep() error {
	return rt.RecursionErrorf("maximum recursion depth exceeded while pickling an object")
}

// savePersistent asks persistent_id about v; done says that it gave an id.
func (s *saver) savePersistent(v value) (done, deferred bool, err error) {
	pid, err := rt.Call(s.t, s.p.persID, v)
	if err != nil || pid.IsNone() {
		return false, false, err
	}
	if s.p.bin {
		at := len(s.stack)
		if deferred, err = s.saveObject(pid); err != nil {
			return true, false, err
		}
		if deferred {
			s.under(at, task{kind: seqTask, code: opBinPersID})
			return true, true, nil
		}
		s.p.op(opBinPersID)
		return true, false, nil
	}
	text, err := rt.ToStr(s.t, pid)
	if err != nil {
		return true, false, err
	}
	str := rt.As[rt.Str](text)
	if !str.IsASCII() {
		return true, false, rt.Errorf(&picklingError, "persistent IDs in protocol 0 must be ASCII strings")
	}
	s.p.line(opPersID, str.String())
	return true, false, nil
}

// under puts a task below those from place at on: it goes on when they are done.
func (s *saver) under(at int, tk task) {
	s.stack = append(s.stack, task{})
	copy(s.stack[at+1:], s.stack[at:])
	s.stack[at] = tk
}

// saveAll writes items in turn, then an opcode, and memoizes obj if it is set.
func (s *saver) saveAll(items []value, code byte, obj value, enter int8) (deferred bool, err error) {
	s.level += int(enter)
	at := len(s.stack)
	for i, x := range items {
		deferred, err = s.save(x)
		if err != nil {
			return false, err
		}
		if deferred {
			s.under(at, task{kind: seqTask, enter: enter, code: code, obj: obj, items: items, i: i + 1})
			return true, nil
		}
	}
	s.level -= int(enter)
	s.p.op(code)
	if obj.IsUnset() {
		return false, nil
	}
	return false, s.p.putMemo(obj)
}

func (s *saver) stepSeq(tk *task) error {
	for tk.i < len(tk.items) {
		tk.i++
		if deferred, err := s.save(tk.items[tk.i-1]); err != nil || deferred {
			return err
		}
	}
	s.p.op(tk.code)
	obj := tk.obj
	s.pop()
	if obj.IsUnset() {
		return nil
	}
	return s.p.putMemo(obj)
}

// saveBytes writes a bytes object. Before protocol 3 it is made by
// codecs.encode, as Python 2 understands it.
func (s *saver) saveBytes(v value) (bool, error) {
	data := rt.As[rt.Bytes](v).String()
	if s.p.proto >= 3 {
		if err := s.p.putBlob(s.t, bytesBlob, data, v); err != nil {
			return false, err
		}
		return false, s.p.putMemo(v)
	}
	if data == "" {
		return s.saveCall(v, rt.BytesType.Value())
	}
	encode, err := s.st.encode(s.t)
	if err != nil {
		return false, err
	}
	text := make([]byte, 0, len(data)+8)
	for i := 0; i < len(data); i++ {
		text = rt.AppendRune(text, rune(data[i]))
	}
	return s.saveCall(v, encode, rt.NewStrBytes(text), names.latin1.Value())
}

// saveBytearray writes a bytearray. Before protocol 5 it is made of bytes.
func (s *saver) saveBytearray(v value) (bool, error) {
	data := rt.As[rt.Bytearray](v).Bytes()
	if s.p.proto >= 5 {
		if err := s.p.putBlob(s.t, arrayBlob, string(data), v); err != nil {
			return false, err
		}
		return false, s.p.putMemo(v)
	}
	if len(data) == 0 {
		return s.saveCall(v, rt.BytearrayType.Value())
	}
	return s.saveCall(v, rt.BytearrayType.Value(), rt.NewBytes(data))
}

// saveBuffer writes a PickleBuffer: in the stream, or, if buffer_callback
// takes it, only that it comes from elsewhere.
func (s *saver) saveBuffer(v value) error {
	if s.p.proto < 5 {
		return rt.Errorf(&picklingError, "PickleBuffer can only pickled with protocol >= 5")
	}
	m, err := rt.As[pickleBuffer](v).live()
	if err != nil {
		return err
	}
	if !m.Contiguous() {
		return rt.Errorf(&picklingError, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
	}
	if !s.p.callback.IsUnset() {
		r, err := rt.Call(s.t, s.p.callback, v)
		if err != nil {
			return err
		}
		inBand, err := rt.IsTrue(s.t, r)
		if err != nil {
			return err
		}
		if !inBand {
			s.p.op(opNextBuffer)
			if m.ReadOnly() {
				s.p.op(opReadonlyBuffer)
			}
			return nil
		}
	}
	kind := arrayBlob
	if m.ReadOnly() {
		kind = bytesBlob
	}
	if err := s.p.putBlob(s.t, kind, string(m.Raw()), v); err != nil {
		return err
	}
	return s.p.putMemo(v)
}

// enterFast guards lists and dicts in fast mode, where there is no memo:
// from some depth on it looks for an object inside itself.
func (s *saver) enterFast(v value) error {
	p := s.p
	p.nesting++
	if p.nesting < fastNesting {
		return nil
	}
	if p.fastSeen == nil {
		p.fastSeen = map[*rt.Object]bool{}
	}
	if p.fastSeen[v.HeapObject()] {
		p.nesting, p.fastSeen = 0, nil
		return rt.ValueErrorf("fast mode: can't pickle cyclic objects including object type %s at 0x%x", v.Type().Name, v.ID())
	}
	p.fastSeen[v.HeapObject()] = true
	return nil
}

func (s *saver) leaveFast(v value) {
	if s.p.nesting >= fastNesting {
		delete(s.p.fastSeen, v.HeapObject())
	}
	s.p.nesting--
}
