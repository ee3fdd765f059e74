# send_fds, recv_fds and ancillary data
import socket as s, os, array, tempfile
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

a, b = s.socketpair(); r, w = os.pipe(); print(s.send_fds(a, [b'take ', b'this'], [r, w])); m, fds, flags, addr = s.recv_fds(b, 100, 5); print(m, len(fds), flags, addr, all(f not in (r, w) for f in fds)); os.write(fds[1], b'through'); print(os.read(r, 10)); print([os.get_inheritable(f) for f in fds])
print(a.sendmsg([b'plain'])); print(s.recv_fds(b, 10, 2)[:3]); s.send_fds(a, [b'x'], [r]); d, anc, fl, ad = b.recvmsg(10, s.CMSG_SPACE(4)); print(d, [(l == s.SOL_SOCKET, k == s.SCM_RIGHTS, len(x)) for l, k, x in anc], fl, ad); os.close(array.array('i', anc[0][2])[0])
s.send_fds(a, [b'y'], [r, w]); d, anc, fl, ad = b.recvmsg(10, s.CMSG_LEN(4)); print(d, len(anc), bool(fl & s.MSG_CTRUNC)); s.send_fds(a, [b'z'], [r]); print(b.recvmsg(10)[:2]); a.sendmsg([b'ab', b'', bytearray(b'cd'), memoryview(b'ef')]); print(b.recv(20)); bufs = [bytearray(2), bytearray(3), bytearray(9)]; a.sendall(b'scattered'); print(b.recvmsg_into(bufs), bufs); t(a.sendmsg, []); t(a.sendmsg, (x for x in [b'g', b'h'])); print(b.recv(9)); t(s.send_fds, a, [b'x'], [99999]); t(s.send_fds, a, [b'x'], ['a']); t(a.sendmsg, [b'x'], [(s.SOL_SOCKET, 99, b'abcd')]); t(b.recvmsg, 10, 2**40); t(a.sendmsg, [b'x'], [], 0, None)
a.setsockopt(s.SOL_SOCKET, s.SO_PASSCRED, 1); b.recv(1); b.sendall(b'cred'); d, anc, fl, ad = a.recvmsg(10, 100); import struct; print(d, [(k == s.SCM_CREDENTIALS, struct.unpack('iii', x)[0] == os.getpid()) for l, k, x in anc])
u = s.socket(s.AF_INET, s.SOCK_DGRAM); u.bind(('127.0.0.1', 0)); u.setsockopt(s.IPPROTO_IP, s.IP_RECVTOS, 1); v = s.socket(s.AF_INET, s.SOCK_DGRAM); v.setsockopt(s.IPPROTO_IP, s.IP_TOS, 16); v.sendto(b'tos', u.getsockname()); d, anc, fl, ad = u.recvmsg(9, 64); print(d, anc, fl, ad[0]); v.sendmsg([b'to', b'addr'], [], 0, u.getsockname()); print(u.recv(9)); v.sendmsg([b'anc'], [(s.IPPROTO_IP, s.IP_TOS, struct.pack('i', 8))], 0, u.getsockname()); print(u.recvmsg(9, 64)[1])
