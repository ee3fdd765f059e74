import threading
from concurrent.futures import (ThreadPoolExecutor, Future, wait, as_completed, FIRST_COMPLETED, FIRST_EXCEPTION,
                                ALL_COMPLETED, TimeoutError)

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

def new(n=3):
    return [Future() for _ in range(n)]

a, b, c = fs = new()
a.set_result(1)
done, not_done = wait(fs, timeout=0.01)
print(done == {a}, not_done == {b, c})
r = wait(fs, return_when=FIRST_COMPLETED)
print(r.done == {a}, r.not_done == {b, c}, type(r).__name__, r._fields)
b.set_exception(KeyError())
r = wait(fs, return_when=FIRST_EXCEPTION)
print(len(r.done), len(r.not_done))
c.set_result(3)
print(len(wait(fs).done), len(wait(fs + fs, None, ALL_COMPLETED).done))
print(wait([]))
a, b = new(2)
attempt(wait, [a, b], 0, 'SOMETIME')
attempt(wait, 5)
# Cancelled counts when the executor has come to it.
a.cancel()
print(len(wait([a, b], 0).done))
a.set_running_or_notify_cancel()
print(len(wait([a, b], 0).done))

fs = new()
fs[1].set_result('early')
it = as_completed(fs, timeout=60)
print(next(it).result())
threading.Timer(0.01, fs[2].set_result, ['second']).start()
print(next(it).result())
threading.Timer(0.01, fs[0].set_result, ['third']).start()
print([f.result() for f in it])
fs = new(2)
attempt(list, as_completed(fs, timeout=0.01))
fs[0].set_result(None)
attempt(list, as_completed(fs, timeout=0))
attempt(list, as_completed([]))
print([len(f._waiters) for f in fs])
f = Future()
f.set_result(1)
print(len(list(as_completed([f, f, f]))))

with ThreadPoolExecutor(4) as ex:
    gates = [threading.Event() for _ in range(4)]
    fs = {ex.submit(gates[n].wait): n for n in (3, 1, 2, 0)}
    gates[0].set()
    order = []
    for f in as_completed(fs):
        order.append(fs[f])
        for gate in gates[len(order):][:1]:
            gate.set()
    print(order)
    go = threading.Event()
    slow, quick, bad = ex.submit(go.wait), ex.submit(int), ex.submit(lambda: 1 / 0)
    done, not_done = wait([slow, quick, bad], return_when=FIRST_EXCEPTION)
    print(bad in done, slow in not_done)
    done, not_done = wait([slow], timeout=0.01)
    print(done, not_done == {slow})
    it = ex.map(lambda x: go.wait(60 if x else 0), [0, 1], timeout=1)
    print(next(it))
    attempt(next, it)
    go.set()
