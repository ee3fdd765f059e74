//go:build linux

package processes

import (
	"encoding/binary"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Messages. A message is its length in four bytes, most significant first, and
// then its bytes; from 2 GiB on the four bytes are -1 and eight more have the
// length. This is what CPython's connections send.
//
// The descriptors block, as other programs may expect, and are shared with
// other processes. A descriptor is asked with poll(2) before it is read from;
// only another reader of the same descriptor could make the read wait then, and
// those take turns by a lock.

const (
	longMark = 1<<32 - 1
	maxShort = 1<<31 - 1
	headSize = 4 // of a message that is not long
	// atOnce is how much a pipe or socket that is ready for writing takes
	// without waiting.
	atOnce = 4096
	// maxFrame is more than any message can be.
	maxFrame = 1 << 34
	// growBy is how much of a message is believed in before its bytes are there.
	growBy = 1 << 22
)

func sendFrame(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := fdArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	var small [atOnce]byte
	msg := binary.BigEndian.AppendUint32(small[:0], uint32(len(buf.Bytes)))
	if len(buf.Bytes) > maxShort {
		msg = binary.BigEndian.AppendUint32(small[:0], longMark)
		msg = binary.BigEndian.AppendUint64(msg, uint64(len(buf.Bytes)))
	}
	if len(msg)+len(buf.Bytes) <= 4*atOnce {
		return rt.None, writeAll(t, fd, append(msg, buf.Bytes...))
	}
	if err := writeAll(t, fd, msg); err != nil {
		return rt.Value{}, err
	}
	return rt.None, writeAll(t, fd, buf.Bytes)
}

// writeAll writes all of b, without the GIL while it waits.
func writeAll(t *rt.Thread, fd int, b []byte) error {
	for len(b) > 0 {
		n, err := writeSome(fd, b)
		if err == unix.EINTR {
			if t.Host != nil {
				if err := t.Host.Checkpoint(t); err != nil {
					return err
				}
			}
			continue
		}
		if err == unix.EAGAIN {
			if err := osutil.Wait(t, fd, unix.POLLOUT, time.Time{}); err != nil {
				return err
			}
			continue
		}
		if err != nil {
			return rt.FromOS(err)
		}
		b = b[n:]
	}
	return nil
}

// writeSome writes what goes without waiting. For more than a page the
// descriptor is made not to block while the call lasts.
func writeSome(fd int, b []byte) (int, error) {
	if len(b) <= atOnce {
		fds := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLOUT}}
		if n, err := unix.Poll(fds, 0); n == 0 || err != nil {
			if err == nil {
				err = unix.EAGAIN
			}
			return 0, err
		}
		return unix.Write(fd, b)
	}
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	if err != nil {
		return 0, err
	}
	if flags&unix.O_NONBLOCK == 0 {
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFL, flags|unix.O_NONBLOCK); err != nil {
			return 0, err
		}
		defer unix.FcntlInt(uintptr(fd), unix.F_SETFL, flags)
	}
	return unix.Write(fd, b[:min(len(b), 1<<30)])
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
			return v, nil
		}
	}
}

// step makes one system call's worth of progress.
func (r *reading) step() (v rt.Value, done bool, err error) {
	fds := []unix.PollFd{{Fd: int32(r.fd), Events: unix.POLLIN}}
	if n, err := unix.Poll(fds, 0); err != nil {
		return v, false, err
	} else if n == 0 {
		return v, false, unix.EAGAIN
	}
	if r.body == nil {
		n, err := unix.Read(r.fd, r.head[r.got:r.want])
		if err != nil {
			return v, false, err
		}
		if n == 0 {
			return v, false, r.ended()
		}
		if r.got += n; r.got < r.want {
			return v, false, nil
		}
		return r.begin()
	}
	if r.got == len(r.body) { // of a long message, the next part
		r.body = append(r.body, make([]byte, min(r.size-len(r.body), max(growBy, len(r.body))))...)
	}
	n, err := unix.Read(r.fd, r.body[r.got:])
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
	return rt.NewBytes(r.body), true, nil
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
