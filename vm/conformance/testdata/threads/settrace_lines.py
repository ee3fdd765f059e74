# The lines that a trace function is told of: those without an instruction, too, and in the order of their effects.
import sys
import threading


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


def empty():
    try:
        pass
    except ValueError:
        1
    else:
        2
    finally:
        3


def bare():
    try:
        1 / 0
    except:
        4
    else:
        5


def nested(x):
    try:
        1 / 0
    except ZeroDivisionError:
        if x:
            raise ValueError
    try:
        1 / 0
    except KeyError:
        x = 1
    except (ValueError, ArithmeticError) as e:
        if x:
            x = 2
    return x


def loops():
    for i in range(3):
        if i == 1:
            continue
        try:
            if i == 2:
                break
        finally:
            i = 5
    while True:
        i += 1
        if i > 6:
            break
    for i in 1, 2:
        with Manager():
            if i:
                break
    else:
        6


def leaves(how):
    with Manager():
        if how == 1:
            return
        if how == 2:
            return 'constant'
        return how


def through(how):
    try:
        if how:
            return 7
        return
    finally:
        8


def constants(x):
    """A docstring is no line."""
    'this is one'
    if 0:
        x = 1
    if 1:
        x = 2
    ...
    while 0:
        x = 3
    lambda: 9
    if x:
        10
    elif x > 1:
        11
    else:
        12


def classes():
    class A:
        """The docstring."""
        x = 1

        def f(self):
            pass


def suppressed():
    with Manager():
        raise ValueError
    with Manager(), Manager() as m:
        m = 1


def groups():
    try:
        raise ValueError
    except* KeyError:
        13
    except* ValueError as e:
        14
    else:
        15
    finally:
        16


def returned_in_loop():
    for x in 1, 2:
        while x:
            if x:
                return


def trace(function, *args):
    events = []
    first = function.__code__.co_firstlineno

    def local(frame, event, arg):
        if frame.f_code.co_filename == __file__:
            events.append((frame.f_lineno - first, event))
        return local

    sys.settrace(local)
    try:
        function(*args)
    finally:
        sys.settrace(None)
    print(function.__name__, args, *events[:-2], sep='\n  ')


for call in ((empty,), (bare,), (nested, 0), (nested, 5), (loops,), (leaves, 1), (leaves, 2), (leaves, 3), (through, 0), (through, 1),
             (constants, 0), (constants, 2), (classes,), (suppressed,), (groups,), (returned_in_loop,)):
    try:
        trace(*call)
    except ValueError as e:
        print('raised', repr(e))


# Tracing begins with the next line of a frame that has a trace function of its own.
def begins():
    lines = []

    def local(frame, event, arg):
        lines.append((frame.f_lineno - begins.__code__.co_firstlineno, event))
        return local

    sys._getframe().f_trace = local
    sys.settrace(local)
    len([])
    lines.append('here')
    sys.settrace(None)
    return lines


print(begins())


# What a trace function raises takes the place of what it was told of, and ends tracing.
def failing(on):
    def local(frame, event, arg):
        if event == on:
            raise LookupError(on)
        return local

    def body():
        x = 0
        1 / x

    sys.settrace(local)
    try:
        body()
    except Exception as e:
        print(on, repr(e), sys.gettrace())
    finally:
        sys.settrace(None)


for on in 'call', 'line', 'exception', 'return':
    failing(on)

# In threads.
events = []


def record(frame, event, arg):
    if frame.f_code is work.__code__:
        events.append((frame.f_lineno - work.__code__.co_firstlineno, event))
    return record


def work():
    for i in range(2):
        if i:
            continue
        pass


threading.settrace(record)
t = threading.Thread(target=work)
t.start()
t.join()
threading.settrace(None)
print(events)
