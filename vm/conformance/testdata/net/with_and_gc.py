import socket, warnings, gc, sys
with socket.socket() as s: print(s.fileno() > 0)
print(s.fileno())
try:
    with socket.socket() as s: raise ValueError('inside')
except ValueError as e: print(e, s.fileno())
with socket.socketpair()[0] as a, socket.create_server(('127.0.0.1', 0)) as l: print(l.getsockname()[0])
print(a.fileno(), l.fileno())
class Closing(socket.socket):
    def close(self): print('closing'); super().close()
with Closing() as c: pass
with Closing() as c: c.close()
f = Closing().makefile(); f.close()
c = Closing(); f = c.makefile(); c.close(); f.close()
