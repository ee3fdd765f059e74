# from-imports: several names, as, parentheses, submodules as names, in functions, rebinding
from math import pi, e as euler, floor
from os import (path,
    sep,
)
from os.path import join as j, split
from collections import abc, OrderedDict as OD
import collections.abc as cabc
print(round(pi, 3), round(euler, 3), floor(2.7), j("a", "b") == "a" + sep + "b", split("x/y"), abc is cabc, OD.__name__, path.basename("q/w"))
import math
math.custom = 42
from math import custom
print(custom)
math.custom = 43
print(custom, math.custom)
del math.custom
try: from math import custom
except ImportError as err: print(type(err).__name__)
def f():
    from string import digits, ascii_letters as letters
    return digits[:3], letters[:3]
print(f())
import sys
print("string" in sys.modules, sys.modules["math"] is math)
import json as json, json as js
print(json is js)
try:
    import math.pi
except ModuleNotFoundError as err: print(err)
from sys import modules as m, path as p
print(m is sys.modules, p is sys.path)
for name in ("math", "json"):
    mod = __import__(name)
    print(mod.__name__, end=" ")
print()
class K:
    from math import sqrt
    import string as s
print(K.sqrt(16), K().s.digits[:2])
import os.path
print(os.path.join is j, os.name in ("posix", "nt"))
sys.modules["fake_mod"] = type("M", (), {"attr": "fake attr", "__all__": ["attr"]})
import fake_mod
from fake_mod import attr
from fake_mod import *
print(fake_mod.attr, attr)
