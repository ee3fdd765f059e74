//go:build linux

package socket

import (
	"encoding/binary"
	"io"
	"net"
	"net/netip"
	"slices"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
	"golang.org/x/sys/unix"
)

// answer makes the reply of the test's name server.
func answer(t *testing.T, query []byte, stream bool) []byte {
	var m dnsmessage.Message
	if err := m.Unpack(query); err != nil {
		t.Error(err)
		return nil
	}
	q := m.Questions[0]
	m.Response = true
	head := func(name dnsmessage.Name) dnsmessage.ResourceHeader {
		return dnsmessage.ResourceHeader{Name: name, Class: dnsmessage.ClassINET, TTL: 1}
	}
	real := dnsmessage.MustNewName("real.test.")
	a := dnsmessage.Resource{Header: head(real), Body: &dnsmessage.AResource{A: [4]byte{192, 0, 2, 7}}}
	switch q.Name.String() {
	case "alias.test.":
		m.Answers = []dnsmessage.Resource{{Header: head(q.Name), Body: &dnsmessage.CNAMEResource{CNAME: real}}}
		if q.Type == dnsmessage.TypeA {
			m.Answers = append(m.Answers, a)
		}
	case "long.test.":
		if m.Truncated = !stream; stream && q.Type == dnsmessage.TypeA {
			m.Answers = []dnsmessage.Resource{a}
		}
	case "broken.test.":
		m.RCode = dnsmessage.RCodeServerFailure
	case "7.2.0.192.in-addr.arpa.":
		m.Answers = []dnsmessage.Resource{{Header: head(q.Name), Body: &dnsmessage.PTRResource{PTR: real}}}
	default:
		m.RCode = dnsmessage.RCodeNameError
	}
	out, err := m.Pack()
	if err != nil {
		t.Error(err)
	}
	return out
}

// nameServer starts one, for datagrams and connections.
func nameServer(t *testing.T) netip.AddrPort {
	tcp, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	udp, err := net.ListenPacket("udp", tcp.Addr().String())
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { tcp.Close(); udp.Close() })
	go func() {
		buf := make([]byte, 1<<12)
		for {
			n, from, err := udp.ReadFrom(buf)
			if err != nil {
				return
			}
			udp.WriteTo([]byte("rubbish"), from)
			udp.WriteTo(answer(t, buf[:n], false), from)
		}
	}()
	go func() {
		for {
			c, err := tcp.Accept()
			if err != nil {
				return
			}
			var size [2]byte
			io.ReadFull(c, size[:])
			query := make([]byte, binary.BigEndian.Uint16(size[:]))
			io.ReadFull(c, query)
			out := answer(t, query, true)
			c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(out))), out...))
			c.Close()
		}
	}()
	return tcp.Addr().(*net.TCPAddr).AddrPort()
}

func testResolver(t *testing.T, server netip.AddrPort) *resolver {
	r, err := newResolver()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.close)
	r.servers, r.search, r.ndots, r.attempts, r.timeout = []netip.AddrPort{server}, []string{"test"}, 1, 1, time.Minute
	return r
}

func TestLookUps(t *testing.T) {
	r := testResolver(t, nameServer(t))
	want := []netip.Addr{netip.AddrFrom4([4]byte{192, 0, 2, 7})}
	for _, name := range []string{"alias.test", "alias", "long.test."} {
		addrs, canon, err := r.addresses(name, unix.AF_UNSPEC)
		if err != nil || canon != "real.test." || !slices.Equal(addrs, want) {
			t.Errorf("%s: %v %q %v", name, addrs, canon, err)
		}
	}
	if _, _, err := r.addresses("none.test", unix.AF_INET); err != errNoSuchName {
		t.Errorf("none: %v", err)
	}
	if _, _, err := r.addresses("broken.test", unix.AF_INET6); err != errTryAgain {
		t.Errorf("broken: %v", err)
	}
	if names, err := r.names(want[0]); err != nil || !slices.Equal(names, []string{"real.test"}) {
		t.Errorf("names: %v %v", names, err)
	}
	if got := reverseName(netip.MustParseAddr("2001:db8::1")); got != "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa." {
		t.Error(got)
	}
}

// TestLookUpAborted: a server that does not answer is not waited for.
func TestLookUpAborted(t *testing.T) {
	silent, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	defer silent.Close()
	r := testResolver(t, silent.LocalAddr().(*net.UDPAddr).AddrPort())
	r.timeout = time.Hour
	go func() {
		silent.ReadFrom(make([]byte, 1<<10))
		r.abort()
	}()
	if _, _, err := r.addresses("name.test.", unix.AF_INET); err != errAborted {
		t.Errorf("aborted: %v", err)
	}
}
