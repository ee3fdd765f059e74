"""Generators: pipelines, yield from over trees, send, infinite sequences."""

import itertools


def numbers(n):
    for i in range(n):
        yield i


def only(predicate, source):
    for item in source:
        if predicate(item):
            yield item


def pairs(source):
    it = iter(source)
    for a in it:
        yield a, next(it, 0)


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while True:
            side = "left" if key < node.key else "right"
            below = getattr(node, side)
            if below is None:
                setattr(node, side, Tree(key))
                return
            node = below

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, (a + b) % 1000007


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


def main():
    total = 0
    for a, b in pairs(only(lambda n: n % 3, numbers(900000))):
        total += a * b % 7
    print("pipeline", total)
    tree = Tree(5000)
    x = 1
    for _ in range(8000):
        x = x * 16807 % 2147483647
        tree.insert(x % 10000)
    print("tree", sum(i * k for i, k in enumerate(tree)))
    avg = averager()
    next(avg)
    for i in range(500000):
        last = avg.send(i % 1000)
    print("send %.4f" % last)
    print("fib", sum(itertools.islice(fibonacci(), 500000)))
    print("permutations", sum(p[0] * p[-1] for p in permutations(list(range(8)))))


if __name__ == "__main__":
    main()
