import pickle, io
class Rec:
    def __init__(self, key): self.key = key
known = {'a': Rec('a'), 'b': Rec('b')}
asked = []
class P(pickle.Pickler):
    def persistent_id(self, obj):
        asked.append(type(obj).__name__)
        if isinstance(obj, Rec):
            return obj.key
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        if pid not in known:
            raise pickle.UnpicklingError('unknown %r' % (pid,))
        return known[pid]
v = [known['a'], (known['b'], 'x', 1), known['a'], {'k': known['b']}, Rec]
for proto in range(6):
    asked.clear()
    f = io.BytesIO()
    P(f, proto).dump(v)
    print(proto, f.getvalue())
    print(asked)
    w = U(io.BytesIO(f.getvalue())).load()
    print(w[0] is known['a'], w[1][0] is known['b'], w[2] is w[0])
    try:
        pickle.loads(f.getvalue())
    except pickle.UnpicklingError as e:
        print(e)
# ids that are not text
class Ids(pickle.Pickler):
    def persistent_id(self, obj):
        return ['id', (1, obj.key)] if isinstance(obj, Rec) else None
class Load(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid
for proto in range(6):
    f = io.BytesIO()
    Ids(f, proto).dump([known['a'], 5])
    print(f.getvalue(), Load(io.BytesIO(f.getvalue())).load())
class Uni(pickle.Pickler):
    def persistent_id(self, obj):
        return 'é' if obj == 5 else None
for proto in (0, 1):
    try:
        f = io.BytesIO()
        Uni(f, proto).dump(5)
        print(f.getvalue())
    except pickle.PicklingError as e:
        print(e)
# assigned to a pickler
p = pickle.Pickler(f := io.BytesIO())
try:
    p.persistent_id
except AttributeError as e:
    print(e)
p.persistent_id = lambda o: 'five' if o == 5 else None
p.dump([5, 6])
print(f.getvalue(), callable(p.persistent_id))
u = pickle.Unpickler(io.BytesIO(f.getvalue()))
u.persistent_load = lambda pid: pid.upper()
print(u.load())
for obj, name in ((p, 'persistent_id'), (u, 'persistent_load')):
    for bad in (5, None):
        try:
            setattr(obj, name, bad)
        except TypeError as e:
            print(e)
    try:
        delattr(obj, name)
    except TypeError as e:
        print(e)
for data in (b'Pabc\n.', b'P\xff\n.', b'NQ.', b'Q.', b'P'):
    for cls in (Load, pickle.Unpickler):
        try:
            print(cls(io.BytesIO(data)).load())
        except Exception as e:
            print(type(e).__name__, e)
