# constants are members of enums
import socket as s
print(s.AF_INET, repr(s.AF_INET), repr(s.AF_UNIX), s.AddressFamily(10), repr(s.SOCK_STREAM), repr(s.SOCK_DGRAM), repr(s.SOCK_RAW))
print(repr(s.MSG_PEEK), repr(s.MSG_PEEK | s.MSG_OOB), repr(s.AI_PASSIVE), repr(s.AI_PASSIVE | s.AI_CANONNAME))
print(type(s.SOL_SOCKET), s.SOL_SOCKET, s.SO_REUSEADDR, s.SO_ERROR, s.SOMAXCONN, s.IPPROTO_TCP, s.TCP_NODELAY, s.SHUT_RD, s.SHUT_WR, s.SHUT_RDWR)
print(s.error is OSError, s.timeout is TimeoutError, s.gaierror.__mro__, s.herror.__mro__, s.gaierror.__module__)
print(s.SocketType, s.SocketType.__mro__, s.has_ipv6)
print(sorted(k for k in vars(s) if k.startswith('EAI_')), s.EAI_NONAME)
ints = sorted((k, int(v)) for k, v in vars(s).items() if isinstance(v, int) and k.isupper())
print(len(ints))
for k, v in ints: print(k, v)
