"""What the package's modules share: finalizers in order, what a copied process has to renew, messages."""

import atexit
import itertools
import os
import sys
import _thread
from _weakref import ref as _ref

from . import process

__all__ = ['sub_debug', 'debug', 'info', 'sub_warning', 'get_logger', 'log_to_stderr', 'get_temp_dir',
           'register_after_fork', 'is_exiting', 'Finalize', 'ForkAwareThreadLock', 'ForkAwareLocal',
           'close_all_fds_except', 'SUBDEBUG', 'SUBWARNING']

# Messages.

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25

LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def _teller(level):
    def tell(msg, *args):
        if _logger:
            _logger.log(level, msg, *args, **({'stacklevel': 2} if level == SUBWARNING else {}))
    return tell


sub_debug, debug, info, sub_warning = map(_teller, (SUBDEBUG, DEBUG, INFO, SUBWARNING))


def get_logger():
    """The package's logger."""
    global _logger
    if _logger is None:
        import logging
        logger = logging.getLogger(LOGGER_NAME)
        logger.propagate = 0
        # The last message is the exit function's own.
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
        _logger = logger
    return _logger


def log_to_stderr(level=None):
    """Show the messages, with the name of the process, on standard error."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


# The system.

abstract_sockets_supported = sys.platform == 'linux'


def is_abstract_socket_namespace(address):
    """Whether a socket's address is a name without a file."""
    if not address:
        return False
    if isinstance(address, bytes):
        return address[0] == 0
    if isinstance(address, str):
        return address[0] == '\0'
    raise TypeError(f'address type of {address!r} unrecognized')


def get_temp_dir():
    """A folder for this program's own files, removed at its end."""
    config = process.current_process()._config
    tempdir = config.get('tempdir')
    if tempdir is None:
        import tempfile
        from . import resource_tracker
        # The tracker knows of it before it is there: this process may end at any time.
        tempdir = os.path.join(os.path.abspath(tempfile.gettempdir()), f'pymp-{os.urandom(8).hex()}')
        resource_tracker.register(tempdir, 'folder')
        os.mkdir(tempdir, 0o700)
        info('created temp directory %s', tempdir)
        Finalize(None, _remove_folder, args=(tempdir, config), exitpriority=-100)
        config['tempdir'] = tempdir
    return tempdir


def _remove_folder(path, config):
    import shutil
    shutil.rmtree(path, ignore_errors=True)
    config['tempdir'] = None
    from . import resource_tracker
    resource_tracker.unregister(path, 'folder')


def close_all_fds_except(fds):
    """Close every descriptor but these."""
    limit = os.sysconf('SC_OPEN_MAX')
    low = -1
    for fd in sorted(fds) + [limit]:
        os.closerange(low + 1, fd)
        low = fd


def close_fds(*fds):
    """Close the descriptors."""
    for fd in fds:
        os.close(fd)


def _close_stdin():
    """A child reads nothing from the terminal."""
    if sys.stdin is None:
        return
    try:
        sys.stdin.close()
    except (OSError, ValueError):
        pass
    try:
        fd = os.open(os.devnull, os.O_RDONLY)
        sys.stdin = open(fd, encoding='utf-8', closefd=False)
    except OSError:
        pass


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _environ():
    return [os.fsencode(k) + b'=' + os.fsencode(v) for k, v in os.environ.items()]


def spawnv_passfds(path, args, passfds, deaf=False):
    """Start a program that gets these descriptors and the standard ones; its process id.

    A deaf one hears nothing of Ctrl-C: it has work to do when all others have ended.
    """
    import _processes
    args = [os.fsencode(a) for a in args]
    args[0] = os.fsencode(path)
    return _processes.spawn(args, sorted(passfds), _environ(), deaf)


def _die_of_interrupt():
    # Ctrl-C goes to all processes of a program, and the first of them tells of it.
    import signal
    import time
    _flush_std_streams()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(10)


# How long a process of whose children one was ended by Ctrl-C waits for its own, in seconds.
INTERRUPT_GRACE = 1.0


def _await_interrupt(exitcode):
    # A child was ended by Ctrl-C. That is for this process, too: it comes before other consequences are told, and
    # instead of them.
    if exitcode == -2:
        import time
        try:
            time.sleep(INTERRUPT_GRACE)
        except KeyboardInterrupt as e:
            raise e from None


def _report_failure(proc):
    import traceback
    sys.stderr.write(f'Process {proc.name}:\n')
    traceback.print_exc()


# The children of this process learn of its end by a pipe whose writing end only
# this process has.

_alive = None


def _alive_pipe():
    global _alive
    if _alive is None or _alive[2] != os.getpid():
        _alive = (*os.pipe(), os.getpid())
        try:
            os.register_at_fork(after_in_child=_drop_alive_pipe)
        except AttributeError:
            pass
    return _alive[0]


def _drop_alive_pipe():
    # In a copy of the process: the end that says that the parent lives is the parent's.
    global _alive
    if _alive is not None and _alive[2] != os.getpid():
        os.close(_alive[1])
        _alive = None


# How long after its parent's sudden end a child may still go on, in seconds.
ORPHAN_GRACE = 0.3


def _watch_parent(fd):
    try:
        import _processes
    except ImportError:
        return
    _processes.watch_parent(fd, ORPHAN_GRACE)


# After a fork.

_afterfork_registry = {}
_afterfork_counter = itertools.count()


def register_after_fork(obj, func):
    """Call func(obj) in every child that begins as a copy, if obj lives."""
    _afterfork_registry[next(_afterfork_counter), id(obj), func] = _ref(obj)


def _run_after_forkers():
    for (index, ident, func), ref in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        obj = ref()
        if obj is None:
            _afterfork_registry.pop((index, ident, func), None)
            continue
        try:
            func(obj)
        except Exception as e:
            info('after forker raised exception %s', e)


class ForkAwareThreadLock:
    """A lock of threads that is free in a copy of the process."""

    def __init__(self):
        self._lock = _thread.allocate_lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        register_after_fork(self, ForkAwareThreadLock._at_fork_reinit)

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(_thread._local):
    """Values of each thread, forgotten in a copy of the process."""

    def __init__(self):
        register_after_fork(self, lambda obj: obj.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


# Finalizers.

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
    """Something to do once: when an object dies, when called, or, with a priority, at the program's end."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f'Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}')
        if obj is None and exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        self._weakref = None if obj is None else _ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_finalizer_counter))
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None, _finalizer_registry=_finalizer_registry, sub_debug=sub_debug, getpid=os.getpid):
        """Do it, unless it is done or this is another process."""
        try:
            del _finalizer_registry[self._key]
        except KeyError:
            sub_debug('finalizer no longer registered')
            return None
        if self._pid != getpid():
            sub_debug('finalizer ignored because different process')
            res = None
        else:
            sub_debug('finalizer calling %s with args %s and kwargs %s', self._callback, self._args, self._kwargs)
            res = self._callback(*self._args, **self._kwargs)
        self._forget()
        return res

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def cancel(self):
        """Never do it."""
        try:
            del _finalizer_registry[self._key]
        except KeyError:
            return
        self._forget()

    def still_active(self):
        """Whether it is still to be done."""
        return self._key in _finalizer_registry

    def __repr__(self):
        try:
            obj = self._weakref()
        except (AttributeError, TypeError):
            obj = None
        if obj is None:
            return f'<{type(self).__name__} object, dead>'
        parts = [f'callback={getattr(self._callback, "__name__", self._callback)}']
        if self._args:
            parts.append(f'args={self._args}')
        if self._kwargs:
            parts.append(f'kwargs={self._kwargs}')
        if self._key[0] is not None:
            parts.append(f'exitpriority={self._key[0]}')
        return f'<{type(self).__name__} object, {", ".join(parts)}>'


def _run_finalizers(minpriority=None):
    """Call the finalizers with a priority of at least minpriority, the highest first, later ones before earlier."""
    if _finalizer_registry is None:
        return
    if minpriority is None:
        wanted = lambda key: key[0] is not None
    else:
        wanted = lambda key: key[0] is not None and key[0] >= minpriority
    for key in sorted(filter(wanted, list(_finalizer_registry)), reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            sub_debug('calling %s', finalizer)
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


# The end of the program.

_exiting = False


def is_exiting():
    """Whether the program is about to end."""
    return _exiting or _exiting is None


def _exit_function(info=info, debug=debug, _run_finalizers=_run_finalizers, active_children=process.active_children,
                   current_process=process.current_process):
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    if current_process() is not None:
        for p in active_children():
            if p.daemon:
                info('calling terminate() for daemon %s', p.name)
                p._popen.terminate()
        for p in active_children():
            info('calling join() for process %s', p.name)
            p.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)
