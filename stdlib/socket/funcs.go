//go:build linux

package socket

import (
	"math/bits"
	"net/netip"
	"os"
	"slices"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// The module's functions.

func unixHostname() (string, error) { return os.Hostname() }

// socketpair([family[, type[, proto]]])
func socketpair(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n := [3]int{unix.AF_UNIX, unix.SOCK_STREAM, 0}
	for i := range n {
		var err error
		if n[i], err = cInt(t, a[i], n[i]); err != nil {
			return rt.Value{}, err
		}
	}
	fds, err := unix.Socketpair(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	if osutil.OutOfFiles(err) {
		osutil.Reclaim(t)
		fds, err = unix.Socketpair(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	}
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	var pair [2]rt.Value
	for i, fd := range fds {
		s := rt.Alloc[sock](&sockType)
		if err := s.adopt(t, fd, n[0], n[1], n[2]); err != nil {
			return rt.Value{}, err
		}
		pair[i] = s.Value()
	}
	return rt.TupleOf(pair[0], pair[1]), nil
}

func modClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := clinicInt(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, closeFd(t, fd)
}

func modDup(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fd, err := clinicInt(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	return num(n), rt.FromOS(err)
}

// swap16 is htons and ntohs.
func swap16(name string) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		n, err := cInt(t, a[0], 0)
		if err != nil {
			return rt.Value{}, err
		}
		if n < 0 {
			return rt.Value{}, rt.OverflowErrorf("%s: can't convert negative Python int to C 16-bit unsigned integer", name)
		}
		if n > 0xffff {
			return rt.Value{}, rt.OverflowErrorf("%s: Python int too large to convert to C 16-bit unsigned integer", name)
		}
		return num(toWire16(uint16(n))), nil
	}
}

// toWire16 and toWire32 are between the host's and the network's byte order.
func toWire16(n uint16) uint16 {
	if wire.Uint16(native.AppendUint16(nil, 1)) == 1 {
		return n
	}
	return bits.ReverseBytes16(n)
}

func toWire32(n uint32) uint32 {
	if wire.Uint32(native.AppendUint32(nil, 1)) == 1 {
		return n
	}
	return bits.ReverseBytes32(n)
}

// swap32 is htonl and ntohl.
func swap32(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	small, big, ok := rt.IntOf(a[0])
	switch {
	case !ok:
		return rt.Value{}, rt.TypeErrorf("expected int, %s found", a[0].Type().Name)
	case big == nil && small < 0, big != nil && big.Sign() < 0:
		return rt.Value{}, rt.OverflowErrorf("can't convert negative value to unsigned int")
	case big != nil && big.BitLen() > 64:
		return rt.Value{}, rt.OverflowErrorf("Python int too large to convert to C unsigned long")
	case big != nil || small > 0xffffffff:
		return rt.Value{}, rt.OverflowErrorf("int larger than 32 bits")
	}
	return num(toWire32(uint32(small))), nil
}

// textArg reads a str argument at place n of function name.
func textArg(v rt.Value, name, n string) (string, error) {
	if _, ok := rt.AsStr(v); !ok {
		return "", rt.TypeErrorf("%s() argument %s must be str, not %s", name, n, typeName(v))
	}
	return cString(v, "")
}

func inetAton(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s, err := textArg(a[0], "inet_aton", "1")
	if err != nil {
		return rt.Value{}, err
	}
	addr, ok := parseInet4(s)
	if !ok {
		return rt.Value{}, osErr("illegal IP address string passed to inet_aton")
	}
	b := addr.As4()
	return rt.NewBytes(b[:]), nil
}

func inetNtoa(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	buf, err := rt.GetBuffer(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	if len(buf.Bytes) != 4 {
		return rt.Value{}, osErr("packed IP wrong length for inet_ntoa")
	}
	return rt.NewStr(netip.AddrFrom4([4]byte(buf.Bytes)).String()), nil
}

func inetPton(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	family, err := cInt(t, a[0], 0)
	if err != nil {
		return rt.Value{}, err
	}
	s, err := textArg(a[1], "inet_pton", "2")
	if err != nil {
		return rt.Value{}, err
	}
	if family != unix.AF_INET && family != unix.AF_INET6 {
		return rt.Value{}, rt.FromOS(unix.EAFNOSUPPORT)
	}
	addr, err := netip.ParseAddr(s)
	if err != nil || addr.Zone() != "" || addr.Is4() != (family == unix.AF_INET) {
		return rt.Value{}, osErr("illegal IP address string passed to inet_pton")
	}
	return rt.NewBytes(addr.AsSlice()), nil
}

func inetNtop(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	family, err := cInt(t, a[0], 0)
	if err != nil {
		return rt.Value{}, err
	}
	buf, err := rt.GetBuffer(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	defer buf.Release()
	size := 4
	switch family {
	case unix.AF_INET:
	case unix.AF_INET6:
		size = 16
	default:
		return rt.Value{}, rt.ValueErrorf("unknown address family %d", family)
	}
	if len(buf.Bytes) != size {
		return rt.Value{}, rt.ValueErrorf("invalid length of packed IP address string")
	}
	addr, _ := netip.AddrFromSlice(buf.Bytes)
	return rt.NewStr(ipText(addr)), nil
}

// getservbyname(name[, proto])
func getservbyname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := textArg(a[0], "getservbyname", "1")
	if err != nil {
		return rt.Value{}, err
	}
	proto := ""
	if !a[1].IsUnset() {
		if proto, err = textArg(a[1], "getservbyname", "2"); err != nil {
			return rt.Value{}, err
		}
	}
	_, port, ok := service(name, 0, proto)
	if !ok {
		return rt.Value{}, osErr("service/proto not found")
	}
	return num(port), nil
}

func getservbyport(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	port, err := cInt(t, a[0], 0)
	if err != nil {
		return rt.Value{}, err
	}
	proto := ""
	if !a[1].IsUnset() {
		if proto, err = textArg(a[1], "getservbyport", "2"); err != nil {
			return rt.Value{}, err
		}
	}
	if port < 0 || port > 0xffff {
		return rt.Value{}, rt.OverflowErrorf("getservbyport: port must be 0-65535.")
	}
	name, _, ok := service("", port, proto)
	if !ok {
		return rt.Value{}, osErr("port/proto not found")
	}
	return rt.NewStr(name), nil
}

func getprotobyname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := textArg(a[0], "getprotobyname", "1")
	if err != nil {
		return rt.Value{}, err
	}
	n, ok := protocol(name)
	if !ok {
		return rt.Value{}, osErr("protocol not found")
	}
	return num(n), nil
}

// encodedName reads a host name that may be text of any script, or bytes.
func encodedName(v rt.Value, fn string) (string, error) {
	var name string
	if s, ok := rt.AsStr(v); ok {
		var err error
		if name, err = idna(s); err != nil {
			return "", err
		}
	} else if b, ok := rt.AsBytes(v); ok {
		name = b.String()
	} else if b, ok := rt.AsBytearray(v); ok {
		name = string(b.Bytes())
	} else {
		return "", rt.TypeErrorf("%s() argument 1 must be str, bytes or bytearray, not %s", fn, typeName(v))
	}
	if slices.Contains([]byte(name), 0) {
		return "", rt.TypeErrorf("%s() argument 1 must be encoded string without null bytes, not %s", fn, typeName(v))
	}
	return name, nil
}

func gethostbyname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := encodedName(a[0], "gethostbyname")
	if err != nil {
		return rt.Value{}, err
	}
	addr, err := hostAddr(t, name, unix.AF_INET)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewStr(ipText(addr)), nil
}

// value is a host as gethostbyaddr answers.
func (h *host) value() rt.Value {
	aliases, addrs := []rt.Value{}, []rt.Value{}
	for _, s := range h.aliases {
		aliases = append(aliases, rt.NewStr(s))
	}
	for _, a := range h.addrs {
		addrs = append(addrs, rt.NewStr(ipText(a)))
	}
	return rt.TupleOf(rt.NewStr(h.name), rt.NewList(aliases).Value(), rt.NewList(addrs).Value())
}

// Codes of herror.
const (
	hostNotFound = 1
	tryAgain     = 2
	noRecovery   = 3
)

func gethostbynameEx(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := encodedName(a[0], "gethostbyname_ex")
	if err != nil {
		return rt.Value{}, err
	}
	addr, err := hostAddr(t, name, unix.AF_INET)
	if err != nil {
		return rt.Value{}, err
	}
	if name == "" || name[0] == '<' {
		return rt.Value{}, hError(noRecovery)
	}
	if _, ok := parseInet4(name); ok {
		return (&host{name: name, addrs: []netip.Addr{addr}}).value(), nil
	}
	h, code, err := lookupHost(t, name, unix.AF_INET, true)
	switch {
	case err != nil:
		return rt.Value{}, err
	case code == eaiAgain:
		return rt.Value{}, hError(tryAgain)
	case code != 0:
		return rt.Value{}, hError(hostNotFound)
	}
	return h.value(), nil
}

func gethostbyaddr(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := encodedName(a[0], "gethostbyaddr")
	if err != nil {
		return rt.Value{}, err
	}
	addr, err := hostAddr(t, name, unix.AF_UNSPEC)
	if err != nil {
		return rt.Value{}, err
	}
	h, ok, err := lookupAddr(t, addr)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, hError(hostNotFound)
	}
	return h.value(), nil
}

func gethostname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := unixHostname()
	return rt.NewStr(osutil.DecodeFS(name)), rt.FromOS(err)
}

func sethostname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := osutil.Fspath(t, a[0])
	if b, ok := rt.AsBytes(a[0]); ok && err == nil {
		return rt.None, rt.FromOS(unix.Sethostname([]byte(b.String())))
	}
	if err != nil {
		return rt.Value{}, err
	}
	name, err := osutil.GetPath(t, p, "sethostname", "argument", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.None, rt.FromOS(unix.Sethostname([]byte(name.Text)))
}

func ifNameindex(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	all, err := interfaces()
	if err != nil {
		return rt.Value{}, rt.FromOS(err)
	}
	var out []rt.Value
	for _, i := range all {
		out = append(out, rt.TupleOf(num(i.index), rt.NewStr(osutil.DecodeFS(i.name))))
	}
	return rt.NewList(out).Value(), nil
}

func ifNametoindex(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v, err := osutil.Fspath(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	p, err := osutil.GetPath(t, v, "if_nametoindex", "oname", false, false)
	if err != nil {
		return rt.Value{}, err
	}
	i, ok := interfaceNamed(p.Text)
	if !ok {
		return rt.Value{}, osErr("no interface with this name")
	}
	return num(i.index), nil
}

func ifIndextoname(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	small, big, ok := rt.IntOf(a[0])
	switch {
	case !ok:
		return rt.Value{}, rt.TypeErrorf("an integer is required")
	case big == nil && small < 0, big != nil && big.Sign() < 0:
		return rt.Value{}, rt.OverflowErrorf("can't convert negative value to unsigned int")
	case big != nil && big.BitLen() > 64:
		return rt.Value{}, rt.OverflowErrorf("Python int too large to convert to C unsigned long")
	}
	i, ok := interfaceAt(int(uint32(small)))
	if !ok {
		return rt.Value{}, rt.FromOS(unix.ENXIO)
	}
	return rt.NewStr(osutil.DecodeFS(i.name)), nil
}

// cmsgCall is CMSG_LEN and CMSG_SPACE; around is what an answer is more than its argument at most.
func cmsgCall(name string, f func(n int) int, around int) rt.NativeFn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		n, err := cSize(t, a[0], 0)
		if err != nil {
			return rt.Value{}, err
		}
		if n < 0 || n > controlMax-around {
			return rt.Value{}, rt.OverflowErrorf("%s() argument out of range", name)
		}
		return num(f(n)), nil
	}
}

func getdefaulttimeout(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return timeoutValue(stateOf(t).timeout), nil
}

func setdefaulttimeout(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d, err := timeoutArg(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	stateOf(t).timeout = d
	return rt.None, nil
}
