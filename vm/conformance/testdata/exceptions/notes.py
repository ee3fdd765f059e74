# add_note and __notes__
import traceback
e = ValueError("base")
print(hasattr(e, "__notes__"))
e.add_note("first note")
e.add_note("second\nline")
print(e.__notes__, str(e), repr(e))
for bad in (5, None, b"x"):
    try:
        e.add_note(bad)
    except TypeError as err:
        print(err)
print("".join(traceback.format_exception_only(e)))
e.__notes__ = "not a list"
try:
    e.add_note("x")
except TypeError as err:
    print(err)
print("".join(traceback.format_exception_only(e)))
e.__notes__ = ["ok", 5, None]
print("".join(traceback.format_exception_only(e)))
del e.__notes__
e.add_note("fresh")
print(e.__notes__)
try:
    try:
        raise KeyError("k")
    except KeyError as k:
        k.add_note("while looking up")
        raise
except KeyError as k:
    print(k.__notes__)
g = ExceptionGroup("g", [ValueError(1)])
g.add_note("group note")
print(g.split(ValueError)[0].__notes__, g.derive([KeyError()]).__dict__, g.subgroup(lambda x: True).__notes__)
