"""Children that begin as copies of their parent; and what all kinds of children have in common."""

import os
from _thread import allocate_lock

from . import util

__all__ = ['Popen']

_ended = None


def _ended_descriptor():
    # What stands for every process that has ended: a pipe that nobody writes to.
    global _ended
    if _ended is None or _ended[1] != os.getpid():
        r, w = os.pipe()
        os.close(w)
        _ended = r, os.getpid()
    return _ended[0]


def process_descriptor(pid):
    """A new descriptor that is ready for reading when the process has ended; None if it has."""
    import _processes
    try:
        return _processes.pidfd(pid)
    except ProcessLookupError:
        return None


class Popen:
    """A child as the system sees it.

    The exit status is to be had from the system once only, and any thread that starts another child asks for it:
    _asking is held by the one that does.
    """

    method = 'fork'

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self._asking = allocate_lock()
        self.finalizer = None
        self._sentinel = None
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        """The number of a descriptor in the child."""
        return fd

    @property
    def sentinel(self):
        """A descriptor that is ready for reading when the child has ended.

        It is made when first asked for: most children need none.
        """
        if self._sentinel is None:
            fd = process_descriptor(self.pid) if self.returncode is None else None
            if fd is None:
                return _ended_descriptor()
            self._sentinel = fd
            self.finalizer = util.Finalize(self, util.close_fds, (fd,))
        return self._sentinel

    def poll(self, flag=os.WNOHANG):
        """The exit status, negative for a signal; None while the child lives."""
        if self.returncode is None:
            with self._asking:
                self._ask(flag)
        return self.returncode

    def _ask(self, flag):
        if self.returncode is not None:
            return
        try:
            pid, status = os.waitpid(self.pid, flag)
        except OSError:
            return      # it is not ours, or somebody else has waited for it
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def wait(self, timeout=None):
        """poll() that waits; None if the time is up."""
        if self.returncode is None and self.poll() is None and not self._await_end(timeout):
            return None
        return self.poll(os.WNOHANG if timeout == 0.0 else 0)

    def _await_end(self, timeout):
        from . import connection
        fd = self._sentinel
        if fd is None:
            fd = own = process_descriptor(self.pid)
            if fd is None:
                return True
        else:
            own = None
        try:
            return connection.wait_for_child(fd, timeout)
        finally:
            if own is not None:
                os.close(own)

    def _send_signal(self, sig):
        if self.returncode is None and self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        """Send SIGTERM."""
        self._send_signal(15)

    def kill(self):
        """Send SIGKILL."""
        self._send_signal(9)

    def _launch(self, process_obj):
        parent_r = util._alive_pipe()

        def live():
            code = 1
            try:
                util._drop_alive_pipe()
                util._watch_parent(parent_r)
                code = process_obj._bootstrap(parent_sentinel=parent_r)
            except KeyboardInterrupt:
                util._die_of_interrupt()
            except BaseException:
                util._report_failure(process_obj)
                util._flush_std_streams()
            finally:
                os._exit(code)

        parent = os.getpid()
        try:
            try:
                self.pid = os.fork()
            except RuntimeError:
                # start() was called by native code, which cannot go on in a copy. It need not.
                self.pid = os._fork_call(live)
            if self.pid == 0:
                live()
        except BaseException:
            if os.getpid() != parent:
                # The child was interrupted on its way: it must not go on as the parent does.
                util._die_of_interrupt()
            raise

    def close(self):
        """Give back the descriptor."""
        if self.finalizer is not None:
            self.finalizer()
            self.finalizer = self._sentinel = None
