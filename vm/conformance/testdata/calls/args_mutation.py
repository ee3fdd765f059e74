# Arguments are references; *args is a fresh tuple, **kwargs a fresh dict; defaults and aliasing
def change(l, d, n, s):
    l.append(1); d["k"] = 1; n += 1; s += "x"
    return n, s
l, d, n, s = [], {}, 1, "a"
print(change(l, d, n, s), l, d, n, s)
def rebind(l):
    l = l + [2]
    return l
print(rebind(l), l)
def inplace(l): l += [2]
inplace(l)
print(l)
def star(*a): return a
t = (1, 2)
print(star(*t) == t, star(*[1, 2]), type(star()).__name__)
def kw(**k):
    k["new"] = 1
    return k
src = {"a": 1}
print(kw(**src), src)
def swap(a, b): a, b = b, a; return a, b
print(swap(1, 2))
def default(x, acc=None):
    acc = [] if acc is None else acc
    acc.append(x)
    return acc
print(default(1), default(2), default(3, [0]))
def closure_arg(x):
    def get(): return x
    x = x * 2
    return get
print(closure_arg(5)())
def delete(x):
    del x
    try: return x
    except UnboundLocalError as e: return str(e)
print(delete(1))
def nested(a, b=(lambda: [0])()): b.append(a); return b
print(nested(1), nested(2))
def order(a, b): return a - b
print(order(b=1, a=5), order(*(5, 1)), order(5, **{"b": 1}), order(**{"b": 1, "a": 5}))
