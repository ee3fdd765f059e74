# Many arguments and parameters
names = [f"a{i}" for i in range(300)]
source = f"def f({', '.join(names)}): return a0 + a299, len(locals())"
ns = {}
exec(source, ns)
print(ns["f"](*range(300)))
print(ns["f"](**{n: 1 for n in names}))
call = "g(" + ", ".join(str(i) for i in range(400)) + ")"
print(len(eval(call, {"g": lambda *a: a})))
kcall = "g(" + ", ".join(f"k{i}={i}" for i in range(300)) + ")"
print(sum(eval(kcall, {"g": lambda **k: k}).values()))
try:
    ns["f"](*range(299))
except TypeError as e:
    print(e)
try:
    ns["f"](*range(301))
except TypeError as e:
    print(e)
try:
    ns["f"](*range(296))
except TypeError as e:
    print(e)
big = "[" + ", ".join(str(i) for i in range(3000)) + "]"
print(sum(eval(big)))
exec("\n".join(f"v{i} = {i}" for i in range(2000)) + "\ntotal = v0 + v1999", ns)
print(ns["total"])
body = "def h():\n" + "\n".join(f"    x{i} = {i}" for i in range(1000)) + "\n    return x0 + x999\n"
exec(body, ns)
print(ns["h"]())
def spread(*args): return len(args), args[-1]
print(spread(*range(100000)))
