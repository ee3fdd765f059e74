# __format__: specs passed through, result types, default, nested in f-strings and str.format
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
f = F()
print(format(f), format(f, "abc"), f"{f}", f"{f:x{1}y}", f"{f!s:>5}", f"{f!r:<6}|", "{:spec}".format(f), "{0!r} {0!s} {0}".format(f))
class Bad:
    def __format__(self, spec): return 5
class D: 
    def __str__(self): return "D"
def attempt(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: format(Bad()))
attempt(lambda: f"{Bad()}")
attempt(lambda: format(D(), ">5"))
attempt(lambda: format(D()))
attempt(lambda: format([], ">5"))
attempt(lambda: format(None, "x"))
attempt(lambda: format({}, ""))
attempt(lambda: format(5, 5))
attempt(lambda: "{:d}".format("x"))
attempt(lambda: format(1 + 2j, ".2f"))
attempt(lambda: format(True, "d"))
attempt(lambda: format(True))
attempt(lambda: format(True, ">6"))
attempt(lambda: format(b"x", "s"))
attempt(lambda: format(type, "s"))
class I(int):
    def __str__(self): return "I!"
print(format(I(5)), f"{I(5)}", "%d" % I(5), "%s" % I(5), f"{I(5):d}", f"{I(5):>4}")
class S(str):
    def __format__(self, spec): return "S:" + super().__format__(spec)
print(f"{S('a'):>3}", "%s" % S("b"), "".join([S("c")]))
