//go:build linux

// Package socket is minipy's _socket module: sockets as descriptors' numbers,
// addresses, and the names of hosts and services. pylib/socket.py is built on it.
package socket

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var sockMethods = []rt.Method{
	{Name: "__del__", Fn: sockDel},
	{Name: "_accept", Fn: sockAccept, Doc: "Accept a connection: the new descriptor and the peer's address.", Waits: true},
	{Name: "bind", Sig: "address, /", Fn: sockBind, Doc: "Give the socket a local address."},
	{Name: "close", Fn: sockClose, Doc: "Close the socket; doing it again does nothing."},
	{Name: "connect", Sig: "address, /", Fn: sockConnect, Doc: "Connect to a remote address."},
	{Name: "connect_ex", Sig: "address, /", Fn: sockConnectEx, Doc: "connect() that returns the error number, 0 for success."},
	{Name: "detach", Fn: sockDetach, Doc: "Close the socket object, but not its descriptor, which is returned."},
	{Name: "fileno", Fn: sockFileno, Doc: "The descriptor's number, -1 when closed."},
	{Name: "getpeername", Fn: nameCall(sysGetpeername), Doc: "The address of the other end."},
	{Name: "getsockname", Fn: nameCall(sysGetsockname), Doc: "The address of this end."},
	{Name: "getsockopt", Raw: varargs("getsockopt", 2, 3, sockGetsockopt), Doc: "An option's value: an int, or bytes if a length is given."},
	{Name: "listen", Raw: varargs("listen", 0, 1, sockListen), Doc: "Let others connect."},
	{Name: "recv", Raw: varargs("recv", 1, 2, sockRecv), Doc: "Receive up to that many bytes.", Waits: true},
	{Name: "recv_into", Sig: "buffer, nbytes=0, flags=0", Fn: sockRecvInto, Doc: "Receive into a buffer; returns how many bytes."},
	{Name: "recvfrom", Raw: varargs("recvfrom", 1, 2, sockRecvfrom), Doc: "Receive bytes and their sender's address.", Waits: true},
	{Name: "recvfrom_into", Sig: "buffer, nbytes=0, flags=0", Fn: sockRecvfromInto, Doc: "Receive into a buffer, and the sender's address."},
	{Name: "send", Raw: varargs("send", 1, 2, sockSend), Doc: "Send bytes; returns how many went."},
	{Name: "sendall", Raw: varargs("sendall", 1, 2, sockSendall), Doc: "Send all of some bytes."},
	{Name: "sendto", Raw: sockSendto, Doc: "Send bytes to an address."},
	{Name: "setblocking", Sig: "flag, /", Fn: sockSetblocking, Doc: "True: no time-out. False: never wait."},
	{Name: "getblocking", Fn: sockGetblocking, Doc: "Whether the socket ever waits."},
	{Name: "settimeout", Sig: "timeout, /", Fn: sockSettimeout, Doc: "How long an operation may take, in seconds; None: for ever."},
	{Name: "gettimeout", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return sockGettimeout(t, a[0]) }, Doc: "The time-out, or None."},
	{Name: "setsockopt", Raw: sockSetsockopt, Doc: "Set an option to an int, to bytes, or to None and a length."},
	{Name: "shutdown", Sig: "how, /", Fn: sockShutdown, Doc: "Stop receiving, sending or both."},
	{Name: "recvmsg", Raw: varargs("recvmsg", 1, 3, sockRecvmsg), Doc: "Receive bytes with ancillary data."},
	{Name: "recvmsg_into", Raw: varargs("recvmsg_into", 1, 3, sockRecvmsgInto), Doc: "Receive into buffers, with ancillary data."},
	{Name: "sendmsg", Raw: varargs("sendmsg", 1, 4, sockSendmsg), Doc: "Send buffers with ancillary data."},
	{Name: "sendmsg_afalg", Sig: "msg=?, *, op=?, iv=?, assoclen=?, flags=0", Fn: sockSendmsgAfalg, Doc: "Send to the kernel's cryptography."},
}

// intMember is a read-only attribute.
func intMember(name string, get func(s *sock) int) rt.GetSet {
	return rt.GetSet{Name: name, Member: true, Get: func(t *rt.Thread, v rt.Value) (rt.Value, error) {
		return num(get(rt.As[sock](v))), nil
	}}
}

func init() {
	rt.Define(&sockType, rt.TypeSpec{Name: "_socket.socket", Size: rt.SizeOf[sock](), Flags: rt.FlagBase,
		Doc:     "One end of a network connection: socket(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None).",
		New:     rt.Method{Raw: sockNew},
		Init:    rt.Method{Sig: "family=-1, type=-1, proto=-1, fileno=None", Fn: sockInit},
		Slots:   rt.Slots{Repr: sockRepr},
		Methods: sockMethods,
		GetSets: []rt.GetSet{
			intMember("family", func(s *sock) int { return s.family }),
			intMember("type", func(s *sock) int { return s.kind }),
			intMember("proto", func(s *sock) int { return s.proto }),
			{Name: "timeout", Get: sockGettimeout, Doc: "the socket timeout"},
		}})
}

// Module is _socket.
var Module = &rt.ModuleSpec{
	Name: "_socket",
	Doc:  "Sockets, as far as they are the system's. See the module socket.",
	Methods: []rt.Method{
		{Name: "gethostbyname", Raw: funcArgs("gethostbyname", 1, 1, gethostbyname), Doc: "A host's IPv4 address."},
		{Name: "gethostbyname_ex", Raw: funcArgs("gethostbyname_ex", 1, 1, gethostbynameEx), Doc: "A host's name, aliases and IPv4 addresses."},
		{Name: "gethostbyaddr", Raw: funcArgs("gethostbyaddr", 1, 1, gethostbyaddr), Doc: "The name, aliases and addresses of the host at an address."},
		{Name: "gethostname", Fn: gethostname, Doc: "This host's name."},
		{Name: "sethostname", Raw: funcArgs("sethostname", 1, 1, sethostname), Doc: "Name this host."},
		{Name: "getservbyname", Raw: funcArgs("getservbyname", 1, 2, getservbyname), Doc: "A service's port."},
		{Name: "getservbyport", Raw: funcArgs("getservbyport", 1, 2, getservbyport), Doc: "The service at a port."},
		{Name: "getprotobyname", Raw: funcArgs("getprotobyname", 1, 1, getprotobyname), Doc: "A protocol's number."},
		{Name: "close", Sig: "fd, /", Fn: modClose, Doc: "Close a socket's descriptor."},
		{Name: "dup", Sig: "fd, /", Fn: modDup, Doc: "Duplicate a socket's descriptor."},
		{Name: "socketpair", Raw: funcArgs("socketpair", 0, 3, socketpair), Doc: "Two connected sockets."},
		{Name: "ntohs", Raw: funcArgs("ntohs", 1, 1, swap16("ntohs")), Doc: "16 bits from network to host order."},
		{Name: "ntohl", Sig: "x, /", Fn: swap32, Doc: "32 bits from network to host order."},
		{Name: "htons", Raw: funcArgs("htons", 1, 1, swap16("htons")), Doc: "16 bits from host to network order."},
		{Name: "htonl", Sig: "x, /", Fn: swap32, Doc: "32 bits from host to network order."},
		{Name: "inet_aton", Raw: funcArgs("inet_aton", 1, 1, inetAton), Doc: "An IPv4 address as four bytes."},
		{Name: "inet_ntoa", Raw: funcArgs("inet_ntoa", 1, 1, inetNtoa), Doc: "An IPv4 address as text."},
		{Name: "inet_pton", Raw: funcArgs("inet_pton", 2, 2, inetPton), Doc: "An address as bytes."},
		{Name: "inet_ntop", Raw: funcArgs("inet_ntop", 2, 2, inetNtop), Doc: "An address as text."},
		{Name: "getaddrinfo", Sig: "host, port, family=0, type=0, proto=0, flags=0", Fn: getaddrinfo, Doc: "The addresses of a host's service."},
		{Name: "getnameinfo", Raw: funcArgs("getnameinfo", 2, 2, getnameinfo), Doc: "The host and service at an address."},
		{Name: "getdefaulttimeout", Fn: getdefaulttimeout, Doc: "The time-out of new sockets."},
		{Name: "setdefaulttimeout", Sig: "timeout, /", Fn: setdefaulttimeout, Doc: "Set the time-out of new sockets."},
		{Name: "if_nameindex", Fn: ifNameindex, Doc: "The network interfaces: pairs of index and name."},
		{Name: "if_nametoindex", Raw: funcArgs("if_nametoindex", 1, 1, ifNametoindex), Doc: "An interface's index."},
		{Name: "if_indextoname", Sig: "if_index, /", Fn: ifIndextoname, Doc: "An interface's name."},
		{Name: "CMSG_LEN", Raw: funcArgs("CMSG_LEN", 1, 1, cmsgCall("CMSG_LEN", unix.CmsgLen, unix.CmsgLen(0))), Doc: "The length of a control message."},
		{Name: "CMSG_SPACE", Raw: funcArgs("CMSG_SPACE", 1, 1, cmsgCall("CMSG_SPACE", unix.CmsgSpace, unix.CmsgSpace(1))), Doc: "The room a control message takes."},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		for _, c := range constants() {
			m.Dict.SetStr(t.VM.Intern(c.Name), c.Value)
		}
		return nil
	},
}
