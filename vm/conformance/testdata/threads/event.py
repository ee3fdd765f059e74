import threading

e = threading.Event()
print(e.is_set(), e.wait(0), e.wait(0.01), e.wait(timeout=-1))
log = []


def wait(n):
    log.append((n, e.wait()))


ts = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for t in ts:
    t.start()
print(log)
e.set()
for t in ts:
    t.join()
print(sorted(log), e.is_set(), e.wait(), e.wait(5))
e.set()
e.clear()
print(e.is_set())
# set() and clear() at once: who waits has been told all the same.
log.clear()
ts = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for t in ts:
    t.start()
while len(e._cond._waiters) < 3:
    pass
e.set()
e.clear()
for t in ts:
    t.join()
print(sorted(log), e.is_set())
