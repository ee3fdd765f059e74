//go:build linux

package socket

import (
	"fmt"
	"math"
	"runtime"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// A sock is a _socket.socket: a descriptor's number, and how to use it. The
// descriptor's O_NONBLOCK is as CPython has it, set when there is a time-out;
// system calls of ours never block either way (see call.go).
type sock struct {
	rt.Object
	fd                  int // -1: closed
	family, kind, proto int
	timeout             time.Duration // negative: none; 0: non-blocking
}

var sockType rt.Type

// state is the module's state in one VM.
type state struct {
	timeout time.Duration // of new sockets
	scratch []byte        // what recv reads into, with the GIL held
}

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["_socket"].(*state); ok {
		return s
	}
	s := &state{timeout: -1}
	t.VM.Ext["_socket"] = s
	return s
}

func sockNew(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	s := rt.Alloc[sock](cls)
	s.fd, s.timeout = -1, -1
	return s.Value(), nil
}

// clinicInt reads a C int as functions with a declared signature do.
func clinicInt(t *rt.Thread, v rt.Value) (int, error) {
	n, err := rt.AsInt64(t, v)
	if err != nil && !rt.IsError(err, rt.OverflowError) {
		return 0, err
	}
	if err != nil || int64(int32(n)) != n {
		return 0, rt.OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n), nil
}

// sockInit is __init__(family=-1, type=-1, proto=-1, fileno=None).
func sockInit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = clinicInt(t, a[1+i]); err != nil {
			return rt.Value{}, err
		}
	}
	fd := -1
	var err error
	if a[4].IsNone() {
		fd, err = newSocket(t, n[:])
	} else {
		fd, err = oldSocket(t, a[4], n[:])
	}
	if err != nil {
		return rt.Value{}, err
	}
	if err := s.adopt(t, fd, n[0], n[1], n[2]); err != nil {
		unix.Close(fd)
		return rt.Value{}, err
	}
	return rt.None, nil
}

// newSocket makes a socket of a family, type and protocol, any of which may be -1.
func newSocket(t *rt.Thread, n []int) (int, error) {
	for i, def := range []int{unix.AF_INET, unix.SOCK_STREAM, 0} {
		if n[i] == -1 {
			n[i] = def
		}
	}
	fd, err := unix.Socket(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	if osutil.OutOfFiles(err) {
		osutil.Reclaim(t)
		fd, err = unix.Socket(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	}
	return fd, rt.FromOS(err)
}

// oldSocket takes an open descriptor and finds out what it is.
func oldSocket(t *rt.Thread, v rt.Value, n []int) (int, error) {
	fd, err := clinicInt(t, v)
	if err != nil {
		return -1, err
	}
	if fd < 0 {
		return -1, rt.ValueErrorf("negative file descriptor")
	}
	var a rawAddr
	if err := sysGetsockname(fd, &a); err != nil {
		if n[0] == -1 || err == unix.EBADF || err == unix.ENOTSOCK {
			return -1, rt.FromOS(err)
		}
	} else if n[0] == -1 {
		n[0] = int(native.Uint16(a.buf[:]))
	}
	for i, opt := range []int{unix.SO_TYPE, unix.SO_PROTOCOL} {
		if n[i+1] != -1 {
			continue
		}
		if n[i+1], err = unix.GetsockoptInt(fd, unix.SOL_SOCKET, opt); err != nil {
			return -1, rt.FromOS(err)
		}
	}
	return fd, nil
}

// adopt makes s the owner of fd.
func (s *sock) adopt(t *rt.Thread, fd, family, kind, proto int) error {
	s.family, s.proto = family, proto
	s.kind = kind &^ (unix.SOCK_NONBLOCK | unix.SOCK_CLOEXEC)
	if kind&unix.SOCK_NONBLOCK != 0 {
		s.timeout = 0
	} else if s.timeout = stateOf(t).timeout; s.timeout >= 0 {
		if err := unix.SetNonblock(fd, true); err != nil {
			return rt.FromOS(err)
		}
	}
	s.fd = fd
	rt.Watch(t.VM, s, func(s *sock) rt.Value { return s.Value() })
	return nil
}

// sockDel is __del__: a socket that nobody holds is closed, with a warning.
func sockDel(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	if s.fd < 0 {
		return rt.None, nil
	}
	text, err := rt.ReprStr(t, a[0])
	if err == nil {
		err = rt.Warn(t, rt.ResourceWarning, "unclosed "+text)
	}
	if fd := s.fd; fd >= 0 {
		s.fd = -1
		unix.Close(fd)
	}
	return rt.None, err
}

func sockRepr(t *rt.Thread, v rt.Value) (rt.Value, error) {
	s := rt.As[sock](v)
	return rt.NewStr(fmt.Sprintf("<socket object, fd=%d, family=%d, type=%d, proto=%d>", s.fd, s.family, s.kind, s.proto)), nil
}

func sockClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	fd := s.fd
	if fd < 0 {
		return rt.None, nil
	}
	s.fd = -1
	runtime.SetFinalizer(s, nil)
	return rt.None, closeFd(t, fd)
}

// closeFd closes a descriptor; that the peer is gone is no error.
func closeFd(t *rt.Thread, fd int) error {
	if err := osutil.Close(t, fd); err != nil && err != unix.ECONNRESET {
		return rt.FromOS(err)
	}
	return nil
}

func sockDetach(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	fd := s.fd
	s.fd = -1
	runtime.SetFinalizer(s, nil)
	return num(fd), nil
}

func sockFileno(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return num(rt.As[sock](a[0]).fd), nil
}

// timeoutArg reads a time-out: negative for None.
func timeoutArg(t *rt.Thread, v rt.Value) (time.Duration, error) {
	if v.IsNone() {
		return -1, nil
	}
	d, err := seconds(t, v)
	if err == nil && d < 0 {
		err = rt.ValueErrorf("Timeout value out of range")
	}
	return d, err
}

// seconds reads a number of seconds, rounded away from zero.
func seconds(t *rt.Thread, v rt.Value) (time.Duration, error) {
	if f, ok := rt.FloatOf(v); ok {
		if f != f {
			return 0, rt.ValueErrorf("Invalid value NaN (not a number)")
		}
		ns := math.Ceil(f * 1e9)
		if f < 0 {
			ns = math.Floor(f * 1e9)
		}
		if !(ns >= -0x1p63 && ns < 0x1p63) {
			return 0, rt.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return time.Duration(ns), nil
	}
	i, err := rt.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, b, _ := rt.IntOf(i)
	if b != nil || n > math.MaxInt64/1000000000 || n < math.MinInt64/1000000000 {
		return 0, rt.OverflowErrorf("timestamp too large to convert to C _PyTime_t")
	}
	return time.Duration(n) * time.Second, nil
}

// timeoutValue is a time-out as Python sees it.
func timeoutValue(d time.Duration) rt.Value {
	switch {
	case d < 0:
		return rt.None
	case d%time.Second == 0:
		return rt.Float(float64(d / time.Second))
	}
	return rt.Float(float64(d) / 1e9)
}

func (s *sock) setTimeout(d time.Duration) error {
	s.timeout = d
	if err := unix.SetNonblock(s.fd, d >= 0); err != nil {
		return rt.FromOS(err)
	}
	return nil
}

func sockSettimeout(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, err := timeoutArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.As[sock](a[0]).setTimeout(d)
}

func sockGettimeout(t *rt.Thread, v rt.Value) (rt.Value, error) {
	return timeoutValue(rt.As[sock](v).timeout), nil
}

func sockSetblocking(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := rt.AsInt64(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	d := time.Duration(0)
	if n != 0 {
		d = -1
	}
	return rt.None, rt.As[sock](a[0]).setTimeout(d)
}

func sockGetblocking(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Bool(rt.As[sock](a[0]).timeout != 0), nil
}

func sockBind(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var addr rawAddr
	if err := s.address(t, a[1], "bind", &addr); err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(sysBind(s.fd, &addr))
}

// defaultBacklog is listen()'s.
const defaultBacklog = 128

func sockListen(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := cInt(t, a[1], defaultBacklog)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.Listen(rt.As[sock](a[0]).fd, max(n, 0)))
}

func sockShutdown(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	how, err := clinicInt(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.Shutdown(rt.As[sock](a[0]).fd, how))
}

// nameCall is getsockname and getpeername.
func nameCall(f func(fd int, a *rawAddr) error) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		s := rt.As[sock](a[0])
		var addr rawAddr
		if err := f(s.fd, &addr); err != nil {
			return rt.Value{}, rt.FromOS(err)
		}
		return addr.value(s.fd, s.proto), nil
	}
}

func sockGetsockopt(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := rt.As[sock](a[0])
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = cInt(t, a[1+i], 0); err != nil {
			return rt.Value{}, err
		}
	}
	if n[2] == 0 {
		var b [8]byte
		size := 4
		if s.family == unix.AF_VSOCK && n[0] == unix.AF_VSOCK {
			size = 8
		}
		if _, err := sysGetsockopt(s.fd, n[0], n[1], b[:size]); err != nil {
			return rt.Value{}, rt.FromOS(err)
		}
		if size == 8 {
			return rt.Int(int64(native.Uint64(b[:]))), nil
		}
		return rt.Int(int64(int32(native.Uint32(b[:])))), nil
	}
	if n[2] < 0 || n[2] > 1024 {
		return rt.Value{}, osErr("getsockopt buflen out of range")
	}
	b := make([]byte, n[2])
	got, err := sysGetsockopt(s.fd, n[0], n[1], b)
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	return rt.NewBytes(b[:min(got, len(b))]), nil
}

func sockSetsockopt(t *rt.Thread, a []rt.Value, names []*rt.Str) (rt.Value, error) {
	if len(names) > 0 {
		return rt.Value{}, rt.TypeErrorf("setsockopt() takes no keyword arguments")
	}
	s, args := rt.As[sock](a[0]), a[1:]
	withNone := len(args) == 4 && args[2].IsNone()
	if !withNone {
		if err := argCount("setsockopt", len(args), 3, 3); err != nil {
			return rt.Value{}, err
		}
	}
	level, err := cInt(t, args[0], 0)
	if err != nil {
		return rt.Value{}, err
	}
	name, err := cInt(t, args[1], 0)
	if err != nil {
		return rt.Value{}, err
	}
	if withNone {
		n, err := cUint(t, args[3], 0)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, rt.FromOS(sysSetsockopt(s.fd, level, name, nil, int(n)))
	}
	var b [8]byte
	if rt.IsIntLike(args[2]) || args[2].Type().Slots.Index != nil {
		if n, err := rt.AsInt64(t, args[2]); err == nil && s.family == unix.AF_VSOCK && level == unix.AF_VSOCK {
			native.PutUint64(b[:], uint64(n))
			return rt.None, rt.FromOS(sysSetsockopt(s.fd, level, name, b[:], 0))
		} else if err == nil && int64(int32(n)) == n {
			native.PutUint32(b[:], uint32(n))
			return rt.None, rt.FromOS(sysSetsockopt(s.fd, level, name, b[:4], 0))
		}
	}
	buf, err := rt.GetBuffer(t, args[2])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	val := buf.Bytes
	if val == nil {
		val = b[:0]
	}
	return rt.None, rt.FromOS(sysSetsockopt(s.fd, level, name, val, 0))
}
