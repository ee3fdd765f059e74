# An unlocked counter may lose updates, a locked one never.
import threading

n = 0
lock = threading.Lock()


def locked():
    global n
    for _ in range(2000):
        with lock:
            n += 1


ts = [threading.Thread(target=locked) for _ in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(n)

n = 0


def unlocked():
    global n
    for _ in range(2000):
        n += 1


ts = [threading.Thread(target=unlocked) for _ in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(0 < n <= 16000)
