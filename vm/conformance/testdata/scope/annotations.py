# Annotations: evaluated or not, __annotations__ in modules, classes and functions
x: int = 1
y: "quoted"
print(__annotations__, x)
try:
    y
except NameError as e:
    print(e)

class C:
    a: int
    b: str = "s"
    (d): int = 4

    def m(self, p: int, *args: str, k: "later" = 1, **kw: dict) -> bool:
        z: undefined_name_is_fine_here
        w: also_fine = 5
        return w

print(C.__annotations__, hasattr(C, "a"), C.d, C().m(1))
print(C.m.__annotations__)

def f(a: print("evaluated at def")): pass

class Target:
    pass

t = Target()
t.attr: print("attribute annotation is evaluated") = 5
print(t.attr)
d = {}
d["k"]: int = 3
print(d)

def g():
    n: int
    try:
        return n
    except UnboundLocalError as e:
        return str(e)

print(g())

class Sub(C):
    q: float

print(Sub.__annotations__, C.__annotations__.keys())
try:
    u: undefined = 1
except NameError as e:
    print(e)
lam = lambda a: a
print(lam.__annotations__)
lam.__annotations__["a"] = int
print(lam.__annotations__)
