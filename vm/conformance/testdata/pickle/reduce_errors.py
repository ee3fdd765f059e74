import pickle, copyreg
form = None
class R:
    def __reduce__(self):
        return form
class Boom:
    def __reduce_ex__(self, proto):
        raise ZeroDivisionError('in reduce')
def bad(f, proto=4):
    global form
    form = f
    try:
        print(pickle.dumps(R(), proto))
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
for f in (5, None, [], (), (int,), (int, (), 1, 2, 3, 4, 5), (5, ()), (int, []), (int, 5), (int, (), None, 5), (int, (), None, [1]), (int, (), None, None, {}),
          (int, (), None, None, None, 5), (int, (), None, None, iter([1])), (int, (), None, None, iter([(1, 2, 3)])), 'nothing_here', 'R.nothing',
          (copyreg.__newobj__, ()), (copyreg.__newobj__, (5,)), (copyreg.__newobj__, (int,)), (copyreg.__newobj_ex__, (int,)),
          (copyreg.__newobj_ex__, (5, (), {})), (copyreg.__newobj_ex__, (int, [], {})), (copyreg.__newobj_ex__, (int, (), []))):
    bad(f)
bad((copyreg.__newobj_ex__, (int, (), {})), 2)
try:
    pickle.dumps([1, Boom()])
except ZeroDivisionError as e:
    print(e)
class NoReduce:
    __reduce_ex__ = None
try:
    pickle.dumps(NoReduce())
except Exception as e:
    print(type(e).__name__, e)
# the pickler goes on after an error
import io
f = io.BytesIO()
p = pickle.Pickler(f)
for v in ([1, 2], [Boom()], [3]):
    try:
        p.dump(v)
    except ZeroDivisionError:
        print('failed')
print(f.getvalue())
# containers that change while they are written
class Grow:
    def __init__(self, what): self.what = what
    def __reduce__(self):
        if isinstance(self.what, set):
            self.what.add(len(self.what) + 10**6)
        elif isinstance(self.what, dict):
            self.what[len(self.what)] = 1
        elif len(self.what) < 20:
            self.what.append(0)
        return int, ()
d = {}
d.update({'a': 1, 'b': Grow(d), 'c': 2})
s = set()
s.update({1, 2, Grow(s)})
l = []
l.extend([1, Grow(l), 2])
for v in (d, s, l):
    try:
        print(len(pickle.loads(pickle.dumps(v))))
    except RuntimeError as e:
        print(e)
