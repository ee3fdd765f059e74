# threads that wait for sockets in every way, woken by others
import socket, select, selectors, threading, time
a, b = socket.socketpair(); log = []; lock = threading.Lock()
def note(*x):
    with lock: log.append(x)
def run(*fs):
    ts = [threading.Thread(target=f) for f in fs]
    for t in ts: t.start()
    for t in ts: t.join()
def later(f, *args):
    def g(): time.sleep(0.02); f(*args)
    return g
run(lambda: note('recv', a.recv(5)), later(b.send, b'one'))
buf = bytearray(4); run(lambda: note('into', a.recv_into(buf)), later(b.send, b'two')); print(buf)
run(lambda: note('msg', a.recvmsg(9)[0]), later(b.send, b'three'))
run(lambda: note('select', select.select([a], [], [])[0] == [a]), later(b.send, b'4')); a.recv(9)
def poll():
    p = select.poll(); p.register(a, 1); note('poll', p.poll() == [(a.fileno(), 1)])
run(poll, later(b.send, b'5')); a.recv(9)
def epoll():
    with select.epoll() as e: e.register(a, 1); note('epoll', e.poll() == [(a.fileno(), 1)])
run(epoll, later(b.send, b'6')); a.recv(9)
def sel():
    with selectors.DefaultSelector() as s: s.register(a, 1); note('selectors', len(s.select()))
run(sel, later(b.send, b'7')); a.recv(9)
l = socket.create_server(('127.0.0.1', 0)); run(lambda: note('accept', len(l.accept())), later(lambda: socket.create_connection(l.getsockname()).close()))
u = socket.socket(type=socket.SOCK_DGRAM); u.bind(('127.0.0.1', 0)); v = socket.socket(type=socket.SOCK_DGRAM); run(lambda: note('recvfrom', u.recvfrom(9)[0]), later(v.sendto, b'8', u.getsockname()))
big = bytes(3_000_000)
def drain():
    time.sleep(0.02); n = 0
    while n < len(big): n += len(b.recv(100000))
    note('drained', n)
run(lambda: note('sendall', a.sendall(big)), drain)
run(lambda: note('send', a.send(big)), drain)
run(lambda: note('sendmsg', a.sendmsg([big[:10], big[10:]])), drain)
run(lambda: note('waitall', a.recv(6, socket.MSG_WAITALL)), later(lambda: [b.send(b'abc'), time.sleep(0.01), b.send(b'def')]))
a.settimeout(60); run(lambda: note('timeout', a.recv(9)), later(b.send, b'9')); run(lambda: note('sendall', a.sendall(big)), drain)
run(lambda: note('eof', a.recv(9)), later(b.shutdown, socket.SHUT_WR))
for x in sorted(log, key=repr): print(x)
x, y = socket.socketpair(); got = []
def reader():
    while (d := x.recv(1)): got.append(d)
ts = [threading.Thread(target=reader) for i in range(10)]
for t in ts: t.start()
for i in range(100): y.send(bytes([i]))
y.close()
for t in ts: t.join()
print(sorted(b''.join(got)) == list(range(100)))
