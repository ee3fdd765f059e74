from multiprocessing import Process, shared_memory as sm
def child(name):
    s = sm.SharedMemory(name); s.buf[:5] = b'hello'; s.close()
if __name__ == '__main__':
    s = sm.SharedMemory(create=True, size=64); print(s.size >= 64, len(s.buf) >= 64)
    p = Process(target=child, args=(s.name,)); p.start(); p.join(); print(bytes(s.buf[:6])); s.close(); s.unlink()
    for f in (lambda: sm.SharedMemory('no_such_thing_here')), (lambda: sm.SharedMemory(create=True, size=0)), (lambda: sm.SharedMemory()), (lambda: sm.SharedMemory(create=True, size=-1)):
        try: f()
        except (OSError, ValueError) as e: print(type(e).__name__, e)
    l = sm.ShareableList([1, 2.5, 'text', b'bytes', None, True]); print(list(l), len(l), l.format); l[0] = -7; l[2] = 'other'; print(l[0], l[2], l[-1], l.count(None), l.index(2.5))
    for f in (lambda: l[10]), (lambda: l.__setitem__(2, 'x' * 50)), (lambda: l.index('zz')):
        try: f()
        except (IndexError, ValueError) as e: print(type(e).__name__, e)
    m = sm.ShareableList(name=l.shm.name); print(list(m) == list(l)); m.shm.close(); l.shm.close(); l.shm.unlink()
