import traceback

def marks(f):
    try:
        f()
    except Exception:
        lines = traceback.format_exc().splitlines()
        print('\n'.join(lines[-3:]))
d = {}
n = None
lst = [1, 2]
def a(): return lst[0] + d['missing']['k']
def b(): return (1 + 2) * 'x' / 2
def c(): return n.attr.other
def e(): x = lst[10]; return x
def f(): return 1 + n + 2
def g(): return undefined_name + 1
def h(): return len(5) + 1
def i(): return lst[0]   +   n
def j(): return d['a'][  1 ]
def k():
    return (1 +
            n)
def l(): raise ValueError('whole line')
def m(): return -n
def o(): return 'é' + 'ü' + n
def p(): return [x / 0 for x in lst]
def q(): lst.append(1, 2)
def r(): return n[0]
def s(): return 3 ** n
def t(): a, b, c = lst; return a
for fn in (a, b, c, e, f, g, h, i, j, k, l, m, o, p, q, r, s, t):
    marks(fn)
