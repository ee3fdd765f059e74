//go:build linux || darwin

// Package mmapmod is minipy's mmap module, and _posixshmem, which names memory
// to be mapped.
//
// An object has numbers only: where it is mapped is in the VM's table, so that the
// object can go over to a forked child, which maps the descriptor again. Memory
// without a file (fileno -1) is a file without a name for that reason. A private
// mapping is no mapping at all but a copy of the file's bytes, in the object.
package mmapmod

import (
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

type access int

const (
	accessDefault access = iota
	accessRead
	accessWrite
	accessCopy
)

var accessNames = [...]string{"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"}

// A mapping is an mmap.mmap.
type mapping struct {
	rt.Object
	serial    int    // its key in the table; 0: closed
	fd        int    // our own descriptor; -1: none
	anonymous bool   // fd is ours alone
	private   []byte // of a private mapping
	offset    int64  // in the file
	size      int
	pos       int
	access    access
	writable  bool // by the system; for shared mappings
	exports   int  // buffers in use
}

var mappingType, iterType rt.Type

const extKey = "mmap"

// A table has the mapped memory of a VM's shared mappings. Its mutex is for finalizers,
// which run without the GIL.
type table struct {
	sync.Mutex
	last     int
	bySerial map[int][]byte
}

// Mappings implements runtime.Mapper.
func (tab *table) Mappings(yield func([]byte) bool) {
	tab.Lock()
	defer tab.Unlock()
	maps.Values(tab.bySerial)(yield)
}

func tableOf(t *rt.Thread) *table {
	tab, ok := t.VM.Ext[extKey].(*table)
	if !ok {
		tab = &table{bySerial: map[int][]byte{}}
		t.VM.Ext[extKey] = tab
	}
	return tab
}

// newSerial is a key that no mapping has, however it came here.
func (tab *table) newSerial() int {
	tab.Lock()
	defer tab.Unlock()
	tab.last++
	return tab.last
}

// remove unmaps what is mapped under the key.
func (tab *table) remove(serial int) {
	tab.Lock()
	b := tab.bySerial[serial]
	delete(tab.bySerial, serial)
	tab.Unlock()
	if b != nil {
		unix.Munmap(b)
	}
}

// bytes is the memory.
func (m *mapping) bytes(t *rt.Thread) ([]byte, error) {
	switch {
	case m.serial == 0:
		return nil, rt.ValueErrorf("mmap closed or invalid")
	case m.private != nil:
		return m.private, nil
	case m.size == 0:
		return nil, nil
	}
	tab := tableOf(t)
	tab.Lock()
	defer tab.Unlock()
	if b := tab.bySerial[m.serial]; b != nil {
		return b, nil
	}
	prot := unix.PROT_READ
	if m.writable {
		prot |= unix.PROT_WRITE
	}
	b, err := unix.Mmap(m.fd, m.offset, m.size, prot, unix.MAP_SHARED)
	if err != nil {
		return nil, rt.FromOS(err)
	}
	tab.last = max(tab.last, m.serial)
	tab.bySerial[m.serial] = b
	return b, nil
}

// open says whether the mapping is not closed.
func (m *mapping) open() error {
	if m.serial == 0 {
		return rt.ValueErrorf("mmap closed or invalid")
	}
	return nil
}

func (m *mapping) mayWrite() error {
	if m.access == accessRead {
		return rt.TypeErrorf("mmap can't modify a readonly memory map.")
	}
	return nil
}

func (m *mapping) mayResize() error {
	if m.exports > 0 {
		return rt.Errorf(rt.BufferError, "mmap can't resize with extant buffers exported.")
	}
	if m.access == accessRead || m.access == accessCopy {
		return rt.TypeErrorf("mmap can't resize a readonly or copy-on-write memory map.")
	}
	return nil
}

// release gives everything back. It may run as a finalizer.
func (m *mapping) release(tab *table) {
	tab.remove(m.serial)
	m.serial, m.private = 0, nil
	if m.fd >= 0 {
		unix.Close(m.fd)
		m.fd = -1
	}
}

// watch has the mapping released when nobody has it any more.
func (m *mapping) watch(t *rt.Thread) {
	tab := tableOf(t)
	runtime.SetFinalizer(m, func(m *mapping) {
		if m.serial != 0 {
			m.release(tab)
		}
	})
}

// options are the arguments of mmap().
type options struct {
	fd, flags, prot int
	length, offset  int64
	access          access
}

func readOptions(t *rt.Thread, a []rt.Value) (o options, err error) {
	for _, arg := range []struct {
		to *int
		v  rt.Value
	}{{&o.fd, a[0]}, {&o.flags, a[2]}, {&o.prot, a[3]}, {(*int)(&o.access), a[4]}} {
		if *arg.to, err = intArg(t, arg.v); err != nil {
			return o, err
		}
	}
	if o.length, err = sizeArg(t, a[1]); err != nil {
		return o, err
	}
	if o.length < 0 {
		return o, rt.OverflowErrorf("memory mapped length must be positive")
	}
	if o.offset, err = sizeArg(t, a[5]); err != nil {
		return o, err
	}
	if o.offset < 0 {
		return o, rt.OverflowErrorf("memory mapped offset must be positive")
	}
	return o, o.settle()
}

// settle makes flags, prot and access agree.
func (o *options) settle() error {
	if o.access != accessDefault && (o.flags != unix.MAP_SHARED || o.prot != unix.PROT_WRITE|unix.PROT_READ) {
		return rt.ValueErrorf("mmap can't specify both access and flags, prot.")
	}
	switch o.access {
	case accessRead:
		o.prot = unix.PROT_READ
	case accessWrite:
	case accessCopy:
		o.flags = unix.MAP_PRIVATE
	case accessDefault:
		if o.prot&unix.PROT_READ == 0 && o.prot&unix.PROT_WRITE != 0 {
			o.access = accessWrite
		} else if o.prot&unix.PROT_WRITE == 0 {
			o.access = accessRead
		}
	default:
		return rt.ValueErrorf("mmap invalid access parameter.")
	}
	return nil
}

// fit checks the length against the file's size, which is the length where 0 is given.
func (o *options) fit() error {
	var st unix.Stat_t
	if unix.Fstat(o.fd, &st) != nil || st.Mode&unix.S_IFMT != unix.S_IFREG {
		return nil
	}
	switch {
	case o.length == 0 && st.Size == 0:
		return rt.ValueErrorf("cannot mmap an empty file")
	case o.length == 0 && o.offset >= st.Size:
		return rt.ValueErrorf("mmap offset is greater than file size")
	case o.length == 0:
		o.length = st.Size - o.offset
	case o.offset > st.Size || st.Size-o.offset < o.length:
		return rt.ValueErrorf("mmap length is greater than file size")
	}
	return nil
}

func newMapping(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	o, err := readOptions(t, a[1:])
	if err != nil {
		return rt.Value{}, err
	}
	if o.fd != -1 {
		if err := o.fit(); err != nil {
			return rt.Value{}, err
		}
	}
	if o.length == 0 || o.length > math.MaxInt {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	m := rt.Alloc[mapping](cls)
	m.offset, m.size, m.access, m.fd = o.offset, int(o.length), o.access, -1
	m.writable = o.access != accessRead
	if err := m.begin(t, &o); err != nil {
		if m.fd >= 0 {
			unix.Close(m.fd)
		}
		return rt.Value{}, err
	}
	m.watch(t)
	return m.Object.Value(), nil
}

// begin gets the descriptor and the memory.
func (m *mapping) begin(t *rt.Thread, o *options) (err error) {
	m.anonymous = o.fd == -1 || o.flags&unix.MAP_ANON != 0
	private := o.flags&unix.MAP_PRIVATE != 0
	if m.anonymous {
		m.offset = 0
		if private {
			m.private = make([]byte, m.size)
		} else if m.fd, err = anonymousFile(o.length); err != nil {
			return rt.FromOS(err)
		}
	} else {
		if m.fd, err = unix.FcntlInt(uintptr(o.fd), unix.F_DUPFD_CLOEXEC, 0); err != nil {
			return rt.FromOS(err)
		}
		if private {
			if m.private, err = m.readPrivate(); err != nil {
				return err
			}
		}
	}
	m.serial = tableOf(t).newSerial()
	_, err = m.bytes(t)
	return err
}

// readPrivate reads what a private mapping begins with.
func (m *mapping) readPrivate() ([]byte, error) {
	if m.offset%int64(unix.Getpagesize()) != 0 {
		return nil, rt.OSErr(int(unix.EINVAL))
	}
	b, err := unix.Mmap(m.fd, m.offset, m.size, unix.PROT_READ, unix.MAP_PRIVATE)
	if err != nil {
		return nil, rt.FromOS(err)
	}
	defer unix.Munmap(b)
	return slices.Clone(b), nil
}

// resize changes the size of the mapping, and of the file.
func (m *mapping) resize(t *rt.Thread, size int64) error {
	if size == 0 {
		return rt.OSErr(int(unix.EINVAL))
	}
	if m.fd >= 0 {
		if err := unix.Ftruncate(m.fd, m.offset+size); err != nil {
			return rt.FromOS(err)
		}
	}
	if m.private != nil {
		b := make([]byte, size)
		copy(b, m.private)
		m.private = b
	} else {
		tableOf(t).remove(m.serial)
	}
	m.size = int(size)
	_, err := m.bytes(t)
	return err
}

// intArg reads an argument that C takes as an int.
func intArg(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsInt64(t, v)
	if err != nil {
		return 0, err
	}
	if n != int64(int32(n)) {
		if n > 0 {
			return 0, rt.OverflowErrorf("signed integer is greater than maximum")
		}
		return 0, rt.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), nil
}

// sizeArg reads a number of bytes.
func sizeArg(t *rt.Thread, v rt.Value) (int64, error) {
	n, err := rt.AsSsizeArg(t, v)
	return int64(n), err
}

// Module is mmap.
var Module = &rt.ModuleSpec{
	Name:   "mmap",
	Doc:    "Files as memory.",
	Types:  []*rt.Type{&mappingType},
	Consts: append(constants(), systemConsts...),
}

func row(name string, n int) rt.Const { return rt.Const{Name: name, Value: rt.Int(int64(n))} }

func constants() []rt.Const {
	out := []rt.Const{
		{Name: "error", Value: rt.OSError.Value()},
		row("PROT_EXEC", unix.PROT_EXEC), row("PROT_READ", unix.PROT_READ), row("PROT_WRITE", unix.PROT_WRITE),
		row("MAP_SHARED", unix.MAP_SHARED), row("MAP_PRIVATE", unix.MAP_PRIVATE), row("MAP_ANON", unix.MAP_ANON), row("MAP_ANONYMOUS", unix.MAP_ANON),
		row("MADV_NORMAL", unix.MADV_NORMAL), row("MADV_RANDOM", unix.MADV_RANDOM), row("MADV_SEQUENTIAL", unix.MADV_SEQUENTIAL),
		row("MADV_WILLNEED", unix.MADV_WILLNEED), row("MADV_DONTNEED", unix.MADV_DONTNEED), row("MADV_FREE", unix.MADV_FREE),
		row("PAGESIZE", unix.Getpagesize()), row("ALLOCATIONGRANULARITY", unix.Getpagesize()),
	}
	for i, name := range accessNames {
		out = append(out, row(name, i))
	}
	return out
}
