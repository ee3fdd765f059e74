# sys.settrace and sys.setprofile: which events come
import sys

events = []


def note(frame, event, arg):
    name = frame.f_code.co_name
    first = frame.f_code.co_firstlineno
    if event == 'exception':
        arg = arg[0].__name__
    elif event.startswith('c_'):
        arg = arg.__name__
    else:
        arg = repr(arg) if event == 'return' else ''
    events.append((name, event, frame.f_lineno - first, arg))
    return note


def run(func, *args, profile=False):
    events.clear()
    (sys.setprofile if profile else sys.settrace)(note)
    try:
        func(*args)
    except Exception as e:
        caught = repr(e)
    else:
        caught = None
    (sys.setprofile if profile else sys.settrace)(None)
    print('==', func.__name__, 'profile' if profile else 'trace', caught)
    for e in events:
        if e[0] != 'run':
            print('  ', *e)


def plain(x):
    y = x + 1
    if y > 1:
        y = 2
    else:
        y = 3
    return y


def tries(n):
    try:
        x = 1 / n
    except ZeroDivisionError:
        x = 0
    finally:
        n = None
    return x


def fails():
    try:
        raise KeyError('k')
    finally:
        x = 1


def gen(n):
    for i in range(n):
        got = yield i
    got = None


def uses_gen():
    g = gen(2)
    next(g)
    g.send('s')
    try:
        next(g)
    except StopIteration:
        pass
    for v in gen(1):
        got = v


def deleg():
    r = yield from gen(1)
    return r


def uses_deleg():
    return list(deleg())


def natives(text):
    out = []
    out.append(len(text))
    text.upper()
    try:
        int('x')
    except ValueError:
        out = None
    return sorted([3, 1], key=abs)


def outer():
    inner_fails()


def inner_fails():
    return {}['missing']


async def coro():
    return 5


def run_coro():
    c = coro()
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


def one_line(): return 7


def passes():
    for i in (1, 2):
        pass
    if i:
        pass
    else:
        i = 3


for f, args in [(plain, (1,)), (plain, (-5,)), (tries, (1,)), (tries, (0,)), (fails, ()), (uses_gen, ()), (uses_deleg, ()), (outer, ()),
                (run_coro, ()), (one_line, ()), (passes, ())]:
    run(f, *args)
for f, args in [(plain, (1,)), (fails, ()), (uses_gen, ()), (uses_deleg, ()), (natives, ('abc',)), (outer, ())]:
    run(f, *args, profile=True)


def lines_off(frame, event, arg):
    frame.f_trace_lines = False
    frame.f_trace_opcodes = False
    events.append((frame.f_code.co_name, event, frame.f_trace_lines, frame.f_trace_opcodes))
    return lines_off


events.clear()
sys.settrace(lines_off)
plain(1)
sys.settrace(None)
print(events)


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    events.append(event)
    return opcodes


events.clear()
sys.settrace(opcodes)
one_line()
sys.settrace(None)
print(events[0], events[-1], set(events[1:-1]))


def broken(frame, event, arg):
    raise RuntimeError('broken tracer')


sys.settrace(broken)
try:
    one_line()
except RuntimeError as e:
    print(e, sys.gettrace())
for bad in (1, None):
    try:
        sys._getframe().f_trace_lines = bad
    except TypeError as e:
        print(e)
