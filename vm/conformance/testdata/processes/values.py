# shared values: what may be stored, and how it is converted
import multiprocessing as mp

class I:
    def __index__(self):
        return 7

class F:
    def __float__(self):
        return 2.5

items = (b'a', bytearray(b'b'), b'ab', 65, 300, -1, 2**70, 'x', 'é', 'xy', 1.5, True, None, I(), F())
for lock in (False, True):
    for code in 'cubBhHiIlLqQfd':
        v = mp.Value(code, lock=lock)
        for x in items:
            name = type(x).__name__ if isinstance(x, (I, F)) else repr(x)
            try:
                v.value = x
                print(code, name, repr(v.value))
            except Exception as e:
                print(code, name, type(e).__name__, e)

v = mp.Value('i', 5)
with v:
    v.value += 1
print(v.value, v.get_obj().value, v.get_lock())

class Recorder:
    # a lock of another make
    def acquire(self):
        print('acquire')
    def release(self):
        print('release')

v = mp.Value('d', 1.5, lock=Recorder())
v.value *= 2
print(v.value)
try:
    v.value = 'x'
except TypeError as e:
    print(e)
lock = mp.Lock()
with lock:
    print(lock, lock.acquire(False))
print(lock)
try:
    with lock:
        1 / 0
except ZeroDivisionError:
    print(lock)
