# except*: splitting, several clauses, unhandled rest, naked exceptions, errors
def show(e, depth=0):
    pad = "  " * depth
    if isinstance(e, BaseExceptionGroup):
        print(pad + type(e).__name__, repr(e.message))
        for x in e.exceptions: show(x, depth + 1)
    else:
        print(pad + repr(e))
def eg(*a): return ExceptionGroup("eg", list(a))
try:
    raise eg(ValueError(1), TypeError(2), ValueError(3), eg(KeyError(4), ValueError(5)))
except* ValueError as e:
    show(e)
except* (TypeError, KeyError) as e:
    show(e)
try:
    try:
        raise eg(ValueError(1), OSError(2))
    except* ValueError as e:
        print("handled", len(e.exceptions))
except ExceptionGroup as rest:
    show(rest)
try:
    raise ValueError("naked")
except* ValueError as e:
    show(e)
try:
    try:
        raise KeyError("not matched")
    except* ValueError:
        print("no")
except KeyError as e:
    print(repr(e))
try:
    try:
        raise eg(ValueError(1), TypeError(2))
    except* ValueError:
        raise OSError("new")
    except* TypeError as t:
        raise
except ExceptionGroup as e:
    show(e)
try:
    pass
except* ValueError:
    print("never")
else:
    print("else runs")
finally:
    print("finally runs")
try:
    try:
        raise eg(ValueError(1))
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise eg(ValueError(1))
    except* 5:
        pass
except TypeError as e:
    print(e)
def names():
    try:
        raise eg(ValueError(1))
    except* ValueError as e:
        pass
    return "e" in locals()
print(names())
for i in range(2):
    try:
        raise eg(ValueError(i))
    except* ValueError as e:
        print("loop", i)
for code in ("try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass",
             "def f():\n try: pass\n except* ValueError: return", "for x in y:\n try: pass\n except* ValueError: break"):
    try:
        compile(code, "<c>", "exec")
    except SyntaxError as e:
        print(e.msg)
