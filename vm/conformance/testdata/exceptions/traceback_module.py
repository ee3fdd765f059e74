# The traceback module: extract, format_list, print_exception to a file, limits, StackSummary
import traceback, io, sys, os
def a(): b()
def b(): c()
def c(): raise ValueError("x")
try:
    a()
except ValueError as e:
    exc = e
frames = traceback.extract_tb(exc.__traceback__)
print([(f.name, f.line) for f in frames][1:], len(frames))
print(traceback.format_exception_only(exc), traceback.format_exception_only(ValueError, ValueError("y")))
out = io.StringIO()
traceback.print_exception(exc, file=out, limit=1)
print(out.getvalue().count("File"), out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1])
print(len(traceback.format_tb(exc.__traceback__)), len(traceback.format_tb(exc.__traceback__, limit=2)), len(traceback.format_tb(exc.__traceback__, limit=-1)))
def stack():
    return [f.name for f in traceback.extract_stack()]
print(stack())
print([l.strip().split("\n")[-1].strip() for l in traceback.format_list(frames[1:])])
te = traceback.TracebackException.from_exception(exc)
print(te.exc_type.__name__, str(te), len(te.stack), te.__cause__)
print(list(te.format_exception_only()))
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 3, 5, "a b c\n"))))
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(KeyError()), traceback.format_exception_only(None, None) if False else "")
class Mod(Exception): pass
Mod.__module__ = "some.module"
print(traceback.format_exception_only(Mod("m")), traceback.format_exception_only(Mod()))
class BadStr(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(BadStr()))
print(frames[1].lineno - frames[2].lineno, frames[1].filename == __file__ or os.path.abspath(__file__) == os.path.abspath(frames[1].filename))
try:
    print(traceback.format_exc())
except Exception as e:
    print(type(e))
s = traceback.StackSummary.from_list([("f.py", 1, "fn", "code line")])
print(s.format(), s[0].lineno)
print(traceback.walk_tb(exc.__traceback__).__class__.__name__)
