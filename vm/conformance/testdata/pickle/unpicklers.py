import pickle, io
data = pickle.dumps(['a', 'b'], 2) + pickle.dumps({'k': 1}, 4) + b'rest'
class Bare:
    "a file with no more than read and readline"
    def __init__(self, data):
        self.f = io.BytesIO(data)
        self.calls = []
    def read(self, n):
        self.calls.append(n)
        return self.f.read(n)
    def readline(self):
        self.calls.append('line')
        return self.f.readline()
class Into(Bare):
    def readinto(self, b):
        self.calls.append(('into', len(b)))
        return self.f.readinto(b)
class Peek(Bare):
    def peek(self, n):
        self.calls.append(('peek', n))
        p = self.f.tell()
        r = self.f.read(n)
        self.f.seek(p)
        return r
class NoPeek(Bare):
    def peek(self, n):
        self.calls.append(('no peek', n))
        raise NotImplementedError
big = pickle.dumps([b'x' * 70000, 'y' * 66000, bytearray(b'z' * 300)], 5)
old = pickle.dumps([1, 'two', 10**20, (3.5,)], 0)
for make in (io.BytesIO, lambda d: io.BufferedReader(io.BytesIO(d)), Bare, Into, Peek, NoPeek):
    f = make(data)
    print(pickle.load(f), pickle.load(f), getattr(f, 'f', f).read())
    if hasattr(f, 'calls'):
        print(f.calls)
    f = make(big + b'after')
    v = pickle.load(f)
    print([len(x) for x in v], getattr(f, 'f', f).read())
    if hasattr(f, 'calls'):
        print([c for c in f.calls if c != 1])
    f = make(old + b'after')
    print(pickle.load(f), getattr(f, 'f', f).read())
    if hasattr(f, 'calls'):
        print(f.calls)
f = io.BytesIO(data)
u = pickle.Unpickler(f)
print(u.load(), u.load(), f.read())
print(type(u.memo).__name__, u.memo.copy())
g = io.BytesIO(b'h\x01.')
u2 = pickle.Unpickler(g)
u2.memo = u.memo
print(u2.load(), pickle.loads(pickle.dumps(u2.memo)))
u2.memo.clear()
print(u2.memo.copy())
for bad in (5, {'x': 1}, {-1: 1}):
    try:
        u.memo = bad
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class BadRead(Bare):
    def read(self, n):
        return 'text'
class Short(Bare):
    def read(self, n):
        return self.f.read(max(1, n // 2))
for f in (BadRead(data), Short(data)):
    try:
        print(pickle.load(f))
    except Exception as e:
        print(type(e).__name__, e)
print(pickle.loads(bytearray(data)), pickle.loads(memoryview(data)))
for bad in ('text', 5, None, [1]):
    try:
        pickle.loads(bad)
    except TypeError as e:
        print(e)
