import socket as s
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

for a, k in [(('127.0.0.1', 80), {}), (('127.0.0.1', 'http'), {}), ((None, 0), dict(flags=s.AI_PASSIVE, family=s.AF_INET)), ((None, 0), dict(family=s.AF_INET)), (('::1', 1), {}),
             (('127.1', 80, 0, s.SOCK_STREAM), {}), ((b'127.0.0.1', b'80'), {}), (('127.0.0.1', 'nosuch'), {}), ((None, None), {}),
             (('127.0.0.1', 80, s.AF_INET6), {}), (('::1', 80, s.AF_INET), {}), (('127.0.0.1', 80, 99), {}), (('127.0.0.1', 80, 0, 77), {}),
             (('127.0.0.1', 80, 0, s.SOCK_STREAM, 17), {}), (('127.0.0.1', 80, 0, 0, 17), {}), (('127.0.0.1', 80, 0, 0, 255), {}), (('127.0.0.1', None, 0, s.SOCK_RAW, 1), {}),
             (('127.0.0.1', 80), dict(flags=s.AI_CANONNAME)), (('127.0.0.1', 80), dict(flags=1 << 20)), (('nothost', 80), dict(flags=s.AI_NUMERICHOST)),
             (('127.0.0.1', 80, s.AF_INET6, 1, 0, s.AI_V4MAPPED), {}), (('127.0.0.1', 'http', 0, s.SOCK_STREAM), {}), (('127.0.0.1', 'http'), dict(flags=s.AI_NUMERICSERV)),
             (('127.0.0.1', 'domain'), {}), (('127.0.0.1', 1.5), {}), (('127.0.0.1', -1), {}), (('127.0.0.1', 70000), {}), ((1, 80), {}), (('127.0.0.1', '70000'), {}),
             (('127.0.0.1', '-1'), {}), (('127.0.0.1', 80), dict(flags=s.AI_NUMERICSERV)), (('127.0.0.1', 80, s.AF_UNIX), {}), (('127.0.0.1', ''), {}), (('127.0.0.1',), {}),
             (('::ffff:1.2.3.4', 1, s.AF_INET, 1), {}), (('fe80::1%1', 80, 0, 1), {}), (('fe80::1%lo', 80, 0, 1), {}), (('fe80::1%nope', 80, 0, 1), {}),
             (('a' * 64, 80), {}), (('a..b', 80), {}), (('', 0), {}), ((None, 'http', s.AF_INET, 1), {}), (('127.0.0.1', 80, 'x'), {}), ((None, 0), dict(flags=s.AI_CANONNAME))]:
    print(a, k)
    t(s.getaddrinfo, *a, **k)
