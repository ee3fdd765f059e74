//go:build linux

package socket

import (
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// Names of hosts, services and protocols: the files in /etc first, then DNS
// .

// fields gives the words of each line of a file of the system's, without comments.
func fields(path string, f func(words []string) (stop bool)) {
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(data)) {
		if i := strings.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		if w := strings.Fields(line); len(w) > 1 && f(w) {
			return
		}
	}
}

// A host is what a look-up has found.
type host struct {
	name    string
	aliases []string
	addrs   []netip.Addr
}

// hostsByName looks in /etc/hosts; family may be AF_UNSPEC.
func hostsByName(name string, family int) (h host) {
	fields("/etc/hosts", func(w []string) bool {
		a, err := netip.ParseAddr(w[0])
		if err != nil || !isFamily(a, family) {
			return false
		}
		if !slices.ContainsFunc(w[1:], func(s string) bool { return strings.EqualFold(s, name) }) {
			return false
		}
		if h.name == "" {
			h.name, h.aliases = w[1], w[2:]
		}
		h.addrs = append(h.addrs, a)
		return false
	})
	return h
}

// hostsByAddr looks in /etc/hosts.
func hostsByAddr(addr netip.Addr) (h host) {
	fields("/etc/hosts", func(w []string) bool {
		a, err := netip.ParseAddr(w[0])
		if err != nil || a != addr {
			return false
		}
		h = host{w[1], w[2:], []netip.Addr{a}}
		return true
	})
	return h
}

func isFamily(a netip.Addr, family int) bool {
	return family == unix.AF_UNSPEC || a.Is4() == (family == unix.AF_INET)
}

// service finds a service's port in /etc/services by name, or its name by
// port; proto "" is any.
func service(name string, port int, proto string) (string, int, bool) {
	found := ""
	fields("/etc/services", func(w []string) bool {
		text, kind, ok := strings.Cut(w[1], "/")
		n, err := strconv.Atoi(text)
		if !ok || err != nil || proto != "" && kind != proto {
			return false
		}
		if name == "" && n != port || name != "" && w[0] != name && !slices.Contains(w[2:], name) {
			return false
		}
		found, port = w[0], n
		return true
	})
	return found, port, found != ""
}

// protocol finds a protocol's number in /etc/protocols.
func protocol(name string) (int, bool) {
	number, ok := 0, false
	fields("/etc/protocols", func(w []string) bool {
		if w[0] == name || slices.Contains(w[2:], name) {
			n, err := strconv.Atoi(w[1])
			number, ok = n, err == nil
		}
		return ok
	})
	return number, ok
}

// query runs a look-up without the GIL, again if a signal has come up.
func query(t *rt.Thread, f func(r *resolver) error) error {
	for {
		r, err := newResolver()
		if err != nil {
			return rt.FromOS(err)
		}
		if t.Host == nil {
			defer r.close()
			return f(r)
		}
		t.Host.Block(t, func() { err = f(r) }, r.abort)
		r.close()
		if e := t.Host.Checkpoint(t); e != nil {
			return e
		}
		if err != errAborted {
			return err
		}
	}
}

// lookupHost finds a name that is no number. code is getaddrinfo's.
func lookupHost(t *rt.Thread, name string, family int, canon bool) (h host, code int, err error) {
	if h = hostsByName(name, family); h.name != "" {
		return h, 0, nil
	}
	h.name = name
	full := ""
	err = query(t, func(r *resolver) (err error) {
		h.addrs, full, err = r.addresses(name, family)
		return err
	})
	switch {
	case err == errNoSuchName:
		return h, eaiNoName, nil
	case err == errTryAgain:
		return h, eaiAgain, nil
	case err != nil:
		return h, 0, err
	}
	if full = strings.TrimSuffix(full, "."); canon && !strings.EqualFold(full, strings.TrimSuffix(name, ".")) {
		h.name, h.aliases = full, []string{name}
	}
	return h, 0, nil
}

// lookupAddr finds the name of an address.
func lookupAddr(t *rt.Thread, addr netip.Addr) (h host, ok bool, err error) {
	addr = addr.WithZone("")
	if h = hostsByAddr(addr); h.name != "" {
		return h, true, nil
	}
	var names []string
	err = query(t, func(r *resolver) (err error) {
		names, err = r.names(addr)
		return err
	})
	if err == errNoSuchName || err == errTryAgain {
		err = nil
	}
	if err != nil || len(names) == 0 {
		return h, false, err
	}
	return host{names[0], names[1:], []netip.Addr{addr}}, true, nil
}

// parseInet4 is inet_aton: one to four numbers, each decimal, octal or
// hexadecimal, the last of which fills what is left. What follows white space is ignored.
func parseInet4(s string) (netip.Addr, bool) {
	if i := strings.IndexAny(s, " \t\n\v\f\r"); i >= 0 {
		s = s[:i]
	}
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	total := uint64(0)
	for i, p := range parts {
		if p == "" || p[0] < '0' || p[0] > '9' {
			return netip.Addr{}, false
		}
		base := 10
		if len(p) > 1 && p[0] == '0' {
			if base = 8; p[1] == 'x' || p[1] == 'X' {
				base, p = 16, p[2:]
			}
		}
		n, err := strconv.ParseUint(p, base, 32)
		if err != nil {
			return netip.Addr{}, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return netip.Addr{}, false
			}
			total = total<<8 | n
			continue
		}
		left := 8 * (5 - len(parts))
		if n >= 1<<left {
			return netip.Addr{}, false
		}
		total = total<<left | n
	}
	var b [4]byte
	wire.PutUint32(b[:], uint32(total))
	return netip.AddrFrom4(b), true
}

// parseInet6 reads an IPv6 address with its zone, which must be an interface
// of this host or a number; scope is its index.
func parseInet6(s string) (addr netip.Addr, scope uint32, ok bool) {
	a, err := netip.ParseAddr(s)
	if err != nil || !a.Is6() {
		return a, 0, false
	}
	if zone := a.Zone(); zone != "" {
		if i, ok := interfaceNamed(zone); ok && (a.IsLinkLocalUnicast() || a.IsLinkLocalMulticast()) {
			return a.WithZone(""), uint32(i.index), true
		}
		n, err := strconv.ParseUint(zone, 10, 32)
		return a.WithZone(""), uint32(n), err == nil
	}
	return a, 0, true
}
