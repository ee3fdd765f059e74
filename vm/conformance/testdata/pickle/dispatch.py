import pickle, io, copyreg, collections
class A:
    def __init__(self, x): self.x = x
class B(A):
    pass
def make(x): return A(x)
def reduce_a(a): return make, ('reduced ' + str(a.x),)
copyreg.pickle(A, reduce_a)
for proto in range(6):
    data = pickle.dumps([A(1), B(2)], proto)
    print(proto, data)
    print([x.x for x in pickle.loads(data)])
p = pickle.Pickler(f := io.BytesIO())
try:
    p.dispatch_table
except AttributeError as e:
    print(e)
p.dispatch_table = {B: lambda b: (make, ('private',))}
p.dump([A(1), B(2)])
print([x.x for x in pickle.loads(f.getvalue())])
class P(pickle.Pickler):
    dispatch_table = collections.ChainMap({A: lambda a: 'a_global'}, copyreg.dispatch_table)
a_global = A('g')
P(f := io.BytesIO()).dump(a_global)
print(f.getvalue(), pickle.loads(f.getvalue()) is a_global)
class Q(pickle.Pickler):
    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = copyreg.dispatch_table.copy()
        self.dispatch_table[B] = lambda b: (int, ('5',))
Q(f := io.BytesIO()).dump([B(1), 1j])
print(pickle.loads(f.getvalue()))
# classes with a metaclass may be registered too
class Meta(type):
    pass
class M(metaclass=Meta):
    pass
print(pickle.loads(pickle.dumps(M)) is M)
copyreg.pickle(Meta, lambda m: (str, (m.__name__ + ' by name',)))
print(pickle.loads(pickle.dumps(M)))
for bad in ((A, 5), (A, reduce_a, 5)):
    try:
        copyreg.pickle(*bad)
    except TypeError as e:
        print(e)
del copyreg.dispatch_table[A]
print(pickle.loads(pickle.dumps(A(7))).x)
