import _thread
import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

go = threading.Event()
back = threading.Event()
box = []


def foreign():
    me = threading.current_thread()
    box.append((me, me.ident == threading.get_ident(), me is threading.current_thread(), me in threading.enumerate()))
    go.set()
    back.wait()


_thread.start_new_thread(foreign, ())
go.wait()
t, same, again, listed = box[0]
print(type(t).__name__, t.name.startswith('Dummy-'), t.daemon, t.is_alive(), same, again, listed)
attempt(t.join)
attempt(t.start)
print(threading.active_count())
back.set()
print(isinstance(t, threading.Thread), repr(t).startswith('<_DummyThread(Dummy-'))
