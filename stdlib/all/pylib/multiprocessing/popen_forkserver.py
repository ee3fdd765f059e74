"""Children that the fork server makes."""

import os

from . import connection, forkserver, popen_spawn_posix, util

__all__ = ['Popen']


class _DupFd:
    # A descriptor as the number that it will have among those that the child gets.
    def __init__(self, ind):
        self.ind = ind

    def detach(self):
        return forkserver.get_inherited_fds()[self.ind]


class Popen(popen_spawn_posix.Popen):
    """A child of the fork server, which tells how it ended."""

    method = 'forkserver'
    DupFd = _DupFd

    def duplicate_for_child(self, fd):
        """The descriptor's place among those that the child gets."""
        if fd not in self._fds:
            self._fds.append(fd)
        return self._fds.index(fd)

    def _launch(self, process_obj):
        data = self._pickled(process_obj)
        status_r, parent_w = self._begin()
        # The server writes the exit status to it, and closes it by ending.
        self._sentinel = status_r
        self.finalizer = util.Finalize(self, util.close_fds, (status_r,))
        try:
            with open(parent_w, 'wb', closefd=False) as f:
                f.write(data)
        except BrokenPipeError:
            pass    # it has died: its status says how
        finally:
            os.close(parent_w)

    def _begin(self):
        """Have a child made: where its status is read from, and where its orders are written to."""
        while True:
            served = forkserver.has_served()
            status_r, parent_w = forkserver.connect_to_new_process(self._fds)
            try:
                pid = forkserver.read_pid(status_r)
                if pid < 0:
                    raise OSError(-pid, os.strerror(-pid))
                self.pid = pid
                return status_r, parent_w
            except BaseException as e:
                util.close_fds(status_r, parent_w)
                if not isinstance(e, EOFError):
                    raise
                # The server is gone, by Ctrl-C perhaps, though it may not count as ended yet. A child that it may have
                # made has no orders and ends.
                util._await_interrupt(forkserver.exitcode() or -2)
                if not served:
                    raise

    def poll(self, flag=os.WNOHANG):
        """The exit status, negative for a signal; None while the child lives."""
        if self.returncode is None and self._sentinel is not None:
            timeout = 0 if flag == os.WNOHANG else None
            if not connection.wait([self._sentinel], timeout):
                return self.returncode
            with self._asking:
                if self.returncode is None:
                    try:
                        self.returncode = forkserver.read_signed(self._sentinel)
                    except (OSError, EOFError):
                        # The server is gone, and with it what it knew.
                        self.returncode = 255
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass
