# nonlocal: shared cells, several levels, deletion and rebinding
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def down():
        nonlocal n
        n -= 1
        return n
    def get():
        return n
    return up, down, get

up, down, get = counter()
print(up(), up(10), down(), get())
up2, _, get2 = counter()
up2()
print(get(), get2())

def levels():
    a = 1
    def middle():
        b = a
        def inner():
            nonlocal a, b
            a += 1
            b += 10
            return a, b
        return inner(), b
    return middle(), a

print(levels())

def deleted():
    v = 1
    def kill():
        nonlocal v
        del v
    def read():
        return v
    kill()
    try:
        read()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        print(v)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    v = 2
    return read()

print(deleted())

def in_class():
    n = 1
    class C:
        nonlocal n
        n = 5
        m = n
    return n, C.m, hasattr(C, "n")

print(in_class())
