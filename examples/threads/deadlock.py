"""A deadlock, how to see it, and how to avoid it.

    minipy examples/threads/deadlock.py

Two threads each hold one lock and wait for the other's: neither can go on. faulthandler.dump_traceback() shows
where every thread stands and what it waits for; so does `kill -QUIT` (Ctrl-\\) while a program hangs.
"""

import faulthandler
import re
import tempfile
import threading
import time

fork, knife = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def eat(first, second):
    with first:
        both_hold_one.wait()        # so that it goes wrong every time
        with second:
            print("never reached")


for name, locks in ("ada", (fork, knife)), ("bob", (knife, fork)):
    threading.Thread(target=eat, args=locks, name=name, daemon=True).start()
time.sleep(0.5)
print("fork taken:", fork.locked(), "- knife taken:", knife.locked())
print("alive, but stuck:", sorted(t.name for t in threading.enumerate() if t.daemon))

with tempfile.TemporaryFile("w+") as f:
    faulthandler.dump_traceback(f, all_threads=True)
    f.seek(0)
    picture = f.read()
# Thread 0x..., where it stands, and at the end: waits for lock, held by thread 0x...
stuck = dict(re.findall(r"^Thread (0x\w+).*\n  File .* in eat\n(?:  File .*\n)*  waits for lock, held by thread (0x\w+)", picture, re.M))
print("threads that stand in eat():", len(stuck))
print("each waits for a lock that the other has:", all(stuck[holder] == waiter for waiter, holder in stuck.items()))


# The cure: everybody takes the locks in the same order.
def eat_in_order(name):
    for _ in range(100):
        with plate:
            with spoon:
                meals.append(name)


plate, spoon, meals = threading.Lock(), threading.Lock(), []
threads = [threading.Thread(target=eat_in_order, args=(name,)) for name in ("cleo", "dora")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("in the same order:", meals.count("cleo"), "and", meals.count("dora"), "meals")

# Or nobody waits for ever.
print("with a time limit:", fork.acquire(timeout=0.05))
