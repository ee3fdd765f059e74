# send, throw, close in all states
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


def g():
    while True:
        try:
            x = yield 1
            print('got', x)
        except ValueError as e:
            print('caught', e)
            yield 'v'
        except GeneratorExit:
            print('closing'); raise
        finally: print('fin')
a = g(); t(a.send, 5); t(next, a); t(a.send, 'm'); t(a.throw, ValueError('q')); t(next, a); t(a.throw, KeyError('k')); t(next, a); t(a.send, None); t(a.close); t(a.throw, IndexError)
b = g(); t(b.throw, ValueError, 'x'); t(next, b)
c = g(); t(c.close); t(next, c); d = g(); next(d); t(d.close); t(d.close)
def stub():
    try: yield 1
    except GeneratorExit: yield 2
s = stub(); next(s); t(s.close)
def swallow():
    try: yield 1
    except GeneratorExit: return 9
s = swallow(); next(s); t(s.close)
def r(): return 5; yield
t(next, r()); t(lambda: list(r()))
def si(): raise StopIteration('x'); yield
t(next, si())
def si2(): yield next(iter([]))
t(lambda: list(si2()))
def reent():
    yield me.send(None)
me = reent(); t(next, me)
def quiet():
    while True: yield
for args in [(), (3,), (ValueError, 3, 4, 5), (ValueError('a'), 'b'), ('str',), (ValueError, None, 3), (int,), (None,)]:
    x = quiet(); next(x); t(x.throw, *args)
def deleg():
    res = yield from inner(); print('res', res)
    try: yield from [10, 20]
    except ValueError as e: print('outer', e); yield 'o'
    return 'done'
def inner():
    try: y = yield 'i1'; print('y', y)
    except KeyError as e: print('inner', e)
    return 'ret'
e = deleg(); t(next, e); t(e.throw, KeyError('z')); t(e.send, None); t(e.throw, ValueError('w')); t(next, e)
e = deleg(); next(e); t(e.send, 4); t(e.send, 5)
print(a.gi_frame, a.gi_running, e.gi_code.co_name, e.gi_yieldfrom, type(e.gi_frame).__name__)
h = deleg(); next(h); print(h.gi_yieldfrom.__name__, h.__name__, h.__qualname__); h.__name__ = 'zz'; print(h.__name__)
t(setattr, h, '__name__', 3)
import inspect
q = g(); print(inspect.getgeneratorstate(q)); next(q); print(inspect.getgeneratorstate(q)); q.close(); print(inspect.getgeneratorstate(q))
