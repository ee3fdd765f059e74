# Recursion: mutual, through methods, through lambdas, with accumulators, via builtins
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(300), odd(301))

fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20))

def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))

print(ackermann(2, 5))

class Tree:
    def __init__(self, v, *kids):
        self.v, self.kids = v, kids
    def total(self):
        return self.v + sum(k.total() for k in self.kids)
    def __len__(self):
        return 1 + sum(map(len, self.kids))
    def __repr__(self):
        return f"T({self.v}{''.join(', ' + repr(k) for k in self.kids)})"

t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(t.total(), len(t), t)

def hanoi(n, a, b, c):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)

print(len(hanoi(8, 1, 2, 3)), hanoi(2, "a", "b", "c"))

def flatten(x):
    return sum(map(flatten, x), []) if isinstance(x, list) else [x]

print(flatten([1, [2, [3, [4]], 5]]))
def perms(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"))
