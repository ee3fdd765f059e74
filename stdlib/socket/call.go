//go:build linux

package socket

import (
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// How a socket blocks. Every system call is made with the GIL held and does not
// block, by MSG_DONTWAIT or O_NONBLOCK; when there is nothing to do yet the
// thread waits for the descriptor without the GIL and tries again. So nothing
// of Python's memory is touched without the GIL, a thread whose data is there
// never gives it up, and one that waits costs no OS thread. What the kernel does
// for a caller that blocks, such as sending all of a buffer, is done here.

// spuriousMax is how often a descriptor may say that it is ready when
// it is not (a datagram socket of AF_UNIX whose receiver is full does) before
// the thread begins to sleep between its attempts.
const spuriousMax = 4

// attempt makes a system call until it has an answer or the socket's time-out
// has passed. events is what to wait for; nowait is MSG_DONTWAIT.
func (s *sock) attempt(t *rt.Thread, events int16, nowait bool, w *patience, call func() error) error {
	for {
		err := call()
		if err != unix.EAGAIN && err != unix.EINTR {
			return rt.FromOS(err)
		}
		if err := s.mayWait(err, events, nowait, w); err != nil {
			return err
		}
		if err == unix.EINTR && t.Host != nil {
			err = t.Host.Checkpoint(t)
		} else if w.waits++; w.waits <= spuriousMax {
			err = osutil.Wait(t, s.fd, events, w.deadline)
		} else {
			_, err = osutil.Poll(t, nil, time.Now().Add(time.Millisecond))
		}
		if err != nil {
			return err
		}
	}
}

// park is attempt, after a call that failed with err, as the last thing that a
// native does: the thread needs no goroutine while it waits.
func (s *sock) park(t *rt.Thread, err error, events int16, nowait bool, w *patience, call func() (rt.Value, error)) (rt.Value, error) {
	if err := s.mayWait(err, events, nowait, w); err != nil {
		return rt.Value{}, err
	}
	return osutil.Park(t, s.fd, events, w.deadline, func(bool) (rt.Value, error) {
		v, err := call()
		if err != unix.EAGAIN && err != unix.EINTR {
			return v, rt.FromOS(err)
		}
		return s.park(t, err, events, nowait, w, call)
	})
}

// mayWait gives the exception that a call which failed with err (EAGAIN, EINTR)
// ends with, or nil if the thread is to wait and try again.
func (s *sock) mayWait(err error, events int16, nowait bool, w *patience) error {
	if err == unix.EINTR {
		return nil
	}
	if s.timeout == 0 || nowait && s.timeout < 0 {
		return rt.FromOS(err)
	}
	if err := w.begin(s, events); err != nil {
		return err
	}
	if !osutil.Expired(w.deadline) {
		return nil
	}
	if w.kernel {
		return rt.FromOS(err)
	}
	return timedOut()
}

// patience is how long the call of a method may wait in all.
type patience struct {
	begun    bool
	waits    int
	deadline time.Time // zero: for ever
	kernel   bool      // the deadline is SO_RCVTIMEO's or SO_SNDTIMEO's
}

// begin sets the deadline when the first wait begins.
func (w *patience) begin(s *sock, events int16) error {
	if w.begun {
		return nil
	}
	w.begun = true
	if s.timeout >= 0 {
		w.deadline = osutil.Deadline(s.timeout)
		return nil
	}
	// The descriptor may have been set otherwise than through the socket.
	if flags, err := unix.FcntlInt(uintptr(s.fd), unix.F_GETFL, 0); err == nil && flags&unix.O_NONBLOCK != 0 {
		return rt.FromOS(unix.EAGAIN)
	}
	opt := unix.SO_RCVTIMEO
	if events&unix.POLLOUT != 0 {
		opt = unix.SO_SNDTIMEO
	}
	if tv, err := unix.GetsockoptTimeval(s.fd, unix.SOL_SOCKET, opt); err == nil && (tv.Sec != 0 || tv.Usec != 0) {
		w.deadline, w.kernel = osutil.Deadline(time.Duration(tv.Nano())), true
	}
	return nil
}

// nonblocking makes a call for which there is no flag: if the socket blocks,
// its descriptor does not while the call lasts.
func (s *sock) nonblocking(call func() error) error {
	if s.timeout >= 0 {
		return call()
	}
	flags, err := unix.FcntlInt(uintptr(s.fd), unix.F_GETFL, 0)
	if err != nil {
		return err
	}
	if flags&unix.O_NONBLOCK != 0 {
		return call()
	}
	if _, err := unix.FcntlInt(uintptr(s.fd), unix.F_SETFL, flags|unix.O_NONBLOCK); err != nil {
		return err
	}
	err = call()
	unix.FcntlInt(uintptr(s.fd), unix.F_SETFL, flags)
	return err
}

func sockAccept(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	v, err := s.acceptOnce()
	if osutil.OutOfFiles(err) {
		osutil.Reclaim(t)
		v, err = s.acceptOnce()
	}
	if err != unix.EAGAIN && err != unix.EINTR {
		return v, rt.FromOS(err)
	}
	return s.park(t, err, unix.POLLIN, false, &patience{}, s.acceptOnce)
}

// acceptOnce accepts a connection if there is one: its descriptor and address.
func (s *sock) acceptOnce() (rt.Value, error) {
	var addr rawAddr
	var fd int
	err := s.nonblocking(func() (err error) { fd, err = sysAccept(s.fd, &addr); return err })
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(num(fd), addr.value(fd, s.proto)), nil
}

// connect gives the error number of connecting, or 0. err is an exception.
func (s *sock) connect(t *rt.Thread, addr *rawAddr) (unix.Errno, error) {
	var w patience
	begun := false
	for {
		err := s.nonblocking(func() error { return sysConnect(s.fd, addr) })
		e, _ := err.(unix.Errno)
		switch {
		case e == unix.EINTR && !begun:
			continue
		case e == unix.EAGAIN && s.timeout < 0 && s.family == unix.AF_UNIX:
			// The listener's queue is full, and nothing tells when it no longer is.
			if err := w.begin(s, unix.POLLOUT); err != nil || osutil.Expired(w.deadline) {
				return e, nil
			}
			if _, err := osutil.Poll(t, nil, time.Now().Add(time.Millisecond)); err != nil {
				return 0, err
			}
			continue
		case e != unix.EINPROGRESS || s.timeout == 0:
			return e, nil
		}
		return s.connecting(t, addr, &w)
	}
}

// connecting waits for the end of what connect(2) has begun.
func (s *sock) connecting(t *rt.Thread, addr *rawAddr, w *patience) (unix.Errno, error) {
	if err := w.begin(s, unix.POLLOUT); err != nil { // it was non-blocking all along
		return unix.EINPROGRESS, nil
	}
	fds := []unix.PollFd{{Fd: int32(s.fd), Events: unix.POLLOUT}}
	n, err := osutil.Poll(t, fds, w.deadline)
	switch {
	case err != nil:
		return 0, err
	case n == 0 && w.kernel:
		return unix.EINPROGRESS, nil
	case n == 0:
		return unix.EAGAIN, timedOut()
	}
	code, err := unix.GetsockoptInt(s.fd, unix.SOL_SOCKET, unix.SO_ERROR)
	if err != nil {
		return unix.Errno(rt.Errno(err)), nil
	}
	if unix.Errno(code) == unix.EISCONN {
		code = 0
	}
	if code == 0 && s.timeout < 0 { // the next connect(2) says that it has succeeded, only later ones that it is connected
		s.nonblocking(func() error { return sysConnect(s.fd, addr) })
	}
	return unix.Errno(code), nil
}

func sockConnect(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var addr rawAddr
	if err := s.address(t, a[1], "connect", &addr); err != nil {
		return rt.Value{}, err
	}
	e, err := s.connect(t, &addr)
	if err == nil && e != 0 {
		err = rt.OSErr(int(e))
	}
	return rt.None, err
}

func sockConnectEx(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var addr rawAddr
	if err := s.address(t, a[1], "connect_ex", &addr); err != nil {
		return rt.Value{}, err
	}
	e, err := s.connect(t, &addr)
	if err != nil && e == 0 {
		return rt.Value{}, err
	}
	return num(int(e)), nil
}

// transmit is a system call that sends or receives part of some bytes from an offset on.
type transmit func(off int) (int, error)

// send sends n bytes by call: all of them, as a blocking socket's stream does,
// or what goes at once.
func (s *sock) send(t *rt.Thread, n, flags int, call transmit) (int, error) {
	var w patience
	nowait := flags&unix.MSG_DONTWAIT != 0
	for total := 0; ; {
		var k int
		err := s.attempt(t, unix.POLLOUT, nowait, &w, func() (err error) { k, err = call(total); return err })
		if err != nil {
			if total > 0 && rt.IsError(err, rt.OSError) {
				return total, nil
			}
			return 0, err
		}
		total += k
		if total >= n || s.timeout >= 0 || nowait || s.kind != unix.SOCK_STREAM || s.isNonblock() {
			return total, nil
		}
	}
}

// isNonblock says that the descriptor itself does not block.
func (s *sock) isNonblock() bool {
	flags, err := unix.FcntlInt(uintptr(s.fd), unix.F_GETFL, 0)
	return err != nil || flags&unix.O_NONBLOCK != 0
}

// sendBytes is send of one buffer to addr, which may be nil.
func (s *sock) sendBytes(t *rt.Thread, v rt.Value, flags int, addr *rawAddr) (rt.Value, error) {
	buf, err := rt.GetBuffer(t, v)
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	n, err := s.send(t, len(buf.Bytes), flags, func(off int) (int, error) {
		return sysSend(s.fd, buf.Bytes[off:], flags|unix.MSG_DONTWAIT, addr)
	})
	return num(n), err
}

func sockSend(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if err := checkBuffer(a[1]); err != nil {
		return rt.Value{}, err
	}
	flags, err := cInt(t, a[2], 0)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.As[sock](a[0]).sendBytes(t, a[1], flags, nil)
}

// checkBuffer complains of what has no memory to show before later arguments are looked at.
func checkBuffer(v rt.Value) error {
	if v.Type().Slots.Buffer == nil {
		return rt.TypeErrorf("a bytes-like object is required, not '%s'", v.Type().Name)
	}
	return nil
}

func sockSendall(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	if err := checkBuffer(a[1]); err != nil {
		return rt.Value{}, err
	}
	flags, err := cInt(t, a[2], 0)
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	var w patience
	for rest := buf.Bytes; ; {
		var n int
		err := s.attempt(t, unix.POLLOUT, flags&unix.MSG_DONTWAIT != 0, &w, func() (err error) {
			n, err = sysSend(s.fd, rest, flags|unix.MSG_DONTWAIT, nil)
			return err
		})
		if err != nil {
			return rt.Value{}, err
		}
		if rest = rest[n:]; len(rest) == 0 {
			return rt.None, nil
		}
	}
}

func sockSendto(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	if len(names) > 0 {
		return rt.Value{}, rt.TypeErrorf("sendto() takes no keyword arguments")
	}
	s, args := rt.As[sock](a[0]), a[1:]
	if len(args) != 2 && len(args) != 3 {
		return rt.Value{}, rt.TypeErrorf("sendto() takes 2 or 3 arguments (%d given)", len(args))
	}
	if err := checkBuffer(args[0]); err != nil {
		return rt.Value{}, err
	}
	flags := 0
	if len(args) == 3 {
		var err error
		if flags, err = cInt(t, args[1], 0); err != nil {
			return rt.Value{}, err
		}
	}
	var addr rawAddr
	if err := s.address(t, args[len(args)-1], "sendto", &addr); err != nil {
		return rt.Value{}, err
	}
	return s.sendBytes(t, args[0], flags, &addr)
}

// receive fills up to n bytes by call, as flags and the socket's kind say.
func (s *sock) receive(t *rt.Thread, n, flags int, call transmit) (int, error) {
	var w patience
	nowait := flags&unix.MSG_DONTWAIT != 0
	all := flags&unix.MSG_WAITALL != 0 && flags&(unix.MSG_PEEK|unix.MSG_DONTWAIT) == 0 && s.timeout < 0 && s.kind == unix.SOCK_STREAM
	for total := 0; ; {
		var k int
		err := s.attempt(t, unix.POLLIN, nowait, &w, func() (err error) { k, err = call(total); return err })
		if err != nil {
			if total > 0 && rt.IsError(err, rt.OSError) {
				return total, nil
			}
			return 0, err
		}
		total += k
		if !all || k == 0 || total >= n || s.isNonblock() {
			return total, nil
		}
	}
}

// scratchMax is up to what size recv reads into the VM's own buffer first: a
// large buffer is mostly asked for to get a small answer.
const scratchMax = 1 << 17

// tooBig says that no buffer of n bytes can be had.
func tooBig(n int) bool { return n > 1<<34 }

// recvBytes receives up to n bytes and, if addr is not nil, from where.
func (s *sock) recvBytes(t *rt.Thread, n, flags int, addr *rawAddr) (rt.Value, error) {
	if tooBig(n) {
		return rt.Value{}, rt.MemoryErr()
	}
	st := stateOf(t)
	var own []byte // when the VM's buffer does not do
	if n > scratchMax {
		own = make([]byte, n)
	} else if flags&unix.MSG_WAITALL != 0 {
		own = make([]byte, n)
	} else if len(st.scratch) < n {
		st.scratch = make([]byte, min(max(n, 4096, 2*len(st.scratch)), scratchMax))
	}
	var out rt.Value
	_, err := s.receive(t, n, flags, func(off int) (int, error) {
		b := own
		if b == nil {
			b = st.scratch[:n]
		}
		k, err := sysRecv(s.fd, b[off:], flags|unix.MSG_DONTWAIT, addr)
		if err == nil { // with MSG_TRUNC the answer may be more than there was room for
			out = rt.NewBytes(b[:off+min(k, len(b)-off)])
		}
		return k, err
	})
	return out, err
}

// recvArgs reads the length and flags that recv and recvfrom take.
func recvArgs(t *rt.Thread, a []rt.Value, name string) (n, flags int, err error) {
	if n, err = cSize(t, a[1], 0); err != nil {
		return 0, 0, err
	}
	if flags, err = cInt(t, a[2], 0); err != nil {
		return 0, 0, err
	}
	if n < 0 {
		err = rt.ValueErrorf("negative buffersize in %s", name)
	}
	return n, flags, err
}

// recvParked is recvBytes for a thread that needs no goroutine while it waits.
// With a CPU-bound thread beside it a round trip took 56 us with one, and takes
// 24 without.
func (s *sock) recvParked(t *rt.Thread, n, flags int, from bool) (rt.Value, error) {
	st := stateOf(t)
	if n > scratchMax || flags&unix.MSG_WAITALL != 0 || t.Host == nil {
		var addr *rawAddr
		if from {
			addr = &rawAddr{}
		}
		v, err := s.recvBytes(t, n, flags, addr)
		if err != nil || !from {
			return v, err
		}
		return rt.TupleOf(v, addr.value(s.fd, s.proto)), nil
	}
	if len(st.scratch) < n {
		st.scratch = make([]byte, min(max(n, 4096, 2*len(st.scratch)), scratchMax))
	}
	v, err := s.recvOnce(st, n, flags, from)
	if err != unix.EAGAIN && err != unix.EINTR {
		return v, rt.FromOS(err)
	}
	w := &patience{}
	return s.park(t, err, unix.POLLIN, flags&unix.MSG_DONTWAIT != 0, w, func() (rt.Value, error) { return s.recvOnce(st, n, flags, from) })
}

// recvOnce receives up to n bytes, fewer than the VM's buffer has, if there are some.
func (s *sock) recvOnce(st *state, n, flags int, from bool) (rt.Value, error) {
	var addr rawAddr
	if !from {
		k, err := sysRecv(s.fd, st.scratch[:n], flags|unix.MSG_DONTWAIT, nil)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.NewBytes(st.scratch[:min(k, n)]), nil
	}
	k, err := sysRecv(s.fd, st.scratch[:n], flags|unix.MSG_DONTWAIT, &addr)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(rt.NewBytes(st.scratch[:min(k, n)]), addr.value(s.fd, s.proto)), nil
}

func sockRecv(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, flags, err := recvArgs(t, a, "recv")
	if err != nil {
		return rt.Value{}, err
	}
	if n == 0 { // the system would wait for a message
		return rt.NewBytes(nil), nil
	}
	return rt.As[sock](a[0]).recvParked(t, n, flags, false)
}

func sockRecvfrom(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, flags, err := recvArgs(t, a, "recvfrom")
	if err != nil {
		return rt.Value{}, err
	}
	return rt.As[sock](a[0]).recvParked(t, n, flags, true)
}

// into receives into the buffer argument a[1], at most a[2] bytes.
func (s *sock) into(t *rt.Thread, a []rt.Value, name, tooMuch string, addr *rawAddr) (int, error) {
	buf, err := writable(t, a[1], name, "1")
	if err != nil {
		return 0, err
	}
	defer buf.Release()
	n, err := cSize(t, a[2], 0)
	if err != nil {
		return 0, err
	}
	flags, err := cInt(t, a[3], 0)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, rt.ValueErrorf("negative buffersize in %s", name)
	}
	b := buf.Bytes
	if n > len(b) {
		return 0, rt.ValueErrorf("%s", tooMuch)
	}
	if n > 0 {
		b = b[:n]
	}
	if len(b) == 0 && addr == nil {
		return 0, nil
	}
	return s.receive(t, len(b), flags, func(off int) (int, error) {
		return sysRecv(s.fd, b[off:], flags|unix.MSG_DONTWAIT, addr)
	})
}

func sockRecvInto(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.As[sock](a[0]).into(t, a, "recv_into", "buffer too small for requested bytes", nil)
	return num(n), err
}

func sockRecvfromInto(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var addr rawAddr
	n, err := s.into(t, a, "recvfrom_into", "nbytes is greater than the length of the buffer", &addr)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(num(n), addr.value(s.fd, s.proto)), nil
}
