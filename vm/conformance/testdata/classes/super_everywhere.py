# Zero-argument super() in nested functions, generators, comprehensions' functions, async, static and class methods
class A:
    def f(self): return "A.f"
    def gen(self): yield "A.gen"
    async def co(self): return "A.co"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @property
    def p(self): return "A.p"
    def __getitem__(self, k): return ("A", k)
    def __enter__(self): return "A enter"
    def __exit__(self, *a): return False
    def __call__(self, x): return ("A call", x)
class B(A):
    def f(self):
        def inner(): return super(B, self).f()
        lam = lambda: super(B, self).f()
        return inner(), lam(), super().f()
    def gen(self):
        yield from super().gen()
        yield "B.gen"
    async def co(self): return await super().co() + " B.co"
    @classmethod
    def c(cls): return "B>" + super().c()
    @property
    def p(self): return "B>" + super().p
    def __getitem__(self, k): return ("B", super().__getitem__(k))
    def __enter__(self): return "B>" + super().__enter__()
    def __call__(self, x): return ("B", super().__call__(x))
    def listed(self): return [m() for m in (super().f,)]
    def named(self): s = super(); return s.f(), s.p
class C(B):
    def f(self): return "C", super().f()
b, c = B(), C()
print(b.f(), list(b.gen()), B.c(), C.c(), b.p, b[5], b(1), b.listed(), b.named(), c.f())
with b as v: print(v)
co = c.co()
try: co.send(None)
except StopIteration as e: print(e.value)
class D(A):
    def set(self): super().x = 1
    def sub(self): return super()[0]
    def call(self): return super()()
for m in ("set", "sub", "call"):
    try: print(getattr(D(), m)())
    except Exception as e: print(type(e).__name__, e)
print(super(B, c).f(), super(A, c).__repr__().startswith("<__main__.C object"), super(B, C).c())
