import multiprocessing as mp
def child(v, a, s):
    with v.get_lock(): v.value *= 2
    for i in range(len(a)): a[i] = -a[i]
    s.value = b'bye'
if __name__ == '__main__':
    for m in 'fork', 'spawn':
        x = mp.get_context(m); v = x.Value('d', 1.25); a = x.Array('i', [1, 2, 3]); s = x.Array('c', b'hello')
        p = x.Process(target=child, args=(v, a, s)); p.start(); p.join(); print(v.value, a[:], list(a), len(a), s.value, s.raw, s[0])
    print(mp.Value('i').value, mp.Array('i', 4)[:], mp.RawArray('d', [1, 2])[::-1], mp.Value('c', b'x').value)
    a = mp.Array('i', range(5)); a[1:3] = [7, 8]; print(a[:], a[-1])
    for f in (lambda: a[9]), (lambda: a.__setitem__(slice(0, 2), [1])), (lambda: mp.Value('i', 'x')), (lambda: a.__setitem__(0, 1.5)):
        try: f()
        except (IndexError, ValueError, TypeError) as e: print(type(e).__name__)
    v = mp.Value('i', 3, lock=False); print(hasattr(v, 'get_lock'), v.value)
    with mp.Value('i', 1) as l: print(l)
    b = mp.Value('B', 255); b.value += 1; print(b.value)
