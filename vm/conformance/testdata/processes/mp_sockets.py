# sockets through a connection, whichever module was imported first; locks of fork and other contexts; text in a ShareableList
import multiprocessing as mp
from multiprocessing import reduction    # before socket
import socket


def accept(conn):
    server = socket.create_server(('127.0.0.1', 0))
    conn.send(server.getsockname())
    accepted, _ = server.accept()
    conn.send(accepted)
    accepted.close()
    server.close()
    conn.recv()


def hold(lock):
    with lock:
        pass


if __name__ == '__main__':
    for method in 'fork', 'spawn':
        ctx = mp.get_context(method)
        ours, theirs = ctx.Pipe()
        p = ctx.Process(target=accept, args=(theirs,), daemon=True)
        p.start()
        theirs.close()
        with socket.create_connection(ours.recv()) as s:
            s.sendall(b'through')
        with ours.recv() as accepted:
            print(accepted.recv(100), accepted.family, accepted.type)
        ours.send(None)
        p.join()
        print(p.exitcode)

    for of in 'fork', 'spawn', 'forkserver':
        for to in 'fork', 'spawn', 'forkserver':
            lock = mp.get_context(of).Lock()
            p = mp.get_context(to).Process(target=hold, args=(lock,))
            try:
                p.start()
            except RuntimeError as e:
                print(of, to, e)
            else:
                p.join()
                print(of, to, p.exitcode)

    from multiprocessing.shared_memory import ShareableList
    sl = ShareableList(['abc', 'encodés', 'x' * 8, b'12345678', ''])
    print(list(sl), sl.format)
    copy = ShareableList(sl)
    print(copy.format == sl.format, list(copy) == list(sl))
    for x in sl, copy:
        x.shm.close()
        x.shm.unlink()
