# what a blocking socket does that a non-blocking one does not
import socket as s
a, b = s.socketpair(); b.sendall(b'123'); b.sendall(b'456'); b.shutdown(s.SHUT_WR); print(a.recv(6, s.MSG_WAITALL)); print(a.recv(5, s.MSG_WAITALL))
a, b = s.socketpair(); b.sendall(b'ab'); b.close(); print(a.recv(5, s.MSG_WAITALL), a.recv(5))
a, b = s.socketpair(); a.sendall(b'xyz'); buf = bytearray(3); print(b.recv_into(buf, 3, s.MSG_WAITALL), buf)
import struct
a, b = s.socketpair(); a.setsockopt(s.SOL_SOCKET, s.SO_RCVTIMEO, struct.pack('ll', 0, 20000))
try: a.recv(1)
except BlockingIOError as e: print(e)
a.setsockopt(s.SOL_SOCKET, s.SO_SNDTIMEO, struct.pack('ll', 0, 20000)); n = a.send(bytes(10**7)); print(0 < n < 10**7)
try: a.send(b'x' * 10**6)
except BlockingIOError as e: print(e)
import os
a, b = s.socketpair(); os.set_blocking(a.fileno(), False)
try: a.recv(1)
except BlockingIOError as e: print(e)
print(a.gettimeout(), 0 < a.send(bytes(10**7)) < 10**7)
x, y = s.socketpair(s.AF_UNIX, s.SOCK_DGRAM); x.settimeout(0.05); n = 0
try:
    while True: x.send(b'm' * 1000); n += 1
except TimeoutError as e: print(n > 0, e)
u = s.socket(s.AF_UNIX, s.SOCK_DGRAM); u.bind(''); v = s.socket(s.AF_UNIX, s.SOCK_DGRAM); v.settimeout(0.05); n = 0
try:
    while n < 10**5: v.sendto(b'm' * 1000, u.getsockname()); n += 1
except TimeoutError as e: print(n > 0, e)
