import _thread
import time

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

done = _thread.allocate_lock()
done.acquire()


def report(*args, **kwargs):
    print(args, kwargs)
    done.release()


ident = _thread.start_new_thread(report, (1, 2), {'k': 3})
done.acquire()
print(ident != _thread.get_ident(), isinstance(ident, int), _thread.get_ident() > 0)


def quits():
    try:
        _thread.exit()
    finally:
        done.release()


_thread.start_new_thread(quits, ())
done.acquire()
attempt(_thread.start_new_thread)
attempt(_thread.start_new_thread, 5, ())
attempt(_thread.start_new_thread, report, [])
attempt(_thread.start_new_thread, report, (), [])
attempt(_thread.exit)
print(_thread.LockType is type(done), _thread.error, _thread.TIMEOUT_MAX)
attempt(done.release)
attempt(done.release)
while _thread._count():
    time.sleep(0.001)
print(_thread._count())


def sentinel(box):
    lock = _thread._set_sentinel()
    lock.acquire()
    box.append(lock)


box = []
_thread.start_new_thread(sentinel, (box,))
while not box:
    time.sleep(0.001)
print(box[0].acquire(timeout=60))
attempt(_thread.interrupt_main, -1)
attempt(_thread.interrupt_main, 1000)
try:
    _thread.interrupt_main()
    time.sleep(60)
except KeyboardInterrupt as e:
    print('interrupted', e.args)
