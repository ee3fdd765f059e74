"""A handler changes the large thing that a native is working on: no torn object, no hang, nothing but the program's own errors."""
import io
import signal

TURNS = 6
source = None


def grow(n, frame):
    base = len(source)
    if base < 1000000:
        source.update(dict.fromkeys(range(base, base + 200000)))


def empty(n, frame):
    source.clear()


def cut(n, frame):
    source.seek(0)
    source.truncate(5)


def turn(handler, make, work, check):
    global source
    for i in range(TURNS):
        source = make()
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.0005 * (i + 1))
        try:
            result = work(source)
        except RuntimeError:
            result = None       # 'changed size', 'mutated during update'
        signal.setitimer(signal.ITIMER_REAL, 0)
        if result is not None and not check(result):
            print('wrong', len(result))


def same_as_its_keys(d):
    return len(list(d)) == len(d) and all(k in d for k in list(d)[::1000])


signal.signal(signal.SIGALRM, signal.SIG_IGN)
for handler in grow, empty:
    for make in lambda: set(range(100000)), lambda: dict.fromkeys(range(100000)):
        for work in (
                lambda x: set() | x if isinstance(x, set) else {} | x,
                lambda x: {-1, -2}.union(x),
                lambda x: x.copy(),
                lambda x: dict.fromkeys(x),
                lambda x: set(x).difference(x, [-1]),
                lambda x: {-1: 0, -2: 0} | dict.fromkeys(x),
                lambda x: (lambda d: (d.update(x if isinstance(x, dict) else {}), d)[1])({-1: 0, -2: 0}),
                lambda x: frozenset(x)):
            turn(handler, make, work, same_as_its_keys)
    print(handler.__name__, 'done')
turn(cut, lambda: io.BytesIO(b'line\n' * 100000), lambda f: f.readlines(), lambda lines: set(lines) <= {b'line\n', b'line'})
turn(cut, lambda: io.StringIO('line\n' * 100000), lambda f: f.readlines(), lambda lines: set(lines) <= {'line\n', 'line'})
print('cut done')
