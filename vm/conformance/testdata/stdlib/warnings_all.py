import warnings, sys

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', DeprecationWarning)
    warnings.warn(SyntaxWarning('three'))
    print([(str(x.message), x.category.__name__, x.lineno) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('default')
    for i in range(3):
        warnings.warn('same line')
    print(len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='quiet')
    warnings.filterwarnings('error', category=RuntimeWarning)
    warnings.warn('Quiet please')
    warnings.warn('loud')
    show(lambda: warnings.warn('boom', RuntimeWarning))
    print([str(x.message) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('once')
    for i in range(2):
        warnings.warn('once only')
        warnings.warn('once only')
    print(len(w))
def deep():
    warnings.warn('level2', stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    deep()
    print(w[0].lineno)
show(lambda: warnings.warn('x', int))
show(lambda: warnings.warn('x', 'notclass'))
show(lambda: warnings.filterwarnings('bogus'))
show(lambda: warnings.simplefilter('ignore', lineno=-1))
print(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'code'), end='')
print(warnings.formatwarning(Warning('w'), Warning, 'nofile.py', 3), end='')
out = []
with warnings.catch_warnings():
    warnings.simplefilter('always')
    warnings.showwarning = lambda *a: out.append(a[:2])
    warnings.warn('shown')
print([(str(m), c.__name__) for m, c in out])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    reg = {}
    warnings.warn_explicit('explicit', UserWarning, 'file.py', 7, module='mod', registry=reg)
    print(w[0].filename, w[0].lineno, str(w[0]))
with warnings.catch_warnings(action='ignore'):
    warnings.warn('silent')
print(repr(warnings.catch_warnings(record=True)))
cm = warnings.catch_warnings()
with cm:
    show(cm.__enter__)
show(lambda: warnings.catch_warnings().__exit__())
class MyW(UserWarning): pass
with warnings.catch_warnings():
    warnings.simplefilter('error', MyW)
    show(lambda: warnings.warn('mine', MyW))
