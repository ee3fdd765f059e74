"""Everyday list work: append, index, slice, insert, pop, reverse, in, copying and nesting."""


def rotate(items, n):
    n %= len(items)
    return items[n:] + items[:n]


def partition(items, pivot):
    low, high = [], []
    for item in items:
        if item < pivot:
            low.append(item)
        else:
            high.append(item)
    return low, high


def josephus(n, step):
    people = list(range(n))
    at = 0
    while len(people) > 1:
        at = (at + step - 1) % len(people)
        people.pop(at)
    return people[0]


def bubble(items):
    items = items[:]
    n = len(items)
    for i in range(n):
        swapped = False
        for j in range(n - i - 1):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
                swapped = True
        if not swapped:
            break
    return items


def flatten(nested):
    out = []
    for item in nested:
        if isinstance(item, list):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


def main():
    items = [(i * 7919) % 10007 for i in range(10007)]
    check = 0
    for n in range(1, 900):
        items = rotate(items, n * 31)
        check += items[n]
    print("rotate", check)
    low = high = 0
    for pivot in range(0, 10007, 120):
        a, b = partition(items, pivot)
        low += len(a)
        high += len(b)
    print("partition", low, high)
    print("josephus", josephus(60000, 7))
    b = bubble(items[:1200])
    print("bubble", b[0], b[600], b[-1])
    nested = [[i, [i + 1, [i + 2, i + 3]], i + 4] for i in range(60000)]
    print("flatten", sum(flatten(nested)))
    queue = []
    for i in range(3000):
        queue.insert(0, i)
    queue.reverse()
    print("insert", queue[5], queue.index(2500), 1234 in queue)


if __name__ == "__main__":
    main()
