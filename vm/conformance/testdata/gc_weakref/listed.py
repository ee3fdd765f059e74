# References as they are listed and shown.
import weakref


class Plain:
    pass


class Ref(weakref.ref):
    pass


o = Plain()
first = Ref(o)
plain = weakref.ref(o)
called = weakref.ref(o, print)
print([r is plain for r in weakref.getweakrefs(o)], weakref.getweakrefcount(o), plain is weakref.ref(o), plain is called)


class Config(dict):
    def __getattr__(self, name):
        return self[name]


class Named:
    __name__ = 'a name'


config, named = Config(offset=5), Named()
for x in config, named, print, int, weakref, Named.__init__:
    try:
        print(repr(weakref.ref(x)).split(' to ')[1].replace(hex(id(x)), 'ID'))
    except TypeError as e:
        print(e)
