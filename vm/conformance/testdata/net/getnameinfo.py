import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

N = s.NI_NUMERICHOST | s.NI_NUMERICSERV
t(s.getnameinfo, ('127.0.0.1', 80), N)
t(s.getnameinfo, ('127.0.0.1', 80), s.NI_NUMERICHOST)
t(s.getnameinfo, ('127.0.0.1', 59999), s.NI_NUMERICHOST)
t(s.getnameinfo, ('127.0.0.1', 53), s.NI_NUMERICHOST | s.NI_DGRAM)
t(s.getnameinfo, ('localhost', 80), N)
t(s.getnameinfo, ('::1', 80, 0, 0), N)
t(s.getnameinfo, ('::1', 80), N)
t(s.getnameinfo, ('fe80::1', 80, 0, 1), N)
t(s.getnameinfo, 'a', N)
t(s.getnameinfo, (1, 2), N)
t(s.getnameinfo, ('127.0.0.1', 'x'), N)
t(s.getnameinfo, (), 0)
t(s.getnameinfo, ('127.0.0.1', 80, 0, 0), 0)
t(s.getnameinfo, ('127.0.0.1', 70000), N)
t(s.getnameinfo, ('127.0.0.1', 80))
t(s.getnameinfo, ('::1', 80, 2**21, 0), 0)
t(s.getnameinfo, ('127.0.0.1', 80), 'a')
t(s.gethostbyname, '127.0.0.1'); t(s.gethostbyname, '127.1'); t(s.gethostbyname, ''); t(s.gethostbyname, 1); t(s.gethostbyname, '::1'); t(s.gethostbyname, '<broadcast>')
t(s.gethostbyname, '255.255.255.255'); t(s.gethostbyname, b'127.0.0.1'); t(s.gethostbyname, bytearray(b'1.2.3.4')); t(s.gethostbyname, 'a\0'); t(s.gethostbyname, 'a..b')
t(s.gethostbyname_ex, '127.0.0.1'); t(s.gethostbyname_ex, ''); t(s.gethostbyname_ex, 1); t(s.gethostbyaddr, 1)
print(s.gethostbyname('localhost'), s.gethostbyname('LOCALHOST'))
print(isinstance(s.gethostname(), str), isinstance(s.getfqdn(), str), s.getfqdn('0.0.0.0') == s.getfqdn())
