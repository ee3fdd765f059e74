import traceback, sys, io

def show(text):
    print(''.join(text).replace(__file__, 'SCRIPT'), end='')

def inner(x):
    return 1 / x
def outer(x):
    return inner(x) + 1
try:
    outer(0)
except ZeroDivisionError as e:
    exc = e
    tb = e.__traceback__
show(traceback.format_exception(exc))
show(traceback.format_exception_only(exc))
show(traceback.format_tb(tb))
print([(f.name, f.line) for f in traceback.extract_tb(tb)])
print(traceback.extract_tb(tb, limit=1)[0].name, traceback.extract_tb(tb, limit=-1)[0].name, len(list(traceback.walk_tb(tb))))
buf = io.StringIO()
traceback.print_exception(exc, file=buf)
print(buf.getvalue() == ''.join(traceback.format_exception(type(exc), exc, tb)))

def chained():
    try:
        {}['k']
    except KeyError as e:
        raise ValueError('bad') from e
try:
    chained()
except ValueError:
    show(traceback.format_exc())
def context():
    try:
        int('x')
    except ValueError:
        raise RuntimeError('while handling')
try:
    context()
except RuntimeError:
    show(traceback.format_exc())
    show(traceback.format_exc(chain=False))
def suppressed():
    try:
        int('x')
    except ValueError:
        raise RuntimeError('alone') from None
try:
    suppressed()
except RuntimeError:
    show(traceback.format_exc())

def rec(n):
    if n == 0:
        raise ValueError('deep')
    rec(n - 1)
try:
    rec(10)
except ValueError:
    show(traceback.format_exc())
e = ValueError('noted')
e.add_note('first note')
e.add_note('second\nline')
show(traceback.format_exception_only(e))
try:
    raise ExceptionGroup('grp', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k')])])
except ExceptionGroup as g:
    show(traceback.format_exception(g))
try:
    compile('a = = 1', 'f.py', 'exec')
except SyntaxError as s:
    show(traceback.format_exception_only(s))
class Custom(Exception):
    def __str__(self): raise ValueError
show(traceback.format_exception_only(Custom()))
show(traceback.format_exception_only(KeyError('x')))
show(traceback.format_exception_only(type(None), None))
te = traceback.TracebackException.from_exception(exc)
print(str(te), te.exc_type, len(te.stack), te == traceback.TracebackException.from_exception(exc))
te = traceback.TracebackException.from_exception(exc, capture_locals=True)
print(te.stack[-1].locals)
fs = traceback.FrameSummary('f.py', 3, 'fn', line='  code here ')
print(fs, list(fs), fs.line, len(fs))
show(traceback.format_list([('a.py', 1, 'f', 'x = 1'), ('b.py', 2, 'g', None)]))
def stack():
    return [f.name for f in traceback.extract_stack()][-2:]
def caller():
    return stack()
print(caller())
try:
    traceback.format_exception(5)
except TypeError as e:
    print(e)
try:
    traceback.print_exception(ValueError, 1)
except ValueError as e:
    print(e)
