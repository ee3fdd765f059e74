"""A daemon thread does not keep the program alive.

    minipy examples/threads/daemon.py

At its end the program waits for its ordinary threads. Daemons are stopped where they are, without a word: good
for a heartbeat, bad for whatever must be finished.
"""

import atexit
import threading
import time

beats = 0


def heartbeat():
    global beats
    while True:
        beats += 1
        time.sleep(0.001)


def important():
    time.sleep(0.5)
    print("the ordinary thread has finished; the heart has beaten:", beats > 0)


threading.Thread(target=heartbeat, daemon=True).start()
threading.Thread(target=important).start()
atexit.register(print, "then come atexit's functions, and the end")
print("threads:", sorted((t.name, t.daemon) for t in threading.enumerate()))
print("the main program is over")
