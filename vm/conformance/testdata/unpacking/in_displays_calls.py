# Starred expressions in displays, subscripts, returns, for loops, and yield
def r(): return 1, *[2, 3], *"ab"
def y():
    yield 1, *[2]
    yield *"cd", 5
print(r(), list(y()))
for x in *[1, 2], *"z": print(x, end=" ")
print()
print([*[]], [*[1], *(2,), *{3}, *{4: 0}, *range(5, 7), *"x"], (*"ab",), {*[1, 2], *[2, 3]} == {1, 2, 3})
print({**{"a": 1}, "b": 2, **{"c": 3}, **dict(d=4)})
print(*[1, 2], *"ab", sep="-")
print(max(*[1, 5, 3]), dict(**{"a": 1}, b=2), [*map(str, range(3))], [*zip("ab", [1, 2])])
a = [1, 2, 3]
print([*a, *a[::-1]], [*a][1:], [0, *a, 4], len([*a, *a]))
d = {"x": 1}
e = {**d, "x": 2}
f = {"x": 0, **d}
print(e, f, d)
def g(*a, **k): return a, k
print(g(*a, *a, **d, **{"y": 2}), g(*(), **{}), g(*a, 4, z=5, *[6]))
lst = [*range(3)]
lst[1:2] = *"new",
print(lst)
x = *a, = [7, 8]
print(x, a)
t = 1, *[2], 3
print(t)
nested = [*[*[*[1]]]]
print(nested)
print([*(x * 2 for x in range(3))], {*()} == set(), (*[],), [*{}.items()])
