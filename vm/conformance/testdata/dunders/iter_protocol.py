# Iterator protocol: non-iterators, __next__ missing, iterators exhausted and restarted, StopIteration values
class NoNext:
    def __iter__(self): return 5
class Itself:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration(self.n)
        return self.n
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: iter(NoNext()))
attempt(lambda: [x for x in NoNext()])
attempt(lambda: next(5))
attempt(lambda: next([]))
attempt(lambda: iter(5))
attempt(lambda: [*None])
attempt(lambda: list(int))
attempt(lambda: next(iter([])))
it = Itself()
print(list(it), list(it), it.n)
class OnlyNext:
    def __next__(self): return 1
attempt(lambda: next(OnlyNext()))
attempt(lambda: iter(OnlyNext()))
attempt(lambda: list(OnlyNext()))
class IterGen:
    def __iter__(self):
        yield 1
        yield 2
print(list(IterGen()), sum(IterGen()), dict(zip(IterGen(), "ab")), [*IterGen()], {*IterGen()})
class IterRaises:
    def __iter__(self): raise KeyError("in iter")
attempt(lambda: list(IterRaises()))
class NextRaises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")
attempt(lambda: list(NextRaises()))
attempt(lambda: 1 in NextRaises())
i = iter([1, 2])
print(iter(i) is i, next(i), list(i), list(i), next(i, "done"))
lst = [1, 2, 3]
for x in lst:
    if x < 10: lst.append(x + 10)
    if len(lst) > 8: break
print(lst)
print([i.__length_hint__() for i in (iter([1, 2]), iter((1,)), iter(range(5)), iter({1: 2}), reversed([1, 2]))])
import operator
class Hint:
    def __length_hint__(self): return 7
class BadHint:
    def __length_hint__(self): return "x"
print(operator.length_hint(Hint()), operator.length_hint(5, 3), operator.length_hint([1]))
attempt(lambda: operator.length_hint(BadHint()))
