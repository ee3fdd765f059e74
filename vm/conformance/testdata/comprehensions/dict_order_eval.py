# Order of evaluation in displays and comprehensions; later keys win
def t(x):
    print(x, end=" ")
    return x
print({t("k"): t("v"), t("k2"): t("v2")})
print({t("k" + str(i)): t("v" + str(i)) for i in range(2)})
print([t(1), *[t(2)], t(3)], (t(4), t(5)))
print({1: "a", True: "b", 1.0: "c"}, {0: "x", False: "y"}, {"a": 1, **{"a": 2}, "a": 3})
print({1, True, 1.0}, len({0, False, 0.0, 0j}), [*{3: 1, 1: 2}], {**{}, **{"z": 1}})
try:
    {t("a"): t("b"), []: t("c")}
except TypeError as e: print(e)
try:
    {t(1), {}}
except TypeError as e: print(e)
try:
    {**5}
except TypeError as e: print(e)
try:
    [*5]
except TypeError as e: print(e)
try:
    {*None}
except TypeError as e: print(e)
try:
    (*1, )
except TypeError as e: print(e)
class M:
    def keys(self): return iter("ab")
    def __getitem__(self, k): return k * 2
print({**M(), "c": 1})
print({x: x for x in [1, 2, 1]}, {k: i for i, k in enumerate("aba")}, list({c: 0 for c in "hello"}))
big = {i: i for i in range(1000)}
print(list(big)[:3], list(big)[-1], len({i % 7 for i in range(1000)}))
