import argparse, sys, io, contextlib
import os
os.environ['COLUMNS'] = '80'

def run(p, args, meth='parse_args'):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            r = getattr(p, meth)(args.split() if isinstance(args, str) else args)
        print(r)
    except SystemExit as e:
        print('exit', e.code)
        print(out.getvalue(), end='')
        print(err.getvalue(), end='')

p = argparse.ArgumentParser(prog='prog', description='What it does.', epilog='The end.')
p.add_argument('src', help='source file')
p.add_argument('dst', nargs='?', default='out', help='destination (default: %(default)s)')
p.add_argument('rest', nargs='*')
p.add_argument('-v', '--verbose', action='count', default=0, help='more output')
p.add_argument('-n', '--number', type=int, metavar='N', help='a number that has quite a long explanation so that the help text needs to be wrapped')
p.add_argument('--choice', choices=['a', 'b', 'c'], default='a')
p.add_argument('--flag', action='store_true')
p.add_argument('--no-x', dest='x', action='store_false', help=argparse.SUPPRESS)
p.add_argument('--pair', nargs=2, metavar=('A', 'B'))
p.add_argument('--many', nargs='+', action='extend')
p.add_argument('--app', action='append')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--bool', action=argparse.BooleanOptionalAction)
p.add_argument('-V', '--version', action='version', version='%(prog)s 1.0')
print(p.format_help())
print(p.format_usage())
for a in ('a', 'a b c d', '-vvv a', '-n5 a', '-n 5 a', '--number=7 a', '--num 8 a', 'a --choice b --flag', 'a --pair 1 2', 'a --many 1 2 --many 3', 'a --app 1 --app 2', 'a --const --bool', 'a --no-bool --no-x', '-- -a', 'a -vn3'):
    run(p, a)
for a in ('', 'a -n x', 'a --choice z', 'a --bogus', '--version', 'a --pair 1', 'a --n 3 --no', 'a --many', 'a --flag=3', '-h'):
    run(p, a)
run(p, 'a --unknown q', 'parse_known_args')
ns = argparse.Namespace(a=1, b='x')
print(ns, 'a' in ns, ns == argparse.Namespace(a=1, b='x'), vars(ns), p)
for kw in (dict(args=('--x',), kw=dict(nargs=0)), dict(args=('x',), kw=dict(required=True)), dict(args=('-x',), kw=dict(action='bogus')), dict(args=('-v',), kw={}), dict(args=('--y',), kw=dict(type='int'))):
    try:
        p.add_argument(*kw['args'], **kw['kw'])
        print('no error')
    except Exception as e:
        print(type(e).__name__, e)
def even(s):
    n = int(s)
    if n % 2:
        raise argparse.ArgumentTypeError(f'{n} is odd')
    return n
q = argparse.ArgumentParser(prog='q', add_help=False, argument_default='dflt')
q.add_argument('--even', type=even)
q.add_argument('-1', dest='one', action='store_true')
run(q, '--even 4')
run(q, '--even 3')
run(q, '-1')
q.set_defaults(extra=5)
run(q, '')
print(q.get_default('extra'))
r = argparse.ArgumentParser(prog='r', exit_on_error=False)
r.add_argument('--i', type=int)
try:
    r.parse_args(['--i', 'x'])
except argparse.ArgumentError as e:
    print(e)
