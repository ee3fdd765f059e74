import types

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

def body(ns):
    ns['x'] = 1
    ns['f'] = lambda self: self.x + 1

C = types.new_class('C', (), {}, body)
print(C.__name__, C.x, C().f())

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'prepared': sorted(kw)}
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

D = types.new_class('D', (), {'metaclass': Meta, 'k': 1}, None)
print(type(D).__name__, D.prepared)
print(types.prepare_class('E', (D,), {'z': 2}))

class Proxy:
    def __mro_entries__(self, bases):
        return (list,)

print(types.resolve_bases((Proxy(),)))
F = types.new_class('F', (Proxy(),))
print(F.__mro__[1], isinstance(F(), list), len(F.__orig_bases__))
class M1(type): pass
class M2(type): pass
A = M1('A', (), {})
B = M2('B', (), {})
show(lambda: types.new_class('AB', (A, B)))

ns = types.SimpleNamespace(a=1, b='x')
ns.c = [1]
print(ns, ns == types.SimpleNamespace(a=1, b='x', c=[1]))
mp = types.MappingProxyType({'a': 1})
print(mp['a'], list(mp), mp | {'b': 2})
show(lambda: mp.__setitem__('a', 2))

def gen():
    x = yield 1
    return x

@types.coroutine
def co():
    r = yield 'awaited'
    return r

async def main():
    return await co()

m = main()
print(m.send(None))
try:
    m.send(42)
except StopIteration as e:
    print('result', e.value)
print([n for n in ('FunctionType', 'NoneType', 'CellType', 'UnionType', 'GenericAlias') if isinstance(getattr(types, n), type)])
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), types.NoneType is type(None))

class P:
    @types.DynamicClassAttribute
    def name(self):
        return 'instance'
print(P().name)
show(lambda: P.name)
