"""A process of the program: the object by which its parent knows it, and the one it knows itself by."""

import itertools
import os
import sys

from _weakrefset import WeakSet

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

try:
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None


def current_process():
    """The process that this code runs in."""
    return _current_process


def parent_process():
    """The process that started this one; None in the main process."""
    return _parent_process


def active_children():
    """The children of this process that are alive; those that have ended are waited for."""
    _cleanup()
    return list(_children)


def _cleanup():
    # Children that have ended have nothing to do for us any more.
    for p in list(_children):
        child = p._popen
        if child is not None and child.poll() is not None:
            _children.discard(p)


class BaseProcess:
    """An activity that runs in a process of its own.

    run() is what it does: calls target with args and kwargs, unless a subclass does something else.
    """

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        count = next(_process_counter)
        self._identity = _current_process._identity + (count,)
        self._config = _current_process._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + '-' + ':'.join(map(str, self._identity))
        if daemon is not None:
            self.daemon = daemon
        _dangling.add(self)

    def _check_closed(self):
        if self._closed:
            raise ValueError('process object is closed')

    def _check_parent(self, action):
        assert self._parent_pid == os.getpid(), f'can only {action} a child process'

    def run(self):
        """What the process does. A subclass may do something else."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process; once only."""
        self._check_closed()
        assert self._popen is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), 'can only start a process object created by current process'
        assert not _current_process._config.get('daemon'), 'daemonic processes are not allowed to have children'
        _cleanup()
        self._popen = self._Popen(self)
        # What it was to do is not kept alive here any longer.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        """Ask the process to end, by SIGTERM."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """End the process by SIGKILL."""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Wait until the process has ended, or the time-out has passed."""
        self._check_closed()
        self._check_parent('join')
        assert self._popen is not None, 'can only join a started process'
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Whether the process has started and not ended."""
        self._check_closed()
        if self is _current_process:
            return True
        self._check_parent('test')
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Give back what the object holds of the system. The process must have ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError('Cannot close a process while it is still running. '
                                 'You should first call join() or terminate().')
            self._popen.close()
            self._popen = None
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        """The name, which means nothing to anybody but people."""
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        """Whether the process is ended with its parent instead of waited for."""
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        """The key by which processes of one program know each other."""
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """None before the end; then the status, or the negative number of the signal that ended it."""
        self._check_closed()
        if self is _current_process or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        """The process id, None before the start."""
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A number that connection.wait() and select take, ready when the process has ended."""
        self._check_closed()
        if self._popen is None:
            raise ValueError('process not started')
        return self._popen.sentinel

    def __repr__(self):
        status = self._status()
        facts = [f'name={self._name!r}']
        if self._popen is not None:
            facts.append(f'pid={self._popen.pid}')
        facts += [f'parent={self._parent_pid}', status]
        if self.daemon:
            facts.append('daemon')
        return f"<{type(self).__name__} {' '.join(facts)}>"

    def _status(self):
        if self is _current_process:
            return 'started'
        if self._closed:
            return 'closed'
        if self._parent_pid != os.getpid():
            return 'unknown'
        if self._popen is None:
            return 'initial'
        code = self._popen.poll()
        if code is None:
            return 'started'
        return 'stopped exitcode=' + str(_exitcode_to_name.get(code, code) if code < 0 else code)

    # In the child.

    def _bootstrap(self, parent_sentinel=None):
        """Run in the new process; the result is its exit status."""
        global _current_process, _parent_process, _process_counter, _children
        from . import util
        tells = False
        try:
            if self._start_method is not None:
                from . import context
                context._force_start_method(self._start_method)
            _process_counter = itertools.count(1)
            _children = set()
            util._close_stdin()
            former, _current_process = _current_process, self
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            try:
                self._after_fork()
            finally:
                # What the copied objects' destructors do must not happen before here.
                del former
            util.info('child process calling self.run()')
            tells = self._tells_of_interrupt
            try:
                self.run()
                code = 0
            finally:
                util._exit_function()
        except SystemExit as e:
            code = _exit_status(e.code)
        except BaseException as e:
            code = 1
            if isinstance(e, KeyboardInterrupt) and not tells:
                util._die_of_interrupt()
            util._report_failure(self)
        finally:
            if threading := sys.modules.get('threading'):
                threading._shutdown()
            util.info('process exiting with exitcode %d', code)
            util._flush_std_streams()
        return code

    @staticmethod
    def _after_fork():
        from . import util
        util._finalizer_registry.clear()
        util._run_after_forkers()


def _exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    sys.stderr.write(str(code) + '\n')
    return 1


class AuthenticationString(bytes):
    """A key that is only pickled for a child that is being started."""

    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """The parent, as its child sees it."""

    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        from .connection import wait
        return not wait([self._sentinel], timeout=0)

    @property
    def ident(self):
        return self._pid

    pid = ident

    @property
    def sentinel(self):
        return self._sentinel

    def join(self, timeout=None):
        """Wait until the parent has ended, or the time-out has passed."""
        from .connection import wait
        wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
    """The process that nobody of this program has started."""

    def __init__(self):
        self._identity = ()
        self._name = 'MainProcess'
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {'authkey': AuthenticationString(os.urandom(32)), 'semprefix': '/mp'}

    def close(self):
        pass


BaseProcess._start_method = None
BaseProcess._tells_of_interrupt = True      # whether a KeyboardInterrupt in run() is shown
_parent_process = None
_current_process = _MainProcess()
_process_counter = itertools.count(1)
_children = set()
_dangling = WeakSet()


class _ExitNames(dict):
    # The names of signals by the exit statuses they lead to; read when first asked.
    def get(self, key, default=None):
        if not self:
            try:
                import signal
            except ImportError:
                self.update({-2: '-SIGINT', -6: '-SIGABRT', -9: '-SIGKILL', -11: '-SIGSEGV', -13: '-SIGPIPE', -15: '-SIGTERM'})
            else:
                for name, number in list(vars(signal).items()):
                    if name[:3] == 'SIG' and '_' not in name:
                        self[-int(number)] = f'-{name}'
        return super().get(key, default)


_exitcode_to_name = _ExitNames()
