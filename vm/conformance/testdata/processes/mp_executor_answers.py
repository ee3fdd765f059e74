# what becomes of answers that cannot be pickled, or unpickled
import concurrent.futures as cf
import multiprocessing as mp
import os
import pickle
import sys


class Bad:
    def __init__(self, where, what):
        self.where, self.what = where, what

    def __reduce__(self):
        if self.where == 'pickle':
            fail(self.what)
        return fail, (self.what,)


def fail(what):
    if what == 'exit':
        sys.exit(3)
    if what == 'crash':
        import faulthandler
        faulthandler._sigsegv()
    raise pickle.UnpicklingError('no') if what == 'error' else KeyboardInterrupt(what)


def make(*args):
    return Bad(*args)


def look(x):
    return 'seen'


def submitted(ex, *call):
    try:
        return ex.submit(*call)
    except cf.BrokenExecutor as e:      # the call before was quick
        f = cf.Future()
        f.set_exception(e)
        return f


def attempt(what, *call):
    with cf.ProcessPoolExecutor(1, mp_context=mp.get_context('fork')) as ex:
        futures = [submitted(ex, *call), submitted(ex, abs, -3)]
        for x in futures:
            try:
                print(what, x.result(60))
            except BaseException as e:
                print(what, type(e).__module__, type(e).__name__, e if not isinstance(e, cf.BrokenExecutor) else '')


if __name__ == '__main__':
    sys.stderr = open(os.devnull, 'w')
    os.dup2(sys.stderr.fileno(), 2)
    for what in 'exit', 'error', 'interrupt':
        attempt('result at pickle ' + what, make, 'pickle', what)
    for what in 'exit', 'error', 'interrupt':
        attempt('result at unpickle ' + what, make, 'unpickle', what)
    attempt('argument at pickle', look, Bad('pickle', 'error'))
    attempt('argument at unpickle', look, Bad('unpickle', 'exit'))
    attempt('argument at unpickle', look, Bad('unpickle', 'error'))
    attempt('crash', fail, 'crash')
    attempt('result crash', make, 'pickle', 'crash')
