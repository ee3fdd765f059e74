import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

t = threading.Thread(target=lambda: None)
attempt(t.join)
t.start()
attempt(t.start)
attempt(setattr, t, 'daemon', True)
t.join()
attempt(t.start)
attempt(setattr, t, 'daemon', False)
attempt(threading.current_thread().join)
attempt(threading.current_thread().start)
attempt(threading.Thread, 5)
attempt(threading.Thread, group='g')
attempt(threading.Thread, None, None, None, (), {}, True)
attempt(threading.Thread, wrong=1)


class Lazy(threading.Thread):
    def __init__(self):
        pass


z = Lazy()
attempt(z.start)
attempt(z.join)
attempt(z.is_alive)
attempt(repr, z)
attempt(lambda: z.name)
attempt(setattr, z, 'name', 'x')
attempt(lambda: z.ident)
attempt(lambda: z.native_id)
attempt(lambda: z.daemon)
attempt(setattr, z, 'daemon', True)
attempt(setattr, t, 'ident', 5)
attempt(threading.stack_size, -1)
attempt(threading.stack_size, 100)
print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0), threading.stack_size())
print(threading.ThreadError is RuntimeError, threading.TIMEOUT_MAX)
