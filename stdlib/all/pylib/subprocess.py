"""Other programs as child processes: start them, talk with them, wait for them.

run() does most of what is wanted; Popen is what it is made of. A program is started by _posixsubprocess.fork_exec.
"""

import _locale
import errno
import io
import os
import selectors
import sys
import threading
import time
import types
import warnings
from _posixsubprocess import fork_exec as _fork_exec

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

PIPE = -1
STDOUT = -2
DEVNULL = -3

_PIPE_BUF = 512     # what can surely be written where a pipe is ready
_PopenSelector = getattr(selectors, 'PollSelector', selectors.SelectSelector)
_SIGKILL = 9
_SIGTERM = 15


# Errors and results

class SubprocessError(Exception):
    """What this module raises."""


class CalledProcessError(SubprocessError):
    """A program that ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        code = self.returncode
        if not code or code > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {code}."
        try:
            import signal
            return f"Command '{self.cmd}' died with {signal.Signals(-code)!r}."
        except (ImportError, ValueError):
            return f"Command '{self.cmd}' died with unknown signal {-code}."

    @property
    def stdout(self):
        """The same as output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program that has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        """The same as output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() gives: args, returncode, stdout and stderr."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        for name in ('stdout', 'stderr'):
            if getattr(self, name) is not None:
                parts.append(f'{name}={getattr(self, name)!r}')
        return f'{type(self).__name__}({", ".join(parts)})'

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError unless the status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# Functions

def call(*popenargs, timeout=None, **kwargs):
    """Run a program, wait for it, and give its status."""
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()    # leaving the block waits for it
            raise


def check_call(*popenargs, **kwargs):
    """As call(), but another status than 0 is a CalledProcessError."""
    status = call(*popenargs, **kwargs)
    if status:
        cmd = kwargs.get('args')
        raise CalledProcessError(status, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """What a program writes to its standard output; another status than 0 is a CalledProcessError."""
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        # nothing to read, rather than this process's standard input
        text = any(kwargs.get(name) for name in ('universal_newlines', 'text', 'encoding', 'errors'))
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end and give a CompletedProcess.

    input is what it reads; capture_output keeps what it writes; check makes another status than 0 an error;
    with a timeout it is killed when it takes longer. The rest goes to Popen.
    """
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()  # what was written until now is in the exception
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """(status, output) of a shell command; errors are part of the output, a last newline is not."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as err:
        data = err.output
        status = err.returncode
    return status, data.removesuffix('\n')


def getoutput(cmd, *, encoding=None, errors=None):
    """The output of a shell command, errors included, without a last newline."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The command line that Windows programs take apart into the arguments of seq."""
    words = []
    for arg in map(os.fsdecode, seq):
        quote = not arg or ' ' in arg or '\t' in arg
        out = []
        slashes = 0     # backslashes count only before a double quote
        for c in arg:
            if c == '\\':
                slashes += 1
                continue
            out.append('\\' * (2 * slashes + 1 if c == '"' else slashes) + c)
            slashes = 0
        out.append('\\' * (2 * slashes if quote else slashes))
        word = ''.join(out)
        words.append(f'"{word}"' if quote else word)
    return ' '.join(words)


def _args_from_interpreter_flags():
    """The command line options that this interpreter was started with, for one like it."""
    letters = {'debug': 'd', 'dont_write_bytecode': 'B', 'no_site': 'S', 'verbose': 'v', 'bytes_warning': 'b',
               'quiet': 'q'}
    args = []
    if sys.flags.optimize:
        args.append('-' + 'O' * sys.flags.optimize)
    for flag, letter in letters.items():
        count = getattr(sys.flags, flag)
        if count > 0:
            args.append('-' + letter * count)
    if sys.flags.isolated:
        args.append('-I')
    else:
        if sys.flags.ignore_environment:
            args.append('-E')
        if sys.flags.no_user_site:
            args.append('-s')
        if getattr(sys.flags, 'safe_path', False):
            args.append('-P')
    args.extend('-W' + option for option in sys.warnoptions)
    for name, value in sys._xoptions.items():
        args.extend(('-X', name if value is True else f'{name}={value}'))
    return args


def _text_encoding():
    if sys.flags.warn_default_encoding:
        frame = sys._getframe()
        level = 1
        while frame.f_back and frame.f_globals is globals():
            frame = frame.f_back
            level += 1
        warnings.warn("'encoding' argument not specified.", EncodingWarning, level)
    return 'utf-8' if sys.flags.utf8_mode else _locale.getencoding()


# Children whose Popen was forgotten before they ended: they are asked for now and then.
_active = []


def _cleanup():
    for p in list(_active):
        if p._internal_poll(_deadstate=sys.maxsize) is not None:
            try:
                _active.remove(p)
            except ValueError:
                pass    # another thread was faster


def _identity(value, name, kind, find):
    """A user's or group's number, given as that or by name."""
    if isinstance(value, str):
        try:
            value = find(value)
        except ImportError:
            raise ValueError(f'The {name} parameter cannot be a string on systems without the {kind} module') from None
    return value


def _gid(value, name='group'):
    def find(group):
        import grp
        return grp.getgrnam(group).gr_gid
    return _identity(value, name, 'grp', find)


def _uid(value):
    def find(user):
        import pwd
        return pwd.getpwnam(user).pw_uid
    return _identity(value, 'user', 'pwd', find)


class Popen:
    """A child process.

    args is the program and its arguments, or one text (a shell's command if shell is true). stdin, stdout and stderr
    are PIPE, DEVNULL, a descriptor, a file, or None for this process's own; stderr may be STDOUT. text, encoding or
    errors make the pipes text files. cwd, env, pass_fds, close_fds, start_new_session, process_group, umask, user,
    group and extra_groups say how the child is to be.
    """

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _cleanup()
        self._waitpid_lock = threading.Lock()
        self._input = None
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError('pipesize must be an integer')
        if pass_fds and not close_fds:
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')

        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but '
                                  'different. Pass one or the other.')
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = _text_encoding()
        self._sigint_wait_secs = 0.25   # how long an interrupted wait gives the child to end, too
        line_buffering = bool(self.text_mode) and bufsize == 1
        if line_buffering:
            bufsize = -1
        if process_group is None:
            process_group = -1
        ids = self._ids(user, group, extra_groups)

        theirs = []     # descriptors to close when the child has them
        ours = [-1, -1, -1]
        try:
            child = self._handles(stdin, stdout, stderr, theirs, ours)
            self._open_files(ours, bufsize, line_buffering)
            self._execute_child(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, child,
                                restore_signals, start_new_session, process_group, ids, umask)
        except:
            for f in (self.stdin, self.stdout, self.stderr):
                if f is not None:
                    try:
                        f.close()
                    except OSError:
                        pass
            for fd in ours:
                if fd != -1:
                    _close(fd)
            raise
        finally:
            for fd in theirs:
                _close(fd)

    def _ids(self, user, group, extra_groups):
        """The numbers for the parameters user, group and extra_groups."""
        gid = uid = groups = None
        if group is not None:
            if not isinstance(group, (str, int)):
                raise TypeError(f'Group must be a string or an integer, not {type(group)}')
            gid = _gid(group)
            if gid < 0:
                raise ValueError(f'Group ID cannot be negative, got {gid}')
        if extra_groups is not None:
            if isinstance(extra_groups, str):
                raise ValueError('Groups must be a list, not a string')
            groups = []
            for item in extra_groups:
                if not isinstance(item, (str, int)):
                    raise TypeError(f'Items in extra_groups must be a string or integer, not {type(item)}')
                groups.append(_gid(item, 'extra_groups'))
            for item in groups:
                if item < 0:
                    raise ValueError(f'Group ID cannot be negative, got {item}')
        if user is not None:
            if not isinstance(user, (str, int)):
                raise TypeError('User must be a string or an integer')
            uid = _uid(user)
            if uid < 0:
                raise ValueError(f'User ID cannot be negative, got {uid}')
        return gid, groups, uid

    def _pipe(self):
        reader, writer = os.pipe()
        if self.pipesize > 0:
            try:
                import fcntl
                fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, self.pipesize)
            except (ImportError, AttributeError):
                pass
        return reader, writer

    def _handles(self, stdin, stdout, stderr, theirs, ours):
        """The child's three descriptors, -1 for those it has from this process.

        theirs gets the ones that are opened for it alone, ours this side of the pipes.
        """
        child = [-1, -1, -1]
        for i, given in enumerate((stdin, stdout, stderr)):
            if given is None:
                continue
            if given == PIPE:
                reader, writer = self._pipe()
                child[i], ours[i] = (reader, writer) if i == 0 else (writer, reader)
                theirs.append(child[i])
            elif given == STDOUT and i == 2:
                child[i] = child[1] if child[1] != -1 else sys.__stdout__.fileno()
            elif given == DEVNULL:
                child[i] = os.open(os.devnull, os.O_RDWR)
                theirs.append(child[i])
            elif isinstance(given, int):
                child[i] = given
            else:
                child[i] = given.fileno()
        return child

    def _open_files(self, ours, bufsize, line_buffering):
        for i, (name, mode) in enumerate((('stdin', 'wb'), ('stdout', 'rb'), ('stderr', 'rb'))):
            if ours[i] == -1:
                continue
            f = io.open(ours[i], mode, bufsize)
            ours[i] = -1    # the file's now
            if self.text_mode:
                if i == 0:
                    f = io.TextIOWrapper(f, write_through=True, line_buffering=line_buffering, encoding=self.encoding,
                                         errors=self.errors)
                else:
                    f = io.TextIOWrapper(f, encoding=self.encoding, errors=self.errors)
            setattr(self, name, f)

    def _execute_child(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, child,
                       restore_signals, start_new_session, process_group, ids, umask):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError('path-like args is not allowed when shell is true')
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit('subprocess.Popen', executable, args, cwd, env)

        env_list = None
        if env is not None:
            env_list = []
            for k, v in env.items():
                k = os.fsencode(k)
                if b'=' in k:
                    raise ValueError('illegal environment variable name')
                env_list.append(k + b'=' + os.fsencode(v))
        program = os.fsencode(executable)
        if os.path.dirname(program):
            programs = (program,)
        else:
            programs = tuple(os.path.join(os.fsencode(d), program) for d in os.get_exec_path(env))
        gid, groups, uid = ids
        pass_fds = tuple(sorted(map(int, pass_fds)))
        if preexec_fn is not None:
            from _preexec import CallError, start
            try:
                self.pid = start(preexec_fn, args, programs, cwd, env_list, child, close_fds, pass_fds, restore_signals,
                                 start_new_session, process_group, gid, groups, uid, umask, executable)
            except CallError:
                raise SubprocessError('Exception occurred in preexec_fn.') from None
            self._child_created = True
            return
        try:
            self.pid = _fork_exec(args, programs, bool(close_fds), pass_fds, cwd, env_list,
                                  child[0], -1, -1, child[1], -1, child[2], -1, -1, bool(restore_signals),
                                  bool(start_new_session), process_group, gid, groups, uid, umask, None, True)
        except OSError as err:
            if err.filename is not None:
                raise
            raise OSError(err.errno, os.strerror(err.errno), executable) from None
        self._child_created = True

    @property
    def universal_newlines(self):
        """The same as text_mode."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __repr__(self):
        text = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        return text if len(text) <= 80 else text[:76] + '...>'

    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for f in (self.stdout, self.stderr):
            if f:
                f.close()
        try:
            if self.stdin:
                self.stdin.close()  # may flush, and fail
        finally:
            if exc_type == KeyboardInterrupt:
                self._wait_interrupted()
                return
            self.wait()

    def _wait_interrupted(self):
        """After an interrupt, which the child has probably had as well, wait for it a little."""
        seconds, self._sigint_wait_secs = self._sigint_wait_secs, 0     # once is enough
        if seconds > 0:
            try:
                self._wait(timeout=seconds)
            except TimeoutExpired:
                pass

    def __del__(self, _maxsize=sys.maxsize, _warn=warnings.warn):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn(f'subprocess {self.pid} is still running', ResourceWarning, source=self)
        self._internal_poll(_deadstate=_maxsize)
        if self.returncode is None and _active is not None:
            _active.append(self)

    # Waiting

    def _ended(self, status):
        self.returncode = os.waitstatus_to_exitcode(status)

    def poll(self):
        """The status if the child has ended, else None."""
        return self._internal_poll()

    def _internal_poll(self, _deadstate=None):
        if self.returncode is None:
            if not self._waitpid_lock.acquire(False):
                return None     # another thread is waiting for it
            try:
                if self.returncode is None:
                    pid, status = os.waitpid(self.pid, os.WNOHANG)
                    if pid == self.pid:
                        self._ended(status)
            except OSError as err:
                if _deadstate is not None:
                    self.returncode = _deadstate
                elif err.errno == errno.ECHILD:
                    self.returncode = 0     # somebody else has reaped it
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the child to end and give its status; TimeoutExpired after timeout seconds."""
        end = None if timeout is None else time.monotonic() + timeout
        try:
            return self._wait(timeout=timeout)
        except KeyboardInterrupt:
            if timeout is not None:
                self._sigint_wait_secs = min(self._sigint_wait_secs, max(end - time.monotonic(), 0))
            self._wait_interrupted()
            raise

    def _try_wait(self, flags):
        try:
            return os.waitpid(self.pid, flags)
        except ChildProcessError:
            return self.pid, 0  # reaped by somebody else

    def _wait(self, timeout):
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    if self.returncode is not None:
                        break
                    pid, status = self._try_wait(0)
                    if pid == self.pid:
                        self._ended(status)
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while True:
            if self._waitpid_lock.acquire(False):
                try:
                    if self.returncode is not None:
                        break
                    pid, status = self._try_wait(os.WNOHANG)
                    if pid == self.pid:
                        self._ended(status)
                        break
                finally:
                    self._waitpid_lock.release()
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    # Talking

    def communicate(self, input=None, timeout=None):
        """Send input, read all output to its end, wait for the child: (stdout, stderr).

        After a TimeoutExpired it may be called again, without input; nothing that was read is lost.
        """
        if self._communication_started and input:
            raise ValueError('Cannot send input after starting communication')
        end = None if timeout is None else time.monotonic() + timeout
        one = [self.stdin, self.stdout, self.stderr].count(None) >= 2
        if timeout is None and one and not self._communication_started:
            return self._communicate_one(input)
        try:
            result = self._communicate(input, end, timeout)
        except KeyboardInterrupt:
            if timeout is not None:
                self._sigint_wait_secs = min(self._sigint_wait_secs, max(end - time.monotonic(), 0))
            self._wait_interrupted()
            raise
        finally:
            self._communication_started = True
        self.wait(timeout=None if end is None else end - time.monotonic())
        return result

    def _communicate_one(self, input):
        """Only one pipe, no time limit: nothing to choose between."""
        stdout = stderr = None
        if self.stdin:
            self._stdin_write(input)
        elif self.stdout:
            stdout = self.stdout.read()
            self.stdout.close()
        elif self.stderr:
            stderr = self.stderr.read()
            self.stderr.close()
        self.wait()
        return stdout, stderr

    def _stdin_write(self, input):
        if input:
            try:
                self.stdin.write(input)
            except BrokenPipeError:
                pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _communicate(self, input, end, timeout):
        if self.stdin and not self._communication_started:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
            if not input:
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
        if not self._communication_started:
            self._output = {f: [] for f in (self.stdout, self.stderr) if f}
        if self.stdin and self._input is None:
            self._input_offset = 0
            self._input = input
            if input is not None and self.text_mode:
                self._input = input.encode(self.stdin.encoding, self.stdin.errors)
        with _PopenSelector() as selector:
            if self.stdin and not self.stdin.closed and self._input:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            for f in self._output:
                if not f.closed:
                    selector.register(f, selectors.EVENT_READ)
            while selector.get_map():
                left = None if end is None else end - time.monotonic()
                if left is not None and left < 0:
                    self._timed_out(timeout)
                ready = selector.select(left)
                if end is not None and time.monotonic() > end:
                    self._timed_out(timeout)
                for key, _ in ready:
                    if self._exchange(key):
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        try:
            self.wait(timeout=None if end is None else end - time.monotonic())
        except TimeoutExpired as err:
            err.timeout = timeout
            raise
        return self._collected(self.stdout, True), self._collected(self.stderr, True)

    def _exchange(self, key):
        """Move a piece of data through the pipe that is ready; true at its end."""
        if key.fileobj is self.stdin:
            chunk = memoryview(self._input)[self._input_offset:self._input_offset + _PIPE_BUF]
            try:
                self._input_offset += os.write(key.fd, chunk)
            except BrokenPipeError:
                return True
            return self._input_offset >= len(self._input)
        data = os.read(key.fd, 32768)
        self._output[key.fileobj].append(data)
        return not data

    def _collected(self, f, decode=False):
        if not f:
            return None
        data = b''.join(self._output[f])
        if decode and self.text_mode:
            return data.decode(f.encoding, f.errors).replace('\r\n', '\n').replace('\r', '\n')
        return data

    def _timed_out(self, timeout):
        raise TimeoutExpired(self.args, timeout, output=self._collected(self.stdout) or None,
                             stderr=self._collected(self.stderr) or None)

    # Signals

    def send_signal(self, sig):
        """Send a signal to the child, unless it has ended."""
        self.poll()     # its number may have been given to another since
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            pass

    def terminate(self):
        """Send SIGTERM."""
        self.send_signal(_SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self.send_signal(_SIGKILL)


def _close(fd):
    try:
        os.close(fd)
    except OSError:
        pass
