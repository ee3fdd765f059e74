# Comparing and ordering strings and tuples of strings
words = ["b", "a", "ab", "", "B", "é", "aa", "中", "z"]
print(sorted(words), max(words), min(words), sorted(words, reverse=True))
print("a" < "b" < "c", "a" < "B", "abc" < "abcd", "" < "a", "é" > "z", "Z" < "a", "10" < "2", ("a", 2) < ("a", 10), ["a"] < ["a", "b"])
print(all(a <= b for a, b in zip(sorted(words), sorted(words)[1:])), [w for w in words if "a" <= w <= "b"], "x" in "xyz" and "xy" in "xyz", "xz" in "xyz")
