package pickle

import (
	"encoding/binary"
	"math"
	"unicode/utf8"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
)

// push and pop work on the stack of objects. Nothing below the last mark may
// be popped by anything but what takes the mark itself.
func (u *unpickler) push(v value) { u.stack = append(u.stack, v) }

func (u *unpickler) pop() (value, error) {
	n := len(u.stack) - 1
	if n < u.fence || n < 0 {
		return value{}, u.underflow()
	}
	v := u.stack[n]
	u.stack = u.stack[:n]
	return v, nil
}

// top is the object on top of the stack.
func (u *unpickler) top() (value, error) {
	n := len(u.stack) - 1
	if n < u.fence || n < 0 {
		return value{}, u.underflow()
	}
	return u.stack[n], nil
}

func (u *unpickler) underflow() error {
	if len(u.marks) > 0 {
		return rt.Errorf(&unpicklingError, "unexpected MARK found")
	}
	return rt.Errorf(&unpicklingError, "unpickling stack underflow")
}

// mark takes the last mark: where on the stack it was.
func (u *unpickler) mark() (int, error) {
	n := len(u.marks) - 1
	if n < 0 {
		return 0, rt.Errorf(&unpicklingError, "could not find MARK")
	}
	at := u.marks[n]
	u.marks = u.marks[:n]
	u.fence = 0
	if n > 0 {
		u.fence = u.marks[n-1]
	}
	return at, nil
}

// since takes what is on the stack from place at on.
func (u *unpickler) since(at int) ([]value, error) {
	if at < u.fence || at > len(u.stack) {
		return nil, u.underflow()
	}
	items := u.stack[at:]
	u.stack = u.stack[:at]
	return items, nil
}

// quickWindow is how many bytes quick reads without a look at what is pending.
const quickWindow = 1 << 14

// quick executes the opcodes that come in large numbers and need nothing but
// the input and the stack, as far as they are in the input. It says whether it
// has stopped at the window's end, where more of them may follow.
func (u *unpickler) quick() (more bool) {
	in, pos, stack, memo := u.in, u.pos, u.stack, u.memo
	if len(in)-pos > quickWindow {
		in = in[:pos+quickWindow]
	}
loop:
	for pos < len(in) {
		rest := len(in) - pos
		switch in[pos] {
		case opBinInt1:
			if rest < 2 {
				break loop
			}
			stack = append(stack, rt.Int(int64(in[pos+1])))
			pos += 2
		case opBinInt2:
			if rest < 3 {
				break loop
			}
			stack = append(stack, rt.Int(int64(in[pos+1])|int64(in[pos+2])<<8))
			pos += 3
		case opBinInt:
			if rest < 5 {
				break loop
			}
			x := uint32(in[pos+1]) | uint32(in[pos+2])<<8 | uint32(in[pos+3])<<16 | uint32(in[pos+4])<<24
			stack = append(stack, rt.Int(int64(int32(x))))
			pos += 5
		case opBinFloat:
			if rest < 9 {
				break loop
			}
			var x uint64
			for _, c := range []byte(in[pos+1 : pos+9]) {
				x = x<<8 | uint64(c)
			}
			stack = append(stack, rt.Float(math.Float64frombits(x)))
			pos += 9
		case opBinGet:
			if rest < 2 || int(in[pos+1]) >= len(memo) || memo[in[pos+1]].IsUnset() {
				break loop
			}
			stack = append(stack, memo[in[pos+1]])
			pos += 2
		case opLongBinGet:
			if rest < 5 {
				break loop
			}
			x := uint(in[pos+1]) | uint(in[pos+2])<<8 | uint(in[pos+3])<<16 | uint(in[pos+4])<<24
			if x >= uint(len(memo)) || memo[x].IsUnset() {
				break loop
			}
			stack = append(stack, memo[x])
			pos += 5
		case opMemoize:
			if len(stack) <= u.fence || u.memoLen != len(memo) || u.sparse != nil {
				break loop
			}
			memo = append(memo, stack[len(stack)-1])
			u.memoLen++
			pos++
		case opNone:
			stack = append(stack, rt.None)
			pos++
		case opNewTrue:
			stack = append(stack, rt.True)
			pos++
		case opNewFalse:
			stack = append(stack, rt.False)
			pos++
		case opMark:
			u.fence = len(stack)
			u.marks = append(u.marks, u.fence)
			pos++
		case opEmptyTuple:
			stack = append(stack, rt.TupleOf())
			pos++
		case opEmptyList:
			stack = append(stack, rt.NewList(nil).Value())
			pos++
		case opEmptyDict:
			stack = append(stack, rt.NewDict().Value())
			pos++
		case opTuple1, opTuple2, opTuple3:
			at := len(stack) - int(in[pos]-opTuple1+1)
			if at < u.fence {
				break loop
			}
			v := rt.NewTuple(stack[at:])
			stack = append(stack[:at], v)
			pos++
		default:
			break loop
		}
	}
	u.pos, u.stack, u.memo = pos, stack, memo
	return pos == len(in) && pos < len(u.in)
}

// run executes opcodes up to STOP.
func (u *unpickler) run() (value, error) {
	u.t.Building(u.Value()) // its stack is alive
	defer u.t.Built()
	for {
		if err := u.t.Tick(); err != nil {
			return value{}, err
		}
		if u.quick() {
			continue
		}
		if u.pos >= len(u.in) {
			if _, err := u.next(1); err != nil {
				if rt.IsError(err, &unpicklingError) {
					err = rt.Errorf(rt.EOFError, "Ran out of input")
				}
				return value{}, err
			}
			u.pos-- // quick has a look at it
			if u.quick() || u.pos >= len(u.in) {
				continue
			}
		}
		code := u.in[u.pos]
		u.pos++
		var err error
		switch code {
		case opShortBinUnicode:
			err = u.text(1)
		case opBinInt1:
			err = u.binInt(1)
		case opBinInt2:
			err = u.binInt(2)
		case opBinInt:
			err = u.binInt(4)
		case opMemoize:
			err = u.memoize()
		case opBinGet:
			err = u.binGet(1)
		case opStop:
			return u.pop()
		case opTuple1, opTuple2, opTuple3:
			err = u.smallTuple(int(code) - opTuple1 + 1)
		case opAppend:
			if n := len(u.stack) - 1; n <= u.fence {
				err = u.underflow()
			} else {
				err = u.appendFrom(n)
			}
		case opAppends:
			var at int
			if at, err = u.mark(); err == nil {
				err = u.appendFrom(at)
			}
		case opSetItem:
			err = u.setItemsFrom(len(u.stack) - 2)
		case opSetItems:
			var at int
			if at, err = u.mark(); err == nil {
				err = u.setItemsFrom(at)
			}
		case opBinFloat:
			var s string
			if s, err = u.next(8); err == nil {
				u.push(rt.Float(math.Float64frombits(binary.BigEndian.Uint64([]byte(s)))))
			}
		case opNewObj:
			err = u.newObj()
		case opBuild:
			err = u.build()
		case opTuple:
			err = u.markTuple()
		case opProto:
			err = u.protocol()
		case opFrame:
			err = u.enterFrame()
		default:
			err = u.rare(code)
		}
		if err != nil {
			return value{}, err
		}
	}
}

// rare executes the opcodes that are met less often.
func (u *unpickler) rare(code byte) error {
	switch code {
	case opLongBinGet:
		return u.binGet(4)
	case opBinPut:
		return u.binPut(1)
	case opLongBinPut:
		return u.binPut(4)
	case opBinUnicode:
		return u.text(4)
	case opBinUnicode8:
		return u.text(8)
	case opShortBinBytes:
		return u.bytes(1)
	case opBinBytes:
		return u.bytes(4)
	case opBinBytes8:
		return u.bytes(8)
	case opByteArray8:
		return u.byteArray()
	case opLong1:
		return u.long(1)
	case opLong4:
		return u.long(4)
	case opStackGlobal:
		return u.stackGlobal()
	case opReduce:
		return u.reduce()
	case opNewObjEx:
		return u.newObjEx()
	case opEmptySet:
		u.push(rt.NewSet().Value())
		return nil
	case opAddItems:
		return u.addItems()
	case opFrozenset:
		return u.frozenset()
	case opPop:
		return u.drop()
	case opPopMark:
		at, err := u.mark()
		if err == nil {
			u.stack = u.stack[:at]
		}
		return err
	case opDup:
		v, err := u.top()
		if err == nil {
			u.push(v)
		}
		return err
	case opList:
		return u.list()
	case opDict:
		return u.dict()
	case opBinPersID:
		pid, err := value{}, error(nil)
		if !u.persLoad.IsUnset() {
			pid, err = u.pop()
		}
		if err != nil {
			return err
		}
		return u.persistent(pid)
	case opExt1:
		return u.extension(1)
	case opExt2:
		return u.extension(2)
	case opExt4:
		return u.extension(4)
	case opNextBuffer:
		return u.nextBuffer()
	case opReadonlyBuffer:
		return u.readonlyBuffer()
	}
	return u.old(code)
}

// old executes the opcodes of protocols 0 and 1.
func (u *unpickler) old(code byte) error {
	switch code {
	case opInt:
		return u.intLine()
	case opLong:
		return u.longLine()
	case opFloat:
		return u.floatLine()
	case opString:
		return u.stringLine()
	case opBinString:
		return u.binString(4)
	case opShortBinString:
		return u.binString(1)
	case opUnicode:
		return u.unicodeLine()
	case opGlobal:
		return u.globalLines()
	case opInst:
		return u.inst()
	case opObj:
		return u.obj()
	case opGet, opPut:
		return u.memoLine(code)
	case opPersID:
		return u.persIDLine()
	}
	if code >= 0x20 && code <= 0x7e && code != '\'' && code != '\\' {
		return rt.Errorf(&unpicklingError, "invalid load key, '%c'.", code)
	}
	return rt.Errorf(&unpicklingError, "invalid load key, '\\x%02x'.", code)
}

// uint takes a little-endian number of n bytes.
func (u *unpickler) uint(n int) (uint64, error) {
	s, err := u.next(n)
	if err != nil {
		return 0, err
	}
	var x uint64
	for i := n - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x, nil
}

// size takes the size of what follows, in n bytes.
func (u *unpickler) size(n int, typ *rt.Type, what string) (int, error) {
	x, err := u.uint(n)
	if err == nil && x > math.MaxInt64 {
		err = rt.Errorf(typ, "%s exceeds system's maximum size of %d bytes", what, int64(math.MaxInt64))
	}
	return int(x), err
}

func (u *unpickler) binInt(n int) error {
	x, err := u.uint(n)
	if n == 4 {
		x = uint64(int64(int32(x)))
	}
	u.push(rt.Int(int64(x)))
	return err
}

func (u *unpickler) memoize() error {
	v, err := u.top()
	if err != nil {
		return err
	}
	if u.memoLen == len(u.memo) && u.sparse == nil {
		u.memo = append(u.memo, v)
		u.memoLen++
		return nil
	}
	return u.putMemo(u.memoLen, v)
}

func (u *unpickler) binGet(n int) error {
	i, err := u.uint(n)
	if err != nil {
		return err
	}
	v, err := u.getMemo(int(i))
	u.push(v)
	return err
}

func (u *unpickler) binPut(n int) error {
	i, err := u.uint(n)
	if err != nil {
		return err
	}
	v, err := u.top()
	if err != nil {
		return err
	}
	return u.putMemo(int(i), v)
}

// text pushes a str whose size is in n bytes.
func (u *unpickler) text(n int) error {
	size, err := u.size(n, rt.OverflowError, "BINUNICODE")
	if err != nil {
		return err
	}
	s, err := u.next(size)
	if err != nil {
		return err
	}
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii && len(s) <= 32 && u.atKey() {
		// the names of attributes are interned, and there already
		if p := u.t.VM.Interned(s); p != nil {
			u.push(p.Value())
			return nil
		}
	}
	if ascii || utf8.ValidString(s) {
		u.push(u.strs.make(s, ascii))
		return nil
	}
	v, err := rt.DecodeText(u.t, s, "utf-8", "surrogatepass")
	u.push(v)
	return err
}

// atKey says that what comes next is a key of a dict, as far as that can be seen.
func (u *unpickler) atKey() bool {
	n := len(u.stack)
	if len(u.marks) > 0 && u.fence > 0 && (n-u.fence)&1 == 0 {
		return u.stack[u.fence-1].IsExactly(rt.DictType)
	}
	return n > u.fence && u.stack[n-1].IsExactly(rt.DictType)
}

// share makes a bytes object of a part of the input. One that is most of it anyway
// keeps all of it.
func (u *unpickler) share(s string) value {
	if len(s) > len(u.in)/2 && len(s) > shortText {
		return rt.NewBytesString(s)
	}
	return rt.NewBytes(unsafe.Slice(unsafe.StringData(s), len(s)))
}

func (u *unpickler) bytes(n int) error {
	size, err := u.size(n, rt.OverflowError, "BINBYTES")
	if err != nil {
		return err
	}
	if size <= len(u.in)-u.pos {
		s := u.in[u.pos : u.pos+size]
		u.pos += size
		u.push(u.share(s))
		return nil
	}
	b, err := u.into(size)
	if err != nil {
		return err
	}
	u.push(rt.NewBytes(b))
	return nil
}

func (u *unpickler) byteArray() error {
	size, err := u.size(8, rt.OverflowError, "BYTEARRAY8")
	if err != nil {
		return err
	}
	b, err := u.into(size)
	if err != nil {
		return err
	}
	u.push(rt.NewBytearray(b).Value())
	return nil
}

func (u *unpickler) smallTuple(n int) error {
	at := len(u.stack) - n
	if at < u.fence || at < 0 {
		return u.underflow()
	}
	v := rt.NewTuple(u.stack[at:])
	u.stack = append(u.stack[:at], v)
	return nil
}

func (u *unpickler) markTuple() error {
	at, err := u.mark()
	if err != nil {
		return err
	}
	u.stack = append(u.stack[:at], rt.NewTuple(u.stack[at:]))
	return nil
}

func (u *unpickler) protocol() error {
	n, err := u.uint(1)
	if err != nil {
		return err
	}
	if n > highestProtocol {
		return rt.ValueErrorf("unsupported pickle protocol: %d", n)
	}
	u.proto = int(n)
	return nil
}

// enterFrame reads a whole frame from the file; its opcodes are then read
// from there.
func (u *unpickler) enterFrame() error {
	n, err := u.uint(8)
	if err != nil {
		return err
	}
	if n > math.MaxInt64 {
		return rt.OverflowErrorf("FRAME length exceeds system's maximum of %d bytes", int64(math.MaxInt64))
	}
	if _, err := u.next(int(n)); err != nil {
		return err
	}
	u.pos -= int(n)
	return nil
}

// appendFrom appends what is on the stack from place at on to the object below.
func (u *unpickler) appendFrom(at int) error {
	if at > len(u.stack) || at <= u.fence {
		return u.underflow()
	}
	items := u.stack[at:]
	if len(items) == 0 {
		return nil
	}
	to := u.stack[at-1]
	if to.IsExactly(rt.ListType) {
		l := rt.As[rt.List](to)
		l.AppendAll(items)
		u.stack = u.stack[:at]
		return nil
	}
	extend, ok, err := rt.LookupAttr(u.t, to, names.extend)
	if err != nil {
		return err
	}
	if ok {
		l := rt.NewList(append([]value(nil), items...))
		u.stack = u.stack[:at]
		_, err := rt.Call(u.t, extend, l.Value())
		return err
	}
	add, err := rt.GetAttr(u.t, to, names.append)
	if err != nil {
		return err
	}
	items = append([]value(nil), items...)
	u.stack = u.stack[:at]
	for _, x := range items {
		if _, err := rt.Call(u.t, add, x); err != nil {
			return err
		}
	}
	return nil
}

// setItemsFrom stores the keys and values on the stack from place at on in the
// object below.
func (u *unpickler) setItemsFrom(at int) error {
	if at > len(u.stack) || at <= u.fence {
		return u.underflow()
	}
	items := u.stack[at:]
	if len(items) == 0 {
		return nil
	}
	if len(items)%2 != 0 {
		return rt.Errorf(&unpicklingError, "odd number of items for SETITEMS")
	}
	to := u.stack[at-1]
	if to.IsExactly(rt.DictType) {
		d := rt.As[rt.Dict](to)
		d.Reserve(len(items) / 2)
		for i := 0; i < len(items); i += 2 {
			if err := d.Set(u.t, items[i], items[i+1]); err != nil {
				return err
			}
		}
		u.stack = u.stack[:at]
		return nil
	}
	for i := 0; i < len(items); i += 2 {
		if err := rt.SetItem(u.t, to, items[i], items[i+1]); err != nil {
			return err
		}
	}
	u.stack = u.stack[:at]
	return nil
}

// A strMaker makes the strs of one pickle. Short ones share their memory with
// their neighbours, a few hundred bytes at a time: one that survives keeps
// little else alive.
type strMaker struct {
	slab rt.StrSlab
	text []byte // room for the text of the next ones
}

const (
	shortText = 48
	textChunk = 512
)

func (m *strMaker) make(s string, ascii bool) value {
	if len(s) > shortText || len(s) < 2 {
		return rt.NewStrCopy(s, ascii)
	}
	if cap(m.text)-len(m.text) < len(s) {
		m.text = make([]byte, 0, textChunk)
	}
	m.slab.SetASCII(ascii)
	n := len(m.text)
	m.text = append(m.text, s...)
	return m.slab.MakeBytes(m.text[n:len(m.text):len(m.text)])
}
