# A signal that another process sends runs the handler once.
import os
import signal
import subprocess
import time

came = []


def interrupts():
    for k in range(5):
        before = len(came)
        subprocess.run(['kill', '-INT', str(os.getpid())])
        while len(came) == before:
            time.sleep(0.001)
        time.sleep(0.01)
    print(came)
    came.clear()


signal.signal(signal.SIGINT, lambda n, frame: came.append(n))
interrupts()
signal.signal(signal.SIGINT, signal.SIG_IGN)
subprocess.run(['kill', '-INT', str(os.getpid())])
signal.signal(signal.SIGINT, lambda n, frame: came.append(-n))
interrupts()

signal.signal(signal.SIGINT, signal.default_int_handler)
for k in range(5):
    try:
        try:
            subprocess.run(['kill', '-INT', str(os.getpid())])
            time.sleep(60)
        except KeyboardInterrupt:
            time.sleep(0.01)
            came.append('once')
    except KeyboardInterrupt:
        came.append('twice')
print(came)
