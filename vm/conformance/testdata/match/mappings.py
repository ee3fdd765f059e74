# match: mapping patterns, **rest, missing keys, defaultdict, errors
from collections import defaultdict, OrderedDict, ChainMap
from types import MappingProxyType
def f(v):
    match v:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "w": w, "h": h, **rest}: return f"rect {w}x{h} {rest}"
        case {1: one, -2: two, "k": None}: return f"keys {one} {two}"
        case {"list": [a, *b], "map": {"x": x}}: return f"nested {a} {b} {x}"
        case {}: return "any mapping"
        case _: return "no mapping"
for v in ({"type": "circle", "r": 2}, {"type": "rect", "w": 1, "h": 2}, {"type": "rect", "w": 1, "h": 2, "c": "red"}, {1: "a", -2: "b", "k": None}, {"list": [1, 2, 3], "map": {"x": 9, "y": 8}}, {}, {"z": 1}, [], "a", None,
          OrderedDict(type="circle", r=3), MappingProxyType({"type": "circle", "r": 4}), ChainMap({"type": "circle"}, {"r": 5})):
    print(f(v))
d = defaultdict(list)
match d:
    case {"missing": x}: print("matched")
    case _: print("no match; default not created", dict(d))
class M(dict):
    def __missing__(self, k): return "made"
match M(a=1):
    case {"zzz": x}: print("x", x)
    case {"a": x, **rest}: print("a", x, rest)
class K:
    KEY = "key"
match {"key": 1}:
    case {K.KEY: v}: print("value pattern key", v)
match {True: "t", 1.5: "f", None: "n"}:
    case {True: a, 1.5: b, None: c}: print(a, b, c)
match {"a": 1, "b": 2}:
    case {**everything}: print(everything)
for code in ("{**r, 'a': 1}", "{'a': 1, 'a': 2}", "{x: 1}", "{**_}", "{'a': x, 'b': x}", "{f(): 1}"):
    try:
        compile(f"match v:\n  case {code}: pass", "<m>", "exec")
        print("ok", code)
    except SyntaxError as e:
        print(e.msg)
try:
    match {"key": 1}:
        case {K.KEY: 1, "key": y}: pass
except ValueError as e:
    print(e)
