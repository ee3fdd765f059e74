# Ctrl-C reaches a thread that writes to a pipe that is full.
import os
import select
import signal
import sys
import threading
import time


def later():
    time.sleep(0.03)
    os.kill(os.getpid(), signal.SIGINT)


def interrupted(what, f, *args):
    t = threading.Thread(target=later)
    try:
        t.start()
        while True:
            f(*args)
    except KeyboardInterrupt:
        print(what, 'interrupted')
    t.join()


r, w = os.pipe()
interrupted('long writes', os.write, w, b'x' * 10 ** 6)
interrupted('short writes', os.write, w, b'x' * 10)
while select.select([r], [], [], 0)[0]:
    os.read(r, 1 << 16)
interrupted('sendfile', os.sendfile, w, os.open(__file__, os.O_RDONLY), 0, 1000)
interrupted('splice', os.splice, os.pipe()[0], w, 100)
raw = open(w, 'wb', buffering=0, closefd=False)
interrupted('raw file', raw.write, b'x' * 70000)
f = open(w, 'w', closefd=False)
interrupted('text', lambda: print('x' * 100, 'y', file=f))

# What is long arrives whole, and in order.
r2, w2 = os.pipe()
data = bytes(range(256)) * 4000
got = []


def reader():
    while sum(map(len, got)) < len(data):
        got.append(os.read(r2, 10000))


t = threading.Thread(target=reader)
t.start()
print(os.write(w2, data) == len(data))
t.join()
print(b''.join(got) == data)

# Without blocking, what there is room for.
r3, w3 = os.pipe()
os.set_blocking(w3, False)
print(os.write(w3, bytes(100000)))
try:
    os.write(w3, b'x')
except BlockingIOError as e:
    print(e.errno)
os.close(r3)
for n in 1, 10000:
    try:
        os.write(w3, bytes(n))
    except BrokenPipeError as e:
        print(e)
for f in lambda: os.write(r, b'x'), lambda: os.write(r, bytes(10000)), lambda: os.read(w, 1):
    try:
        f()
    except OSError as e:
        print(e)
os.set_blocking(w3, True)
try:
    os.write(w3, bytes(10000))
except BrokenPipeError as e:
    print(e)
sys.stdout.flush()
os._exit(0)     # f has not got rid of its text
