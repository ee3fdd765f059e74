import socket as s
l = s.create_server(('::1', 0), family=s.AF_INET6); print(l.getsockname()[0], l.getsockname()[2:], l.getsockopt(s.IPPROTO_IPV6, s.IPV6_V6ONLY), repr(l.family))
c = s.socket(s.AF_INET6); c.connect(('::1', l.getsockname()[1])); p, a = l.accept(); print(a == c.getsockname(), len(a)); c.sendall(b'six'); print(p.recv(9))
print(s.has_dualstack_ipv6())
d = s.create_server(('', 0), family=s.AF_INET6, dualstack_ipv6=True); print(d.getsockname()[0])
c = s.create_connection(('127.0.0.1', d.getsockname()[1])); p, a = d.accept(); print(a[0]); c.close(); p.close()
u = s.socket(s.AF_INET6, s.SOCK_DGRAM); u.bind(('::1', 0, 0, 0)); v = s.socket(s.AF_INET6, s.SOCK_DGRAM); v.sendto(b'dgram', u.getsockname()); m, a = u.recvfrom(10); print(m, a[0], len(a))
