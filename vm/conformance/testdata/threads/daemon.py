import threading
import time

seen = []


def forever():
    while True:
        seen.append(1)
        time.sleep(0.001)


t = threading.Thread(target=forever, daemon=True)
print(t.daemon)
t.start()
print(t.is_alive(), t in threading.enumerate())
t.join(0.01)
print(t.is_alive(), len(seen) > 0)


def inherits():
    print('inner', threading.Thread().daemon, threading.Thread(daemon=False).daemon)


for daemonic in False, True:
    u = threading.Thread(target=inherits, daemon=daemonic)
    u.start()
    u.join()
u = threading.Thread()
u.daemon = True
print(u.daemon, repr(u).replace(u.name, 'N'))


def blocked():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def spins():
    while True:
        pass


def waits():
    threading.Event().wait()


def noisy():
    try:
        threading.Event().wait()
    finally:
        print('never said')


for f in blocked, spins, waits, noisy:
    threading.Thread(target=f, daemon=True).start()
print('main ends')
