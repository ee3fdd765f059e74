# What goes to a file, call by call.
import pickle, io, tempfile, os
class W:
    def __init__(self): self.calls = []
    def write(self, b):
        self.calls.append((type(b).__name__, len(b)))
        return len(b)
for proto in range(6):
    for v in ([1, 2, 3], ['a' * 70000, b'b' * 70000, 'c'], list(range(100000)), bytearray(b'q' * 100000), [os.sep * 65536, os.sep * 65535]):
        w = W()
        pickle.dump(v, w, proto)
        print(proto, w.calls[:8], len(w.calls), sum(n for _, n in w.calls) == len(pickle.dumps(v, proto)))
name = os.path.join(tempfile.gettempdir(), 'pickle_files_%d' % os.getpid())
try:
    with open(name, 'wb') as f:
        for v in (1, [2, 3], {'k': 'v' * 100000}, None):
            pickle.dump(v, f)
    with open(name, 'rb') as f:
        print([type(pickle.load(f)).__name__ for _ in range(4)])
        try:
            pickle.load(f)
        except EOFError as e:
            print(e)
    with open(name, 'rb', buffering=0) as f:
        print(pickle.load(f), pickle.load(f), f.tell())
finally:
    os.unlink(name)
class Full:
    def write(self, b):
        raise OSError(28, 'No space left on device')
try:
    pickle.dump([1], Full())
except OSError as e:
    print(e)
