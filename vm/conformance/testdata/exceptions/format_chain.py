# Formatting chained exceptions, groups, notes and repeated frames
import traceback, os
def cut(text):
    return text.replace(os.path.abspath(__file__), "FILE").replace(__file__, "FILE")
def cause():
    try:
        {}["key"]
    except KeyError as e:
        raise ValueError("bad key") from e
def context():
    try:
        [][0]
    except IndexError:
        int("x")
def suppressed():
    try:
        [][0]
    except IndexError:
        raise TypeError("quiet") from None
def group():
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError(2, "no", "f")]), TypeError("t")])
def noted():
    e = RuntimeError("with notes")
    e.add_note("look here")
    e.add_note("and\nthere")
    raise e
def recurse(n):
    return recurse(n + 1)
for fn in (cause, context, suppressed, group, noted):
    try:
        fn()
    except Exception as e:
        print(cut("".join(traceback.format_exception(e))))
try:
    recurse(0)
except RecursionError as e:
    text = cut(traceback.format_exc())
    lines = text.splitlines()
    print(len(lines) < 25, lines[0], lines[-1])
    print([l.split()[0:3] for l in lines if "repeated" in l])
