//go:build linux

package socket

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// Flags of getaddrinfo and getnameinfo, as glibc numbers them.
const (
	aiPassive     = 0x1
	aiCanonName   = 0x2
	aiNumericHost = 0x4
	aiV4Mapped    = 0x8
	aiAll         = 0x10
	aiAddrConfig  = 0x20
	aiNumericServ = 0x400
	aiKnown       = 0x7ff

	niNumericHost = 1
	niNumericServ = 2
	niNoFQDN      = 4
	niNameReqd    = 8
	niDgram       = 16
)

// hostName reads the host of an address.
func hostName(v rt.Value) (string, error) {
	var name string
	if s, ok := rt.AsStr(v); ok {
		name = s.String()
		if !s.IsASCII() {
			var err error
			if name, err = idna(s); err != nil {
				return "", rt.TypeErrorf("encoding of hostname failed")
			}
		}
	} else if b, ok := rt.AsBytes(v); ok {
		name = b.String()
	} else if b, ok := rt.AsBytearray(v); ok {
		name = string(b.Bytes())
	} else {
		return "", rt.TypeErrorf("str, bytes or bytearray expected, not %s", v.Type().Name)
	}
	if strings.IndexByte(name, 0) >= 0 {
		return "", rt.TypeErrorf("host name must not contain null character")
	}
	return name, nil
}

// hostAddr finds the address of a host: "" is any address, '<broadcast>' all hosts.
func hostAddr(t *rt.Thread, name string, family int) (netip.Addr, error) {
	switch name {
	case "":
		if family == unix.AF_INET6 {
			return netip.IPv6Unspecified(), nil
		}
		return netip.IPv4Unspecified(), nil
	case "<broadcast>", "255.255.255.255":
		if family == unix.AF_INET6 {
			return netip.Addr{}, osErr("address family mismatched")
		}
		return netip.AddrFrom4([4]byte{255, 255, 255, 255}), nil
	}
	found, _, code, err := findHost(t, name, family, 0)
	if err != nil {
		return netip.Addr{}, err
	}
	if code != 0 {
		return netip.Addr{}, gaiError(code)
	}
	return found[0].addr, nil
}

// A place is an address with its zone's index.
type place struct {
	addr  netip.Addr
	scope uint32
}

// findHost finds the addresses of a name or number, best first.
func findHost(t *rt.Thread, name string, family, flags int) (found []place, canon string, code int, err error) {
	if a, ok := parseInet4(name); ok {
		if family == unix.AF_INET6 {
			if flags&aiV4Mapped == 0 {
				return nil, "", eaiAddrFamily, nil
			}
			a = netip.AddrFrom16(a.As16())
		}
		return []place{{a, 0}}, name, 0, nil
	}
	if strings.IndexByte(name, ':') >= 0 {
		a, scope, ok := parseInet6(name)
		switch {
		case !ok:
			return nil, "", eaiNoName, nil
		case family == unix.AF_INET && a.Is4In6():
			a = a.Unmap()
		case family == unix.AF_INET:
			return nil, "", eaiAddrFamily, nil
		}
		return []place{{a, scope}}, name, 0, nil
	}
	if flags&aiNumericHost != 0 || name == "" {
		return nil, "", eaiNoName, nil
	}
	ask := family
	if flags&aiAddrConfig != 0 {
		if ask = configured(family); ask < 0 {
			return nil, "", eaiNoName, nil
		}
	}
	h, code, err := lookupHost(t, name, ask, flags&aiCanonName != 0)
	if err == nil && family == unix.AF_INET6 && flags&aiV4Mapped != 0 && (code != 0 || flags&aiAll != 0) {
		h4, code4, err4 := lookupHost(t, name, unix.AF_INET, flags&aiCanonName != 0)
		if code4 == 0 && err4 == nil {
			if code != 0 {
				h.addrs = nil
			}
			h.name, code = h4.name, 0
			for _, a := range h4.addrs {
				h.addrs = append(h.addrs, netip.AddrFrom16(a.As16()))
			}
		}
		err = err4
	}
	if err != nil || code != 0 {
		return nil, "", code, err
	}
	for _, a := range h.addrs {
		found = append(found, place{addr: a})
	}
	sortPlaces(found)
	return found, h.name, 0, nil
}

// configured narrows a family to those that this host has addresses of,
// besides the loopback's; -1: none.
func configured(family int) int {
	addrs, err := ownAddresses()
	if err != nil {
		return family
	}
	v4, v6 := false, false
	for _, a := range addrs {
		if !a.IsLoopback() {
			v4, v6 = v4 || a.Is4(), v6 || a.Is6()
		}
	}
	switch {
	case family == unix.AF_UNSPEC && v4 && !v6, family == unix.AF_INET && v4:
		return unix.AF_INET
	case family == unix.AF_UNSPEC && v6 && !v4, family == unix.AF_INET6 && v6:
		return unix.AF_INET6
	case family == unix.AF_UNSPEC:
		return family
	}
	return -1
}

// sortPlaces puts IPv6 addresses that can be reached first, and those that
// cannot last, as RFC 6724 does in the main.
func sortPlaces(found []place) {
	if len(found) < 2 {
		return
	}
	rank := map[netip.Addr]int{}
	for _, p := range found {
		rank[p.addr] = 1
		if p.addr.Is6() && !p.addr.Is4In6() {
			rank[p.addr] = 2
			if reachable(p.addr) {
				rank[p.addr] = 0
			}
		}
	}
	slices.SortStableFunc(found, func(a, b place) int { return rank[a.addr] - rank[b.addr] })
}

// reachable says that there is a route: connecting a datagram socket sends nothing.
func reachable(addr netip.Addr) bool {
	fd, err := unix.Socket(unix.AF_INET6, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return false
	}
	defer unix.Close(fd)
	var a rawAddr
	a.setInet6(addr, 9, 0, 0)
	return sysConnect(fd, &a) == nil
}

// A way is a kind of socket that getaddrinfo answers with.
type way struct {
	socktype, proto int
	name            string
	standard        bool // answered with when nothing is asked for
	any             bool // any protocol, but no service
	port            int
}

// ways are glibc's kinds.
func ways() []way {
	const sockDCCP, protoDCCP, protoSCTP, protoUDPLite = 6, 33, 132, 136
	return []way{
		{socktype: unix.SOCK_STREAM, proto: unix.IPPROTO_TCP, name: "tcp", standard: true},
		{socktype: unix.SOCK_DGRAM, proto: unix.IPPROTO_UDP, name: "udp", standard: true},
		{socktype: sockDCCP, proto: protoDCCP, name: "dccp"},
		{socktype: unix.SOCK_DGRAM, proto: protoUDPLite, name: "udplite"},
		{socktype: unix.SOCK_STREAM, proto: protoSCTP, name: "sctp"},
		{socktype: unix.SOCK_SEQPACKET, proto: protoSCTP, name: "sctp"},
		{socktype: unix.SOCK_RAW, name: "raw", standard: true, any: true},
	}
}

// findWays gives the kinds of sockets for what is asked for. serv is nil for no service.
func findWays(serv *string, socktype, proto, flags int) ([]way, int) {
	port := 0
	named := false
	if serv != nil {
		n, err := strconv.ParseInt(strings.TrimSpace(*serv), 10, 64)
		if *serv == "" {
			n, err = 0, nil
		}
		if err != nil && flags&aiNumericServ != 0 {
			return nil, eaiNoName
		}
		named = err != nil || int32(n) < 0
		port = int(uint16(n))
	}
	all := ways()
	if socktype != 0 || proto != 0 {
		i := slices.IndexFunc(all, func(w way) bool {
			return (socktype == 0 || socktype == w.socktype) && (proto == 0 || w.any || proto == w.proto)
		})
		if i < 0 {
			if socktype != 0 {
				return nil, eaiSockType
			}
			return nil, eaiService
		}
		all = all[i : i+1]
		if all[0].any {
			all[0].proto = proto
		}
		all[0].standard = true
		if serv != nil && all[0].any {
			return nil, eaiService
		}
	}
	var out []way
	for _, w := range all {
		if !w.standard {
			continue
		}
		w.port = port
		if named {
			var ok bool
			if w.any {
				continue
			}
			if _, w.port, ok = service(*serv, 0, w.name); !ok {
				continue
			}
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		return nil, eaiService
	}
	return out, 0
}

// resolve is getaddrinfo(3): name and serv are nil for none.
func resolve(t *rt.Thread, name, serv *string, family, socktype, proto, flags int) (found []place, kinds []way, canon string, code int, err error) {
	switch {
	case name == nil && serv == nil:
		return nil, nil, "", eaiNoName, nil
	case flags&^aiKnown != 0, flags&aiCanonName != 0 && name == nil:
		return nil, nil, "", eaiBadFlags, nil
	case family != unix.AF_UNSPEC && family != unix.AF_INET && family != unix.AF_INET6:
		return nil, nil, "", eaiFamily, nil
	}
	if kinds, code = findWays(serv, socktype, proto, flags); code != 0 {
		return nil, nil, "", code, nil
	}
	if name == nil {
		v4, v6 := place{addr: netip.AddrFrom4([4]byte{127, 0, 0, 1})}, place{addr: netip.IPv6Loopback()}
		found = []place{v6, v4}
		if flags&aiPassive != 0 {
			found = []place{{addr: netip.IPv4Unspecified()}, {addr: netip.IPv6Unspecified()}}
		}
		found = slices.DeleteFunc(found, func(p place) bool { return !isFamily(p.addr, family) })
		return found, kinds, "", 0, nil
	}
	found, canon, code, err = findHost(t, *name, family, flags)
	return found, kinds, canon, code, err
}

func optionalName(v rt.Value) (*string, error) {
	if v.IsNone() {
		return nil, nil
	}
	if s, ok := rt.AsStr(v); ok {
		name, err := idna(s)
		if err != nil {
			return nil, err
		}
		name, _, _ = strings.Cut(name, "\x00") // C's string ends there
		return &name, nil
	}
	if b, ok := rt.AsBytes(v); ok {
		name, _, _ := strings.Cut(b.String(), "\x00")
		return &name, nil
	}
	return nil, rt.TypeErrorf("getaddrinfo() argument 1 must be string or None")
}

func optionalService(t *rt.Thread, v rt.Value) (*string, error) {
	if v.IsNone() {
		return nil, nil
	}
	var text string
	if _, ok := rt.AsStr(v); ok {
		r, err := rt.CallMethod(t, v, "encode", rt.NewStr("utf-8"))
		if err != nil {
			return nil, err
		}
		b, _ := rt.AsBytes(r)
		text = b.String()
	} else if b, ok := rt.AsBytes(v); ok {
		text = b.String()
	} else if rt.IsIntLike(v) {
		n, err := rt.AsInt64(t, v)
		if err != nil {
			return nil, err
		}
		text = strconv.FormatInt(n, 10)
	} else {
		return nil, osErr("Int or String expected")
	}
	text, _, _ = strings.Cut(text, "\x00")
	return &text, nil
}

// getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)
func getaddrinfo(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var nums [4]int
	for i := range nums {
		var err error
		if nums[i], err = cInt(t, a[2+i], 0); err != nil {
			return rt.Value{}, err
		}
	}
	name, err := optionalName(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	serv, err := optionalService(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	found, kinds, canon, code, err := resolve(t, name, serv, nums[0], nums[1], nums[2], nums[3])
	if err != nil {
		return rt.Value{}, err
	}
	if code != 0 {
		return rt.Value{}, gaiError(code)
	}
	var out []rt.Value
	for _, p := range found {
		for _, w := range kinds {
			text := ""
			if len(out) == 0 && nums[3]&aiCanonName != 0 {
				text = canon
			}
			family := unix.AF_INET6
			addr := rt.TupleOf(rt.NewStr(ipText(p.addr)), num(w.port), rt.Int(0), num(p.scope))
			if p.addr.Is4() {
				family, addr = unix.AF_INET, rt.TupleOf(rt.NewStr(ipText(p.addr)), num(w.port))
			}
			out = append(out, rt.TupleOf(num(family), num(w.socktype), num(w.proto), rt.NewStr(text), addr))
		}
	}
	return rt.NewList(out).Value(), nil
}

// getnameinfo(sockaddr, flags)
func getnameinfo(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	flags, err := cInt(t, a[1], 0)
	if err != nil {
		return rt.Value{}, err
	}
	tup, ok := rt.AsTuple(a[0])
	if !ok {
		return rt.Value{}, rt.TypeErrorf("getnameinfo() argument 1 must be a tuple")
	}
	it := tup.Items()
	const illegal = "getnameinfo(): illegal sockaddr argument"
	if len(it) < 2 || len(it) > 4 {
		return rt.Value{}, rt.TypeErrorf(illegal)
	}
	name, err := cString(it[0], illegal)
	if err != nil {
		return rt.Value{}, err
	}
	port, err := cInt(t, it[1], 0)
	if err != nil {
		return rt.Value{}, err
	}
	var nums [2]uint32 // flow information, scope
	for i, x := range it[2:] {
		if nums[i], err = cUint(t, x, 0); err != nil {
			return rt.Value{}, err
		}
	}
	if nums[0] > 0xfffff {
		return rt.Value{}, rt.OverflowErrorf("getnameinfo(): flowinfo must be 0-1048575.")
	}
	serv := strconv.Itoa(port)
	found, kinds, _, code, err := resolve(t, &name, &serv, unix.AF_UNSPEC, unix.SOCK_DGRAM, 0, aiNumericHost)
	if err != nil {
		return rt.Value{}, err
	}
	if code != 0 {
		return rt.Value{}, gaiError(code)
	}
	addr := found[0].addr
	if addr.Is4() && len(it) != 2 {
		return rt.Value{}, osErr("IPv4 sockaddr must be 2 tuple")
	}
	text, err := hostText(t, addr, nums[1], flags)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.TupleOf(rt.NewStr(text), rt.NewStr(serviceText(kinds[0].port, flags))), nil
}

// hostText is getnameinfo's host.
func hostText(t *rt.Thread, addr netip.Addr, scope uint32, flags int) (string, error) {
	if flags&niNumericHost == 0 {
		h, ok, err := lookupAddr(t, addr)
		if err != nil {
			return "", err
		}
		if ok {
			if flags&niNoFQDN != 0 {
				if local, _ := unixHostname(); strings.Contains(local, ".") {
					_, domain, _ := strings.Cut(local, ".")
					return strings.TrimSuffix(h.name, "."+domain), nil
				}
			}
			return h.name, nil
		}
	}
	if flags&niNameReqd != 0 {
		return "", gaiError(eaiNoName)
	}
	text := ipText(addr)
	if addr.Is6() && scope != 0 {
		zone := strconv.Itoa(int(scope))
		if i, ok := interfaceAt(int(scope)); ok && (addr.IsLinkLocalUnicast() || addr.IsLinkLocalMulticast()) {
			zone = i.name
		}
		text += "%" + zone
	}
	return text, nil
}

func serviceText(port, flags int) string {
	if flags&niNumericServ == 0 {
		proto := "tcp"
		if flags&niDgram != 0 {
			proto = "udp"
		}
		if name, _, ok := service("", port, proto); ok {
			return name
		}
	}
	return strconv.Itoa(port)
}
