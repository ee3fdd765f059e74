# Class bodies: names are not visible in methods; reads fall through to global, not to skipped cells
x = "global"

class A:
    x = "class"
    y = x
    def method(self):
        return x
    z = [x for _ in range(2)]
    w = [i for i in x]

print(A.y, A().method(), A.z, A.w)

def f():
    x = "function"
    class B:
        seen = x
    class C:
        x = x
    class D:
        print(x)
        y = x
    return B.seen, C.x, D.y

try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)

class E:
    n = 1
    n += 1
    del n
    try:
        n
    except NameError as e:
        print(type(e).__name__, e)
    for i in range(3):
        pass

print(E.i, hasattr(E, "n"), hasattr(E, "e"))

def outer():
    v = 1
    class F:
        def get(self):
            return v
        def set(self, n):
            nonlocal v
            v = n
    return F(), lambda: v

obj, read = outer()
obj.set(9)
print(obj.get(), read())
