# pickle of mixed data: the size of the pickle by the time it takes
import pickle, time

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

def best(f, times=9):
    least = 9e9
    for _ in range(times):
        begin = time.perf_counter()
        f()
        least = min(least, time.perf_counter() - begin)
    return least

kinds = {
    'mixed data': [{'id': i, 'name': f'user {i}', 'scores': [i * 0.5, i / 3, -i], 'tags': ('a', 'b', str(i % 10)),
                    'flags': {True: None}, 'at': Point(i, i + 0.5)} for i in range(3000)],
    'integers': list(range(-5000, 100000, 3)),
    'floats': [i * 0.37 for i in range(30000)],
    'strings': [f'item number {i}' for i in range(30000)],
    'dicts': [{'a': i, 'b': i + 1, 'c': None} for i in range(10000)],
    'objects': [Point(i, -i) for i in range(10000)],
}
for name, data in kinds.items():
    text = pickle.dumps(data)
    want = '>= 0.7 of python3' if name == 'mixed data' else ''
    print(f'pickle.dumps, {name}\t{len(text) / best(lambda: pickle.dumps(data)) / 1e6:.1f}\tMB/s\t{want or ">="}')
    print(f'pickle.loads, {name}\t{len(text) / best(lambda: pickle.loads(text)) / 1e6:.1f}\tMB/s\t{want or ">="}')
