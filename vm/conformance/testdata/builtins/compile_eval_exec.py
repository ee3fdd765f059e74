# compile, eval, exec: modes, namespaces, flags, errors
def t(f, *a, **k):
    try: print(repr(f(*a, **k)).partition(' at ')[0])
    except BaseException as e: print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
t(eval, '1+1'); t(eval, ' 1'); t(eval, '\t1\n'); t(eval, ''); t(eval, 'x=1'); t(eval, 'x', {'x': 3}); t(eval, 'x', {}, {'x': 4}); t(eval, 'x', {'x': 1}, {'x': 2}); t(eval, '1;2'); t(eval, b'1+2'); t(eval, 3); t(eval, '1', 3); t(eval, '1', {}, 3); t(eval, '(1\n+2)'); t(eval, '1\x00'); t(eval, 'yield 1'); t(eval, 'await x'); t(lambda: type(eval('lambda: (yield)')))
g = {}; exec('x = 1\ndef f(): return x', g); print(sorted(k for k in g if k != '__builtins__'), g['f']()); t(exec, 'return 1'); t(exec, 'x', {}); t(exec, 'x = y', {'y': 5}); t(exec, 'a b'); t(exec, 3); t(exec, 'pass', []); t(exec, compile('z = 5', 'f', 'exec'), g); print(g['z'])
class Map:
    def __init__(s): s.d = {}
    def __getitem__(s, k): print('get', k); return s.d[k]
    def __setitem__(s, k, v): print('set', k); s.d[k] = v
    def __delitem__(s, k): print('del', k); del s.d[k]
m = Map(); exec('a = 1\nb = a + len([1])\ndel a', {}, m); print(m.d)
class Mis(dict):
    def __missing__(s, k): return k.upper()
t(eval, 'foo + bar', {}, Mis()); t(eval, 'foo', Mis()); t(eval, '[foo for _ in (1,)]', {}, Mis()); t(eval, '(lambda: foo)()', {'foo': 1}, {'foo': 2})
def loc():
    x = 1
    exec('x = 2; y = 3')
    return x, sorted(locals())
print(loc())
def ev(): q = 7; return eval('q'), eval('[q for _ in (1,)]', {'q': 8})
t(ev)
c = compile('1\n2', '<f>', 'exec'); print(c.co_filename, c.co_name, c.co_firstlineno); t(compile, '1\n2', 'f', 'eval'); t(compile, '1\n2', 'f', 'single'); t(compile, '1', 'f', 'bad'); t(compile, '1', 'f', 'exec', 1 << 20); t(compile, '1', 3, 'exec'); t(compile, 'a\0b', 'f', 'exec'); t(compile, b'\xff', 'f', 'exec'); t(compile, '# coding: latin-1\n1', 'f', 'exec', 0); t(compile, b'# coding: nope\n1', 'f', 'exec')
exec(compile('1+1\n', 'f', 'single')); exec(compile('x = 5; x', 'f', 'single')); exec(compile('None', 'f', 'single')); exec(compile('for i in (1, 2): i\n', 'f', 'single'))
print(eval(compile('assert 0\n1', 'f', 'exec', optimize=1)), eval(compile('__debug__', 'f', 'eval', optimize=1)), eval(compile('__debug__', 'f', 'eval', optimize=0)))
ns = {}; exec(compile('def f():\n  "doc"\n  assert 0', 'f', 'exec', optimize=2), ns); print(ns['f'].__doc__, ns['f']())
exec('from __future__ import annotations\ndef f(a: 1 + 1): pass', ns); print(ns['f'].__annotations__); t(exec, 'x = 1\nfrom __future__ import annotations'); t(exec, 'from __future__ import nope'); t(exec, 'from __future__ import braces')
print(eval('__builtins__', {'__builtins__': {'a': 1}})); t(eval, 'len', {'__builtins__': {}}); t(eval, 'a', {'__builtins__': {'a': 9}}); t(exec, 'class A: pass', {'__builtins__': {}}); t(exec, 'import os', {'__builtins__': {}}); t(exec, 'x = 1', g, None, closure=None); t(exec, 'x', g, closure=())
t(globals().get, 'nothing'); t(lambda: sorted(vars())); t(vars, 3); t(dir, 3, 4)
