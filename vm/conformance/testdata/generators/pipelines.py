# Generators composed into pipelines; state of several at once; early stop closes
def numbers():
    n = 0
    try:
        while True:
            yield n
            n += 1
    finally:
        print("numbers closed at", n)
def take(n, it):
    for _ in range(n):
        yield next(it)
def pairs(it):
    for x in it:
        yield x, next(it, None)
src = numbers()
print(list(take(3, src)), list(take(2, src)), list(pairs(take(3, src))))
src.close()
def chunks(it, size):
    chunk = []
    for x in it:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk: yield chunk
print(list(chunks("abcdefgh", 3)))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
import itertools
print(list(itertools.islice(primes(), 12)), next(p for p in primes() if p > 50))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print("".join(interleave("abc", "12345", "XY")))
def coroutine_grep(pattern, out):
    while True:
        line = yield
        if pattern in line: out.append(line)
out = []
g = coroutine_grep("py", out)
next(g)
for l in ("python", "java", "numpy"): g.send(l)
g.close()
print(out)
def tee_gen(a):
    b = yield a
    while b is not None: b = yield b * 2
t = tee_gen(1)
print(next(t), t.send(5), t.send(6), next(t, "end"))
def walk(tree):
    if isinstance(tree, (list, tuple)):
        for sub in tree: yield from walk(sub)
    else: yield tree
print(list(walk([1, (2, [3, [4]], 5), 6])))
def flat(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict): yield from flat(v, prefix + k + ".")
        else: yield prefix + k, v
print(dict(flat({"a": 1, "b": {"c": 2, "d": {"e": 3}}})))
gens = [(x, y) for x in (i for i in range(2)) for y in (j for j in range(x + 1))]
print(gens)
