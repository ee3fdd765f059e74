//go:build linux

package processes

import (
	"encoding/binary"
	"sync/atomic"
	"time"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"github.com/minipy/minipy/stdlib/multiprocessing"
	"golang.org/x/sys/unix"
)

// Messages. A message is its length in four bytes, most significant first, and
// then its bytes; from 2 GiB on the four bytes are -1 and eight more have the
// length. This is what CPython's connections send.
//
// The descriptors block, as other programs may expect, and are shared with
// other processes. Every system call here is asked not to wait (now.go); a thread
// that has to waits as others do.

const (
	longMark = 1<<32 - 1
	maxShort = 1<<31 - 1
	headSize = 4 // of a message that is not long
	// pipeBuf is up to how many bytes a pipe takes as a whole or not at all.
	pipeBuf = 4096
	// maxFrame is more than any message can be.
	maxFrame = 1 << 34
	// growBy is how much of a message is believed in before its bytes are there.
	growBy = 1 << 22
)

// A writing is a message on its way: what is not written yet.
type writing struct {
	t          *rt.Thread
	fd         int
	head, body []byte
	buf        *rt.Buffer // that body is the memory of; nil: nobody else changes it
	busy       busy
	size       int // of all of it
}

// busy is the word of the lock, if there is one, that guards the descriptor's end: set while a
// message is partly written or read. If the process dies then, or is interrupted, the next one
// to have the lock cannot know where the next message begins.
type busy struct{ word *atomic.Uint32 }

// busyOf finds it by an argument, a SemLock or None. An error: somebody has left it set.
func busyOf(t *rt.Thread, lock rt.Value) (b busy, err error) {
	if lock.IsNone() {
		return b, nil
	}
	if b.word, err = multiprocessing.Busy(t, lock); err == nil && b.word.Load() != 0 {
		err = rt.NewException(rt.OSError, rt.NewStr("a process has ended in the middle of a message"))
	}
	return b, err
}

func (b busy) set(on bool) {
	switch {
	case b.word == nil:
	case on:
		b.word.Store(1)
	default:
		b.word.Store(0)
	}
}

func sendFrame(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	w := writing{t: t, fd: fd, body: buf.Bytes, buf: buf}
	if w.busy, err = busyOf(t, a[2]); err != nil {
		return rt.Value{}, err
	}
	if a[1].IsExactly(rt.BytesType) {
		w.buf = nil
	} else {
		defer buf.Release()
	}
	var head [12]byte
	if n := len(w.body); n <= maxShort {
		w.head = binary.BigEndian.AppendUint32(head[:0], uint32(n))
	} else {
		w.head = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint32(head[:0], longMark), uint64(n))
	}
	w.size = w.left()
	if done, err := w.step(); done || err != nil {
		return rt.None, err
	}
	later := w
	later.head = append([]byte(nil), w.head...)
	return later.run()
}

// sendFrames writes a list of messages, each a bytes object.
func sendFrames(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	items, err := rt.ToSlice(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	w := writing{t: t, fd: fd}
	for _, v := range items {
		b, ok := rt.AsBytes(v)
		if !ok || len(b.String()) > maxShort {
			return rt.Value{}, rt.TypeErrorf("a message is a bytes object of less than 2 GiB, not %s", v.Type().Name)
		}
		w.body = append(binary.BigEndian.AppendUint32(w.body, uint32(len(b.String()))), b.String()...)
	}
	w.size = w.left()
	return w.run()
}

func (w *writing) left() int { return len(w.head) + len(w.body) }

// step writes what goes without waiting; done says that nothing is left.
func (w *writing) step() (done bool, err error) {
	for left := w.left(); left > 0; left = w.left() {
		if w.size > pipeBuf { // what is shorter goes as a whole or not at all
			w.busy.set(true)
		}
		n, err := writeNow(w.fd, w.head, w.body)
		if err != nil && left == w.size {
			w.busy.set(false)
		}
		switch {
		case err == unix.EINTR:
			if w.t.Host != nil {
				if err := w.t.Host.Checkpoint(w.t); err != nil {
					return false, err
				}
			}
			continue
		case err == unix.EAGAIN:
			return false, nil
		case err != nil:
			return false, rt.FromOS(err)
		}
		k := min(n, len(w.head))
		w.head, w.body = w.head[k:], w.body[n-k:]
	}
	w.busy.set(false)
	return true, nil
}

// run writes what is left, in steps, and the thread waits in between: it is
// parked unless the memory must be given back afterwards, whatever happens.
func (w *writing) run() (rt.Value, error) {
	for {
		done, err := w.step()
		switch {
		case done || err != nil:
			return rt.None, err
		case w.buf == nil && w.t.Host != nil:
			return osutil.Park(w.t, w.fd, unix.POLLOUT, time.Time{}, func(bool) (rt.Value, error) { return w.run() })
		}
		if err := osutil.Wait(w.t, w.fd, unix.POLLOUT, time.Time{}); err != nil {
			return rt.Value{}, err
		}
	}
}

// A reading is a message that arrives.
type reading struct {
	t     *rt.Thread
	fd    int
	limit int64
	head  [12]byte
	want  int // of head; 4, or 12 for a long message
	got   int
	body  []byte // nil: the head is not complete
	size  int
	busy  busy
}

func recvFrame(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	limit, err := rt.AsInt64(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	r := &reading{t: t, fd: fd, limit: limit, want: headSize}
	if r.busy, err = busyOf(t, a[2]); err != nil {
		return rt.Value{}, err
	}
	return r.run()
}

// run reads what is there, and parks the thread until there is more.
func (r *reading) run() (rt.Value, error) {
	for {
		v, done, err := r.step()
		switch {
		case err == unix.EINTR:
			if r.t.Host != nil {
				if err := r.t.Host.Checkpoint(r.t); err != nil {
					return rt.Value{}, err
				}
			}
		case err == unix.EAGAIN:
			if r.t.Host == nil {
				osutil.Wait(r.t, r.fd, unix.POLLIN, time.Time{})
				continue
			}
			return osutil.Park(r.t, r.fd, unix.POLLIN, time.Time{}, func(bool) (rt.Value, error) { return r.run() })
		case err != nil:
			return rt.Value{}, rt.FromOS(err)
		case done:
			r.busy.set(false)
			return v, nil
		}
	}
}

// step makes one system call's worth of progress.
func (r *reading) step() (v rt.Value, done bool, err error) {
	if r.body == nil {
		n, err := readNow(r.fd, r.head[r.got:r.want])
		if err != nil {
			return v, false, err
		}
		if n == 0 {
			return v, false, r.ended()
		}
		r.busy.set(true)
		if r.got += n; r.got < r.want {
			return v, false, nil
		}
		return r.begin()
	}
	if r.got == len(r.body) { // of a long message, the next part
		r.body = append(r.body, make([]byte, min(r.size-len(r.body), max(growBy, len(r.body))))...)
	}
	n, err := readNow(r.fd, r.body[r.got:])
	if err != nil {
		return v, false, err
	}
	if n == 0 {
		return v, false, r.ended()
	}
	r.got += n
	if r.got < r.size {
		return v, false, nil
	}
	return bytesOf(r.body), true, nil
}

// begin makes room for the bytes that the head announces.
func (r *reading) begin() (v rt.Value, done bool, err error) {
	size := uint64(binary.BigEndian.Uint32(r.head[:]))
	switch {
	case r.want == 12:
		size = binary.BigEndian.Uint64(r.head[4:])
	case size == longMark:
		r.want = 12
		return v, false, nil
	}
	if size > maxFrame || r.want == 4 && size > maxShort {
		return v, false, rt.NewException(rt.OSError, rt.NewStr("bad message length"))
	}
	if r.limit >= 0 && int64(size) > r.limit {
		return rt.None, true, nil
	}
	r.size, r.got = int(size), 0
	r.body = make([]byte, min(r.size, growBy))
	if r.size == 0 {
		return rt.NewBytes(nil), true, nil
	}
	return v, false, nil
}

// ended is what is raised when there is nothing more to read.
func (r *reading) ended() error {
	if r.body == nil && r.got == 0 {
		return rt.NewException(rt.EOFError)
	}
	return rt.NewException(rt.OSError, rt.NewStr("got end of file during message"))
}

// bytesOf makes a bytes object of b, which nobody changes any more.
func bytesOf(b []byte) rt.Value {
	if len(b) < copied {
		return rt.NewBytes(b)
	}
	return rt.NewBytesString(unsafe.String(&b[0], len(b)))
}

// copied is up to which size bytes objects are in one allocation with their bytes.
const copied = 64
