# locals() and globals(): snapshots in functions, the real dict in modules
def f(a, b=2):
    c = 3
    before = dict(locals())
    d = 4
    return before, sorted(locals())

print(f(1))

def nested():
    x = 1
    def inner():
        y = x
        return sorted(locals().items())
    return inner()

print(nested())

def unset():
    if False:
        z = 1
    return locals()

print(unset())
print(globals() is locals(), "f" in globals())
globals()["made"] = "by globals()"
print(made)

def change():
    q = 1
    locals()["q"] = 99
    return q

print(change())

def deleted():
    a = b = 1
    del a
    return locals()

print(deleted())
print(sorted(locals.__name__ for _ in [0]), [sorted(vars()) == sorted(globals())])

def star(*args, **kw):
    return locals()

print(star(1, 2, k=3))
