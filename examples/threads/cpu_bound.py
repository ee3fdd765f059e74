"""Why two threads that compute are no faster than one.

    minipy examples/threads/cpu_bound.py

Only the thread that holds the interpreter's lock runs Python code. The two take turns, 100 instructions
each: both get on, but together they never use more than one processor.
"""

import os
import sys
import threading
import time

COUNT = 1_000_000


def compute(progress, name):
    i = 0
    while i < COUNT:
        i += 1
        if i % 10_000 == 0:
            progress.append(name)


def processor_time():
    return sum(os.times()[:2])


progress = []
threads = [threading.Thread(target=compute, args=(progress, name)) for name in "ab"]
cpu, wall = processor_time(), time.perf_counter()
for t in threads:
    t.start()
for t in threads:
    t.join()
cpu, wall = processor_time() - cpu, time.perf_counter() - wall

turns = sum(x != y for x, y in zip(progress, progress[1:]))
print("both finished:", progress.count("a") == progress.count("b") == COUNT // 10_000)
print("they took turns all the way:", turns > 20)
print("processors in use: one at most:", cpu / wall < 1.35)
print("instructions a turn:", sys.getcheckinterval())
