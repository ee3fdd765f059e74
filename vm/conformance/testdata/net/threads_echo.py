import socket, threading
def serve(conn):
    with conn, conn.makefile('rwb') as f:
        for line in f:
            f.write(line[::-1]); f.flush()
def listen(srv, n):
    ts = []
    for i in range(n):
        c, a = srv.accept(); t = threading.Thread(target=serve, args=(c,)); t.start(); ts.append(t)
    for t in ts: t.join()
srv = socket.create_server(('127.0.0.1', 0)); l = threading.Thread(target=listen, args=(srv, 20)); l.start(); out = {}
def client(i):
    with socket.create_connection(srv.getsockname()) as c:
        f = c.makefile('rw'); got = []
        for k in range(20): f.write(f'{i}-{k}\n'); f.flush(); got.append(f.readline())
        f.close(); out[i] = got
ts = [threading.Thread(target=client, args=(i,)) for i in range(20)]
for t in ts: t.start()
for t in ts: t.join()
l.join(); print(len(out), repr(out[7][3]), all(len(v) == 20 for v in out.values())); srv.close()
