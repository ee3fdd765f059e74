"""A process that removes what has a name in the system when the program ends without doing so.

It is started with the first such thing, ignores what ends the program, and reads from a pipe what there is:
lines of an operation, a name and a kind. When all processes of the program have ended, however they
did, the pipe comes to its end.
"""

import os
import sys
import threading

from . import util

__all__ = ['ensure_running', 'register', 'unregister']

_CLEANUP = ('noop', 'folder', 'semaphore', 'shared_memory')


class ResourceTracker:
    """The process, as the program's processes see it."""

    def __init__(self):
        self._lock = threading.RLock()
        self._fd = None
        self._pid = None
        self._registered = set()

    def getfd(self):
        """The writing end of the pipe."""
        self.ensure_running()
        return self._fd

    def _check_alive(self):
        try:
            os.write(self._fd, b'PROBE:0:noop\n')
        except OSError:
            return False
        return True

    def _stop(self):
        with self._lock:
            if self._fd is None:
                return
            os.close(self._fd)
            self._fd = None
            if self._pid is not None:
                os.waitpid(self._pid, 0)
                self._pid = None

    def adopt(self, dup):
        """Use the process of the parent."""
        self._fd = dup.detach()
        self._pid = None

    def ensure_running(self):
        """Start the process if there is none."""
        with self._lock:
            if self._fd is not None:
                if self._check_alive():
                    return
                os.close(self._fd)
                try:
                    if self._pid is not None:
                        os.waitpid(self._pid, 0)
                except ChildProcessError:
                    pass
                self._fd = self._pid = None
                import warnings
                warnings.warn('resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.')
            self._start()

    def _start(self):
        from . import spawn
        r, w = os.pipe()
        try:
            code = f'from multiprocessing.resource_tracker import main;main({r})'
            passed = [r]
            try:
                passed.append(sys.stderr.fileno())
            except Exception:
                pass
            self._pid = util.spawnv_passfds(spawn.get_executable(), [spawn.get_executable(), '-I', '-c', code], passed,
                                           deaf=True)
        except BaseException:
            os.close(w)
            raise
        finally:
            os.close(r)
        self._fd = w

    def register(self, name, rtype):
        """Have something removed at the end."""
        self._send('REGISTER', name, rtype)

    def unregister(self, name, rtype):
        """Something has been removed."""
        self._send('UNREGISTER', name, rtype)

    def _send(self, cmd, name, rtype):
        self.ensure_running()
        msg = f'{cmd}:{name}:{rtype}\n'.encode('ascii')
        if len(msg) > 512:
            raise ValueError('msg too long')
        try:
            os.write(self._fd, msg)
        except BrokenPipeError:
            # Ctrl-C has ended the process before it could turn deaf, and is for this one, too.
            util._await_interrupt(-2)
            self.ensure_running()
            os.write(self._fd, msg)


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
adopt = _resource_tracker.adopt


def for_child(popen):
    """What stands for the pipe in the orders of a child that is being started; None if there is no tracker."""
    fd = _resource_tracker._fd
    if fd is None or popen is None:
        return None
    from . import reduction
    return reduction.DupFd(fd)


def _remove(name, rtype):
    if rtype == 'folder':
        import shutil
        shutil.rmtree(name, ignore_errors=True)
    elif rtype == 'semaphore':
        import _multiprocessing
        _multiprocessing.sem_unlink(name)
    elif rtype == 'shared_memory':
        from .shared_memory import _posixshmem
        _posixshmem.shm_unlink(name)


def main(fd):
    """The life of the process."""
    try:
        import signal
    except ImportError:
        pass
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for stream in (sys.stdin, sys.stdout):
        try:
            stream.close()
        except Exception:
            pass
    known = {rtype: {} for rtype in _CLEANUP}
    with open(fd, 'rb') as f:
        for line in f:
            try:
                cmd, rest = line.strip().decode('ascii').split(':', 1)
                name, rtype = rest.rsplit(':', 1)
                if rtype not in known:
                    raise ValueError(f'Cannot register {name} for automatic cleanup: unknown resource type {rtype}')
                if cmd == 'REGISTER':
                    known[rtype][name] = True
                elif cmd == 'UNREGISTER':
                    known[rtype].pop(name, None)
                elif cmd != 'PROBE':
                    raise RuntimeError(f'unrecognized command {cmd!r}')
            except Exception:
                sys.excepthook(*sys.exc_info())
    for rtype, names in known.items():
        if names and rtype != 'folder':
            import warnings
            warnings.warn(f'resource_tracker: There appear to be {len(names)} leaked {rtype} objects to clean up at shutdown')
        for name in names:
            try:
                _remove(name, rtype)
            except Exception as e:
                sys.stderr.write(f'resource_tracker: {name!r}: {e}\n')
