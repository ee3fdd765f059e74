# Iterating several things together: zip, enumerate, reversed, nested, sliced, chained
names, ages = ["ann", "bob", "cy"], [30, 25, 41]
for i, (n, a) in enumerate(zip(names, ages), 1): print(i, n, a, end="; ")
print(dict(zip(names, ages)), sorted(zip(ages, names)), [n for _, n in sorted(zip(ages, names), reverse=True)], list(zip(*zip(names, ages))))
print([(x, y) for x in "ab" for y in range(2)], list(reversed(list(enumerate("ab")))), [a - b for a, b in zip(ages, ages[1:])], max(zip(ages, names))[1], list(map(lambda n, a: f"{n}{a}", names, ages)))
it = iter(range(7))
print([(a, b) for a, b in zip(it, it)], next(it, "none"), [list(zip("abc", range(n))) for n in range(3)], sum(i * x for i, x in enumerate([5, 6, 7])))
print(list(zip(range(3), iter("xy"))), list(zip({"k": 1}, {2})), any(a == b for a, b in zip("abc", "xbz")), [i for i, (a, b) in enumerate(zip("abc", "abd")) if a != b])
