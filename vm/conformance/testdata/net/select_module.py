import select, socket, os
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)

class F:
    def __init__(s, v): s.v = v
    def fileno(s): return s.v
S = select.select
for a in [(), ([], []), ([], [], [], 0, 1), (1, [], []), ([1.5], [], [], 0), ([-1], [], [], 0), ([F(-1)], [], [], 0), ([F('a')], [], [], 0), ([1024], [], [], 0), ([2**40], [], [], 0),
          ([], [], [], 'a'), ([], [], [], -1), ([], [], [], float('nan')), ([], [], [], 1e30), (['a'], [], [], 0), ([F(2**40)], [], [], 0), ([], None, [], 0), ([object()], [], [], -1),
          ([], [], [], 2**70), (iter([]), (), set(), 0)]:
    t(S, *a)
t(S, [], [], [], timeout=0)
r, w = os.pipe(); print(S([r], [w], [r, w], 0) == ([], [w], []), S([r], [], [], 0.01)); os.write(w, b'x'); fr = F(r); o = S([fr, r], [w, F(w)], []); print(o[0] == [fr, r], len(o[1]), o[2])
os.read(r, 1); os.close(w); print(S([r], [], [], 1)[0] == [r]); q, x = os.pipe(); os.close(q); print(S([], [x], [], 1)[1] == [x]); os.close(x); t(S, [x], [], [], 0)
a, b = socket.socketpair(); print(S([a], [a, b], [], 0) == ([], [a, b], [])); b.send(b'!'); print(S([a, b], [], [], 5) == ([a], [], [])); b.close(); print(S([a], [a], [a], 0) == ([a], [a], []))
t(S, [b], [], [], 0); print(select.error is OSError, select.PIPE_BUF); print(sorted((k, v) for k, v in vars(select).items() if isinstance(v, int)))
l = socket.create_server(('127.0.0.1', 0)); print(S([l], [], [], 0)); c = socket.create_connection(l.getsockname()); print(S([l], [], [], 5)[0] == [l]); p, _ = l.accept(); c.send(b'!', socket.MSG_OOB); print(S([], [], [p], 5)[2] == [p])
print(S([], [], [], 0.001), S((), (), (), None) if 0 else '')
with open(__file__) as f: print(S([f], [f], [], 0) == ([f], [f], []))
