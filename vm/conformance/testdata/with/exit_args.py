# __exit__: arguments, truthiness of result, exceptions in it, context of both
class CM:
    def __init__(self, result=None, raises=None): self.result, self.raises = result, raises
    def __enter__(self): return self
    def __exit__(self, *args):
        self.args = args
        if self.raises: raise self.raises
        return self.result
with CM() as c: pass
print(c.args)
for r in (True, 1, "x", [0], False, 0, "", None, []):
    try:
        with CM(r) as c: raise ValueError("v")
        print(repr(r), "suppressed", c.args[0].__name__, c.args[1].args, type(c.args[2]).__name__)
    except ValueError:
        print(repr(r), "propagated")
try:
    with CM(True, KeyError("from exit")): raise ValueError("body")
except KeyError as e: print(repr(e), repr(e.__context__))
try:
    with CM(True, KeyError("alone")): pass
except KeyError as e: print(repr(e), repr(e.__context__))
class BadBool:
    def __bool__(self): raise OSError("bool")
try:
    with CM(BadBool()): raise ValueError("body")
except OSError as e: print(repr(e), repr(e.__context__))
with CM(BadBool()): print("result is not tested without an exception")
class Reraise:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        if v: raise v
try:
    with Reraise(): raise ValueError("same")
except ValueError as e: print(repr(e), e.__context__)
class Exit(CM):
    def __exit__(self, t, v, tb):
        print(t.__name__ if t else None)
        return True
def f():
    with Exit(): return 1
    return 2
def g():
    with Exit(): raise SystemExit
    return "swallowed SystemExit"
print(f(), g())
for i in range(3):
    with Exit(): continue
while True:
    with Exit(): break
with Exit(): raise GeneratorExit
