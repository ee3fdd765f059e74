import code
import codeop
import io
import sys
from contextlib import redirect_stderr, redirect_stdout

# what is complete
for src in ['', '\n', '# c', 'a', 'a = 1', 'if 1:', 'if 1:\n  a', 'if 1:\n  a\n', 'def f():', 'def f():\n  return (1,', 'x = (', 'x = (\n',
            "'''abc", "'''abc\n", "x = [1,\n2", "x = [1,\n2]", 'try:\n  a\nexcept:\n  b', 'try:\n  a\nexcept:\n  b\n', '@deco', 'class C:\n  x = 1\n',
            'a \\', 'a \\\n', 'for i in x:\n  y\nelse:', 'a; b', 'lambda x:x', 'if 1:\n  pass\nelse:\n  pass\n', 'with a: pass', 'with a: pass\n']:
    c = codeop.compile_command(src)
    print(repr(src), None if c is None else type(c).__name__)
for src in ['a b', '1 +* 2', 'if 1', 'return', 'x = )', "'abc", 'a\nb', 'del f()', '(1 2', 'def f(:', '    x', 'if 1:\nx']:
    try:
        print(repr(src), codeop.compile_command(src))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg)
for src in ['1+', '1+1', '', '(']:
    try:
        c = codeop.compile_command(src, '<in>', 'eval')
        print(repr(src), c and eval(c))
    except SyntaxError as e:
        print(repr(src), type(e).__name__)

# a future statement is remembered
comp = codeop.CommandCompiler()
exec(comp('from __future__ import annotations'), {})
ns = {}
exec(comp('x: nosuch = 1\n'), ns)
print(ns['__annotations__'])


class Console(code.InteractiveConsole):
    def __init__(self, lines, **kw):
        super().__init__(**kw)
        self.lines = list(lines)
        self.prompts = []

    def raw_input(self, prompt=''):
        self.prompts.append(prompt)
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if line is KeyboardInterrupt:
            raise KeyboardInterrupt
        return line


def session(*lines, banner='hello', exitmsg=None, **kw):
    err, out = io.StringIO(), io.StringIO()
    c = Console(lines, **kw)
    try:
        with redirect_stderr(err), redirect_stdout(out):
            c.interact(banner, exitmsg)
    except SystemExit as e:
        print('exit', e.code)
    print('prompts', c.prompts)
    print('out', out.getvalue())
    print('err', err.getvalue())
    return c


session('x = 5', 'x + 1', 'def f():', '    return x', '', 'f()', '_')
session('1/0', 'x = (', KeyboardInterrupt, 'print("on")', 'a b')
session('def g():', '    h()', '', 'def h():', '    raise ValueError("deep")', '', 'g()', 'print(__name__)')
session('raise SystemExit(4)', 'print("never")')
session('name', locals={'name': 'given'}, exitmsg='so long')
session(banner='', exitmsg='')
c = session('import sys', 'sys.last_value', '1/0', 'type(sys.last_value)')
i = code.InteractiveInterpreter({'v': 3})
print(i.runsource('v'), i.runsource('if v:'), i.runsource('print(v)', symbol='exec'))
err = io.StringIO()
with redirect_stderr(err):
    i.runsource('a b', 'name.py')
    i.runcode(compile('undefined', 'z.py', 'exec'))
print(err.getvalue())
answers = iter(['y = 3', 'y'])


def read(prompt):
    try:
        return next(answers)
    except StopIteration:
        raise EOFError


err = io.StringIO()
with redirect_stderr(err):
    code.interact('b', read, {}, 'bye')
print(err.getvalue())
