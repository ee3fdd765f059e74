# The string module: constants, Template, capwords, Formatter
import string
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable), string.ascii_letters[25:27])
print(string.capwords("hello big  world"), string.capwords("a-b-c", "-"))
T = string.Template
print(T("$a ${b}x $$ $a").substitute(a=1, b=2), T("$a $z").safe_substitute(a=1), T("$a").substitute({"a": 5}), T("$a").substitute({"a": 5}, a=6), T("no fields").substitute(), T("x $_y1").substitute(_y1="ok"))
for t, kw in (("$a", {}), ("$", {}), ("$1", {}), ("${a", {}), ("a\nb $!", {})):
    try: T(t).substitute(**kw)
    except Exception as e: print(type(e).__name__, e)
print(T("$a ${b} $$").template, T("$ $1 ${x").safe_substitute(), T("$a $b ${a}").get_identifiers(), T("$a").is_valid(), T("$").is_valid())
f = string.Formatter()
print(f.format("{0} {a!r:>5}", 1, a="x"), list(f.parse("a{b!r:c}d{}{{e")), f.vformat("{} {k}", (1,), {"k": 2}))
class F(string.Formatter):
    def get_value(self, key, args, kw): return f"<{key}>"
    def format_field(self, v, spec): return v + spec.upper()
print(F().format("{a} {0:x} {b.c if False}" if False else "{a} {0:x}"))
