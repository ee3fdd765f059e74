# Runaway recursion in plain functions: RecursionError, and life goes on
import sys
def f(n): return f(n + 1)
def attempt(fn, *a):
    try:
        fn(*a)
        print("no error")
    except RecursionError as e:
        print(type(e).__name__, e)
for _ in range(3): attempt(f, 0)
def even(n): return odd(n + 1)
def odd(n): return even(n + 1)
attempt(even, 0)
attempt(lambda: (lambda g: g(g))(lambda g: g(g)))
def gen(n): yield from gen(n + 1)
attempt(lambda: list(gen(0)))
def comp(n): return [comp(n + 1) for _ in (1,)]
attempt(comp, 0)
def kw(*a, **k): return kw(*a, **k)
attempt(kw, 1)
def trying(n):
    try: return trying(n + 1)
    finally: pass
attempt(trying, 0)
def catching(n):
    try: return catching(n + 1)
    except RecursionError: return n
print(catching(0) > 500)
class C:
    def m(self): return self.m()
    def __call__(self): return self()
    @property
    def p(self): return self.p
    @classmethod
    def k(cls): return cls.k()
    @staticmethod
    def s(): return C.s()
c = C()
attempt(c.m)
attempt(c)
attempt(lambda: c.p)
attempt(C.k)
attempt(C.s)
def depth(n=1):
    try: return depth(n + 1)
    except RecursionError: return n
d = depth()
print(900 < d < 1001, sys.getrecursionlimit())
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
print(depth() < 201)
sys.setrecursionlimit(5000)
print(4000 < depth() < 5001)
sys.setrecursionlimit(old)
for bad in (0, -1, "x", 1.5):
    try: sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def fine(n): return 0 if n == 0 else 1 + fine(n - 1)
print(fine(900))
