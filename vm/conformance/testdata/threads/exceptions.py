# Each thread handles its own exception.
import sys
import threading

both = threading.Barrier(2)
out = {}


def handle(name, exc):
    try:
        raise exc
    except type(exc):
        both.wait()
        out[name] = sys.exc_info()[0].__name__
        both.wait()
        try:
            raise
        except Exception as e:
            out[name] += ' ' + str(e)
    out[name] += ' ' + str(sys.exc_info()[0])


ts = [threading.Thread(target=handle, args=a) for a in (('a', ValueError('v')), ('b', KeyError('k')))]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(out.items()))


def bare():
    try:
        raise
    except RuntimeError as e:
        out['bare'] = str(e)


try:
    1 / 0
except ZeroDivisionError:
    t = threading.Thread(target=bare)
    t.start()
    t.join()
print(out['bare'])


def recurse(n):
    return recurse(n + 1)


def deep():
    try:
        recurse(0)
    except RecursionError as e:
        out['deep'] = str(e)


t = threading.Thread(target=deep)
t.start()
t.join()
print(out['deep'])


class Keeps(threading.Thread):
    def run(self):
        try:
            super().run()
        except Exception as e:
            self.error = e


t = Keeps(target=int, args=('x',))
t.start()
t.join()
print(repr(t.error), t.error.__traceback__ is not None)
print(hasattr(t, '_target'))
