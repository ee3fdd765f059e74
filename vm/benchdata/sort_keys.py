"""Sorting: plain, with keys, by several fields, objects with __lt__, stability."""


class Version:
    def __init__(self, major, minor, patch):
        self.major = major
        self.minor = minor
        self.patch = patch

    def __lt__(self, other):
        if self.major != other.major:
            return self.major < other.major
        if self.minor != other.minor:
            return self.minor < other.minor
        return self.patch < other.patch

    def __str__(self):
        return f"{self.major}.{self.minor}.{self.patch}"


def records(n):
    x = 42
    out = []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append({"id": i, "age": x % 90, "name": "n%04d" % (x // 97 % 5000), "score": x % 1000 / 10})
    return out


def main():
    rows = records(60000)
    numbers = [r["id"] * 7919 % 60013 for r in rows]
    for _ in range(5):
        ordered = sorted(numbers)
        numbers = [n * 31 % 60013 for n in numbers]
    print("ints", ordered[0], ordered[30000], ordered[-1])
    by_name = sorted(rows, key=lambda r: r["name"])
    print("name", by_name[0]["id"], by_name[-1]["id"])
    by_many = sorted(rows, key=lambda r: (-r["age"], r["score"], r["name"]))
    print("many", by_many[0]["id"], by_many[30000]["id"], by_many[-1]["id"])
    rows.sort(key=lambda r: r["score"], reverse=True)
    rows.sort(key=lambda r: r["age"])
    print("stable", [r["id"] for r in rows[:5]])
    versions = [Version(n % 7, n % 31, n % 101) for n in numbers[:15000]]
    versions.sort()
    print("versions", versions[0], versions[7500], versions[-1])
    words = sorted((r["name"] for r in rows), key=str.upper)
    print("words", words[0], words[-1])


if __name__ == "__main__":
    main()
