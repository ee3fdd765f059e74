# a server of many clients in one thread
import selectors, socket
sel = selectors.DefaultSelector(); log = []
srv = socket.create_server(('127.0.0.1', 0)); srv.setblocking(False); sel.register(srv, selectors.EVENT_READ, None)
clients = [socket.create_connection(srv.getsockname()) for i in range(50)]
for i, c in enumerate(clients): c.sendall(b'client %d\n' % i)
done = 0; state = {}
while done < 50:
    for key, ev in sel.select(5):
        if key.data is None:
            while True:
                try: conn, addr = srv.accept()
                except BlockingIOError: break
                conn.setblocking(False); sel.register(conn, selectors.EVENT_READ, {'in': b'', 'out': b''})
        else:
            d = key.data; conn = key.fileobj
            if ev & selectors.EVENT_READ:
                d['in'] += conn.recv(3)
                if d['in'].endswith(b'\n'): d['out'] = d['in'].upper() * 1000; log.append(d['in']); sel.modify(conn, selectors.EVENT_WRITE, d)
            if ev & selectors.EVENT_WRITE:
                n = conn.send(d['out'][:700]); d['out'] = d['out'][n:]
                if not d['out']: sel.unregister(conn); conn.close(); done += 1
total = 0
for i, c in enumerate(clients):
    data = c.makefile('rb').read(); assert data == b'CLIENT %d\n' % i * 1000, i; total += len(data); c.close()
print(total, sorted(log)[:3], len(log), len(sel.get_map())); sel.close(); srv.close()
