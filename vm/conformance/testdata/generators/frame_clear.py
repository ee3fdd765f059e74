import sys
def f():
    x = [1]
    sys._getframe().clear()
try: f()
except RuntimeError as e: print(e)
def g():
    x = 1
    try:
        yield x
    finally:
        print('closing', x)
it = g(); next(it)
fr = it.gi_frame
fr.clear()
print(it.gi_frame, list(it))
it = g()
fr = it.gi_frame
fr.clear()
print(it.gi_frame, list(it), fr.f_locals)
def h():
    hi.gi_frame.clear()
    yield
hi = h()
try: next(hi)
except RuntimeError as e: print(e)
def boom(a, b=2):
    c = 3
    def inner(): return c
    1/0
try: boom(1)
except ZeroDivisionError as e: tb = e.__traceback__
fr = tb.tb_next.tb_frame
print(sorted(fr.f_locals))
fr.clear()
print(fr.f_locals, fr.f_lineno, fr.f_code.co_name)
fr.clear()
try: tb.tb_frame.clear()
except RuntimeError as e: print(e)
def bad():
    try: yield
    finally: yield 1
b = bad(); next(b)
class Hook:
    pass
sys.unraisablehook = lambda a: print('unraisable', a.exc_type, a.exc_value)
b.gi_frame.clear()
def outer():
    yield from inner_it
def inner():
    try: o.gi_frame.clear()
    except RuntimeError as e: print('in', e)
    yield 1
inner_it = inner()
o = outer()
next(o)
inner_it.gi_frame.clear()
print(list(o))
import traceback
def keep():
    big = [1,2,3]
    raise ValueError
try: keep()
except ValueError as e:
    traceback.clear_frames(e.__traceback__)
    print(e.__traceback__.tb_next.tb_frame.f_locals)
async def c(): pass
import warnings
warnings.simplefilter('ignore')
co = c()
co.cr_frame.clear()
try: co.send(None)
except StopIteration as e: print('still there')
class A:
    y = 2
    fr = sys._getframe()
A.fr.clear()
print(A.fr.f_locals.get('y'))
