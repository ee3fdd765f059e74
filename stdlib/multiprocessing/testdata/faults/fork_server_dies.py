"""The child that the fork server has made ahead dies, by SIGKILL, before it gets a request, while it gets one, and again and again: the
request is the next one's. The server dies: its children's exit statuses are not known, and the next start begins another server."""
import multiprocessing as mp
import os
import signal
import threading
import time
from multiprocessing import forkserver


def answer(conn):
    conn.send('here')


def children(pid):
    found = []
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat') as f:
                    fields = f.read().rpartition(')')[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid and fields[0] not in 'ZX':
                found.append(int(name))
    return found


def server():
    return forkserver._forkserver._forkserver_pid


def spare(other_than=None):
    """The only child that the server has."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if len(found := children(server())) == 1 and found[0] != other_than:
            return found[0]
        time.sleep(0.01)


def run(ctx):
    ours, its = ctx.Pipe()
    p = ctx.Process(target=answer, args=(its,))
    p.start()
    its.close()
    message = ours.recv()
    p.join(20)
    return message, p.exitcode


def main():
    ctx = mp.get_context('forkserver')
    print('first', run(ctx))
    os.kill(spare(), signal.SIGKILL)
    print('idle', run(ctx))

    for again in range(5):
        pid = spare()
        os.kill(pid, signal.SIGSTOP)
        results = []
        thread = threading.Thread(target=lambda: results.append(run(ctx)))
        thread.start()
        time.sleep(0.1)     # it has got the request
        os.kill(pid, signal.SIGKILL)
        thread.join(20)
        print('asked', results)

    p = ctx.Process(target=time.sleep, args=(1000,))
    p.start()
    os.kill(server(), signal.SIGKILL)
    p.join(20)
    print('server', p.exitcode)
    p.kill()
    print('another', run(ctx))


if __name__ == '__main__':
    main()
