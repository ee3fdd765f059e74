//go:build linux

package socket

import (
	"encoding/binary"
	"net/netip"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Addresses between Python and the system: a sockaddr starts with its family;
// what follows is in the host's byte order except where it goes over the wire.

var (
	native = binary.NativeEndian
	wire   = binary.BigEndian
)

// Sizes of sockaddrs that package unix does not name.
const (
	sizeQRTR = 12
	sizeTIPC = 16
	sizeALG  = 88
	sizeCAN  = 24
)

// IP protocol-like numbers of AF_CAN.
const canJ1939 = 7

// address reads the address that caller was given for s into a.
func (s *sock) address(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	*a = rawAddr{}
	native.PutUint16(a.buf[0:], uint16(s.family))
	switch s.family {
	case unix.AF_UNIX:
		return unixAddress(t, v, a)
	case unix.AF_INET, unix.AF_RDS:
		return inetAddress(t, v, caller, a)
	case unix.AF_INET6:
		return inet6Address(t, v, caller, a)
	case unix.AF_NETLINK:
		w, err := uintTuple(t, v, caller+"(): AF_NETLINK address must be tuple, not ", 2, 2, "AF_NETLINK address must be a pair (pid, groups)")
		return putWords(a, 4, unix.SizeofSockaddrNetlink, w, err)
	case unix.AF_QIPCRTR:
		w, err := uintTuple(t, v, "getsockaddrarg: AF_QIPCRTR address must be tuple, not ", 2, 2, "")
		return putWords(a, 4, sizeQRTR, w, err)
	case unix.AF_VSOCK:
		w, err := uintTuple(t, v, "getsockaddrarg: AF_VSOCK address must be tuple, not ", 2, 2, "")
		if err == nil {
			w[0], w[1] = w[1], w[0] // the port comes first
		}
		return putWords(a, 4, unix.SizeofSockaddrVM, w, err)
	case unix.AF_TIPC:
		return tipcAddress(t, v, caller, a)
	case unix.AF_PACKET:
		return s.packetAddress(t, v, caller, a)
	case unix.AF_CAN:
		return s.canAddress(t, v, caller, a)
	case unix.AF_ALG:
		return algAddress(t, v, caller, a)
	}
	return rt.Errorf(rt.OSError, "%s(): bad family", caller)
}

// tuple gives the items of an address of min to max items; without wrong, the
// number is complained of as a function's arguments are.
func tuple(v rt.Value, notTuple string, min, max int, wrong string) ([]rt.Value, error) {
	tup, ok := rt.AsTuple(v)
	if !ok {
		return nil, rt.TypeErrorf("%s%s", notTuple, v.Type().Name)
	}
	it := tup.Items()
	if len(it) < min || len(it) > max {
		if wrong == "" {
			return nil, argCount("getsockaddrarg", len(it), min, max)
		}
		return nil, rt.TypeErrorf("%s", wrong)
	}
	return it, nil
}

func uintTuple(t *rt.Thread, v rt.Value, notTuple string, min, max int, wrong string) ([]uint32, error) {
	it, err := tuple(v, notTuple, min, max, wrong)
	if err != nil {
		return nil, err
	}
	out := make([]uint32, len(it))
	for i, x := range it {
		if out[i], err = cUint(t, x, 0); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// putWords writes words at off of an address of size bytes.
func putWords(a *rawAddr, off int, size uint32, words []uint32, err error) error {
	if err != nil {
		return err
	}
	for i, w := range words {
		native.PutUint32(a.buf[off+4*i:], w)
	}
	a.len = size
	return nil
}

const sunPath = unix.SizeofSockaddrUnix - 2

func unixAddress(t *rt.Thread, v rt.Value, a *rawAddr) error {
	var path string
	if s, ok := rt.AsStr(v); ok {
		text, err := osutil.EncodeFS(s)
		if err != nil {
			return err
		}
		path = text
	} else {
		buf, err := rt.GetBuffer(t, v)
		if err != nil {
			return err
		}
		path = string(buf.Bytes)
		buf.Release()
	}
	if path == "" || path[0] == 0 { // an abstract name, or any free one
		if len(path) > sunPath {
			return rt.Errorf(rt.OSError, "AF_UNIX path too long")
		}
		a.len = uint32(2 + len(path))
	} else {
		if len(path) >= sunPath {
			return rt.Errorf(rt.OSError, "AF_UNIX path too long")
		}
		a.len = uint32(2 + len(path) + 1)
	}
	copy(a.buf[2:], path)
	return nil
}

// portErr says that a port is none.
func portErr(caller string) error {
	return rt.OverflowErrorf("%s(): port must be 0-65535.", caller)
}

// hostPort reads the first two items of an IP address. The name is resolved,
// as CPython does it, before the port is looked at closely.
func hostPort(t *rt.Thread, it []rt.Value, caller string, family int) (addr netip.Addr, port int, rest []uint32, err error) {
	host, err := hostName(it[0])
	if err != nil {
		return addr, 0, nil, err
	}
	p, err := cInt(t, it[1], 0)
	if err != nil {
		if rt.IsError(err, rt.OverflowError) {
			err = portErr(caller)
		}
		return addr, 0, nil, err
	}
	for _, x := range it[2:] {
		n, err := cUint(t, x, 0)
		if err != nil {
			return addr, 0, nil, err
		}
		rest = append(rest, n)
	}
	if addr, err = hostAddr(t, host, family); err != nil {
		return addr, 0, nil, err
	}
	if p < 0 || p > 0xffff {
		return addr, 0, nil, portErr(caller)
	}
	return addr, p, rest, nil
}

func inetAddress(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	it, err := tuple(v, caller+"(): AF_INET address must be tuple, not ", 2, 2, "AF_INET address must be a pair (host, port)")
	if err != nil {
		return err
	}
	addr, port, _, err := hostPort(t, it, caller, unix.AF_INET)
	if err != nil {
		return err
	}
	a.setInet4(addr, port)
	return nil
}

func (a *rawAddr) setInet4(addr netip.Addr, port int) {
	native.PutUint16(a.buf[0:], unix.AF_INET)
	wire.PutUint16(a.buf[2:], uint16(port))
	b := addr.As4()
	copy(a.buf[4:], b[:])
	a.len = unix.SizeofSockaddrInet4
}

func (a *rawAddr) setInet6(addr netip.Addr, port int, flow, scope uint32) {
	native.PutUint16(a.buf[0:], unix.AF_INET6)
	wire.PutUint16(a.buf[2:], uint16(port))
	wire.PutUint32(a.buf[4:], flow)
	b := addr.As16()
	copy(a.buf[8:], b[:])
	native.PutUint32(a.buf[24:], scope)
	a.len = unix.SizeofSockaddrInet6
}

func inet6Address(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	it, err := tuple(v, caller+"(): AF_INET6 address must be tuple, not ", 2, 4,
		"AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
	if err != nil {
		return err
	}
	addr, port, rest, err := hostPort(t, it, caller, unix.AF_INET6)
	if err != nil {
		return err
	}
	rest = append(rest, 0, 0)
	if rest[0] > 0xfffff {
		return rt.OverflowErrorf("%s(): flowinfo must be 0-1048575.", caller)
	}
	a.setInet6(addr, port, rest[0], rest[1])
	return nil
}

// Kinds of TIPC addresses.
const (
	tipcNameSeq = 1
	tipcName    = 2
	tipcID      = 3
)

func tipcAddress(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	w, err := uintTuple(t, v, caller+"(): AF_TIPC address must be tuple, not ", 4, 5,
		"AF_TIPC address must be a tuple (addr_type, v1, v2, v3[, scope])")
	if err != nil {
		return err
	}
	scope := uint32(unix.TIPC_CLUSTER_SCOPE)
	if len(w) == 5 {
		scope = w[4]
	}
	a.buf[2], a.buf[3] = byte(w[0]), byte(scope)
	switch w[0] {
	case tipcNameSeq:
		return putWords(a, 4, sizeTIPC, w[1:4], nil)
	case tipcName, tipcID:
		return putWords(a, 4, sizeTIPC, w[1:3], nil)
	}
	return rt.TypeErrorf("Invalid address type")
}

// cString reads an argument that must be str without a null.
func cString(v rt.Value, what string) (string, error) {
	s, ok := rt.AsStr(v)
	if !ok {
		return "", rt.TypeErrorf("%s", what)
	}
	if strings.IndexByte(s.String(), 0) >= 0 {
		return "", rt.ValueErrorf("embedded null character")
	}
	return s.String(), nil
}

func (s *sock) packetAddress(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	const wrong = "AF_PACKET address must be a tuple of two to five elements"
	it, err := tuple(v, caller+"(): AF_PACKET address must be tuple, not ", 2, 5, wrong)
	if err != nil {
		return err
	}
	name, err := cString(it[0], wrong)
	if err != nil {
		return err
	}
	nums := [3]int{} // protocol, packet type, hardware type
	for i := range nums {
		if i+1 < min(len(it), 4) {
			if nums[i], err = cInt(t, it[i+1], 0); err != nil {
				if rt.IsError(err, rt.OverflowError) {
					err = rt.OverflowErrorf("%s(): address argument out of range", caller)
				}
				return err
			}
		}
	}
	var hw []byte
	if len(it) == 5 {
		buf, err := rt.GetBuffer(t, it[4])
		if err != nil {
			return err
		}
		hw = append(hw, buf.Bytes...)
		buf.Release()
	}
	index, err := interfaceIndex(s.fd, name)
	if err != nil {
		return rt.FromOS(err)
	}
	if len(hw) > 8 {
		return rt.ValueErrorf("Hardware address must be 8 bytes or less")
	}
	if nums[0] < 0 || nums[0] > 0xffff {
		return rt.OverflowErrorf("%s(): proto must be 0-65535.", caller)
	}
	wire.PutUint16(a.buf[2:], uint16(nums[0]))
	native.PutUint32(a.buf[4:], uint32(index))
	native.PutUint16(a.buf[8:], uint16(nums[2]))
	a.buf[10], a.buf[11] = byte(nums[1]), byte(len(hw))
	copy(a.buf[12:], hw)
	a.len = unix.SizeofSockaddrLinklayer
	return nil
}

// canAddress reads an address of controller area networks, whose shape the protocol decides.
func (s *sock) canAddress(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	var it []rt.Value
	var err error
	switch s.proto {
	case unix.CAN_RAW, unix.CAN_BCM:
		it, err = tuple(v, caller+"(): AF_CAN address must be tuple, not ", 1, 1, "AF_CAN address must be a tuple (interface, )")
	case unix.CAN_ISOTP:
		it, err = tuple(v, "new style getargs format but argument is not a tuple", 3, 3, "function takes exactly 3 arguments")
	case canJ1939:
		it, err = tuple(v, "new style getargs format but argument is not a tuple", 4, 4, "function takes exactly 4 arguments")
	default:
		return rt.Errorf(rt.OSError, "%s(): unsupported CAN protocol", caller)
	}
	if err != nil {
		return err
	}
	p, err := osutil.GetPath(t, it[0], "", "", false, false)
	if err != nil {
		return err
	}
	nums := [3]uint64{}
	for i, x := range it[1:] {
		n, err := rt.AsInt64(t, x)
		if err != nil {
			return err
		}
		nums[i] = uint64(n)
	}
	index := 0
	if len(p.Text) >= unix.IFNAMSIZ {
		return rt.Errorf(rt.OSError, "AF_CAN interface name too long")
	}
	if p.Text != "" {
		if index, err = interfaceIndex(s.fd, p.Text); err != nil {
			return rt.FromOS(err)
		}
	}
	native.PutUint32(a.buf[4:], uint32(index))
	if s.proto == unix.CAN_ISOTP {
		native.PutUint32(a.buf[8:], uint32(nums[0]))
		native.PutUint32(a.buf[12:], uint32(nums[1]))
	} else if s.proto == canJ1939 {
		native.PutUint64(a.buf[8:], nums[0])
		native.PutUint32(a.buf[16:], uint32(nums[1]))
		a.buf[20] = byte(nums[2])
	}
	a.len = sizeCAN
	return nil
}

func algAddress(t *rt.Thread, v rt.Value, caller string, a *rawAddr) error {
	const wrong = "AF_ALG address must be a tuple (type, name[, feat[, mask]])"
	it, err := tuple(v, caller+"(): AF_ALG address must be tuple, not ", 2, 4, wrong)
	if err != nil {
		return err
	}
	kind, err := cString(it[0], wrong)
	if err != nil {
		return err
	}
	name, err := cString(it[1], wrong)
	if err != nil {
		return err
	}
	words := [2]uint16{}
	for i, x := range it[2:] {
		if words[i], err = cUshort(t, x, 0); err != nil {
			return err
		}
	}
	if len(kind) >= 14 {
		return rt.ValueErrorf("AF_ALG type too long.")
	}
	if len(name) >= 64 {
		return rt.ValueErrorf("AF_ALG name too long.")
	}
	copy(a.buf[2:16], kind)
	native.PutUint32(a.buf[16:], uint32(words[0]))
	native.PutUint32(a.buf[20:], uint32(words[1]))
	copy(a.buf[24:88], name)
	a.len = sizeALG
	return nil
}

func num[T int | uint16 | uint32 | uint8](n T) rt.Value { return rt.Int(int64(n)) }

// value is the address as Python sees it; proto is the socket's.
func (a *rawAddr) value(fd, proto int) rt.Value {
	if a.len < 2 {
		return rt.None
	}
	b := a.buf[:]
	family := int(native.Uint16(b))
	switch family {
	case unix.AF_INET:
		return rt.TupleOf(rt.NewStr(ipText(netip.AddrFrom4([4]byte(b[4:8])))), num(wire.Uint16(b[2:])))
	case unix.AF_INET6:
		return rt.TupleOf(rt.NewStr(ipText(netip.AddrFrom16([16]byte(b[8:24])))), num(wire.Uint16(b[2:])),
			num(wire.Uint32(b[4:])), num(native.Uint32(b[24:])))
	case unix.AF_UNIX:
		path := b[2:min(a.len, uint32(len(b)))]
		if len(path) > 0 && path[0] == 0 {
			return rt.NewBytes(path)
		}
		return rt.NewStr(osutil.DecodeFS(unix.ByteSliceToString(path)))
	case unix.AF_NETLINK, unix.AF_QIPCRTR:
		return rt.TupleOf(num(native.Uint32(b[4:])), num(native.Uint32(b[8:])))
	case unix.AF_VSOCK:
		return rt.TupleOf(num(native.Uint32(b[8:])), num(native.Uint32(b[4:])))
	case unix.AF_TIPC:
		v := [3]uint32{native.Uint32(b[4:]), native.Uint32(b[8:]), native.Uint32(b[12:])}
		if b[2] == tipcID {
			v[2] = 0
		} else if b[2] == tipcName {
			v[2] = v[1]
		}
		return rt.TupleOf(num(b[2]), num(v[0]), num(v[1]), num(v[2]), num(b[3]))
	case unix.AF_PACKET:
		name := ""
		if i := native.Uint32(b[4:]); i != 0 {
			name, _ = interfaceName(fd, int(i))
		}
		return rt.TupleOf(rt.NewStr(osutil.DecodeFS(name)), num(wire.Uint16(b[2:])), num(b[10]), num(native.Uint16(b[8:])),
			rt.NewBytes(b[12:12+min(int(b[11]), 8)]))
	case unix.AF_CAN:
		return canValue(b, fd, proto)
	case unix.AF_ALG:
		return rt.TupleOf(rt.NewStr(unix.ByteSliceToString(b[2:16])), rt.NewStr(unix.ByteSliceToString(b[24:88])),
			num(native.Uint16(b[16:])), num(native.Uint16(b[20:])))
	}
	return rt.TupleOf(num(family), rt.NewBytes(b[2:16]))
}

func canValue(b []byte, fd, proto int) rt.Value {
	name := ""
	if i := native.Uint32(b[4:]); i != 0 {
		name, _ = interfaceName(fd, int(i))
	}
	text := rt.NewStr(osutil.DecodeFS(name))
	switch proto {
	case unix.CAN_ISOTP:
		return rt.TupleOf(text, num(native.Uint32(b[8:])), num(native.Uint32(b[12:])))
	case canJ1939:
		return rt.TupleOf(text, rt.Int(int64(native.Uint64(b[8:]))), num(native.Uint32(b[16:])), num(b[20]))
	}
	return rt.TupleOf(text)
}

// ipText is inet_ntop's text, which shows the old "compatible" addresses with dots, too.
func ipText(a netip.Addr) string {
	if a.Is6() && !a.Is4In6() {
		b := a.As16()
		if strings.Count(string(b[:12]), "\x00") == 12 && (b[12] != 0 || b[13] != 0) {
			return "::" + netip.AddrFrom4([4]byte(b[12:])).String()
		}
	}
	return a.String()
}
