# Order of evaluation: operands, calls, subscripts, assignment targets, comparisons, dict displays
def t(n, v=None):
    print(n, end=" ")
    return n if v is None else v

class Obj:
    def __setitem__(self, k, v): print("set", k, v, end=" ")
    def __getitem__(self, k): print("get", k, end=" "); return k
    def __setattr__(self, k, v): print("attr", k, v, end=" ")

t(1) + t(2) * t(3)
print()
o = Obj()
t("obj", o)[t("index")] = t("value")
print()
t("o1", o).x = t("v")
print()
a, o[t("i")], o[t("j")] = t("r", (1, 2, 3))
print()
o[t("k")] = o[t("l")] = t("m")
print()
{t("k1"): t("v1"), t("k2"): t("v2")}
print()
t(1) < t(2) < t(0) < t(9)
print()
t(1) if t(0, False) else t(2)
print()
[t(1), *t("s", [2]), t(3)]
print()
print(t("f", print)(t("a"), *t("b", []), k) if (k := 0) else "short", end="\n")
o[t("base")] += t(5, "x") if False else t("add")
print()
(lambda a=t("default"): None)(t("arg"))
print()
t("x", [1, 2, 3])[t("lo", 0):t("hi", 2):t("st", 1)]
print()
del_target = {1: 2}
del t("d", del_target)[t("key", 1)]
print(del_target)
