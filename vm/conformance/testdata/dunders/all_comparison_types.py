# Comparisons between all pairs of builtin kinds: equality and ordering
vals = [0, 1, -1, 1.0, 0.5, True, "a", "", b"a", None, (), (1,), [], [1], {}, {1: 2}, set(), {1}, frozenset(), range(1), 1j, ..., int, len]
for a in vals:
    print(repr(a), "".join("=" if a == b else "." for b in vals), end=" ")
    row = ""
    for b in vals:
        try: row += "<" if a < b else ">"
        except TypeError: row += "x"
    print(row)
