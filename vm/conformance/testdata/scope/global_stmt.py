# global: binding, creating, and reading module names from functions
x = 1

def set_x(v):
    global x
    x = v

def make():
    global fresh
    fresh = "made"

def read():
    return x

set_x(5)
print(x, read())
make()
print(fresh)

def outer():
    x = "outer"
    def inner():
        global x
        x = "from inner"
        return x
    return inner(), x

print(outer(), x)

def loops():
    global i
    for i in range(3):
        pass

loops()
print(i)

def functions():
    global helper, Klass, math
    def helper():
        return "helper"
    class Klass:
        pass
    import math

functions()
print(helper(), Klass.__name__, Klass.__qualname__, math.floor(2.5))

def with_del():
    global fresh
    del fresh

with_del()
try:
    fresh
except NameError as e:
    print(e, e.name)
