import re
import sys
import threading


class Capture:
    def __init__(self):
        self.text = ''

    def write(self, s):
        self.text += s

    def flush(self):
        pass


def run(target, **options):
    t = threading.Thread(target=target, **options)
    sys.stderr = capture = Capture()
    try:
        t.start()
        t.join()
    finally:
        sys.stderr = sys.__stderr__
    # Not the lines of threading.py itself.
    text = re.sub(r'  File "[^"]*threading.py", line \d+, in .*\n.*\n', '', capture.text)
    print(re.sub(r'File ".*[\\/]', 'File "', text), end='')
    print('--')


def broken():
    raise ValueError('in a thread')


def chained():
    try:
        broken()
    except ValueError as e:
        raise KeyError('k') from e


run(broken)
run(chained, name='chain')
run(lambda: sys.exit(3))
run(lambda: sys.exit('message'))
run(lambda: exec('raise SystemExit'))


def interrupt():
    raise KeyboardInterrupt


run(interrupt, name='K')


def base():
    raise BaseException('base')


run(base, name='B')


def hook(args):
    print('hook', args.exc_type.__name__, args.exc_value, args.exc_traceback is args.exc_value.__traceback__, args.thread.name,
          type(args).__name__, len(args), threading.current_thread() is args.thread)


threading.excepthook = hook
run(broken, name='hooked')
run(lambda: sys.exit(1), name='exits')


def bad_hook(args):
    raise RuntimeError('the hook itself')


threading.excepthook = bad_hook
seen = []
sys.excepthook = lambda *info: seen.append((info[0].__name__, str(info[1])))
run(broken, name='x')
print(seen)
sys.excepthook = sys.__excepthook__
threading.excepthook = threading.__excepthook__

# Called by hand.
sys.stderr = capture = Capture()
try:
    1 / 0
except ZeroDivisionError:
    threading.excepthook(threading.ExceptHookArgs([*sys.exc_info(), threading.current_thread()]))
    threading.excepthook(threading.ExceptHookArgs([*sys.exc_info(), None]))
sys.stderr = sys.__stderr__
print(re.sub(r'thread \d+:', 'thread N:', re.sub(r'File ".*[\\/]', 'File "', capture.text)))
for bad in (5, (1, 2, 3, 4)):
    try:
        threading.excepthook(bad)
    except TypeError as e:
        print(e)
try:
    threading.ExceptHookArgs([1, 2])
except TypeError as e:
    print(e)
print(threading.ExceptHookArgs([1, 2, 3, 4]), threading.ExceptHookArgs.__match_args__)
