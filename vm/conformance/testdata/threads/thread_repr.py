import re
import threading

def show(x):
    print(re.sub(r'\d{2,}', 'N', re.sub(r'0x[0-9a-f]+', '0xX', re.sub(r'(started|stopped|daemon) \d+', r'\1 N', repr(x)))))

t = threading.Thread(target=print)
show(t)
go = threading.Event()
t = threading.Thread(target=go.wait, name='waiting')
show(t)
t.start()
show(t)
go.set()
t.join()
show(t)
t = threading.Thread(target=go.wait, daemon=True)
show(t)
t.start()
t.join()
show(t)
show(threading.main_thread())


class Special(threading.Thread):
    pass


show(Special(name='s'))
show(threading.Timer(1, print))
show(threading.Lock())
show(threading.RLock())
show(threading.Condition())
show(threading.Condition(threading.Lock()))
show(threading.Semaphore(3))
show(threading.BoundedSemaphore(3))
e = threading.Event()
show(e)
e.set()
show(e)
b = threading.Barrier(2)
show(b)
b.abort()
show(b)
l = threading.Lock()
with l:
    show(l)
r = threading.RLock()
with r:
    with r:
        print(re.sub(r'owner=\d+|0x[0-9a-f]+', '', repr(r)))
show(threading._RLock())
p = threading._RLock()
with p:
    show(p)
print(threading.Lock, threading.Thread, threading.Event, threading.local, threading.excepthook is threading.__excepthook__)
print(type(threading.Lock()), type(threading.RLock()), threading.Condition, threading.BrokenBarrierError.__mro__)
