# What is printed of exceptions that nobody can catch: no context, and a colon after the type.
import _thread
import gc
import re
import sys
import threading


class Out:
    """Shows what is written, without what differs from run to run."""

    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def show(self):
        print(re.sub(' at 0x[0-9a-f]+', '', re.sub(r'  File ".*\n', '', self.text)), end='--\n')
        self.text = ''


class Odd(Exception):
    def __str__(self):
        raise ValueError


class Foreign(Exception):
    __module__ = 'some.module'


class Nowhere(Exception):
    __module__ = None


out = sys.stderr = Out()
hook = sys.unraisablehook


def thread(body):
    """Have an exception end a thread."""
    done = threading.Event()

    def watch(args):
        hook(args)
        done.set()

    sys.unraisablehook = watch
    _thread.start_new_thread(body, ())
    done.wait()
    sys.unraisablehook = hook
    out.show()


def raising(e):
    def body():
        raise e
    return body


def chained():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('second') from e


for e in ValueError(), ValueError('text'), KeyError('key'), Odd(), Foreign('f'), Nowhere(1), SyntaxError('bad', ('file', 3, 1, 'text', 3, 2)):
    thread(raising(e))
thread(chained)
thread(raising(KeyboardInterrupt()))


class Broken:
    def write(self, text):
        raise OSError('broken')

    flush = write


class Finalized:
    def __del__(self):
        raise ValueError('to nobody')


for sys.stderr in None, Broken():
    Finalized()
    gc.collect()

# Without a hook no thread is made.
sys.stderr = sys.__stderr__
saved, threading.excepthook = threading.excepthook, None
try:
    threading.Thread()
except RuntimeError as e:
    print(e)
threading.excepthook = saved
print(threading.Thread(name='one').name)
