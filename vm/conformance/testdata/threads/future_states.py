import re
from concurrent.futures import Future, CancelledError, TimeoutError, InvalidStateError
import concurrent.futures

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', re.sub('0x[0-9a-f]+', '0xX', str(e)))

def show(f):
    print(re.sub('0x[0-9a-f]+', '0xX', repr(f)), f.cancelled(), f.running(), f.done())

f = Future()
show(f)
attempt(f.result, 0)
attempt(f.result, timeout=0.01)
attempt(f.exception, 0.01)
attempt(f.set_running_or_notify_cancel)
show(f)
attempt(f.cancel)
attempt(f.result, 0.01)
attempt(f.set_result, [1, 2])
show(f)
attempt(f.result)
attempt(f.exception)
attempt(f.cancel)
attempt(f.set_result, 5)
attempt(f.set_exception, ValueError())

f = Future()
f.set_exception(ValueError('why'))
show(f)
attempt(f.result)
attempt(f.result, 0)
print(repr(f.exception()))
try:
    f.result()
except ValueError as e:
    print(e is f.exception())

f = Future()
attempt(f.cancel)
show(f)
attempt(f.cancel)
attempt(f.result)
attempt(f.exception)
attempt(f.set_result, 1)
attempt(f.set_running_or_notify_cancel)
show(f)
attempt(f.result)
attempt(f.cancel)
print(CancelledError.__mro__, TimeoutError is __builtins__.TimeoutError, InvalidStateError.__mro__)
print(Future[int], CancelledError.__module__)
print(sorted(set(dir(concurrent.futures)) - {'ProcessPoolExecutor', '__author__', '__doc__'}))
attempt(lambda: concurrent.futures.missing)
