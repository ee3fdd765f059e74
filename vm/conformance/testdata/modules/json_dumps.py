# json.dumps: every option and error
import json
print(json.dumps({"a": [1, 2.5, None, True, "é\n\"\\/\x01\u2028😀"], "b": {}, "c": []}), json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}), json.dumps((1, (2,))), json.dumps(float("inf")), json.dumps(float("nan")), json.dumps(-0.0), json.dumps(1e100), json.dumps(10 ** 30), json.dumps(""), json.dumps([]), json.dumps("\ud800"))
print(json.dumps({"a": [1, {"b": []}], "c": {}}, indent=2), json.dumps([1, [2]], indent="\t"), json.dumps([[], {}], indent=1), json.dumps({"a": 1}, indent=0), json.dumps([1, 2], indent=2, separators=(";", "=")), sep="\n")
class E:
    pass
class I(int): pass
class S(str): pass
from enum import IntEnum
class N(IntEnum): ONE = 1
print(json.dumps([I(5), S("x"), N.ONE, {N.ONE: I(2)}]), json.dumps(E(), default=lambda o: "obj"), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps([E()], default=lambda o: {"cls": type(o).__name__}))
def attempt(*a, **k):
    try: print(json.dumps(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(E()) if False else attempt({1})
attempt(b"x")
attempt({(1,): 2})
attempt(float("nan"), allow_nan=False)
attempt([float("inf")], allow_nan=False)
attempt({"a": object}, default=lambda o: o)
l = []
l.append(l)
attempt(l)
d = {}
d["d"] = d
attempt(d)
attempt({"a": 1, 2: 3}, sort_keys=True)
attempt(1j)
attempt([1], foo=2)
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Enc), Enc(indent=1).encode([{1}]), list(json.JSONEncoder().iterencode([1, {"a": 2}])))
attempt([1j], cls=Enc)
import io
f = io.StringIO()
json.dump({"x": [1]}, f)
print(f.getvalue())
