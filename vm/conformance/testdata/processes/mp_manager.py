import multiprocessing as mp
def child(d, l, q, lock, ns, v, i):
    with lock: d[i] = i * i; l.append(i); v.value += 1
    ns.last = 'set'; q.put(i)
if __name__ == '__main__':
    with mp.Manager() as m:
        d, l, q, lock, ns, v = m.dict(a=1), m.list([0]), m.Queue(), m.Lock(), m.Namespace(first=1), m.Value('i', 0)
        ps = [mp.Process(target=child, args=(d, l, q, lock, ns, v, i)) for i in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]
        print(sorted(map(str, d.keys())), sorted(l), sorted(q.get() for _ in ps), ns.last, ns.first, v.value, d['a'], 'a' in d, len(d))
        for f in (lambda: d['zz']), (lambda: l[99]), (lambda: ns.nothing):
            try: f()
            except (KeyError, IndexError, AttributeError) as e: print(type(e).__name__, e)
        l[0] = 5; l += [6]; l.reverse(); print(l[0], str(m.list([1, 2])), m.list([1]) + [2], str(m.Array('i', [1, 2])))
        e = m.Event(); print(e.is_set()); e.set(); print(e.wait(1), e.is_set()); print(d.copy()['a'], d.get('n', 0), d.pop('a'))
        del d[0]; print(sorted(d.items())); inner = m.list([1]); outer = m.list([inner]); outer[0].append(2); print(list(inner))
