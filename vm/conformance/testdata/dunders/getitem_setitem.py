# Subscription: keys of every kind, slices as objects, Ellipsis, tuples, negative, errors
class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
g = G()
print(g[1], g["a"], g[1, 2], g[1:2], g[::], g[1:2:3], g[1:2, ::3, 4], g[...], g[()], g[None:], g[-1], g[:, 0], g[(1, 2)], g[1,])
g[1] = 2
g[1:2] = [3]
g[1, 2] = "t"
g[:] = 0
del g[5], g[1:3], g[...]
g["x"] = g["y"] = 1
print(g[lambda: 0].__class__.__name__, g[g[1]], g[*[1, 2]], g[*"ab", 3], g[0, *"c"])
g[*[1, 2]] = 3
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s, s == slice(1, 10, 2), s != slice(1), slice(5), slice(None) < slice(1) if False else "n/a")
class N: pass
def attempt(code, **ns):
    try:
        exec(code, ns)
    except Exception as e:
        print(type(e).__name__, e)
attempt("n[0]", n=N())
attempt("n[0] = 1", n=N())
attempt("del n[0]", n=N())
attempt("'abc'[0] = 'x'")
attempt("(1, 2)[0] = 1")
attempt("del (1, 2)[0]")
attempt("'abc'[1.5]", )
attempt("[1, 2][None]")
attempt("[1, 2]['a'] = 1", )
attempt("del [1]['a']")
attempt("(1, 2)['a']", )
attempt("[1][5]")
attempt("[1][5] = 0")
attempt("del [1][5]")
attempt("(1,)[5]")
attempt("'a'[5]")
attempt("b'a'[5]")
attempt("range(3)[5]")
attempt("[1][2**100]")
attempt("{}[1]")
attempt("{}[[]]")
attempt("x = 5; x[0] += 1")
attempt("n[0] += 1", n=G())
