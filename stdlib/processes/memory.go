//go:build linux

package processes

import (
	"encoding/binary"
	"math"
	"math/big"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// A memory is a file that is mapped, shared with whoever maps it. The object has
// numbers only: the mapping is in the VM's table, and made again from the descriptor, which must
// stay open, in a copy of the process.
type memory struct {
	rt.Object
	fd      int
	size    int
	serial  int // its key in the table; 0: closed
	exports int // buffers that are in use
}

var memoryType rt.Type

const extKey = "_processes"

type mappings struct {
	last  int
	bySer map[int][]byte
}

func mappingsOf(t *rt.Thread) *mappings {
	m, ok := t.VM.Ext[extKey].(*mappings)
	if !ok {
		m = &mappings{bySer: map[int][]byte{}}
		t.VM.Ext[extKey] = m
	}
	return m
}

// bytes is the mapped memory.
func (m *memory) bytes(t *rt.Thread) ([]byte, error) {
	if m.serial == 0 {
		return nil, rt.ValueErrorf("memory is closed or invalid")
	}
	table := mappingsOf(t)
	if b := table.bySer[m.serial]; b != nil {
		return b, nil
	}
	b, err := unix.Mmap(m.fd, 0, m.size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, rt.FromOS(err)
	}
	table.last = max(table.last, m.serial)
	table.bySer[m.serial] = b
	return b, nil
}

func newMemory(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	fd, err := fdArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	size, err := rt.AsInt64(t, a[2])
	if err != nil {
		return rt.Value{}, err
	}
	if size <= 0 || size > 1<<40 {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	m := rt.Alloc[memory](cls)
	table := mappingsOf(t)
	table.last++
	m.fd, m.size, m.serial = fd, int(size), table.last
	if _, err := m.bytes(t); err != nil {
		m.serial = 0
		return rt.Value{}, err
	}
	return m.Object.Value(), nil
}

func memoryClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m := rt.As[memory](a[0])
	if m.serial == 0 {
		return rt.None, nil
	}
	if m.exports > 0 {
		return rt.Value{}, rt.Errorf(rt.BufferError, "cannot close exported pointers exist")
	}
	table := mappingsOf(t)
	if b := table.bySer[m.serial]; b != nil {
		delete(table.bySer, m.serial)
		unix.Munmap(b)
	}
	m.serial = 0
	return rt.None, nil
}

func memoryBuffer(t *rt.Thread, v rt.Value) (*rt.Buffer, error) {
	m := rt.As[memory](v)
	b, err := m.bytes(t)
	if err != nil {
		return nil, err
	}
	m.exports++
	return &rt.Buffer{Bytes: b, Format: "B", ItemSize: 1, Owner: v, OnRelease: memoryReleased}, nil
}

func memoryReleased(owner rt.Value) { rt.As[memory](owner).exports-- }

// item finds the bytes of an item with a type code at an offset.
func (m *memory) item(t *rt.Thread, code, off rt.Value) (byte, []byte, error) {
	s, ok := rt.AsStr(code)
	if !ok || len(s.String()) != 1 {
		return 0, nil, rt.TypeErrorf("a type code is one character")
	}
	c := s.String()[0]
	size := 0
	switch c {
	case 'c', 'b', 'B':
		size = 1
	case 'h', 'H':
		size = 2
	case 'i', 'I', 'f', 'u':
		size = 4
	case 'l', 'L', 'q', 'Q', 'd':
		size = 8
	default:
		return 0, nil, rt.TypeErrorf("unknown type code")
	}
	n, err := rt.AsInt64(t, off)
	if err != nil {
		return 0, nil, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return 0, nil, err
	}
	if n < 0 || n+int64(size) > int64(len(b)) {
		return 0, nil, rt.IndexErrorf("offset out of range")
	}
	return c, b[n : int(n)+size], nil
}

func memoryGet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c, b, err := rt.As[memory](a[0]).item(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	e := binary.NativeEndian
	switch c {
	case 'c':
		return rt.NewBytes(b), nil
	case 'b':
		return rt.Int(int64(int8(b[0]))), nil
	case 'B':
		return rt.Int(int64(b[0])), nil
	case 'h':
		return rt.Int(int64(int16(e.Uint16(b)))), nil
	case 'H':
		return rt.Int(int64(e.Uint16(b))), nil
	case 'i':
		return rt.Int(int64(int32(e.Uint32(b)))), nil
	case 'I', 'u':
		return rt.Int(int64(e.Uint32(b))), nil
	case 'l', 'q':
		return rt.Int(int64(e.Uint64(b))), nil
	case 'f':
		return rt.Float(float64(math.Float32frombits(e.Uint32(b)))), nil
	case 'd':
		return rt.Float(math.Float64frombits(e.Uint64(b))), nil
	}
	return rt.NewUint(e.Uint64(b)), nil
}

// memorySet stores an item; of an int that does not fit the lower bits, as C does.
func memorySet(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c, b, err := rt.As[memory](a[0]).item(t, a[1], a[2])
	if err != nil {
		return rt.Value{}, err
	}
	e := binary.NativeEndian
	switch c {
	case 'c':
		buf, err := rt.GetBuffer(t, a[3])
		if err != nil {
			return rt.Value{}, err
		}
		defer buf.Release()
		if len(buf.Bytes) != 1 {
			return rt.Value{}, rt.TypeErrorf("one character bytes, bytearray or integer expected")
		}
		b[0] = buf.Bytes[0]
		return rt.None, nil
	case 'f', 'd':
		f, ok := rt.FloatOf(a[3])
		if !ok {
			return rt.Value{}, rt.TypeErrorf("must be real number, not %s", a[3].Type().Name)
		}
		if c == 'f' {
			e.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			e.PutUint64(b, math.Float64bits(f))
		}
		return rt.None, nil
	}
	n, err := lowBits(a[3])
	if err != nil {
		return rt.Value{}, err
	}
	switch len(b) {
	case 1:
		b[0] = byte(n)
	case 2:
		e.PutUint16(b, uint16(n))
	case 4:
		e.PutUint32(b, uint32(n))
	case 8:
		e.PutUint64(b, n)
	}
	return rt.None, nil
}

// lowBits are an int's lowest 64 bits.
func lowBits(v rt.Value) (uint64, error) {
	n, b, ok := rt.IntOf(v)
	switch {
	case !ok:
		return 0, rt.TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
	case b == nil:
		return uint64(n), nil
	}
	var low big.Int
	low.And(b, new(big.Int).SetUint64(math.MaxUint64))
	return low.Uint64(), nil
}

func init() {
	rt.Define(&memoryType, rt.TypeSpec{Name: "_processes.Memory", Size: rt.SizeOf[memory](),
		Doc:   "A mapped file, shared: Memory(fd, size). The descriptor must stay open.",
		New:   rt.Method{Sig: "fd, size, /", Fn: newMemory},
		Slots: rt.Slots{Buffer: memoryBuffer, Len: func(t *rt.Thread, v rt.Value) (int, error) { return rt.As[memory](v).size, nil }},
		Methods: []rt.Method{
			{Name: "get", Sig: "code, offset, /", Fn: memoryGet, Doc: "The item with a type code at an offset."},
			{Name: "set", Sig: "code, offset, value, /", Fn: memorySet, Doc: "Set the item with a type code at an offset."},
			{Name: "close", Fn: memoryClose, Doc: "Unmap the file."},
		}})
}
