# and, or, not: values, laziness, precedence
def t(v): print("t", end=" "); return v
def f(v): print("f", end=" "); return v
print(t(1) and f(0) and t(2), t(0) or f("") or t([]), t(1) or f(1), not t(0) and t(5))
print([a and b for a in (0, 1) for b in (0, 2)], [a or b for a in (0, 1) for b in (0, 2)], (1 and 2) + 3, 0 or 5 and 6, not (0 or 1))
x = None
y = x or "default"
z = y and y.upper()
print(y, z, x and x.foo, (x or {}).get("k", "none"))
