# ImportError and ModuleNotFoundError: messages and attributes
def attempt(code):
    try:
        exec(code, {"__name__": "x", "__package__": ""} if "from ." not in code else {"__name__": "__main__"})
    except ImportError as e:
        print(type(e).__name__, "|", e, "|", e.name, e.path if e.path is None else "path", e.msg)
    except Exception as e:
        print(type(e).__name__, e)
attempt("import does_not_exist")
attempt("import does.not_.exist")
attempt("from does_not_exist import x")
attempt("from itertools import nope")
attempt("import itertools.nope")
attempt("import os.path.nope")
attempt("from . import x")
attempt("from .x import y")
attempt("from .. import z")
import sys
sys.modules["blocked"] = None
attempt("import blocked")
del sys.modules["blocked"]
attempt("__import__('')")
attempt("__import__('a..b')")
attempt("import importlib; importlib.import_module('nope_nope')")
attempt("import importlib; importlib.import_module('.x')")
attempt("import importlib; importlib.reload(5)")
attempt("__import__('math', level=-1)")
attempt("__import__(b'x')")
attempt("from math import *; print(floor(1.5))")
import math
class Fake: __all__ = ["gone"]
sys.modules["fakemod"] = Fake
attempt("from fakemod import *")
attempt("from fakemod import nothing")
Fake.__all__ = [1]
attempt("from fakemod import *")
