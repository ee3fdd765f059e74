# Ctrl-C reaches a thread that opens a FIFO without another end; other handlers do not end the opening.
import os
import signal
import tempfile
import threading
import time

path = os.path.join(tempfile.mkdtemp(), 'fifo')
os.mkfifo(path)


def later(n):
    time.sleep(0.03)
    os.kill(os.getpid(), n)


for f in open, lambda p: open(p, 'w'), lambda p: os.open(p, os.O_RDONLY), lambda p: os.open(p, os.O_WRONLY):
    t = threading.Thread(target=later, args=(signal.SIGINT,))
    try:
        t.start()
        f(path)
    except KeyboardInterrupt:
        print('interrupted')
    t.join()


def write():
    with open(path, 'w') as f:
        f.write('through the FIFO\n')


def handler(n, frame):
    print('handler')
    threads.append(threading.Thread(target=write))
    threads[-1].start()


signal.signal(signal.SIGUSR1, handler)
threads = [threading.Thread(target=later, args=(signal.SIGUSR1,))]
threads[0].start()
with open(path) as f:
    print(f.read(), end='')
for t in threads:
    t.join()
os.unlink(path)
os.rmdir(os.path.dirname(path))
