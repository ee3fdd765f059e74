"""Everyday dict work: counting, grouping, caching, inverting, merging, deleting."""


def count_words(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def group(words):
    groups = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    return groups


def make_words(n):
    x = 1
    words = []
    for _ in range(n):
        x = (x * 48271) % 2147483647
        words.append("w" + str(x % 5000))
    return words


def memo_paths(rows, cols):
    memo = {}

    def walk(r, c):
        if r == 0 or c == 0:
            return 1
        key = (r, c)
        if key in memo:
            return memo[key]
        memo[key] = result = (walk(r - 1, c) + walk(r, c - 1)) % 1000003
        return result

    return walk(rows, cols)


def int_keys(n):
    d = {}
    for i in range(n):
        d[i * 3] = i
    total = 0
    for i in range(0, n * 3, 2):
        if i in d:
            total += d[i]
    for i in range(0, n, 2):
        del d[i * 3]
    for k, v in d.items():
        total += k - v
    return total, len(d)


def main():
    words = make_words(250000)
    counts = count_words(words)
    top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    print("count", len(counts), top)
    groups = group(words)
    print("group", {k: len(v) for k, v in sorted(groups.items())})
    inverse = {}
    for word, n in counts.items():
        inverse.setdefault(n, set()).add(word)
    print("inverse", max(inverse), len(inverse))
    print("paths", memo_paths(180, 180))
    print("ints", *int_keys(300000))
    merged = {}
    for i in range(200):
        merged = {**merged, i: str(i)} | {"k%d" % i: i}
    print("merge", len(merged), sum(len(str(k)) for k in merged))


if __name__ == "__main__":
    main()
