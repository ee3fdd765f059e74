//go:build linux

package socket

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// sendmsg and recvmsg, with their ancillary data: a row of control messages,
// each a header (length, level, type) and data, padded to the size of a word.

const cmsgHeader = unix.SizeofCmsghdr

// controlMax is the longest block of ancillary data, and of one message in it.
const controlMax = 0x7fffffff

// buffers gives the memory of each of some values; done releases it.
func buffers(t *rt.Thread, vals []rt.Value, get func(v rt.Value) (*rt.Buffer, error)) (parts [][]byte, total int, done func(), err error) {
	held := make([]*rt.Buffer, 0, len(vals))
	done = func() {
		for _, b := range held {
			b.Release()
		}
	}
	for _, v := range vals {
		b, err := get(v)
		if err != nil {
			done()
			return nil, 0, nil, err
		}
		held = append(held, b)
		parts = append(parts, b.Bytes)
		total += len(b.Bytes)
	}
	return parts, total, done, nil
}

// appendControl adds one control message to a block of them.
func appendControl(block []byte, level, kind, length int, data []byte) []byte {
	at := len(block)
	block = append(block, make([]byte, unix.CmsgSpace(len(data)))...)
	putWord(block[at:], uint64(length))
	native.PutUint32(block[at+cmsgHeader-8:], uint32(level))
	native.PutUint32(block[at+cmsgHeader-4:], uint32(kind))
	copy(block[at+unix.CmsgLen(0):], data)
	return block
}

// putWord and word are of the size of C's size_t.
func putWord(b []byte, n uint64) {
	if cmsgHeader == 16 {
		native.PutUint64(b, n)
	} else {
		native.PutUint32(b, uint32(n))
	}
}

func word(b []byte) uint64 {
	if cmsgHeader == 16 {
		return native.Uint64(b)
	}
	return uint64(native.Uint32(b))
}

// ancillary makes a block of control messages of sendmsg's second argument.
func ancillary(t *rt.Thread, v rt.Value) ([]byte, error) {
	list, err := items(t, v, "sendmsg() argument 2 must be an iterable")
	if err != nil {
		return nil, err
	}
	const what = "[sendmsg() ancillary data items]() argument must be "
	var block []byte
	for _, x := range list {
		s := &x.Type().Slots
		_, isStr := rt.AsStr(x)
		if _, isBytes := rt.AsBytes(x); isBytes || isStr || s.GetItem == nil || s.Len == nil {
			return nil, rt.TypeErrorf(what+"3-item sequence, not %s", typeName(x))
		}
		it, err := rt.ToSlice(t, x)
		if err != nil {
			return nil, err
		}
		if len(it) != 3 {
			return nil, rt.TypeErrorf(what+"sequence of length 3, not %d", len(it))
		}
		level, err := cInt(t, it[0], 0)
		if err != nil {
			return nil, err
		}
		kind, err := cInt(t, it[1], 0)
		if err != nil {
			return nil, err
		}
		buf, err := rt.GetBuffer(t, it[2])
		if err != nil {
			return nil, err
		}
		n := len(buf.Bytes)
		if n > controlMax-64 {
			buf.Release()
			return nil, osErr("ancillary data item too large")
		}
		if len(block)+unix.CmsgSpace(n) > controlMax {
			buf.Release()
			return nil, osErr("too much ancillary data")
		}
		block = appendControl(block, level, kind, unix.CmsgLen(n), buf.Bytes)
		buf.Release()
	}
	return block, nil
}

// sockSendmsg is sendmsg(buffers[, ancdata[, flags[, address]]]).
func sockSendmsg(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	flags, err := cInt(t, a[3], 0)
	if err != nil {
		return rt.Value{}, err
	}
	var m message
	if !a[4].IsUnset() && !a[4].IsNone() {
		m.addr = &rawAddr{}
		if err := s.address(t, a[4], "sendmsg", m.addr); err != nil {
			return rt.Value{}, err
		}
	}
	vals, err := items(t, a[1], "sendmsg() argument 1 must be an iterable")
	if err != nil {
		return rt.Value{}, err
	}
	parts, total, done, err := buffers(t, vals, func(v rt.Value) (*rt.Buffer, error) { return rt.GetBuffer(t, v) })
	if err != nil {
		return rt.Value{}, err
	}
	defer done()
	m.parts = parts
	if !a[2].IsUnset() {
		if m.control, err = ancillary(t, a[2]); err != nil {
			return rt.Value{}, err
		}
	}
	return s.sendMessage(t, &m, total, flags)
}

// sendMessage sends m, of total bytes.
func (s *sock) sendMessage(t *rt.Thread, m *message, total, flags int) (rt.Value, error) {
	n, err := s.send(t, total, flags, func(off int) (int, error) {
		part := *m
		if off > 0 { // the first part took the ancillary data along
			part.parts, part.control = skip(m.parts, off), nil
		}
		return part.call(unix.SYS_SENDMSG, s.fd, flags|unix.MSG_DONTWAIT)
	})
	return num(n), err
}

// skip leaves out the first n bytes of parts.
func skip(parts [][]byte, n int) [][]byte {
	for len(parts) > 0 && n >= len(parts[0]) {
		n -= len(parts[0])
		parts = parts[1:]
	}
	if n == 0 || len(parts) == 0 {
		return parts
	}
	out := append([][]byte(nil), parts...)
	out[0] = out[0][n:]
	return out
}

// receiveMessage receives into parts and gives recvmsg's answer, which begins with first(n).
func (s *sock) receiveMessage(t *rt.Thread, parts [][]byte, total, controlSize, flags int, first func(n int) rt.Value) (rt.Value, error) {
	if controlSize < 0 || controlSize > controlMax {
		return rt.Value{}, rt.ValueErrorf("invalid ancillary data buffer length")
	}
	var addr rawAddr
	control := make([]byte, controlSize)
	m := message{addr: &addr, control: control}
	n, err := s.receive(t, total, flags, func(off int) (int, error) {
		part := message{addr: &addr, parts: parts}
		if off == 0 {
			part.control = control
		} else {
			part.parts = skip(parts, off)
		}
		k, err := part.call(unix.SYS_RECVMSG, s.fd, flags|unix.MSG_DONTWAIT)
		if err == nil {
			if off == 0 {
				m.control = part.control
			}
			m.flags |= part.flags
		}
		return k, err
	})
	if err != nil {
		return rt.Value{}, err
	}
	list, err := controlList(t, m.control)
	if err != nil {
		closeRights(m.control)
		return rt.Value{}, err
	}
	return rt.TupleOf(first(n), rt.NewList(list).Value(), num(m.flags), addr.value(s.fd, s.proto)), nil
}

// eachControl calls f with each control message of a block; whole is false for
// one that has been cut off.
func eachControl(block []byte, f func(level, kind int, data []byte, whole bool) error) error {
	for len(block) >= cmsgHeader {
		n := int(word(block))
		level, kind := int(int32(native.Uint32(block[cmsgHeader-8:]))), int(int32(native.Uint32(block[cmsgHeader-4:])))
		if n < unix.CmsgLen(0) {
			return f(level, kind, nil, false)
		}
		if n > len(block) {
			return f(level, kind, block[unix.CmsgLen(0):], false)
		}
		if err := f(level, kind, block[unix.CmsgLen(0):n], true); err != nil {
			return err
		}
		block = block[min(unix.CmsgSpace(n-unix.CmsgLen(0)), len(block)):]
	}
	return nil
}

func controlList(t *rt.Thread, block []byte) (list []rt.Value, err error) {
	err = eachControl(block, func(level, kind int, data []byte, whole bool) error {
		if !whole {
			if err := rt.Warn(t, rt.RuntimeWarning, "received malformed or improperly-truncated ancillary data"); err != nil {
				return err
			}
		}
		if data != nil || whole {
			list = append(list, rt.TupleOf(num(level), num(kind), rt.NewBytes(data)))
		}
		return nil
	})
	return list, err
}

// closeRights closes the descriptors that a block brought, which nobody will learn of.
func closeRights(block []byte) {
	eachControl(block, func(level, kind int, data []byte, whole bool) error {
		if level == unix.SOL_SOCKET && kind == unix.SCM_RIGHTS {
			for ; len(data) >= 4; data = data[4:] {
				unix.Close(int(int32(native.Uint32(data))))
			}
		}
		return nil
	})
}

func sockRecvmsg(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	n, err := cSize(t, a[1], 0)
	if err != nil {
		return rt.Value{}, err
	}
	size, err := cSize(t, a[2], 0)
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := cInt(t, a[3], 0)
	if err != nil {
		return rt.Value{}, err
	}
	if n < 0 {
		return rt.Value{}, rt.ValueErrorf("negative buffer size in recvmsg()")
	}
	if tooBig(n) {
		return rt.Value{}, rt.MemoryErr()
	}
	b := make([]byte, n)
	return s.receiveMessage(t, [][]byte{b}, n, size, flags, func(n int) rt.Value { return rt.NewBytes(b[:min(n, len(b))]) })
}

func sockRecvmsgInto(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	size, err := cSize(t, a[2], 0)
	if err != nil {
		return rt.Value{}, err
	}
	flags, err := cInt(t, a[3], 0)
	if err != nil {
		return rt.Value{}, err
	}
	vals, err := items(t, a[1], "recvmsg_into() argument 1 must be an iterable")
	if err != nil {
		return rt.Value{}, err
	}
	parts, total, done, err := buffers(t, vals, func(v rt.Value) (*rt.Buffer, error) {
		b, err := writable(t, v, "", "")
		if err != nil {
			err = rt.TypeErrorf("recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
		}
		return b, err
	})
	if err != nil {
		return rt.Value{}, err
	}
	defer done()
	return s.receiveMessage(t, parts, total, size, flags, func(n int) rt.Value { return num(n) })
}

// sockSendmsgAfalg is sendmsg_afalg([msg], *, op[, iv[, assoclen[, flags]]]).
func sockSendmsgAfalg(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	if s.family != unix.AF_ALG {
		return rt.Value{}, osErr("algset is only supported for AF_ALG")
	}
	flags, err := cInt(t, a[5], 0)
	if err != nil {
		return rt.Value{}, err
	}
	op := -1
	if !a[2].IsUnset() {
		if op, err = clinicInt(t, a[2]); err != nil {
			op = -1
		}
	}
	if op < 0 {
		return rt.Value{}, rt.TypeErrorf("Invalid or missing argument 'op'")
	}
	var four [4]byte
	native.PutUint32(four[:], uint32(op))
	m := message{control: appendControl(nil, unix.SOL_ALG, unix.ALG_SET_OP, unix.CmsgLen(4), four[:])}
	if !a[3].IsUnset() {
		buf, err := rt.GetBuffer(t, a[3])
		if err != nil {
			return rt.Value{}, err
		}
		iv := native.AppendUint32(nil, uint32(len(buf.Bytes)))
		iv = append(iv, buf.Bytes...)
		buf.Release()
		m.control = appendControl(m.control, unix.SOL_ALG, unix.ALG_SET_IV, unix.CmsgSpace(len(iv)), iv)
	}
	if !a[4].IsUnset() {
		n, err := clinicInt(t, a[4])
		if err != nil {
			return rt.Value{}, err
		}
		if n < 0 {
			return rt.Value{}, rt.TypeErrorf("assoclen must be positive")
		}
		native.PutUint32(four[:], uint32(n))
		m.control = appendControl(m.control, unix.SOL_ALG, unix.ALG_SET_AEAD_ASSOCLEN, unix.CmsgLen(4), four[:])
	}
	total := 0
	if !a[1].IsUnset() {
		vals, err := items(t, a[1], "sendmsg() argument 1 must be an iterable")
		if err != nil {
			return rt.Value{}, err
		}
		parts, n, done, err := buffers(t, vals, func(v rt.Value) (*rt.Buffer, error) { return rt.GetBuffer(t, v) })
		if err != nil {
			return rt.Value{}, err
		}
		defer done()
		m.parts, total = parts, n
	}
	return s.sendMessage(t, &m, total, flags)
}
