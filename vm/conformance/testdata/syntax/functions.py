# Syntax errors of function definitions and calls
def bad(source, mode="exec"):
    try:
        compile(source, "<test>", mode)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("compiled", repr(source))
for s in ("def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(*a, *b): pass", "def f(**a, **b): pass", "def f(/, a): pass", "def f(a, /, b, /): pass", "def f(a, *, /): pass", "def f(*a, /): pass", "def f(a, *b, c, *d): pass", "def f(*a=1): pass", "def f(**a=1): pass", "def f(a.b): pass", "def f((a, b)): pass", "def f(1): pass", "def f('x'): pass", "def f(None): pass", "def f(a:): pass", "def f(a=): pass", "def f() ->: pass", "def f() -> : pass", "def f(a, b", "def f(a b): pass", "def f(a,, b): pass", "def f(,): pass", "def 1(): pass", "def None(): pass", "def f.g(): pass", "def f()\n  pass", "def f():\n", "def f():", "def f():\npass", "def f(): x = ; y", "def f():\n  global x\n  nonlocal x", "def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  global x", "def f(x):\n  global x", "def f(x):\n  nonlocal x", "def f():\n  nonlocal x", "def f():\n  nonlocal f", "global x\nx: int = 1", "def f():\n  global x\n  x: int = 1", "def f():\n  x = 1\n  def g():\n    x\n    nonlocal x", "def f():\n  for global in x: pass", "class A:\n  nonlocal x", "class A:\n  return 1", "class A:\n  yield 1", "class A(x for x in y): pass", "class A(a=1, a=2): pass", "class A(*a, b, **c): pass", "class A(**k, x): pass", "lambda a=1, b: 0", "lambda *a, *b: 0", "lambda (a): 0", "lambda a: int: 0", "@\ndef f(): pass", "@x def f(): pass", "@x\n\n\nx = 1", "async def f(): yield from x", "async def f():\n  yield 1\n  return 2", "async lambda: 1", "def f(): await x", "def f():\n  async with x: pass", "def f(): [await x for x in y]", "async def f():\n  def g(): await x", "def f():\n  return\n yield", "def f(x, y=1, *a, z, w=2, **k): pass\nf(=1)", "f(a for a in b, c=1)", "f(**a, *b)", "f(*a, b=1, *c, d)", "f(a=1, *b, c)"):
    bad(s)
