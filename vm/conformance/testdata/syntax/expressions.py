# Syntax errors of expressions: brackets, calls, subscripts, strings, operators
def bad(source, mode="exec"):
    try:
        compile(source, "<test>", mode)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("compiled", repr(source))
for s in ("(", ")", "[", "]", "{", "}", "(1, 2", "[1, 2", "{1: 2", "(]", "[)", "{1: 2]", "f(", "f(1", "f(1,", "f(,)", "f(1 2)", "f(a=)", "f(a=1, 2)", "f(**k, *a)", "f(**k, 1)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f(a()=1)", "f(*)", "f(**)", "f(True=1)", "f(x for x in y, 1)", "f(a, b for b in c)", "x[", "x[]", "x[1", "x[1:2:3:4]", "x[1,,2]", "x.", "x..y", "x.1", ".x", "x.class", "1.x", "1..x.", "'abc", "\"abc", "'''abc", "'a' 'b", "b'é'", "f'{x", "'\\x'", "'\\u12'", "'\\N{foo}'", "a if b", "a if else c", "a if b else", "if a else b", "lambda", "lambda x", "lambda x,: x", "lambda x=: x", "lambda *: x", "lambda x, x: 1", "{1, 2: 3}", "{1: 2, 3}", "{1:}", "{:1}", "{*a: 1}", "{**a, b}", "{a: 1, **}", "[*]", "(*x)", "*x", "print(*x, **)", "x := 1", "(x := )", "(1 := x)", "a = b := c", "f(x := 1, y = z := 2)", "1 +", "+ ", "1 + * 2", "1 * / 2", "not", "1 if", "~", "a < > b", "a === b", "a !== b", "a => b", "a && b", "a || b", "!a", "a -> b", "...x", "x...", "`x`", "0x", "1e", "1_", "0777", "1abc", "0b2", "x\\ y", "x \\", "\\", "(x\\\n", "a = 'x' + \n", "[x for]", "[for x in y]", "[x for x]", "[x for x in]", "[x if y for x in z else w]", "{x for x in y: z}", "(x for x in y", "yield", "await", "x = (yield", "None = 1", "True += 1", "f() = 1", "f() += 1", "(a + b) = 1", "[a, 1] = x", "a.b() = 1", "x if y else z = 1", "lambda: x = 1", "'s' = 1", "1 = x", "-x = 1", "{} = 1", "{a: b} = x", "a < b = c", "__debug__ = 1", "def f(__debug__): pass", "x.__debug__ = 1", "for 1 in x: pass", "with a as 5: pass", "del 5", "del f()", "del a + b", "del (a, b + c)", "del *a", "(a, b): int", "a[0]: int = 1, 2 =", "5: int"):
    bad(s)
