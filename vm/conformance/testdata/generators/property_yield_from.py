# yield from over properties, methods, comprehensions and attributes that are generators
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    @property
    def pre(self):
        yield self.v
        for k in self.kids: yield from k.pre
    @property
    def post(self):
        for k in self.kids: yield from k.post
        yield self.v
    def levels(self):
        row = [self]
        while row:
            yield [n.v for n in row]
            row = [k for n in row for k in n.kids]
    def paths(self, *prefix):
        here = (*prefix, self.v)
        if not self.kids: yield "/".join(here)
        for k in self.kids: yield from k.paths(*here)
t = Node("a", Node("b", Node("d")), Node("c", Node("e"), Node("f")))
print(*t.pre, *t.post, list(t.levels()), list(t.paths()))
class Walk:
    items = property(lambda self: (i * i for i in range(4)))
    def __iter__(self): yield from self.items
    def __getattr__(self, n): return (f"{n}{i}" for i in range(2))
w = Walk()
def all_of(*its):
    for it in its: yield from it
print(list(w), list(all_of(w.items, w, w.foo)), sum(w.items))
def nested(n): yield from (inner(i) for i in range(n))
def inner(n):
    yield n
    return n
print([list(g) for g in nested(3)])
