# A Pickler that writes more than once; its memo.
import pickle, io
f = io.BytesIO()
p = pickle.Pickler(f)
shared = ['shared']
for v in (shared, shared, [shared]):
    start = f.tell()
    print(p.dump(v), f.getvalue()[start:])
p.clear_memo()
start = f.tell()
p.dump(shared)
print(f.getvalue()[start:])
f.seek(0)
u = pickle.Unpickler(f)
a, b, c, d = u.load(), u.load(), u.load(), u.load()
print(a is b, c[0] is a, d is a, d)
try:
    u.load()
except EOFError as e:
    print(e)
memo = p.memo
print(type(memo).__name__, sorted((v[0], v[1], k == id(v[1])) for k, v in memo.copy().items()))
copied = pickle.loads(pickle.dumps(memo))
print(type(copied), sorted(v[0] for v in copied.values()))
q = pickle.Pickler(g := io.BytesIO())
q.memo = p.memo
q.dump(shared)
print(g.getvalue())
memo.clear()
print(p.memo.copy())
q.memo = {id(shared): (7, shared), 5: (8, 'eight')}
q.dump([shared])
print(g.getvalue()[-20:])
for bad in (5, {1: 2}, {1: ()}, {1: ('x', 'y')}, None):
    try:
        q.memo = bad
    except TypeError as e:
        print(e)
try:
    del q.memo
except TypeError as e:
    print(e)
# fast mode: no memo
for proto in range(6):
    f = io.BytesIO()
    p = pickle.Pickler(f, proto)
    p.fast = True
    p.dump([shared, shared, 'x', {'k': (1, 2)}, {1}, frozenset([2])])
    print(p.fast, p.bin, f.getvalue(), pickle.loads(f.getvalue()))
deep = x = []
for i in range(40):
    x.append([])
    x = x[0]
p = pickle.Pickler(f := io.BytesIO(), 2)
p.fast = 1
p.dump(deep)
print(len(f.getvalue()))
deep.append(deep)
try:
    p.dump(deep)
except ValueError as e:
    print(str(e).split(' at 0x')[0])
class NoInit(pickle.Pickler):
    def __init__(self): pass
class NoInitU(pickle.Unpickler):
    def __init__(self): pass
for f in (lambda: NoInit().dump(1), lambda: NoInitU().load(), lambda: pickle.Pickler(5), lambda: pickle.Unpickler(5), lambda: pickle.Pickler(), lambda: pickle.Unpickler()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
