# OSError: arguments, subclasses, attributes
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


import errno
for args in [(), (1,), (2, 'm'), (2, 'm', 'f'), (2, 'm', 'f', None, 'g'), (2, 'm', 'f', 3, 'g', 1), ('a', 'b'), (errno.EEXIST, 'x', b'f'), (errno.EAGAIN, 'x', 5), (13, 'p'), (99999, 'u'), (2, None), ('2', 'm')]:
    e = OSError(*args)
    print(args, type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, str(e), repr(e))
class A(OSError): pass
class B(OSError):
    def __init__(self, x): self.x = x
class C(OSError):
    def __new__(cls, y, **k): self = super().__new__(cls, 2, 'm'); self.y = y; return self
class D(OSError):
    def __init__(self, x): super().__init__(2, x)
t(lambda: (A(2, 'x').errno, type(A(2, 'x')).__name__)); t(lambda: (B(1).args, B(1).errno, str(B(1)), B(1).x)); t(lambda: (C(3).args, C(3, z=1).y)); t(lambda: (D('q').args, D('q').strerror, str(D('q'))))
t(lambda: A(x=1)); t(lambda: OSError(x=1)); t(lambda: B(x=1).x); t(lambda: FileNotFoundError(2, 'a').errno); t(lambda: BlockingIOError(1, 2, 3).characters_written); t(lambda: BlockingIOError(1, 2).characters_written)
e = OSError(2, 'a', 'f'); e.filename = 3; e.errno = 'q'; print(e, e.args); import pickle, copy
for e in (OSError(2, 'm', 'f'), OSError(2, 'm', 'f', None, 'g'), A(2, 'm'), PermissionError('only')):
    r = pickle.loads(pickle.dumps(e)); print(type(r).__name__, r.args, r.filename, r.filename2, copy.copy(e).errno)
t(lambda: open('/nonexistent/x')); t(lambda: open('/')); t(lambda: IOError is OSError and EnvironmentError is OSError)
for c in (BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError):
    print(c.__name__, [b.__name__ for b in c.__mro__[1:]])
