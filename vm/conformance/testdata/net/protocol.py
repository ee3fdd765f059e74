# a small request and response protocol over a socket, with framing
import socket, struct, json
def send(sock, obj):
    data = json.dumps(obj).encode(); sock.sendall(struct.pack('>I', len(data)) + data)
def exactly(sock, n):
    buf = bytearray(n); view = memoryview(buf)
    while view:
        k = sock.recv_into(view)
        if not k: raise EOFError('connection closed')
        view = view[k:]
    return bytes(buf)
def receive(sock): return json.loads(exactly(sock, struct.unpack('>I', exactly(sock, 4))[0]))
a, b = socket.socketpair()
for obj in [1, 'text', [1, 2, {'a': None}], {'k' * 100: list(range(1000))}]:
    send(a, obj); print(receive(b) == obj)
a.close()
try: receive(b)
except EOFError as e: print(e)
