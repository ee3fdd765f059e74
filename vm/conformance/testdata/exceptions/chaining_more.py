# __context__, __cause__, notes, reraising
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


import traceback
def show(e, d=0):
    while e is not None and d < 6:
        print('  ' * d + type(e).__name__, e.args, 'cause' if e.__cause__ else '', 'suppress' if e.__suppress_context__ else '', getattr(e, '__notes__', ''))
        e, d = e.__cause__ or e.__context__, d + 1
def run(f):
    try: f()
    except BaseException as e: show(e)
def a():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k')
def b():
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError('k') from z
def c():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k') from None
def d():
    try:
        try: 1 / 0
        finally: raise ValueError('f')
    except ValueError: raise
def e():
    try: 1 / 0
    except ZeroDivisionError as z:
        try: raise z
        except ZeroDivisionError as y: raise y from y
def f():
    x = KeyError('a')
    try: raise x
    except KeyError:
        try: raise ValueError
        except ValueError: raise x
def g(): raise KeyError('x') from 3
def h(): raise ValueError from KeyError
def i():
    try: raise KeyError('n')
    except KeyError as k:
        k.add_note('one'); k.add_note('two'); raise
def j():
    with C(): 1 / 0
class C:
    def __enter__(s): return s
    def __exit__(s, *a): raise TypeError('exit')
def k(): raise
def l():
    try: raise KeyError
    except KeyError: pass
    raise
def m():
    for _ in [1]:
        try: 1 / 0
        except ZeroDivisionError: continue
        finally: x = {}['q']
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m): print(fn.__name__); run(fn)
x = ValueError('v'); t(x.add_note, 3); t(lambda: x.__notes__); x.add_note('n'); t(lambda: x.__notes__); x.__notes__ = 'bad'; t(x.add_note, 'z')
t(setattr, x, '__cause__', 3); t(setattr, x, '__context__', 'c'); t(setattr, x, '__traceback__', 1); t(setattr, x, 'args', 3); x.args = [1, 2]; print(x.args, x)
t(delattr, x, '__cause__'); t(delattr, x, 'args'); t(lambda: x.with_traceback(None) is x); t(lambda: x.with_traceback(3)); t(lambda: ValueError(1, 2)); t(lambda: str(KeyError('a'))); t(lambda: str(KeyError('a', 'b')))
