# Comparison chains evaluate each operand once and stop early; non-bool results
class T:
    def __init__(self, n, r=True): self.n, self.r = n, r
    def __lt__(self, o):
        print(f"{self.n}<{o.n}", end=" ")
        return self.r
class Falsy:
    def __init__(self, tag): self.tag = tag
    def __bool__(self):
        print("bool", self.tag, end=" ")
        return False
    def __repr__(self): return self.tag

def t(n, r=True):
    print("eval", n, end=" ")
    return T(n, r)

print(t(1) < t(2) < t(3))
print(t(1, False) < t(2) < t(3))
print(t(1, Falsy("F")) < t(2) < t(3))
print(t(1) < t(2, Falsy("G")) < t(3))
print(t(1) < t(2, "last") < t(3))
x = 5
print(1 < x < 10, 1 < x > 3 != 4, x is x is not None, 1 in [1] == True, (1 in [1]) == True)
print(not 1 < 2, not (1 < 2 < 1), 1 < 2 and 2 < 1 or "or")
class B:
    def __bool__(self): raise ValueError("no truth")
class C:
    def __lt__(self, o): return B()
c = C()
print(type(c < 1).__name__)
try:
    c < 1 < 2
except ValueError as e:
    print(e)
try:
    if c < 1: pass
except ValueError as e:
    print(e)
