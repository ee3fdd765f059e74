# Truth: __bool__, then __len__, errors of wrong results
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Both:
    def __bool__(self): return True
    def __len__(self): return 0
class Neither: pass
print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(3)), bool(Both()), bool(Neither()))
def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
for v in (1, 0, "x", None, []):
    attempt(bool, B(v))
for n in (-1, "x", 1.5, 2**100, None, True):
    attempt(len, L(n))
    attempt(bool, L(n))
class Idx:
    def __index__(self): return 4
attempt(len, L(Idx()))
print([bool(x) for x in (0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), None, NotImplemented.__class__, ...)])
print(not B(False), B(False) or "or", B(True) and "and", "yes" if B(False) else "no")
n = 0
class Count:
    def __bool__(self):
        global n
        n += 1
        return n < 4
c = Count()
while c:
    pass
print(n)
print(all([B(True), L(1)]), any([B(False), L(0)]))
class M(type):
    def __bool__(cls): return False
class F(metaclass=M): pass
print(bool(F), bool(F()))
