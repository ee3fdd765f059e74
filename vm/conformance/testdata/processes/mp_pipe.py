import multiprocessing as mp, os
def echo(c):
    while True:
        x = c.recv()
        if x == 'end': break
        c.send(x)
if __name__ == '__main__':
    a, b = mp.Pipe(); p = mp.Process(target=echo, args=(b,)); p.start(); b.close()
    for x in 1, 'text', [1, {2: 3}], None, b'x' * 100000, 'y' * 1000000: a.send(x); print(a.recv() == x)
    print(a.poll(), a.poll(0.01)); a.send('end'); a.close(); print(a.closed); p.join(); print(p.exitcode)
    try: a.send(1)
    except OSError as e: print(e)
    r, w = mp.Pipe(duplex=False); print(r.readable, r.writable, w.readable, w.writable)
    for f in (lambda: r.send(1)), (lambda: w.recv()), (lambda: w.poll()):
        try: f()
        except OSError as e: print(e)
    w.send_bytes(b'hello'); print(r.recv_bytes()); w.send_bytes(b'hello', 1, 3); print(r.recv_bytes())
    buf = bytearray(10); w.send_bytes(b'abc'); print(r.recv_bytes_into(buf, 2), buf)
    w.send_bytes(b'too long')
    try: r.recv_bytes_into(bytearray(3))
    except mp.BufferTooShort as e: print(e.args)
    for args in (b'abc', -1), (b'abc', 4), (b'abc', 0, 4), (b'abc', 1, -1):
        try: w.send_bytes(*args)
        except ValueError as e: print(e)
    w.send_bytes(b'12345')
    try: r.recv_bytes(3)
    except OSError as e: print(e)
    print(r.closed)
    r, w = mp.Pipe(False)
    with w: w.send(1)
    print(r.recv(), w.closed)
    try: r.recv()
    except EOFError as e: print(repr(e))
    r.close()
    r, w = mp.Pipe(False); r.close()
    try: w.send(1)
    except BrokenPipeError as e: print(e.errno)
