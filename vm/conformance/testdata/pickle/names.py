# Classes and functions by their names.
import pickle, collections, functools, operator, math, os
class Outer:
    class Inner:
        def method(self): return 1
        @classmethod
        def cm(cls): return cls.__name__
        @staticmethod
        def sm(): return 's'
def func(): pass
for v in (int, str, type, object, type(None), type(...), type(NotImplemented), Exception, OSError, Outer, Outer.Inner, func, Outer.Inner.method, Outer.Inner.cm,
          Outer.Inner.sm, len, print, math.sin, operator.add, functools.reduce, functools.partial, collections.deque, collections.OrderedDict, collections.Counter,
          collections.abc.Mapping, dict.fromkeys, str.join, list.append, [1].index, 'xy'.join, int.from_bytes, os.getcwd, ..., NotImplemented, range, enumerate):
    for proto in range(6):
        data = pickle.dumps(v, proto)
        back = pickle.loads(data)
        print(proto, data, back is v or back == v or back.__name__)
bound = Outer.Inner().method
for proto in range(6):
    print(pickle.loads(pickle.dumps(bound, proto))())
print(pickle.dumps([int, len, dict, print, Outer, func, Outer.Inner]))
