# import statements in odd places: functions, classes, loops, conditionals, with global
def f():
    import math as m
    from os import path, sep as s
    return m.floor(1.5), path.basename("a/b"), s
print(f(), "m" in globals())
class C:
    import string
    from math import pi as PI
    digits = string.digits
print(C.digits, C.PI > 3, C.string.ascii_lowercase[:3], C().string is C.string)
def g():
    global json, dumps
    import json
    from json import dumps
g()
print(json.dumps([1]), dumps({}))
for name in ("math", "string"):
    mod = __import__(name)
    print(mod.__name__)
if True: import bisect
try: import nonexistent_zzz
except ImportError: import heapq as nonexistent_zzz
print(nonexistent_zzz.__name__, bisect.bisect([1, 2], 1))
import os.path
import os.path as p, math, itertools as it
print(os.path is p, math.ceil(0.5), list(it.chain("a", "b")), os.path.join("x", "y"))
from collections import (OrderedDict,
                         namedtuple as nt,)
print(nt("T", "a")(1), OrderedDict(a=1))
def gen():
    import math
    yield math.gcd(4, 6)
    from math import gcd
    yield gcd(9, 6)
print(list(gen()), (lambda: __import__("math").pi > 3)(), [__import__("math").sqrt(n) for n in (4, 9)])
import math as math2
del math
print(math2.floor(2.5), "math" in globals())
import math
print(math is math2)
