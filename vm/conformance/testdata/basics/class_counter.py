# Small classes: counters, stacks, points, ranges, with operators and iteration
class Stack:
    def __init__(self, *items): self._i = list(items)
    def push(self, x): self._i.append(x); return self
    def pop(self): return self._i.pop()
    def __len__(self): return len(self._i)
    def __iter__(self): return reversed(self._i)
    def __contains__(self, x): return x in self._i
    def __bool__(self): return len(self) > 1
    def __repr__(self): return f"Stack{tuple(self._i)}"
s = Stack(1).push(2).push(3)
print(s, len(s), list(s), 2 in s, bool(s), s.pop(), bool(Stack(1)), max(s), [*s])
class Range:
    def __init__(self, a, b): self.a, self.b = a, b
    def __iter__(self):
        x = self.a
        while x < self.b: yield x; x += 1
    def __contains__(self, x): return self.a <= x < self.b
    def __eq__(self, o): return (self.a, self.b) == (o.a, o.b)
    def __and__(self, o): return Range(max(self.a, o.a), min(self.b, o.b))
    def __len__(self): return max(0, self.b - self.a)
    __hash__ = lambda self: hash((self.a, self.b))
r = Range(1, 5) & Range(3, 9)
print(list(r), 4 in r, 5 in r, len(r), r == Range(3, 5), len({r, Range(3, 5)}), sum(Range(0, 4)), not Range(2, 2))
try: Stack().pop()
except IndexError as e: print(e)
