# __getstate__, __setstate__ and what comes without them.
import pickle
class G:
    def __init__(self, state):
        self.state = state
    def __getstate__(self):
        return self.state
    def __setstate__(self, state):
        self.got = state
class OnlyGet:
    def __getstate__(self):
        return {'renamed': self.__dict__}
class OnlySet:
    def __setstate__(self, state):
        self.via = sorted(state)
class Empty:
    def __getstate__(self):
        return None
    def __setstate__(self, s):
        raise SystemExit('not called')
for state in ({'a': 1}, (1, 2), 0, False, '', None, [], (None, {'s': 1}), ({'d': 1}, {'s': 2})):
    for proto in (0, 1, 2, 4):
        w = pickle.loads(pickle.dumps(G(state), proto))
        print(state, proto, getattr(w, 'got', 'not set'))
o = OnlyGet()
o.x = 1
print(pickle.loads(pickle.dumps(o)).__dict__)
o = OnlySet()
o.b = o.a = 1
print(pickle.loads(pickle.dumps(o)).via)
print(pickle.loads(pickle.dumps(Empty())).__dict__)
class P:
    pass
p = P()
print(p.__getstate__(), object.__getstate__(p))
p.x = 1
print(p.__getstate__(), object().__getstate__())
class Q(P):
    __slots__ = ('z',)
q = Q()
q.z = 1
print(q.__getstate__())
q.w = 2
print(q.__getstate__())
# state set without __setstate__
class R:
    pass
for data in (b'\x80\x04c__main__\nR\n)\x81}(\x8c\x01aK\x01K\x05K\x06ub.', b'\x80\x04c__main__\nR\n)\x81N}\x8c\x01sK\x02s\x86b.',
             b'\x80\x04c__main__\nR\n)\x81K\x01b.', b'\x80\x04c__main__\nR\n)\x81NK\x01\x86b.', b'\x80\x04c__main__\nR\n)\x81N}K\x01K\x02s\x86b.'):
    try:
        print(pickle.loads(data).__dict__)
    except Exception as e:
        print(type(e).__name__, e)
class Fallback:
    def __getattr__(self, name):
        raise AttributeError('no ' + name)
f = Fallback()
f.x = 1
print(pickle.loads(pickle.dumps(f)).__dict__)
