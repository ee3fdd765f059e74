import pickle, threading, sys, io, types, weakref, os, re
def gen(): yield 1
async def coro(): pass
class C:
    __slots__ = ('a', '__weakref__')
    def p(self): pass
    p = property(p)
c = C()
co = coro()
try:
    raise ValueError
except ValueError as e:
    tb = e.__traceback__
def closure():
    x = 1
    return (lambda: x).__closure__[0]
for v in (gen(), co, threading.Lock(), threading.RLock(), sys, io.TextIOWrapper(io.BytesIO()), tb, sys._getframe(), gen.__code__, {}.keys(), {}.values(), {}.items(), memoryview(b'x'),
          types.MappingProxyType({}), property(), C.__dict__['p'], classmethod(len), staticmethod(len), super(C, c), weakref.ref(c), closure(), object.__dict__, type.__dict__['__name__'], C.a,
          dict.__dict__['fromkeys'], iter(int, 1), io.BufferedReader(io.BytesIO()) if 0 else open(os.devnull)):
    for proto in (2, 4):
        try:
            pickle.dumps(v, proto)
            print('pickled', type(v))
        except Exception as e:
            print(type(v).__name__, proto, type(e).__name__, str(e).split(' at 0x')[0])
co.close()
