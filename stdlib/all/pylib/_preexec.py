"""Programs that something is called before: Popen's preexec_fn.

It needs a copy of this process which calls the function and then becomes the program, where the
system starts other programs directly. What goes wrong in the copy it tells through a pipe.
"""

import errno
import os
import signal

# How far the copy had come, before the number of an error.
_BEFORE, _CALL, _EXEC = b'before', b'call', b'exec'


class CallError(Exception):
    """The function has raised an exception."""


def start(function, args, programs, cwd, env, streams, close_fds, pass_fds, restore_signals, new_session, process_group,
          gid, groups, uid, umask, executable):
    """Start the first of the programs that is there, and give its process id.

    env is a list of b'NAME=value', or None; streams are the descriptors for 0, 1 and 2, -1 where they stay.
    """
    if env is not None:
        env = dict(_split(pair) for pair in env)
    told, tell = os.pipe()
    while tell <= 2:    # not where the child's streams will be
        tell = os.dup(tell)

    def child():
        stage = _BEFORE
        try:
            _arrange(streams, cwd, umask, restore_signals, new_session, process_group, gid, groups, uid)
            stage = _CALL
            function()
            stage = _EXEC
            if close_fds:
                _close_others({tell, *pass_fds})
            for fd in pass_fds:
                os.set_inheritable(fd, True)
            _become(programs, args, env)
        except OSError as e:
            number = e.errno or 0
        except BaseException:
            number = 0
        os.write(tell, b'%s:%d' % (stage, number))
        os._exit(255)

    try:
        pid = os._fork_call(child)
    except BaseException:
        os.close(told)
        raise
    finally:
        os.close(tell)
    with open(told, 'rb') as f:
        message = f.read()
    if not message:
        return pid
    os.waitpid(pid, 0)
    stage, _, number = message.partition(b':')
    if stage == _CALL:
        raise CallError
    raise OSError(int(number), os.strerror(int(number)), executable if stage == _EXEC else cwd)


def _split(pair):
    i = pair.index(b'=', 1)
    return pair[:i], pair[i + 1:]


def _arrange(streams, cwd, umask, restore_signals, new_session, process_group, gid, groups, uid):
    # What the child has otherwise than this process.
    streams = [os.dup(fd) if 0 <= fd < i else fd for i, fd in enumerate(streams)]
    if 0 <= streams[2] <= 1:
        streams[2] = os.dup(streams[2])
    for i, fd in enumerate(streams):
        if fd == i:
            os.set_inheritable(fd, True)
        elif fd >= 0:
            os.dup2(fd, i)
    if cwd is not None:
        os.chdir(cwd)
    if umask >= 0:
        os.umask(umask)
    for n in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(n, signal.SIG_DFL if restore_signals else signal.SIG_IGN)
    if new_session:
        os.setsid()
    if process_group >= 0:
        os.setpgid(0, process_group)
    if groups is not None:
        os.setgroups(groups)
    if gid is not None:
        os.setregid(gid, gid)
    if uid is not None:
        os.setreuid(uid, uid)


def _close_others(kept):
    # Those that do not pass an exec stay: the program in this process may need them until then.
    for name in os.listdir('/dev/fd'):
        fd = int(name)
        try:
            if fd > 2 and fd not in kept and os.get_inheritable(fd):
                os.close(fd)
        except OSError:
            pass


def _become(programs, args, env):
    # Of several errors the first that is not the absence of the file is told.
    first = None
    for program in programs:
        try:
            if env is None:
                os.execv(program, args)
            else:
                os.execve(program, args, env)
        except OSError as e:
            if first is None or first.errno in (errno.ENOENT, errno.ENOTDIR):
                first = e
    raise first
