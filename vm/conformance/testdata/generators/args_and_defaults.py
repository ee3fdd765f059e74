# Arguments of generator functions are bound at the call; the body runs later
def g(a, *args, k=1, **kw):
    yield a
    yield args
    yield k
    yield sorted(kw.items())
print(list(g(1, 2, 3, k=4, z=5)))
try:
    g()
except TypeError as e:
    print(e)
def body():
    raise ValueError("only when started")
    yield
b = body()
print("created")
try:
    next(b)
except ValueError as e:
    print(e)
def default(items=[]):
    items.append(len(items))
    yield items[:]
print(next(default()), next(default()))
def swap(a, b):
    while True:
        a, b = b, a
        yield a
s = swap(1, 2)
print(next(s), next(s), next(s))
def star(*a): yield from a
print(list(star(*range(3))))
def locals_gen(x):
    y = x * 2
    yield sorted(locals().items())
    z = 1
    yield sorted(locals())
print(list(locals_gen(2)))
def with_del(x):
    yield x
    del x
    try: yield x
    except UnboundLocalError as e: yield str(e)
print(list(with_del(1)))
def types_of(v): yield type(v).__name__
print([next(types_of(v)) for v in (1, "a", None, [], 1.5)])
