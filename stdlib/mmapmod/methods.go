//go:build linux || darwin

package mmapmod

import (
	"bytes"
	"fmt"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

func self(v rt.Value) *mapping { return rt.As[mapping](v) }

// opened is a method's function that is only for mappings that are not closed.
func opened(f func(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error)) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		m := self(a[0])
		if err := m.open(); err != nil {
			return rt.Value{}, err
		}
		return f(t, m, a[1:])
	}
}

func closeMapping(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m := self(a[0])
	if m.exports > 0 {
		return rt.Value{}, rt.Errorf(rt.BufferError, "cannot close exported pointers exist")
	}
	if m.serial != 0 {
		m.release(tableOf(t))
	}
	return rt.None, nil
}

// sizes reads optional arguments that are numbers of bytes; where one is missing
// its default is left.
func sizes(t *rt.Thread, a []rt.Value, to ...*int64) error {
	for i, p := range to {
		if i >= len(a) || a[i].IsUnset() {
			continue
		}
		var err error
		if *p, err = sizeArg(t, a[i]); err != nil {
			return err
		}
	}
	return nil
}

// rest is what comes from the position on.
func (m *mapping) rest(t *rt.Thread) ([]byte, error) {
	b, err := m.bytes(t)
	if err != nil {
		return nil, err
	}
	return b[min(m.pos, len(b)):], nil
}

func read(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	n := int64(-1)
	if !a[0].IsNone() {
		r, err := rt.Index(t, a[0])
		if rt.IsError(err, rt.TypeError) {
			err = rt.TypeErrorf("argument should be integer or None, not '%s'", a[0].Type().Name)
		}
		if err != nil {
			return rt.Value{}, err
		}
		if n, err = sizeArg(t, r); err != nil {
			return rt.Value{}, err
		}
	}
	b, err := m.rest(t)
	if err != nil {
		return rt.Value{}, err
	}
	if n >= 0 && n < int64(len(b)) {
		b = b[:n]
	}
	m.pos += len(b)
	return rt.NewBytes(bytes.Clone(b)), nil
}

func readByte(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	b, err := m.rest(t)
	if err != nil {
		return rt.Value{}, err
	}
	if len(b) == 0 {
		return rt.Value{}, rt.ValueErrorf("read byte out of range")
	}
	m.pos++
	return rt.Int(int64(b[0])), nil
}

func readLine(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	b, err := m.rest(t)
	if err != nil {
		return rt.Value{}, err
	}
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		b = b[:i+1]
	}
	m.pos += len(b)
	return rt.NewBytes(bytes.Clone(b)), nil
}

func write(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	buf, err := rt.GetBuffer(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	if err := m.mayWrite(); err != nil {
		return rt.Value{}, err
	}
	b, err := m.rest(t)
	if err != nil {
		return rt.Value{}, err
	}
	if len(buf.Bytes) > len(b) {
		return rt.Value{}, rt.ValueErrorf("data out of range")
	}
	n := copy(b, buf.Bytes)
	m.pos += n
	return rt.Int(int64(n)), nil
}

// byteArg reads an int that fits a byte; C says what others are.
func byteArg(t *rt.Thread, v rt.Value) (byte, error) {
	n, err := rt.AsInt64(t, v)
	switch {
	case err != nil:
		return 0, err
	case n < 0:
		return 0, rt.OverflowErrorf("unsigned byte integer is less than minimum")
	case n > 255:
		return 0, rt.OverflowErrorf("unsigned byte integer is greater than maximum")
	}
	return byte(n), nil
}

func writeByte(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	c, err := byteArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if err := m.mayWrite(); err != nil {
		return rt.Value{}, err
	}
	b, err := m.rest(t)
	if err != nil {
		return rt.Value{}, err
	}
	if len(b) == 0 {
		return rt.Value{}, rt.ValueErrorf("write byte out of range")
	}
	b[0] = c
	m.pos++
	return rt.None, nil
}

// search is find, or rfind with bytes.LastIndex.
func search(index func(s, sep []byte) int) rt.NativeFn {
	return opened(func(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
		buf, err := rt.GetBuffer(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		defer buf.Release()
		start, end := int64(m.pos), int64(m.size)
		if err := sizes(t, a[1:], &start, &end); err != nil {
			return rt.Value{}, err
		}
		b, err := m.bytes(t)
		if err != nil {
			return rt.Value{}, err
		}
		start, end = clip(start, len(b)), clip(end, len(b))
		if start > end {
			return rt.Int(-1), nil
		}
		i := index(b[start:end], buf.Bytes)
		if i >= 0 {
			i += int(start)
		}
		return rt.Int(int64(i)), nil
	})
}

// clip is an index as slices have it.
func clip(i int64, n int) int64 {
	if i < 0 {
		i += int64(n)
	}
	return min(max(i, 0), int64(n))
}

func flush(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	offset, size := int64(0), int64(m.size)
	if err := sizes(t, a, &offset, &size); err != nil {
		return rt.Value{}, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return rt.Value{}, err
	}
	if offset < 0 || size < 0 || int64(len(b))-offset < size {
		return rt.Value{}, rt.ValueErrorf("flush values out of range")
	}
	if m.access == accessRead || m.access == accessCopy || m.private != nil {
		return rt.None, nil
	}
	if offset%int64(unix.Getpagesize()) != 0 {
		return rt.Value{}, rt.OSErr(int(unix.EINVAL))
	}
	if size == 0 {
		return rt.None, nil
	}
	return rt.None, rt.FromOS(unix.Msync(b[offset:offset+size], unix.MS_SYNC))
}

func seek(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	where, err := sizeArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	how, err := intArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if err := m.open(); err != nil {
		return rt.Value{}, err
	}
	switch how {
	case 0:
	case 1:
		where += int64(m.pos)
	case 2:
		where += int64(m.size)
	default:
		return rt.Value{}, rt.ValueErrorf("unknown seek type")
	}
	if where < 0 || where > int64(m.size) {
		return rt.Value{}, rt.ValueErrorf("seek out of range")
	}
	m.pos = int(where)
	return rt.None, nil
}

func tell(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) { return rt.Int(int64(m.pos)), nil }

// fileSize is the size of the file, which may be more than is mapped.
func fileSize(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	if m.anonymous {
		return rt.Value{}, rt.OSErr(int(unix.EBADF))
	}
	var st unix.Stat_t
	if err := unix.Fstat(m.fd, &st); err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.Int(st.Size), nil
}

func move(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	var dest, src, count int64
	if err := sizes(t, a, &dest, &src, &count); err != nil {
		return rt.Value{}, err
	}
	if err := m.mayWrite(); err != nil {
		return rt.Value{}, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return rt.Value{}, err
	}
	n := int64(len(b))
	if dest < 0 || src < 0 || count < 0 || n-dest < count || n-src < count {
		return rt.Value{}, rt.ValueErrorf("source, destination, or count out of range")
	}
	copy(b[dest:dest+count], b[src:src+count])
	return rt.None, nil
}

func resize(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	size, err := sizeArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if err := m.open(); err != nil {
		return rt.Value{}, err
	}
	if err := m.mayResize(); err != nil {
		return rt.Value{}, err
	}
	if size < 0 || m.offset+size < 0 {
		return rt.Value{}, rt.ValueErrorf("new size out of range")
	}
	return rt.None, m.resize(t, size)
}

func madvise(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) {
	option, err := intArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	start, length := int64(0), int64(m.size)
	if err := sizes(t, a[1:], &start, &length); err != nil {
		return rt.Value{}, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return rt.Value{}, err
	}
	switch {
	case start < 0 || start >= int64(len(b)):
		return rt.Value{}, rt.ValueErrorf("madvise start out of bounds")
	case length < 0:
		return rt.Value{}, rt.ValueErrorf("madvise length invalid")
	case start+length < 0:
		return rt.Value{}, rt.OverflowErrorf("madvise length too large")
	}
	end := min(start+length, int64(len(b)))
	if m.private != nil || end == start { // Go's memory: nothing to advise
		return rt.None, nil
	}
	return rt.None, rt.FromOS(unix.Madvise(b[start:end], option))
}

// Items.

func index(t *rt.Thread, m *mapping, key rt.Value) ([]byte, int, error) {
	i, err := rt.AsSsize(t, key, rt.IndexError)
	if err != nil {
		return nil, 0, err
	}
	b, err := m.bytes(t)
	if err != nil {
		return nil, 0, err
	}
	if i < 0 {
		i += len(b)
	}
	if i < 0 || i >= len(b) {
		return nil, 0, rt.IndexErrorf("mmap index out of range")
	}
	return b, i, nil
}

func getItem(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
	m := self(v)
	if err := m.open(); err != nil {
		return rt.Value{}, err
	}
	if s, ok := rt.AsSlice(key); ok {
		start, stop, step, n, err := rt.SliceIndices(t, s, m.size)
		if err != nil {
			return rt.Value{}, err
		}
		b, err := m.bytes(t)
		switch {
		case err != nil:
			return rt.Value{}, err
		case n == 0:
			return rt.NewBytes(nil), nil
		case step == 1:
			return rt.NewBytes(bytes.Clone(b[start:stop])), nil
		}
		out := make([]byte, n)
		for i := range out {
			out[i] = b[start+i*step]
		}
		return rt.NewBytes(out), nil
	}
	if !rt.IsIntLike(key) && !hasIndex(t, key) {
		return rt.Value{}, rt.TypeErrorf("mmap indices must be integers")
	}
	b, i, err := index(t, m, key)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Int(int64(b[i])), nil
}

var strIndex = rt.StaticStr("__index__")

func hasIndex(t *rt.Thread, v rt.Value) bool {
	_, ok := v.Type().Lookup(t, strIndex)
	return ok
}

func setItem(t *rt.Thread, v, key, val rt.Value) error {
	m := self(v)
	if err := m.open(); err != nil {
		return err
	}
	if err := m.mayWrite(); err != nil {
		return err
	}
	s, isSlice := rt.AsSlice(key)
	if !isSlice {
		if !rt.IsIntLike(key) && !hasIndex(t, key) {
			return rt.TypeErrorf("mmap indices must be integer")
		}
		if val.IsUnset() {
			return rt.TypeErrorf("mmap doesn't support item deletion")
		}
		return m.setByte(t, key, val)
	}
	start, _, step, n, err := rt.SliceIndices(t, s, m.size)
	if err != nil {
		return err
	}
	if val.IsUnset() {
		return rt.TypeErrorf("mmap object doesn't support slice deletion")
	}
	buf, err := rt.GetBuffer(t, val)
	if err != nil {
		return err
	}
	defer buf.Release()
	if len(buf.Bytes) != n {
		return rt.IndexErrorf("mmap slice assignment is wrong size")
	}
	b, err := m.bytes(t)
	if err != nil {
		return err
	}
	if step == 1 {
		copy(b[start:], buf.Bytes)
		return nil
	}
	for i, c := range buf.Bytes {
		b[start+i*step] = c
	}
	return nil
}

func (m *mapping) setByte(t *rt.Thread, key, val rt.Value) error {
	if _, _, err := index(t, m, key); err != nil {
		return err
	}
	if !rt.IsIntLike(val) && !hasIndex(t, val) {
		return rt.TypeErrorf("mmap item value must be an int")
	}
	n, err := rt.AsSsize(t, val, nil)
	if err != nil {
		return err
	}
	if n < 0 || n > 255 {
		return rt.ValueErrorf("mmap item value must be in range(0, 256)")
	}
	b, i, err := index(t, m, key)
	if err != nil {
		return err
	}
	b[i] = byte(n)
	return nil
}

// An iter walks over a mapping's bytes, each as a bytes of one.
type iter struct {
	rt.Object
	m *mapping
	i int
}

func iterNext(t *rt.Thread, v rt.Value) (rt.Value, error) {
	it := rt.As[iter](v)
	b, err := it.m.bytes(t)
	if err != nil || it.i >= len(b) {
		return rt.Value{}, err
	}
	it.i++
	return rt.NewBytes([]byte{b[it.i-1]}), nil
}

func buffer(t *rt.Thread, v rt.Value) (*rt.Buffer, error) {
	m := self(v)
	b, err := m.bytes(t)
	if err != nil {
		return nil, err
	}
	m.exports++
	return &rt.Buffer{Bytes: b, ReadOnly: m.access == accessRead, Format: "B", ItemSize: 1, Owner: v, OnRelease: released}, nil
}

func released(owner rt.Value) { self(owner).exports-- }

func repr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	m := self(v)
	name := v.Type().Name
	if m.Type() == &mappingType {
		name = "mmap.mmap"
	}
	if m.serial == 0 {
		return rt.NewStr("<" + name + " closed=True>"), nil
	}
	return rt.NewStr(fmt.Sprintf("<%s closed=False, access=%s, length=%d, pos=%d, offset=%d>", name, accessNames[m.access], m.size, m.pos, m.offset)), nil
}

func length(t *rt.Thread, v rt.Value) (int, error) {
	m := self(v)
	return m.size, m.open()
}

func init() {
	rt.Define(&iterType, rt.TypeSpec{Name: "mmap.iterator", Size: rt.SizeOf[iter](), Flags: rt.FlagDisallowNew,
		Slots: rt.Slots{Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return v, nil }, Next: iterNext}})
	rt.Define(&mappingType, rt.TypeSpec{Name: "mmap.mmap", Size: rt.SizeOf[mapping](), Flags: rt.FlagBase,
		Doc: "mmap(fileno, length, flags=MAP_SHARED, prot=PROT_WRITE|PROT_READ, access=ACCESS_DEFAULT, offset=0)\n\n" +
			"A file, or memory of its own where fileno is -1, as a mutable sequence of bytes.\nA length of 0 is that of the file.",
		New: rt.Method{Sig: "fileno, length, flags=1, prot=3, access=0, offset=0", Fn: newMapping},
		Slots: rt.Slots{Repr: repr, Len: length, GetItem: getItem, SetItem: setItem, Buffer: buffer,
			Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
				it := rt.Alloc[iter](&iterType)
				it.m = self(v)
				return it.Object.Value(), nil
			}},
		Mapped: true,
		Restored: func(t *rt.Thread, v rt.Value) error {
			self(v).watch(t)
			return nil
		},
		GetSets: []rt.GetSet{{Name: "closed", Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return rt.Bool(self(v).serial == 0), nil }}},
		Methods: []rt.Method{
			{Name: "close", Fn: closeMapping, Doc: "Unmap the file."},
			{Name: "find", Sig: "sub, start=?, end=?, /", Fn: search(bytes.Index), Doc: "Where the bytes are first, from the position or start on; -1: nowhere."},
			{Name: "rfind", Sig: "sub, start=?, end=?, /", Fn: search(bytes.LastIndex), Doc: "Where the bytes are last, from the position or start on; -1: nowhere."},
			{Name: "flush", Sig: "offset=?, size=?, /", Fn: opened(flush), Doc: "Write changes to the file."},
			{Name: "madvise", Sig: "option, start=?, length=?, /", Fn: opened(madvise), Doc: "Advise the system of how the memory will be used."},
			{Name: "move", Sig: "dest, src, count, /", Fn: opened(move), Doc: "Copy bytes within the mapping."},
			{Name: "read", Sig: "n=None, /", Fn: opened(read), Doc: "Up to n bytes from the position on."},
			{Name: "read_byte", Fn: opened(readByte), Doc: "The byte at the position."},
			{Name: "readline", Fn: opened(readLine), Doc: "The bytes from the position to the end of the line."},
			{Name: "resize", Sig: "newsize, /", Fn: opened(resize), Doc: "Change the size of the mapping and of the file."},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: opened(seek), Doc: "Set the position."},
			{Name: "size", Fn: opened(fileSize), Doc: "The size of the file."},
			{Name: "tell", Fn: opened(tell), Doc: "The position."},
			{Name: "write", Sig: "bytes, /", Fn: opened(write), Doc: "Write at the position."},
			{Name: "write_byte", Sig: "byte, /", Fn: opened(writeByte), Doc: "Write a byte at the position."},
			{Name: "__enter__", Fn: opened(func(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) { return m.Object.Value(), nil })},
			{Name: "__exit__", Sig: "*args", Fn: closeMapping},
			{Name: "__sizeof__", Fn: opened(func(t *rt.Thread, m *mapping, a []rt.Value) (rt.Value, error) { return rt.Int(int64(m.size) + 96), nil })},
		}})
}
