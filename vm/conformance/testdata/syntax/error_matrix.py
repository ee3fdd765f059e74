# Every single-character deletion and a few insertions in small programs: SyntaxError or not, and its message
progs = ["def f(a, b=1):\n    return a + b\n", "for i in [1, 2]:\n    print(i)\n", "x = {'k': [1, (2, 3)]}\n", "class A(B):\n    x: int = 5\n", "try:\n    pass\nexcept E as e:\n    raise\n", "with a as b, c:\n    pass\n", "lambda x, *y: (yield)\n", "if a:\n    b\nelif c:\n    d\nelse:\n    e\n", "@d\nasync def f():\n    await g()\n", "from a.b import c as d\n"]
for p in progs:
    print(repr(p))
    for i in range(len(p)):
        q = p[:i] + p[i + 1:]
        try: compile(q, "f", "exec")
        except SyntaxError as e: print(i, type(e).__name__, e.msg, e.lineno, e.offset)
