# list methods with corners and errors
l = [3, 1, 2]
l.append(4)
l.extend("ab")
l.extend(x for x in (9,))
l.insert(0, "first")
l.insert(100, "end")
l.insert(-1, "before end")
l.insert(-100, "start")
print(l, l.pop(), l.pop(0), l.pop(-2), l)
l.remove("a")
print(l.index(1), l.index(4, 2), l.index("b", -3), l.count(1), l.copy() == l, l.copy() is l)
l.reverse()
print(l, l.clear(), l, [].copy(), [1, 2] * 2, 2 * [0], [] * 5, [1] * -1, [1] + [2])
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
l = [1, 2, 3]
attempt(l.remove, 9)
attempt(l.index, 9)
attempt(l.index, 1, 1)
attempt(l.index, 3, 0, -1)
attempt([].pop)
attempt(l.pop, 5)
attempt(l.pop, -4)
attempt(l.pop, "x")
attempt(l.pop, 1.0)
attempt(l.insert, "x", 1)
attempt(l.insert, 1)
attempt(l.extend, 5)
attempt(l.append)
attempt(l.append, 1, 2)
attempt(l.index, 1, "a")
attempt(l.index)
attempt(l.count)
attempt(lambda: l + (1,))
attempt(lambda: l + "a")
attempt(lambda: l * 1.5)
attempt(lambda: l * l)
attempt(lambda: l < 5)
attempt(lambda: hash(l))
attempt(lambda: l.foo)
attempt(lambda: l["a"])
attempt(list, 5)
attempt(list, [1], [2])
attempt(list, iterable=[1])
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2], [1, 2] != [2, 1], [2] > [1, 9], [[1]] == [[1]], [1] == (1,), [1.0] == [1])
l = [1, 2, 3]
m = l
m += [4]
m *= 2
print(l is m, l, l.__len__(), l.__contains__(2), l.__getitem__(0), l.__reversed__().__next__(), l.__iadd__([0]) is l, list(reversed(l)), list("ab"), list({1: 2}), list((1,)), list(range(2)), [list()], sum(l), min(l), max(l), l[-1], l[1:3], 4 in l, 9 not in l)
l = list(range(5))
for x in l:
    if x == 2: l.remove(x)
print(l)
l = [0] * 3
l[1] = 5
nested = [[0] * 2] * 2
nested[0][0] = 1
print(l, nested, [[0] * 2 for _ in range(2)])
l.extend(l)
l[len(l):] = [7]
print(l, [*l, *l][3], l.__init__([9]), l, list.__new__(list), l.__class__, l.__doc__[:8])
