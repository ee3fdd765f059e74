//go:build linux

package processes

import (
	"maps"

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

// Mappings implements runtime.Mapper.
func (m *mappings) Mappings(yield func([]byte) bool) { maps.Values(m.bySer)(yield) }

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

func init() {
	rt.Define(&memoryType, rt.TypeSpec{Name: "_processes.Memory", Size: rt.SizeOf[memory](),
		Doc:    "A mapped file, shared: Memory(fd, size). The descriptor must stay open.",
		New:    rt.Method{Sig: "fd, size, /", Fn: newMemory},
		Mapped: true,
		Slots:  rt.Slots{Buffer: memoryBuffer, Len: func(t *rt.Thread, v rt.Value) (int, error) { return rt.As[memory](v).size, nil }},
		Methods: []rt.Method{
			{Name: "get", Sig: "code, offset, /", Fn: memoryGet, Doc: "The item with a type code at an offset."},
			{Name: "set", Sig: "code, offset, value, /", Fn: memorySet, Doc: "Set the item with a type code at an offset."},
			{Name: "close", Fn: memoryClose, Doc: "Unmap the file."},
		}})
}
