# Threads that change one list, dict, set, deque at the same time: single operations are never torn.
import threading
from collections import deque

N, M = 6, 300
items, table, members, row = [], {}, set(), deque()


def work(n):
    for i in range(M):
        items.append((n, i))
        table[n, i] = i
        members.add((n, i))
        row.append((n, i))
        if i % 3 == 0:
            del table[n, i]
            members.discard((n, i))


ts = [threading.Thread(target=work, args=(n,)) for n in range(N)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(items), len(set(items)), len(table), len(members), len(row))
print(all([i for m, i in items if m == n] == list(range(M)) for n in range(N)))

# Changed while somebody iterates: CPython's errors, or the whole walk.
d, stop, seen = dict.fromkeys(range(50)), threading.Event(), set()


def change():
    i = 50
    while not stop.is_set():
        d[i] = None
        del d[i]
        i += 1


def walk():
    for _ in range(300):
        try:
            for k in d:
                k + 1
        except RuntimeError as e:
            seen.add(str(e))


t = threading.Thread(target=change)
t.start()
walk()
stop.set()
t.join()
print(seen <= {'dictionary changed size during iteration', 'dictionary keys changed during iteration'}, len(d))

# pop() gives each item to one thread.
pool, taken = list(range(1000)), [[] for _ in range(4)]


def take(mine):
    while True:
        try:
            mine.append(pool.pop())
        except IndexError:
            return


ts = [threading.Thread(target=take, args=(mine,)) for mine in taken]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(sum(taken, [])) == list(range(1000)))
