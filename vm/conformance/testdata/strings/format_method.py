# str.format: fields, conversions, attributes, indices, nested specs, auto numbering, errors
class O:
    x = 5
    d = {"k": [1, 2], "a b": 3}
    def __getitem__(self, k): return f"item {k!r}"
o = O()
print("{} {}".format(1, "a"), "{1} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0} {k}".format(1, k=2), "{{}} {{{}}}".format(5), "{0.x} {0.d[k][1]} {0.d[a b]} {0[5]} {0[key]} {0[-1]}".format(o), "{!r} {!s} {!a}".format("é", "é", "é"), "{:>5}|{:<5}|{:^5}|{:*^5}".format(1, 2, 3, 4), "{:{}}|{:{w}.{p}}".format(1, 5, 3.14159, w=8, p=3), "{0:{1}{2}}".format("a", ">", 4), "{!r:>6}".format("a"), "{:}".format(1), "{0:}{0!s}".format(2), "{:{{}}".format(1) if False else "")
print("{0[0]}{0[1]}".format("ab"), "{a[0][1]}".format(a=["xy"]), "{.real}".format(5), "{[1]}".format([1, 2]), "{0.__class__.__name__}".format(1.5), "{:d}{:x}".format(10, 255), "{:,}".format(1234567), "{:%}".format(0.25), "{0!r:{1}}".format("q", ">5"), "{:>{w}}".format("r", w=4), "".format(1, 2), "{}".format(()), "{:}".format([]), "{0}{0}".format("ab"), "{x.y.z}".format(x=type("X", (), {"y": type("Y", (), {"z": 9})})))
def attempt(f, *a, **k):
    try: print(repr(f.format(*a, **k)))
    except Exception as e: print(repr(f), type(e).__name__, e)
for f in ("{}", "{} {}", "{0} {}", "{} {0}", "{1}", "{a}", "{", "}", "{0", "{0!}", "{0!x}", "{0!r", "{!}", "{0!rr}", "{0.}", "{0[}", "{0[]}", "{0.foo}", "{0[9]}", "{0[k]}", "{:{}{}}", "{0:{0:{0}}}", "{a.b}", "{0]}", "{ 0}", "{0 }", "{-1}", "{0.5}", "{99999999999999999999}", "}{", "{{}", "{}}", "{:d}", "{:.2f}", "{0!r:d}", "{:{a}}", "{[a]}", "{a[}", "{.a}", "{!s}", "{0..x}", "{0[a]b}", "{0:\n}"):
    attempt(f, "str")
attempt("{a}", 1, b=2)
attempt("{0.x.y}", o)
attempt("{:q}", 5)
attempt("{:5s}", 5)
attempt("{:5d}", "x")
attempt("{:c}", "x")
print("{a} {b}".format_map({"a": 1, "b": 2}))
class M(dict):
    def __missing__(self, k): return "<" + k + ">"
print("{a} {z!r}".format_map(M(a=1)))
for bad in (lambda: "{a}".format_map({}), lambda: "{}".format_map({}), lambda: "{a}".format_map(5), lambda: "{a}".format_map(), lambda: "{0}".format_map([1])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
f = "{}-{}".format
print(f(1, 2), list(map("{:02}".format, range(3))))
