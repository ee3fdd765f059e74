# socket round trips beside a CPU-bound thread
import socket, threading, time
stop = False
def burn():
    n = 0
    while not stop:
        n += 1
def echo(s):
    while True:
        data = s.recv(64)
        if not data:
            return
        s.sendall(data)
a, b = socket.socketpair()
server = threading.Thread(target=echo, args=(b,))
cpu = threading.Thread(target=burn)
server.start()
cpu.start()
times = []
end = time.perf_counter() + 2
while time.perf_counter() < end and len(times) < 20000:
    begin = time.perf_counter()
    a.sendall(b"x")
    a.recv(64)
    times.append(time.perf_counter() - begin)
stop = True
a.close()
cpu.join()
server.join()
times.sort()
for q, want in ((50, 30), (99, 200)):
    print(f"socket round trip beside a CPU-bound thread, p{q}\t{times[len(times) * q // 100] * 1e6:.1f}\tus\t<= {want}")
