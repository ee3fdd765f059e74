# Closures capture variables, not values
def make():
    out = []
    for i in range(3):
        def f():
            return i
        out.append(f)
    return out

print([f() for f in make()])

def fixed():
    return [lambda i=i: i * 10 for i in range(3)]

print([f() for f in fixed()])

def factory():
    def bind(i):
        return lambda: i
    return [bind(i) for i in range(3)]

print([f() for f in factory()])

def changed():
    n = 1
    f = lambda: n
    n = 2
    first = f()
    n += 5
    return first, f()

print(changed())

def recursive():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    saved = fact
    fact = lambda n: -1
    return saved(5)

print(recursive())

def closure_info():
    a, b = 1, 2
    def inner():
        return a + b
    return inner

fn = closure_info()
print(fn.__closure__ is not None, [c.cell_contents for c in fn.__closure__], fn.__code__.co_freevars)
print(make.__closure__)
fn.__closure__[0].cell_contents = 100
print(fn())
