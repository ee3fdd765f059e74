//go:build linux

package socket

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// The system calls, on raw addresses: package unix's own wrappers know the
// families they know, and allocate.

// A rawAddr is a C sockaddr and its length.
type rawAddr struct {
	buf [unix.SizeofSockaddrAny]byte // sockaddr_storage is 128, sockaddr_any 112
	len uint32
}

// bytesPtr is the address of b's memory, valid while b is.
func bytesPtr(b []byte) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(b)) }

// result turns a call's answer into Go's.
func result(r uintptr, e unix.Errno) (int, error) {
	if e != 0 {
		return -1, e
	}
	return int(r), nil
}

func sysBind(fd int, a *rawAddr) error {
	_, _, e := unix.Syscall(unix.SYS_BIND, uintptr(fd), uintptr(unsafe.Pointer(&a.buf)), uintptr(a.len))
	_, err := result(0, e)
	return err
}

func sysConnect(fd int, a *rawAddr) error {
	_, _, e := unix.Syscall(unix.SYS_CONNECT, uintptr(fd), uintptr(unsafe.Pointer(&a.buf)), uintptr(a.len))
	_, err := result(0, e)
	return err
}

func sysAccept(fd int, a *rawAddr) (int, error) {
	a.len = uint32(len(a.buf))
	r, _, e := unix.Syscall6(unix.SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&a.buf)), uintptr(unsafe.Pointer(&a.len)),
		unix.SOCK_CLOEXEC, 0, 0)
	return result(r, e)
}

func sysGetsockname(fd int, a *rawAddr) error {
	a.len = uint32(len(a.buf))
	_, _, e := unix.RawSyscall(unix.SYS_GETSOCKNAME, uintptr(fd), uintptr(unsafe.Pointer(&a.buf)), uintptr(unsafe.Pointer(&a.len)))
	_, err := result(0, e)
	return err
}

func sysGetpeername(fd int, a *rawAddr) error {
	a.len = uint32(len(a.buf))
	_, _, e := unix.RawSyscall(unix.SYS_GETPEERNAME, uintptr(fd), uintptr(unsafe.Pointer(&a.buf)), uintptr(unsafe.Pointer(&a.len)))
	_, err := result(0, e)
	return err
}

// sysRecv is recvfrom(2); a may be nil.
func sysRecv(fd int, b []byte, flags int, a *rawAddr) (int, error) {
	var ap, lp unsafe.Pointer
	if a != nil {
		a.len = uint32(len(a.buf))
		ap, lp = unsafe.Pointer(&a.buf), unsafe.Pointer(&a.len)
	}
	r, _, e := unix.Syscall6(unix.SYS_RECVFROM, uintptr(fd), uintptr(bytesPtr(b)), uintptr(len(b)), uintptr(flags), uintptr(ap), uintptr(lp))
	return result(r, e)
}

// sysSend is sendto(2); a may be nil.
func sysSend(fd int, b []byte, flags int, a *rawAddr) (int, error) {
	var ap unsafe.Pointer
	n := uintptr(0)
	if a != nil {
		ap, n = unsafe.Pointer(&a.buf), uintptr(a.len)
	}
	r, _, e := unix.Syscall6(unix.SYS_SENDTO, uintptr(fd), uintptr(bytesPtr(b)), uintptr(len(b)), uintptr(flags), uintptr(ap), n)
	return result(r, e)
}

// A message is what sendmsg(2) and recvmsg(2) pass: addr may be nil.
type message struct {
	addr    *rawAddr
	parts   [][]byte
	control []byte
	flags   int // on receipt: msg_flags
}

// call makes system call trap (SYS_SENDMSG or SYS_RECVMSG).
func (m *message) call(trap uintptr, fd int, flags int) (int, error) {
	iov := make([]unix.Iovec, len(m.parts))
	for i, p := range m.parts {
		iov[i].Base = (*byte)(bytesPtr(p))
		iov[i].SetLen(len(p))
	}
	var h unix.Msghdr
	if len(iov) > 0 {
		h.Iov = &iov[0]
		h.SetIovlen(len(iov))
	}
	if m.addr != nil {
		if trap == unix.SYS_RECVMSG {
			m.addr.len = uint32(len(m.addr.buf))
		}
		h.Name, h.Namelen = &m.addr.buf[0], m.addr.len
	}
	if len(m.control) > 0 {
		h.Control = &m.control[0]
		h.SetControllen(len(m.control))
	}
	r, _, e := unix.Syscall(trap, uintptr(fd), uintptr(unsafe.Pointer(&h)), uintptr(flags))
	if e == 0 && trap == unix.SYS_RECVMSG {
		m.flags = int(h.Flags)
		m.control = m.control[:h.Controllen]
		if m.addr != nil {
			m.addr.len = min(h.Namelen, uint32(len(m.addr.buf)))
		}
	}
	return result(r, e)
}

// sysGetsockopt reads an option into b and says how long it is.
func sysGetsockopt(fd, level, name int, b []byte) (int, error) {
	n := uint32(len(b))
	_, _, e := unix.RawSyscall6(unix.SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(name), uintptr(bytesPtr(b)), uintptr(unsafe.Pointer(&n)), 0)
	return result(uintptr(n), e)
}

// sysSetsockopt sets an option; null sends no memory but a length.
func sysSetsockopt(fd, level, name int, b []byte, null int) error {
	p, n := bytesPtr(b), uintptr(len(b))
	if b == nil {
		p, n = nil, uintptr(uint32(null))
	}
	_, _, e := unix.RawSyscall6(unix.SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(name), uintptr(p), n, 0)
	_, err := result(0, e)
	return err
}

// interfaceIndex asks the kernel by a socket of any kind.
func interfaceIndex(fd int, name string) (int, error) {
	var req struct {
		name  [unix.IFNAMSIZ]byte
		index int32
		_     [20]byte
	}
	copy(req.name[:len(req.name)-1], name)
	_, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), unix.SIOCGIFINDEX, uintptr(unsafe.Pointer(&req)))
	if e != 0 {
		return 0, e
	}
	return int(req.index), nil
}

func interfaceName(fd, index int) (string, error) {
	var req struct {
		name  [unix.IFNAMSIZ]byte
		index int32
		_     [20]byte
	}
	req.index = int32(index)
	_, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), unix.SIOCGIFNAME, uintptr(unsafe.Pointer(&req)))
	if e != 0 {
		return "", e
	}
	return unix.ByteSliceToString(req.name[:]), nil
}
