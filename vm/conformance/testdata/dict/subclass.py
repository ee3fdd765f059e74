# dict subclasses: overridden methods, __missing__, copies, equality, as kwargs
class Log(dict):
    def __getitem__(self, k): return ("got", dict.__getitem__(self, k))
    def __setitem__(self, k, v): dict.__setitem__(self, k, ("set", v))
    def __delitem__(self, k):
        print("del", k)
        dict.__delitem__(self, k)
    def __contains__(self, k): return k == "always" or dict.__contains__(self, k)
    def get(self, k, d=None): return "my get"
    def __iter__(self): return iter(["iter1"])
    def __len__(self): return 99
d = Log(a=1)
d["b"] = 2
d.update(c=3)
d.setdefault("e", 5)
print(d["a"], d["b"], dict.__getitem__(d, "c"), d.get("a"), "always" in d, d.keys(), list(d), len(d), bool(d), list(d.items()), list(d.values()), repr(d))
del d["a"]
print(d.pop("b"), d == {"c": 3, "e": 5}, dict.copy(d), type(d.copy()).__name__)
class Case(dict):
    def __init__(self, *a, **k):
        super().__init__()
        for key, v in dict(*a, **k).items(): self[key] = v
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __missing__(self, k): return f"no {k}"
c = Case(A=1, B=2)
c["C"] = 3
print(c, c["a"], c["zz"], c.get("A"), "A" in c, c | {"D": 4}, type(c | {}).__name__, c == {"a": 1, "b": 2, "c": 3}, isinstance(c, dict), Case.fromkeys("XY", 0))
class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
a = Attr(x=1)
a.y = 2
del a.x
print(a, a.y)
try: a.zz
except KeyError as e: print(repr(e))
from collections import defaultdict, Counter, ChainMap, UserDict
dd = defaultdict(list, {"k": [0]})
dd["a"].append(1)
dd["k"].append(2)
print(dd, dd.get("z"), "z" in dd, dd.default_factory is list, dd.copy(), defaultdict(None, a=1), dict(dd), dd | {"m": 1})
for bad in (lambda: defaultdict(5), lambda: defaultdict(None)["x"], lambda: defaultdict()["y"], lambda: defaultdict(lambda: 1 / 0)["z"]):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
n = defaultdict(lambda: defaultdict(int))
n["a"]["b"] += 5
print({k: dict(v) for k, v in n.items()}, defaultdict(int)["q"], defaultdict(lambda: "dflt")[0])
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 4
print(cm["a"], cm["b"], dict(cm) == {"a": 1, "b": 3, "c": 4}, cm.maps, cm.new_child({"z": 0})["z"], cm.parents, len(cm), "b" in cm, list(cm))
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = U(a=1)
u.update(b=2)
u.setdefault("c", 3)
print(u, u.data, dict(u), u["b"], len(u), "a" in u, u.pop("a"), u | {"d": 1})
