import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

t(s.getservbyname, 'http'); t(s.getservbyname, 'http', 'tcp'); t(s.getservbyname, 'http', 'xxx'); t(s.getservbyname, 1); t(s.getservbyname)
t(s.getservbyname, 'domain', 'udp'); t(s.getservbyname, 'nosuchservice'); t(s.getservbyname, 'http', 5); t(s.getservbyname, 'www')
t(s.getservbyport, 80); t(s.getservbyport, 53, 'udp'); t(s.getservbyport, 70000); t(s.getservbyport, -1); t(s.getservbyport, 'a'); t(s.getservbyport, 59999)
t(s.getservbyport, 80, 'tcp', 3); t(s.getservbyport, 22, 'tcp'); t(s.getservbyport)
t(s.getprotobyname, 'tcp'); t(s.getprotobyname, 'udp'); t(s.getprotobyname, 'nope'); t(s.getprotobyname, 1); t(s.getprotobyname, 'icmp'); t(s.getprotobyname, 'TCP')
t(s.CMSG_LEN, 0); t(s.CMSG_LEN, 5); t(s.CMSG_SPACE, 5); t(s.CMSG_SPACE, 8); t(s.CMSG_LEN, -1); t(s.CMSG_LEN, 2**62); t(s.CMSG_SPACE, 'a'); t(s.CMSG_LEN, 2**64)
t(s.if_nametoindex, 'lo'); t(s.if_indextoname, 1); t(s.if_nametoindex, 'zzz'); t(s.if_indextoname, 99999); t(s.if_indextoname, -1); t(s.if_indextoname, 'a'); t(s.if_nametoindex, 1)
print((1, 'lo') in s.if_nameindex())
