# Cell objects: contents, emptiness, parameters and loop variables as cells
import types

def f(a, *args, b=2, **kw):
    def inner():
        return a, args, b, kw
    a += 1
    return inner

print(f(1, 7, 8, b=3, c=4)())

def empty():
    def inner():
        return x
    cell = inner.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as e:
        print(type(e).__name__, e)
    x = 1
    print(cell.cell_contents)
    return cell

c = empty()
print(type(c).__name__, isinstance(c, types.CellType))
d = types.CellType(5)
print(d.cell_contents, types.CellType(5) == d, types.CellType(4) < d)
d.cell_contents = "new"
print(d.cell_contents)
del d.cell_contents
try:
    d.cell_contents
except ValueError as e:
    print(e)

def loop():
    fs = []
    for i, j in [(1, 2), (3, 4)]:
        fs.append(lambda: (i, j))
    return [f() for f in fs]

print(loop())

def with_except():
    try:
        raise KeyError("k")
    except KeyError as e:
        get = lambda: e
        print(repr(get()))
    try:
        get()
    except NameError as err:
        print(type(err).__name__, err)

with_except()
