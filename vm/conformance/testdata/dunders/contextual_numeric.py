# divmod, pow with three arguments, matmul, and their reflected forms
class N:
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
    def __matmul__(self, o): return ("matmul", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
n = N()
print(divmod(n, 1), divmod(1, n), n ** 2, 2 ** n, pow(n, 2), pow(n, 2, 3), pow(2, n), n @ 1, 1 @ n)
def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
attempt(pow, 2, n, 5)
attempt(divmod, 1, "a")
attempt(divmod, "a", 1)
attempt(pow, 2, "a")
attempt(pow, "a", 2, 3)
attempt(pow, 2, 3, "a")
attempt(pow, 2.0, 3, 5)
attempt(pow, 2, 3, 0)
attempt(lambda: 1 @ 2)
attempt(lambda: [] @ [])
class P2:
    def __pow__(self, o): return "two args"
print(P2() ** 1)
attempt(pow, P2(), 1, 2)
class IPow:
    def __ipow__(self, o): return ("ipow", o)
p = IPow()
p **= 3
print(p)
print(divmod(7, -2), divmod(-7, 2), divmod(7.5, 2), divmod(True, 1), 2 ** -1, (-8) ** 2, -8 ** 2, 2 ** 3 ** 2, (-1) ** 0.5)
