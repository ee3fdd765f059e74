# with: several managers, parentheses, targets of every kind, return/break/continue inside
class CM:
    def __init__(self, n, suppress=False, value=None): self.n, self.s, self.v = n, suppress, value
    def __enter__(self):
        print("enter", self.n)
        return self.v if self.v is not None else self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v)
        return self.s
with CM("a") as a, CM("b") as b:
    print(a, b)
with (CM("c") as c, CM("d"), CM("e") as e,):
    print(c, e)
with (CM("f")): pass
with (CM("g"), CM("h")): print("two managers, no names")
class O: pass
o, d, l = O(), {}, [0]
with CM(1) as o.x, CM(2) as d["k"], CM(3) as l[0]: pass
print(o.x, d, l)
with CM("t", value=(1, [2, 3])) as (p, [q, *r]): print(p, q, r)
with CM("u", value="xyz") as [m, *n]: print(m, n)
def ret():
    with CM("ret"): return "returned"
print(ret())
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
with CM("s", True): raise ValueError("suppressed")
print("after")
try:
    with CM("ns", False), CM("s2", 0): raise KeyError("k")
except KeyError as err: print(repr(err))
with CM("outer", True):
    with CM("inner"): 1 / 0
    print("not reached")
def gen():
    with CM("gen"):
        yield 1
        yield 2
print(list(gen()))
with CM("lam") as f: (lambda: print(f))()
try:
    with CM("bad unpack", value=5) as (x, y): pass
except TypeError as err: print(err)
def nested_return():
    with CM("1"):
        try:
            with CM("2"): return "value"
        finally: print("finally between")
print(nested_return())
