# three hundred threads that wait at once
import socket, threading
N = 300
pairs = [socket.socketpair() for i in range(N)]; total = [0]; lock = threading.Lock(); started = threading.Semaphore(0)
def wait(s, i):
    started.release(); n = int(s.recv(20))
    with lock: total[0] += n
    s.sendall(b'done %d' % i)
ts = [threading.Thread(target=wait, args=(p[0], i)) for i, p in enumerate(pairs)]
for t in ts: t.start()
for t in ts: started.acquire()
for i, p in enumerate(pairs): p[1].sendall(b'%d' % i)
for i, p in enumerate(pairs): assert p[1].recv(20) == b'done %d' % i
for t in ts: t.join()
print(total[0] == sum(range(N)))
