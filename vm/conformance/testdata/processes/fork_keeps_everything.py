import os, sys, time, threading, collections, enum, weakref, io, random, re, json, functools, itertools, dataclasses, typing, contextlib, queue
class Color(enum.Enum):
    RED = 1
@dataclasses.dataclass
class P:
    x: int
    y: list = dataclasses.field(default_factory=list)
class S:
    __slots__ = ('a', 'b', '__weakref__')
class D:
    def __del__(self): pass
me = os.getpid()
s = S(); s.a = 5
def gen():
    try:
        for i in range(10): yield i
    finally:
        print("gen closed")
g = gen(); next(g); next(g)
ident = {object: 1, Color.RED: 2, (S, 1): 3, s: 4}
fs = {S, P, s}
wr = weakref.ref(s)
big = 10**50
dq = collections.deque([1,2,3], 5)
od = collections.OrderedDict(a=1)
cnt = collections.Counter("hello")
rx = re.compile(r"(\w+)")
p = functools.partial(int, base=2)
it = iter([1,2,3]); next(it)
zz = zip([1,2],[3,4]); next(zz)
ch = itertools.chain([1],[2]); next(ch)
cm = {**{}}
lock = threading.Lock()
loc = threading.local(); loc.v = 3
f = open('/tmp/minipy-fork-%d.txt' % os.getpid(), "w+"); f.write("before "); f.flush()
rnd = random.Random(5); rnd.random()
sio = io.StringIO("abc\ndef"); sio.readline()
lam = lambda q: [big, q]
def closure():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
inc = closure(); inc()
e = None
try: 1/0
except ZeroDivisionError as ex: e = ex
mv = memoryview(b"abc")
ba = bytearray(b"xyz")
def check(who):
    print(who, s.a, next(g), ident[Color.RED], ident[(S,1)], ident[s], ident[object], s in fs, S in fs, wr() is s, big, dq, od, cnt, rx.findall("a b"), p("101"), next(it), next(zz), next(ch), loc.v, rnd.random(), sio.readline(), lam(3), inc(), repr(e), e.__traceback__.tb_lineno, Color(1) is Color.RED, P(1), json.dumps({"a": [1, 2.5]}), mv[1], ba)
    print(isinstance(s, S), type(s) is S, hash(s) == object.__hash__(s), "x" in {"x": 1}, sys.modules['os'] is os, os.path.join("a", "b"))
    with lock: pass
    t = threading.Thread(target=lambda: print("thread", who)); t.start(); t.join()
print("about to fork")
with contextlib.ExitStack() as st:
    st.callback(print, "stack closed")
    try:
        for k in range(2):
            pid = os.fork()
            if pid == 0:
                check("child %d" % k)
                f.write("child%d " % k)
                f.close()
                sys.exit(k)
            os.waitpid(pid, 0)
    finally:
        print("finally", os.getpid() == me)
check("parent")
f.seek(0); print(f.read())
f.close(); os.unlink(f.name)
