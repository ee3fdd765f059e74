# range: attributes, indexing, slicing, membership, equality, big values, errors
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, -5, -1), range(10**20, 10**20 + 5, 2)):
    print(r, len(r), list(r), r.start, r.stop, r.step, r[0] if r else "-", r[-1] if r else "-", r[::-1], r[1:3], r[::2], list(reversed(r)), bool(r), sum(r), hash(r) == hash(r[:]))
r = range(0, 20, 3)
print(9 in r, 10 in r, 9.0 in r, 9.5 in r, "a" in r, -3 in r, True in range(2), None in r, 10**30 in r, r.index(9), r.count(9), r.count(10), r.count("x"), r == range(0, 21, 3), r == range(0, 19, 3), r != range(1), range(0) == range(5, 5), range(1, 2) == range(1, 2, 5), r == [0, 3], {range(3): 1}[range(0, 3)], r[2:4], r[-2:], r[10:], r[5:1:-2], range(10)[::-3], max(r), min(r), sorted(range(3, 0, -1)), [*range(3)], tuple(range(2)), range(True), range(3)[True], list(range(3)) * 2)
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(range)
attempt(range, 1, 2, 0)
attempt(range, 1.5)
attempt(range, "5")
attempt(range, None)
attempt(range, 1, 2, 3, 4)
attempt(range, stop=5)
attempt(lambda: r[100])
attempt(lambda: r[-100])
attempt(lambda: r["a"])
attempt(lambda: r[1.0])
attempt(r.index, 10)
attempt(r.index, "x")
attempt(lambda: r + r)
attempt(lambda: r * 2)
attempt(lambda: r < r)
attempt(lambda: setattr(r, "start", 5))
attempt(lambda: r.__setitem__(0, 1))
attempt(lambda: len(range(10**30)))
attempt(lambda: range(10**30)[10**29])
attempt(lambda: range(10**30)[-1])
attempt(lambda: bool(range(10**30)))
attempt(lambda: next(range(3)))
attempt(lambda: range(2**63)[2**63 - 1])
attempt(lambda: sum(range(10**18, 10**18 + 3)))
it = iter(range(3))
print(next(it), list(it), list(it), it.__length_hint__(), iter(range(2)).__next__(), type(it).__name__, type(iter(range(10**30))).__name__)
for i in range(3):
    i += 10
    print(i, end=" ")
print(i, [j for j in range(10, 0, -4)], [(i, j) for i in range(2) for j in range(i)], list(zip(range(3), range(3, 0, -1))), list(map(lambda x: x * x, range(4))))
n = 3
for i in range(n):
    n = 10
print(i)
for i in range(0): pass
print(i, repr(range(1, 10)), str(range(1, 10, 2)), range(0, 5, 1), range(5, 5, 5).__reduce__()[1])
class I:
    def __index__(self): return 4
print(list(range(I())), range(I(), 8), range(10)[I()], I() in range(5))
