# weakref.ref takes an object and a callback, in __new__ and in __init__.
import weakref


class C:
    pass


class KeyRef(weakref.ref):
    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self


class InitRef(KeyRef):
    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


c = C()
r = weakref.ref(c)
for f in (lambda: weakref.ref(), lambda: weakref.ref(c, None, 1), lambda: weakref.ref(c, callback=None),
          lambda: r.__init__(), lambda: r.__init__(1, 2, 3), lambda: r.__init__(1, 2), lambda: r.__init__(1),
          lambda: KeyRef(c, None, 'k'), lambda: InitRef(c, None, 'k').key):
    try:
        print(f())
    except TypeError as e:
        print('TypeError:', e)
