# list, tuple and bytearray operations over a set of index arguments
idx = [-10, -4, -3, -1, 0, 1, 2, 3, 10]
for make in (lambda: [10, 20, 30], lambda: (10, 20, 30), lambda: bytearray([10, 20, 30]), lambda: range(10, 40, 10), lambda: "xyz"):
    s = make()
    row = []
    for i in idx:
        try: row.append(s[i])
        except IndexError as e: row.append("IE")
    print(type(s).__name__, row, [list(s[i:]) for i in idx], [list(s[:i]) for i in idx])
    print([list(s[::k]) for k in (-3, -2, -1, 1, 2, 3)], [list(s[i:j]) for i in (-2, 0, 1) for j in (-1, 1, 5)])
for i in idx:
    row = []
    for op in ("l.insert(i, 'n')", "l.pop(i)", "l.__delitem__(i)", "l.__setitem__(i, 's')", "l.__setitem__(slice(i, i), 'ab')", "l.__setitem__(slice(i, None), [])", "l.__delitem__(slice(None, i))", "l.__setitem__(slice(None, None, i), [0] * len(l[::i]))" if i else "l.sort()", "l.index(20, i)", "l.__imul__(i)"):
        l = [10, 20, 30]
        try: exec(op, {"l": l, "i": i}); row.append(l)
        except Exception as e: row.append(type(e).__name__)
    print(i, row)
