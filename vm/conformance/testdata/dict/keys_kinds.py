# Keys of every kind: numbers that are equal, tuples, None, frozensets, functions, classes, big and negative
d = {1: "int", 1.5: "float", "1": "str", b"1": "bytes", (1,): "tuple", None: "none", frozenset([1]): "fs", int: "type", len: "func", ...: "ellipsis", 2**70: "big", -1: "neg", 1j: "cplx", range(2): "range", NotImplemented: "ni", "é": "uni", "": "empty", (): "empty tuple", float("inf"): "inf"}
for k in (1, True, 1.0, 1 + 0j, 1.5, "1", b"1", (1,), (True,), None, frozenset([1]), int, len, ..., 2**70, float(2**70), -1, -1.0, 1j, range(2), range(0, 2, 1), NotImplemented, "é", "", (), float("inf"), 1e400, 0, False, "x", bool, (2,), 2):
    print(k, d.get(k, "-"))
nan = float("nan")
n = {nan: 1}
print(n[nan], nan in n, {0.0: "z"}[-0.0], {0: "i"}[0.0], len({nan, nan}))
d = {}
d[1] = "a"
d[1.0] = "b"
d[True] = "c"
print(d, {True: 1, 1: 2}, {1.0: "x", 1: "y"}, {"a": 1, "a": 2})
big = {}
for i in range(-500, 500): big[i * 2**40] = i
print(len(big), big[2**40], big[-3 * 2**40], sum(big.values()), big.get(5))
strs = {f"key{i}": i for i in range(2000)}
print(strs["key1999"], "key2000" in strs, strs["key" + str(1000)], sum(v for k, v in strs.items() if k.endswith("7")))
tup = {(i % 10, i // 10): i for i in range(100)}
print(tup[3, 4], (10, 0) in tup, tup[(9, 9)], [tup[i, i] for i in range(10)])
neg = {-i: i for i in range(5)}
print(neg, {-1: "a", -2: "b"}[-2], hash(-1) == hash(-2), {0: 1, -0: 2}, {"ab": 1}["a" + "b"])
class O:
    pass
o, p = O(), O()
objs = {o: "o", p: "p", O: "cls", o.__init__: "m"}
print(objs[o], objs[p], objs[O], O() in objs, objs.get(o.__init__))
