# an attribute site that has seen a filled slot must still notice an empty one
class P:
    __slots__ = ('a',)
    def get(self):
        return self.a

p = P()
p.a = 'x'
for _ in range(5):
    print(p.get())
try:
    P().get()
except AttributeError as e:
    print('AttributeError', e)
del p.a
try:
    p.get()
except AttributeError as e:
    print('AttributeError', e)
p.a = 1
print(p.get())
