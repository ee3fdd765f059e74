# Messages of common run-time errors
def attempt(code, **ns):
    try:
        exec(code, ns)
    except Exception as e:
        print(type(e).__name__, "|", e)
    else:
        print("no error", code)
for code in ("1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1, 0)", "1j / 0", "0 ** -1", "0.0 ** -1", "divmod(1.0, 0)",
             "int('x')", "int('')", "int('1.5')", "float('x')", "float('')", "complex('x')", "int(None)", "float(None)", "int([])", "chr(-1)", "chr(0x110000)", "ord('ab')", "ord(5)",
             "[].remove(1)", "[].index(1)", "(1,).index(2)", "'a'.index('b')", "[].pop()", "[1].pop(5)", "{}.popitem()", "{}['k']", "{}.pop('k')", "set().pop()", "set().remove(1)", "{1}.remove([])",
             "1 + 'a'", "'a' + 1", "'a' + b'b'", "[] + ()", "() + []", "{} + {}", "None + 1", "'a' * 'b'", "'a' * 1.5", "[] * []", "-'a'", "1 - 'x'", "'x' - 1", "1 << -1", "1 >> -1", "1 << 'a'", "1.5 << 1",
             "max()", "max([])", "max(1)", "min([], key=len)", "sum('ab')", "round('x')", "abs('x')", "pow(2, -1, 0)", "'%d' % 'x'", "'%d' % ()", "'%s %s' % 1", "'%s' % (1, 2)", "'%z' % 1", "'%(a)s' % 1",
             "import nothing_here", "from sys import nothing_here", "import os.nothing", "a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "for x in 5: pass", "len(5)", "x = [1, 2]; x.foo", "x = 5; x.foo = 1", "raise 5",
             "assert 0, 'm'", "'abc'.foo()", "class A: pass\nA().foo()", "class A: pass\nA.foo", "def f(): pass\nf.foo", "f()", "bytes([256])", "bytes(-1)", "bytearray([1])[5]", "range(0, 1, 0)", "''.join([1])", "'{} {}'.format(1)", "'{a}'.format()",
             "'{0.x}'.format(1)", "'{'.format()", "'}'.format()", "'{!z}'.format(1)", "next(iter([]))", "iter(1)", "hash([])", "{[]: 1}", "{{}}", "isinstance(1, 2)", "super()", "type('a', 1, 2)", "open(1.5)", "__import__(5)", "eval('1 +')"):
    attempt(code)
