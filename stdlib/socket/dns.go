//go:build linux

package socket

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"
)

// A client of DNS. Go's own is in package net, with which a program is linked
// to the C library unless it is built without cgo: that took a fifth of the
// time in which the command starts.

// A resolver asks the name servers of /etc/resolv.conf. One question at a time;
// abort ends it from another goroutine.
type resolver struct {
	servers  []netip.AddrPort
	search   []string
	ndots    int
	attempts int
	timeout  time.Duration
	stop     [2]int // a pipe: closing the writing end ends the waiting
}

// How a look-up fails.
var (
	errNoSuchName = errors.New("no such name")
	errAborted    = errors.New("aborted")
	errTryAgain   = errors.New("no answer")
)

const (
	dnsPort  = 53
	maxNames = 3 // name servers that are asked
)

func newResolver() (*resolver, error) {
	r := &resolver{ndots: 1, attempts: 2, timeout: 5 * time.Second}
	fields("/etc/resolv.conf", func(w []string) bool {
		switch w[0] {
		case "nameserver":
			if a, err := netip.ParseAddr(w[1]); err == nil && len(r.servers) < maxNames {
				r.servers = append(r.servers, netip.AddrPortFrom(a, dnsPort))
			}
		case "search", "domain":
			r.search = w[1:]
		case "options":
			r.options(w[1:])
		}
		return false
	})
	if r.servers == nil {
		r.servers = []netip.AddrPort{netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), dnsPort)}
	}
	return r, unix.Pipe2(r.stop[:], unix.O_CLOEXEC)
}

func (r *resolver) options(words []string) {
	for _, w := range words {
		name, text, _ := strings.Cut(w, ":")
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			continue
		}
		switch name {
		case "ndots":
			r.ndots = min(n, 15)
		case "timeout":
			r.timeout = time.Duration(min(max(n, 1), 30)) * time.Second
		case "attempts":
			r.attempts = min(max(n, 1), 5)
		}
	}
}

// abort makes a question that is asked fail with errAborted. Any goroutine, once.
func (r *resolver) abort() {
	unix.Close(r.stop[1])
	r.stop[1] = -1
}

func (r *resolver) close() {
	if r.stop[1] >= 0 {
		unix.Close(r.stop[1])
	}
	unix.Close(r.stop[0])
}

// addresses finds those of a name, and the name that it stands for.
func (r *resolver) addresses(name string, family int) (addrs []netip.Addr, canon string, err error) {
	types := []dnsmessage.Type{dnsmessage.TypeA, dnsmessage.TypeAAAA}
	switch family {
	case unix.AF_INET:
		types = types[:1]
	case unix.AF_INET6:
		types = types[1:]
	}
	err = errNoSuchName
	for _, full := range r.candidates(name) {
		for _, t := range types {
			answers, e := r.ask(full, t)
			if e == errAborted {
				return nil, "", e
			}
			if e != nil && (err == errNoSuchName || e != errNoSuchName) {
				err = e
			}
			for _, a := range answers {
				switch body := a.Body.(type) {
				case *dnsmessage.AResource:
					addrs, canon = append(addrs, netip.AddrFrom4(body.A)), a.Header.Name.String()
				case *dnsmessage.AAAAResource:
					addrs, canon = append(addrs, netip.AddrFrom16(body.AAAA)), a.Header.Name.String()
				}
			}
		}
		if addrs != nil {
			return addrs, canon, nil
		}
	}
	return nil, "", err
}

// candidates are the full names that a name may mean, in the order in which
// they are tried.
func (r *resolver) candidates(name string) []string {
	if strings.HasSuffix(name, ".") {
		return []string{name}
	}
	var out []string
	for _, s := range r.search {
		out = append(out, name+"."+strings.Trim(s, ".")+".")
	}
	if strings.Count(name, ".") >= r.ndots {
		return append([]string{name + "."}, out...)
	}
	return append(out, name+".")
}

// names are those of an address.
func (r *resolver) names(addr netip.Addr) ([]string, error) {
	answers, err := r.ask(reverseName(addr), dnsmessage.TypePTR)
	var out []string
	for _, a := range answers {
		if p, ok := a.Body.(*dnsmessage.PTRResource); ok {
			out = append(out, strings.TrimSuffix(p.PTR.String(), "."))
		}
	}
	return out, err
}

// reverseName is the name under which DNS has the names of an address.
func reverseName(addr netip.Addr) string {
	var b strings.Builder
	raw := addr.AsSlice()
	for i := len(raw) - 1; i >= 0; i-- {
		if addr.Is4() {
			b.WriteString(strconv.Itoa(int(raw[i])) + ".")
		} else {
			const hex = "0123456789abcdef"
			b.WriteString(string([]byte{hex[raw[i]&15], '.', hex[raw[i]>>4], '.'}))
		}
	}
	if addr.Is4() {
		return b.String() + "in-addr.arpa."
	}
	return b.String() + "ip6.arpa."
}

// ask asks the servers in turn.
func (r *resolver) ask(name string, typ dnsmessage.Type) ([]dnsmessage.Resource, error) {
	n, err := dnsmessage.NewName(name)
	if err != nil {
		return nil, errNoSuchName
	}
	msg := dnsmessage.Message{
		Header:    dnsmessage.Header{ID: uint16(rand.Uint32()), RecursionDesired: true},
		Questions: []dnsmessage.Question{{Name: n, Type: typ, Class: dnsmessage.ClassINET}},
	}
	query, err := msg.Pack()
	if err != nil {
		return nil, errNoSuchName
	}
	for range r.attempts {
		for _, server := range r.servers {
			reply, err := r.exchange(server, &msg, query)
			if err == errAborted {
				return nil, err
			}
			if err != nil {
				continue
			}
			switch reply.RCode {
			case dnsmessage.RCodeSuccess:
				return reply.Answers, nil
			case dnsmessage.RCodeNameError:
				return nil, errNoSuchName
			}
		}
	}
	return nil, errTryAgain
}

// exchange asks one server: with a datagram, and where the answer does not fit
// into one, over a connection.
func (r *resolver) exchange(server netip.AddrPort, msg *dnsmessage.Message, query []byte) (*dnsmessage.Message, error) {
	reply, err := r.over(unix.SOCK_DGRAM, server, msg, query)
	if err == nil && reply.Truncated {
		framed := append(binary.BigEndian.AppendUint16(nil, uint16(len(query))), query...)
		return r.over(unix.SOCK_STREAM, server, msg, framed)
	}
	return reply, err
}

// over makes one attempt over a socket of a kind, in the time that it has.
func (r *resolver) over(kind int, server netip.AddrPort, msg *dnsmessage.Message, query []byte) (*dnsmessage.Message, error) {
	family, to := unix.AF_INET6, unix.Sockaddr(&unix.SockaddrInet6{Port: int(server.Port()), Addr: server.Addr().As16()})
	if a := server.Addr(); a.Is4() {
		family, to = unix.AF_INET, &unix.SockaddrInet4{Port: int(server.Port()), Addr: a.As4()}
	}
	fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer unix.Close(fd)
	until := time.Now().Add(r.timeout)
	if err := unix.Connect(fd, to); err == unix.EINPROGRESS {
		if err := r.wait(fd, unix.POLLOUT, until); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	if _, err := unix.Write(fd, query); err != nil {
		return nil, err
	}
	var buf []byte
	for {
		if err := r.wait(fd, unix.POLLIN, until); err != nil {
			return nil, err
		}
		part := make([]byte, 1<<16)
		n, err := unix.Read(fd, part)
		switch {
		case err == unix.EAGAIN || err == unix.EINTR:
			continue
		case err != nil:
			return nil, err
		case n == 0:
			return nil, errTryAgain
		}
		if kind == unix.SOCK_STREAM {
			if buf = append(buf, part[:n]...); len(buf) < 2 || len(buf) < 2+int(binary.BigEndian.Uint16(buf)) {
				continue
			}
			part, n = buf[2:], int(binary.BigEndian.Uint16(buf))
		}
		var reply dnsmessage.Message
		if err := reply.Unpack(part[:n]); err == nil && answers(&reply, msg) {
			return &reply, nil
		}
		if kind == unix.SOCK_STREAM {
			return nil, errTryAgain
		}
	}
}

// answers says that reply is for the question that msg asks: others are not to
// be believed.
func answers(reply, msg *dnsmessage.Message) bool {
	if reply.ID != msg.ID || !reply.Response || len(reply.Questions) != 1 {
		return false
	}
	got, want := reply.Questions[0], msg.Questions[0]
	return got.Type == want.Type && got.Class == want.Class && strings.EqualFold(got.Name.String(), want.Name.String())
}

// wait waits until fd is ready.
func (r *resolver) wait(fd int, events int16, until time.Time) error {
	for {
		left := time.Until(until)
		if left <= 0 {
			return errTryAgain
		}
		fds := []unix.PollFd{{Fd: int32(fd), Events: events}, {Fd: int32(r.stop[0]), Events: unix.POLLIN}}
		_, err := unix.Poll(fds, int(left.Milliseconds())+1)
		switch {
		case err == unix.EINTR:
		case err != nil:
			return err
		case fds[1].Revents != 0:
			return errAborted
		case fds[0].Revents != 0:
			return nil
		}
	}
}
