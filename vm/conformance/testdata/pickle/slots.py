import pickle, copyreg
class S:
    __slots__ = ('a', 'b', '__private', '_c')
    def __init__(self):
        self.a = 1
        self.__private = 2
    def private(self):
        return self.__private
class T(S):
    __slots__ = ('d', '__private')
    def __init__(self):
        super().__init__()
        self.d = [self]
        self.__private = 3
class U(S):
    pass
class One:
    __slots__ = 'only'
class WithDict:
    __slots__ = ('x', '__dict__')
for make in (S, T, U, One, WithDict):
    v = make()
    if make is U:
        v.free = 'f'
    if make is One:
        v.only = 'o'
    if make is WithDict:
        v.x = 1
        v.y = 2
    for proto in range(6):
        try:
            data = pickle.dumps(v, proto)
        except TypeError as e:
            print(make.__name__, proto, e)
            continue
        w = pickle.loads(data)
        print(make.__name__, proto, data)
        print([(n, hasattr(w, n)) for n in ('a', 'b', '_c', 'd', 'only', 'x', 'y', 'free')], isinstance(w, S) and w.private())
    print(copyreg._slotnames(make))
class Own:
    __slots__ = ('p', 'q')
    def __getstate__(self):
        return [self.p, self.q]
    def __setstate__(self, state):
        self.p, self.q = state
v = Own()
v.p, v.q = 'P', 'Q'
for proto in range(6):
    w = pickle.loads(pickle.dumps(v, proto))
    print(proto, w.p, w.q)
