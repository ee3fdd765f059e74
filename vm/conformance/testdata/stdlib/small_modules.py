import getopt, keyword, sched, cmd, io, copyreg, numbers, timeit, contextvars, __future__

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

print(getopt.getopt('-a -b val --long=x --fl rest -z'.split(), 'ab:', ['long=', 'flag']))
print(getopt.gnu_getopt('x -a y --long z -- -b'.split(), 'ab', ['long=']))
for args in ('-q', '-b', '--nope', '--fl=1', '--l 1'):
    show(lambda: getopt.getopt(args.split(), 'ab:', ['long=', 'look', 'flag']))
print(keyword.iskeyword('def'), keyword.iskeyword('x'), keyword.issoftkeyword('match'), len(keyword.kwlist), keyword.softkwlist)
clock = [0]
def delay(n): clock[0] += n
s = sched.scheduler(lambda: clock[0], delay)
log = []
s.enter(5, 1, log.append, ('later',))
s.enter(1, 2, log.append, ('b',))
s.enter(1, 1, log.append, ('a',))
e = s.enterabs(3, 1, log.append, kwargs={}, argument=('cancelled',))
s.cancel(e)
print(len(s.queue), s.run(blocking=False))
s.run()
print(log, s.empty(), clock)
show(lambda: s.cancel(e))
class Shell(cmd.Cmd):
    prompt = '> '
    def do_greet(self, arg):
        "greet someone"
        print('hello', arg, file=self.stdout)
    def do_quit(self, arg): return True
    def emptyline(self): print('empty', file=self.stdout)
out = io.StringIO()
sh = Shell(stdin=io.StringIO('greet bob\n\nhelp\nhelp greet\nbogus x\n? zz\nquit\nnever\n'), stdout=out)
sh.use_rawinput = False
sh.cmdloop('welcome')
print(out.getvalue())
print(sh.parseline('  cmd arg1 arg2 '), sh.parseline('!ls'), sh.parseline(''))
sh.columnize([f'item{i}' for i in range(12)], 40)
class X:
    def __init__(self, v=1): self.v = v
print(copyreg.__newobj__(X), copyreg._slotnames(X)) if False else None
show(lambda: copyreg.constructor(5))
show(lambda: copyreg.add_extension('m', 'n', 0))
print(isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), isinstance('1', numbers.Number))
show(lambda: numbers.Integral())
print(timeit.timeit('x += 1', 'x = 0', number=10) >= 0, len(timeit.repeat('pass', repeat=3, number=5)))
calls = []
timeit.timeit(lambda: calls.append(1), number=4)
print(len(calls), timeit.timeit('n', globals={'n': 5}, number=1) >= 0)
show(lambda: timeit.Timer(5))
t = iter(range(100))
print(timeit.Timer('pass', timer=lambda: next(t)).timeit(3), timeit.main(['-h']) if False else '')
var = contextvars.ContextVar('var', default=0)
def f():
    var.set(5)
    return var.get()
ctx = contextvars.copy_context()
print(ctx.run(f), var.get(), ctx[var], var in ctx, len(ctx))
tok = var.set(9)
print(var.get(), tok.old_value is contextvars.Token.MISSING, tok.var is var)
var.reset(tok)
print(var.get())
show(lambda: var.reset(tok)) if False else None
show(lambda: contextvars.ContextVar('nodef').get()) if False else None
print(contextvars.ContextVar('nodef').get('given'))
print(__future__.annotations.compiler_flag, __future__.division.getMandatoryRelease(), __future__.annotations.mandatory, __future__.all_feature_names[-1])
