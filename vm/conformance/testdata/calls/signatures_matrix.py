# Every kind of parameter list called in every way
import itertools
sigs = ["", "a", "a, b", "a, b=2", "a=1, b=2", "*a", "**k", "*a, **k", "a, *b", "a, **k", "a, /", "a, /, b", "a, b=2, /", "*, a", "*, a=1", "a, *, b", "a, *b, c", "a, *b, c=3, **k", "a, /, b, *, c", "a, /, *b, c, **k", "a=1, /, b=2, *, c=3"]
calls = ["", "1", "1, 2", "1, 2, 3", "a=1", "b=2", "a=1, b=2", "1, b=2", "1, c=3", "1, 2, c=3", "1, a=2", "*[1, 2]", "**{'a': 1}", "1, *[2], c=3, **{'z': 9}", "z=1"]
for s in sigs:
    ns = {}
    names = [p.split("=")[0].strip().strip("*") for p in s.split(",")]
    exec(f"def f({s}): return ({''.join(n + ', ' for n in names if n and n != '/')})", ns)
    print(f"f({s})")
    for c in calls:
        try: r = eval(f"f({c})", ns)
        except TypeError as e: r = str(e)
        print(f"   ({c}) ->", r)
