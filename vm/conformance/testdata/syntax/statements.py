# Syntax errors of statements: messages and positions
def bad(source, mode="exec"):
    try:
        compile(source, "<test>", mode)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("compiled", repr(source))
for s in ("if x\n  pass", "if x:\npass", "if x: pass\n  y", "while: pass", "for x in: pass", "for x y: pass", "for in y: pass", "def f: pass", "def f(: pass", "def (x): pass", "def f(x) return x", "class A\n  pass", "class: pass", "class A(: pass", "return 1", "yield 1", "break", "continue", "x = ", "= 1", "x ==", "import", "import a.", "from import x", "from a import", "from a import (b", "from a import b,", "from . import", "from a import *, b", "def f():\n  from a import *", "global x, 1", "nonlocal x", "del", "del x +", "raise from x", "raise x from", "assert", "assert x,", "pass x", "try: pass", "try:\n  pass\nfoo()", "try: pass\nexcept: pass\nexcept A: pass", "except: pass", "finally: pass", "else: pass", "elif x: pass", "with: pass", "with x as: pass", "with x as y", "lambda x: ", "lambda: (yield", "print 1", "print x, y", "exec 'x'", "x = 1 y = 2", "x 1", "1 x", "a b c", "if x = 1: pass", "while x = 1: pass", "x + = 1", "x =+ 1", "x <> y", "x !", "!x", "x ? y : z", "x++", "x--", "++x", "$x", "x = @", "@x", "@x\n5", "a, b += 1", "async x", "async with x: pass", "async for x in y: pass", "await x", "match x:\n  pass", "match x:\n  case 1:\n  pass", "match x:\n  case: pass", "type X = int", "else", "in x", "is x", "not", "and x", "x and", "x or or y", "x not y", "x is is y", "x in", "if True: pass else: pass", "for x in y: pass else: pass", "class A: x = ", "def f(): return return", "x: int = ", "x: = 5", "(x): y: z", "x = yield = y", "while True: x = 1; break; else: y", "try: x\nfinally", "if x:\n\ty\n        z", "import a as", "import a as b.c", "from a import b as", "from a.b. import c", "from .. import *\nx ="):
    bad(s)
