import threading

def attempt(f, *args, **kwargs):
    try:
        print('->', f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, '|', e)

def run(f, *args):
    t = threading.Thread(target=f, args=args)
    t.start()
    t.join()

data = threading.local()
data.x = 'main'
data.only = 1

def look():
    print(hasattr(data, 'x'), data.__dict__)
    data.x = 'other'
    data.y = 5
    print(data.__dict__)
    del data.y
    attempt(lambda: data.y)
    attempt(delattr, data, 'y')

run(look)
run(look)
print(data.__dict__, data.x)


class Counter(threading.local):
    kind = 'class attribute'
    made = []

    def __init__(self, start, step=1):
        Counter.made.append(threading.current_thread().name)
        self.n = start
        self.step = step

    def tick(self):
        self.n += self.step
        return self.n

    @property
    def double(self):
        return self.n * 2


c = Counter(10, step=5)
print(c.tick(), c.tick(), c.double)


def other():
    print(c.n, c.tick(), c.kind, c.double)
    c.kind = 'own'
    print(c.kind)


run(other)
print(c.n, c.kind, len(Counter.made), Counter.made[0])


class Slots(threading.local):
    __slots__ = 'shared'


s = Slots()
s.shared = 1
s.own = 2


def slots():
    print(s.shared, hasattr(s, 'own'))
    s.shared = 'changed'


run(slots)
print(s.shared, s.own)
attempt(threading.local, 1)
attempt(setattr, data, '__dict__', {})
attempt(lambda: data.missing)


class Failing(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise ValueError('not here')


f = Failing()


def use():
    attempt(lambda: f.x)


run(use)
results = {}


def sums(n):
    data.total = 0
    for i in range(1000):
        data.total += n
    results[n] = data.total


ts = [threading.Thread(target=sums, args=(n,)) for n in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(results.items()), hasattr(data, 'total'))
