"""How long small bits of code take.

Command line: python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement]

  -n/--number N     how many times to execute the statement (default: chosen)
  -r/--repeat N     how many times to repeat the timer (default 5)
  -s/--setup S      statement to be executed once before each repetition (default pass)
  -p/--process      use time.process_time() instead of time.perf_counter()
  -u/--unit U       nsec, usec, msec or sec
  -v/--verbose      print raw results; more of these print more digits
  -h/--help         print this text
  statement         what to time (default pass); several arguments are lines
"""

import gc
import itertools
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals


def reindent(src, indent):
    """Indent the lines of multi-line source after the first."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Times stmt after setup; both are source code or functions without arguments."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        namespace = {}
        parameters = ''
        setup_text = ''
        if isinstance(setup, str):
            compile(setup, dummy_src_name, 'exec')      # errors in it alone
            setup_text = setup + '\n'
            setup_source = reindent(setup, 4)
        elif callable(setup):
            namespace['_setup'] = setup
            parameters += ', _setup=_setup'
            setup_source = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(setup_text + stmt, dummy_src_name, 'exec')
            stmt_source = reindent(stmt, 8)
        elif callable(stmt):
            namespace['_stmt'] = stmt
            parameters += ', _stmt=_stmt'
            stmt_source = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        # everything is local to one function, for speed
        src = (f'def inner(_it, _timer{parameters}):\n    {setup_source}\n    _t0 = _timer()\n    for _i in _it:\n'
               f'        {stmt_source}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n')
        self.src = src
        code = compile(src, dummy_src_name, 'exec')
        exec(code, _globals() if globals is None else globals, namespace)
        self.inner = namespace['inner']

    def print_exc(self, file=None):
        """Print the exception that is being handled, with the timed source in its traceback."""
        import linecache
        import traceback
        if self.src is not None:
            linecache.cache[dummy_src_name] = len(self.src), None, self.src.split('\n'), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for number executions; the garbage collector is off meanwhile."""
        loop = itertools.repeat(None, number)
        was_on = gc.isenabled()
        gc.disable()
        try:
            return self.inner(loop, self.timer)
        finally:
            if was_on:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of several timeit() results; the least of them tells most."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) for a number of executions that takes at least 0.2 seconds."""
        unit = 1
        while True:
            for factor in (1, 2, 5):
                number = unit * factor
                seconds = self.timeit(number)
                if callback:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return number, seconds
            unit *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Timer(...).timeit(number)"""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    """Timer(...).repeat(repeat, number)"""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}


def main(args=None, *, _wrap_timer=None):
    """The command line; returns an exit status or None."""
    if args is None:
        args = sys.argv[1:]
    import getopt
    try:
        opts, args = getopt.getopt(args, 'n:u:s:r:pvh', ['number=', 'setup=', 'repeat=', 'process', 'verbose', 'unit=',
                                                         'help'])
    except getopt.error as err:
        print(err)
        print('use -h/--help for command line help')
        return 2
    timer = default_timer
    number = 0      # choose
    setup = []
    repeat = default_repeat
    verbose = 0
    unit = None
    precision = 3
    for option, value in opts:
        if option in ('-n', '--number'):
            number = int(value)
        elif option in ('-s', '--setup'):
            setup.append(value)
        elif option in ('-u', '--unit'):
            if value not in _UNITS:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.', file=sys.stderr)
                return 2
            unit = value
        elif option in ('-r', '--repeat'):
            repeat = max(int(value), 1)
        elif option in ('-p', '--process'):
            timer = time.process_time
        elif option in ('-v', '--verbose'):
            if verbose:
                precision += 1
            verbose += 1
        elif option in ('-h', '--help'):
            print(__doc__, end=' ')
            return 0
    stmt = '\n'.join(args) or 'pass'
    setup = '\n'.join(setup) or 'pass'
    import os
    sys.path.insert(0, os.curdir)
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(stmt, setup, timer)
    if number == 0:
        callback = None
        if verbose:
            def callback(number, time_taken):
                print(f'{number} loop{"" if number == 1 else "s"} -> {time_taken:.{precision}g} secs')
        try:
            number, _ = t.autorange(callback)
        except:
            t.print_exc()
            return 1
        if verbose:
            print()
    try:
        raw = t.repeat(repeat, number)
    except:
        t.print_exc()
        return 1

    def format_time(seconds):
        if unit is not None:
            chosen = unit
        else:
            chosen = 'nsec'
            for name in ('sec', 'msec', 'usec', 'nsec'):
                if seconds >= _UNITS[name]:
                    chosen = name
                    break
        return '%.*g %s' % (precision, seconds / _UNITS[chosen], chosen)

    if verbose:
        print('raw times: %s' % ', '.join(map(format_time, raw)))
        print()
    timings = [seconds / number for seconds in raw]
    best = min(timings)
    print('%d loop%s, best of %d: %s per loop' % (number, 's' if number != 1 else '', repeat, format_time(best)))
    worst = max(timings)
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit('The test results are likely unreliable. The worst time (%s) was more than four times '
                               'slower than the best time (%s).' % (format_time(worst), format_time(best)),
                               UserWarning, '', 0)
    return None


if __name__ == '__main__':
    sys.exit(main())
