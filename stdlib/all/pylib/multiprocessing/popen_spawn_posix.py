"""Children that begin with a fresh interpreter."""

import io
import os

from . import context, popen_fork, reduction, spawn, util

__all__ = ['Popen']


class _DupFd:
    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


class Popen(popen_fork.Popen):
    """A child that is started anew and reads from a pipe what it is to do."""

    method = 'spawn'
    DupFd = _DupFd

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        """The number of a descriptor in the child, which gets it."""
        self._fds.append(fd)
        return fd

    def _pickled(self, process_obj):
        buf = io.BytesIO()
        context.set_spawning_popen(self)
        try:
            data = spawn.get_preparation_data(process_obj._name)
            reduction.dump(data, buf)
            reduction.dump(process_obj, buf)
        finally:
            context.set_spawning_popen(None)
        return buf.getbuffer()

    def _launch(self, process_obj):
        parent_r = util._alive_pipe()
        data = self._pickled(process_obj)
        child_r, parent_w = os.pipe()
        try:
            args = spawn.get_command_line(pipe_handle=child_r, parent_handle=parent_r)
            self.pid = util.spawnv_passfds(spawn.get_executable(), args, {child_r, parent_r, *self._fds})
            theirs, child_r = child_r, -1     # an interrupt must not have it closed twice
            os.close(theirs)
            try:
                with open(parent_w, 'wb', closefd=False) as f:
                    f.write(data)
            except BaseException as e:
                # It could not begin, and nobody else will wait for it.
                self.kill()
                self.wait()
                if isinstance(e, BrokenPipeError):
                    util._await_interrupt(self.returncode)
                raise
        finally:
            os.close(parent_w)
            if child_r >= 0:
                os.close(child_r)
