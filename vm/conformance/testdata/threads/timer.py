import threading
import time

done = threading.Event()
log = []

def note(*args, **kwargs):
    log.append((args, kwargs))
    done.set()

t = threading.Timer(0.01, note, [1, 2], {'k': 3})
print(t.interval, t.function is note, t.args, t.kwargs, t.finished.is_set(), t.name.startswith('Thread-'), t.daemon)
t.start()
done.wait()
t.join()
print(log, t.finished.is_set(), t.is_alive())

t = threading.Timer(30, note)
t.start()
t.cancel()
t.join()
print(len(log), t.finished.is_set())

t = threading.Timer(0, note)
t.cancel()
t.start()
t.join()
print(len(log))

# In the order of their times.
log.clear()
ts = [threading.Timer(n / 5, log.append, [n]) for n in (3, 1, 2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(log)
a, b = threading.Timer(1, print), threading.Timer(1, print)
print(a.args is b.args, a.kwargs is b.kwargs)
try:
    threading.Timer(1)
except TypeError as e:
    print(e)
