"""The child that the fork server has made ahead dies, by SIGKILL, before it gets a request, while it gets one, and again and again: the
request is the next one's. The server dies: its children's exit statuses are not known, and the next start begins another server."""
import multiprocessing as mp
import os
import signal
import threading
import time
from multiprocessing import forkserver

from procfs import PATIENCE, children, stop, until


def answer(conn):
    conn.send('here')


def server():
    return forkserver._forkserver._forkserver_pid


def spare():
    """The only child that the server has, once it has no other."""
    return until(lambda: len(found := children(server())) == 1 and found)[0]


def run(ctx):
    ours, its = ctx.Pipe()
    p = ctx.Process(target=answer, args=(its,))
    p.start()
    its.close()
    message = ours.recv()
    p.join(PATIENCE)
    return message, p.exitcode


def main():
    ctx = mp.get_context('forkserver')
    print('first', run(ctx))
    os.kill(spare(), signal.SIGKILL)
    print('idle', run(ctx))

    for again in range(5):
        pid = spare()
        stop(pid)
        results = []
        thread = threading.Thread(target=lambda: results.append(run(ctx)))
        thread.start()
        until(lambda: len(children(server())) == 2)     # it has been sent the request: another one is made
        os.kill(pid, signal.SIGKILL)
        thread.join(PATIENCE)
        print('asked', results)

    p = ctx.Process(target=time.sleep, args=(1000,))
    p.start()
    os.kill(server(), signal.SIGKILL)
    p.join(PATIENCE)
    print('server', p.exitcode)
    p.kill()
    print('another', run(ctx))


if __name__ == '__main__':
    main()
