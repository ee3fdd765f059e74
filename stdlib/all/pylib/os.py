"""Operating system interfaces: what posix offers, paths, the environment, and walks over folders."""

import _imp
import abc
import sys
import posixpath as path
from posix import *
import posix
from posix import _exit
from _collections_abc import MutableMapping, Mapping

GenericAlias = type(list[int])

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull = '.', '..', '/', ':', '/bin:/usr/bin', '.', None, '/dev/null'
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True

_have = set(posix._have_functions)
del posix._have_functions


def _supporting(pairs):
    return {globals()[fn] for fn, need in pairs if fn in globals() and need in _have}


supports_dir_fd = _supporting((
    ('access', 'HAVE_FACCESSAT'), ('chmod', 'HAVE_FCHMODAT'), ('chown', 'HAVE_FCHOWNAT'), ('stat', 'HAVE_FSTATAT'),
    ('utime', 'HAVE_UTIMENSAT'), ('link', 'HAVE_LINKAT'), ('mkdir', 'HAVE_MKDIRAT'), ('mkfifo', 'HAVE_MKFIFOAT'),
    ('mknod', 'HAVE_MKNODAT'), ('open', 'HAVE_OPENAT'),
    ('readlink', 'HAVE_READLINKAT'), ('rename', 'HAVE_RENAMEAT'), ('symlink', 'HAVE_SYMLINKAT'),
    ('unlink', 'HAVE_UNLINKAT'), ('rmdir', 'HAVE_UNLINKAT')))
supports_effective_ids = _supporting((('access', 'HAVE_FACCESSAT'),))
supports_fd = _supporting((
    ('chdir', 'HAVE_FCHDIR'), ('chmod', 'HAVE_FCHMOD'), ('chown', 'HAVE_FCHOWN'), ('listdir', 'HAVE_FDOPENDIR'),
    ('scandir', 'HAVE_FDOPENDIR'), ('truncate', 'HAVE_FTRUNCATE'), ('utime', 'HAVE_FUTIMENS'), ('stat', 'HAVE_FSTATAT'),
    ('statvfs', 'HAVE_FSTATAT'), ('pathconf', 'HAVE_FSTATAT'), ('execve', 'HAVE_FSTATAT')))
supports_follow_symlinks = _supporting((
    ('access', 'HAVE_FACCESSAT'), ('chown', 'HAVE_FCHOWNAT'), ('stat', 'HAVE_LSTAT'), ('link', 'HAVE_LINKAT'),
    ('utime', 'HAVE_UTIMENSAT')))


def fsencode(filename):
    """Bytes of a path, as the system wants them (UTF-8, surrogateescape)."""
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode('utf-8', 'surrogateescape')
    return filename


def fsdecode(filename):
    """Text of a path, as the system gave it (UTF-8, surrogateescape)."""
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode('utf-8', 'surrogateescape')
    return filename


class PathLike(abc.ABC):
    """Abstract class of objects that stand for a path: they have __fspath__."""

    @abc.abstractmethod
    def __fspath__(self):
        """The path, as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in getattr(subclass, '__mro__', ()):
                if '__fspath__' in base.__dict__:
                    return True if base.__dict__['__fspath__'] is not None else NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


class _Environ(MutableMapping):
    """A mapping over the environment; what is changed here is changed for child processes too."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{self.decodekey(key)!r}: {self.decodevalue(value)!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        both = dict(self)
        both.update(other)
        return both

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        both = dict(other)
        both.update(self)
        return both


def _encode_env(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _decode_env(value):
    return value.decode('utf-8', 'surrogateescape')


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(posix.environ, _encode_env, _decode_env, _encode_env, _decode_env)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """The value of an environment variable, or default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """getenv with bytes."""
    return environb.get(key, default)


def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir, with all the folders above that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        dot = b'.' if isinstance(tail, bytes) else '.'
        if tail == dot:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """rmdir, then the folders above as far as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """rename, making the folders of the new name and removing those of the old that became empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Generate (folder, names of folders in it, names of other files) for top and all below."""
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(top, topdown, onerror, followlinks):
    dirs, files, below = [], [], []
    try:
        entries = scandir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    with entries:
        while True:
            try:
                entry = next(entries)
            except StopIteration:
                break
            except OSError as error:
                if onerror is not None:
                    onerror(error)
                return
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            (dirs if is_dir else files).append(entry.name)
            if is_dir and not topdown:
                try:
                    descend = followlinks or not entry.is_symlink()
                except OSError:
                    descend = True
                if descend:
                    below.append(entry.path)
    if topdown:
        yield top, dirs, files
        for folder in dirs:
            inner = path.join(top, folder)
            if followlinks or not path.islink(inner):
                yield from _walk(inner, topdown, onerror, followlinks)
    else:
        for inner in below:
            yield from _walk(inner, topdown, onerror, followlinks)
        yield top, dirs, files


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """walk that also yields a descriptor of each folder."""
    sys.audit("os.fwalk", top, topdown, onerror, follow_symlinks, dir_fd)
    top = fspath(top)
    if not follow_symlinks:
        before = stat(top, follow_symlinks=False, dir_fd=dir_fd)
    descriptor = open(top, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    try:
        if follow_symlinks or (path.samestat(before, stat(descriptor)) and before.st_mode & 0o170000 == 0o040000):
            yield from _fwalk(descriptor, top, isinstance(top, bytes), topdown, onerror, follow_symlinks)
    finally:
        close(descriptor)


def _fwalk(descriptor, top, as_bytes, topdown, onerror, follow_symlinks):
    dirs, files = [], []
    with scandir(descriptor) as entries:
        for entry in entries:
            name = fsencode(entry.name) if as_bytes else entry.name
            try:
                (dirs if entry.is_dir() else files).append(name)
            except OSError:
                files.append(name)
    if topdown:
        yield top, dirs, files, descriptor
    for folder in dirs:
        try:
            if not follow_symlinks:
                before = stat(folder, dir_fd=descriptor, follow_symlinks=False)
            inner = open(folder, O_RDONLY | O_NONBLOCK, dir_fd=descriptor)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        try:
            if follow_symlinks or path.samestat(before, stat(inner)):
                yield from _fwalk(inner, path.join(top, folder), as_bytes, topdown, onerror, follow_symlinks)
        finally:
            close(inner)
    if not topdown:
        yield top, dirs, files, descriptor


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    if env is None:
        env = environ
    value = env.get('PATH')
    if b'PATH' in (env if not isinstance(env, _Environ) else ()):
        if value is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        value = env[b'PATH']
    if value is None:
        value = defpath
    if isinstance(value, bytes):
        value = fsdecode(value)
    return value.split(pathsep)


def execl(file, *args):
    """execv with the arguments one by one."""
    execv(file, args)


def execle(file, *args):
    """execve with the arguments one by one, then the environment."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execvp with the arguments one by one."""
    execvp(file, args)


def execlpe(file, *args):
    """execvpe with the arguments one by one, then the environment."""
    execvpe(file, args[:-1], args[-1])


def _spawnvef(mode, file, args, env, spawn):
    # Start a program; in mode P_WAIT, wait for its end.
    if not isinstance(args, (tuple, list)):
        raise TypeError('argv must be a tuple or a list')
    if not args or not args[0]:
        raise ValueError('argv first element cannot be empty')
    try:
        pid = spawn(file, args, environ if env is None else env)
    except OSError:
        # It is the child that finds out that there is no program, and ends with this status.
        if mode == P_WAIT:
            return 127
        pid = posix.posix_spawn('/bin/sh', ['sh', '-c', 'exit 127'], {})
    return pid if mode == P_NOWAIT else waitstatus_to_exitcode(waitpid(pid, 0)[1])


if hasattr(posix, 'posix_spawn'):
    def spawnv(mode, file, args):
        """Start a program; its process id or, with P_WAIT, its exit status."""
        return _spawnvef(mode, file, args, None, posix.posix_spawn)


    def spawnve(mode, file, args, env):
        """spawnv with an environment."""
        return _spawnvef(mode, file, args, env, posix.posix_spawn)


    def spawnvp(mode, file, args):
        """spawnv of a program that is looked for in PATH."""
        return _spawnvef(mode, file, args, None, posix.posix_spawnp)


    def spawnvpe(mode, file, args, env):
        """spawnvp with an environment."""
        return _spawnvef(mode, file, args, env, posix.posix_spawnp)


    def spawnl(mode, file, *args):
        """spawnv with the arguments one by one."""
        return spawnv(mode, file, args)


    def spawnle(mode, file, *args):
        """spawnve with the arguments one by one, then the environment."""
        return spawnve(mode, file, args[:-1], args[-1])


    def spawnlp(mode, file, *args):
        """spawnvp with the arguments one by one."""
        return spawnvp(mode, file, args)


    def spawnlpe(mode, file, *args):
        """spawnvpe with the arguments one by one, then the environment."""
        return spawnvpe(mode, file, args[:-1], args[-1])


def execvp(file, args):
    """Replace this process by a program that is looked for in PATH."""
    _execvpe(file, args)


def execvpe(file, args, env):
    """execvp with an environment."""
    _execvpe(file, args, env)


def _execvpe(file, args, env=None):
    if env is not None:
        run, extra = execve, (args, env)
    else:
        run, extra, env = execv, (args,), environ
    if path.dirname(file):
        run(file, *extra)
        return
    saved = None
    folders = get_exec_path(env)
    if isinstance(file, bytes):
        folders = map(fsencode, folders)
    for folder in folders:
        try:
            run(path.join(folder, file), *extra)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            if saved is None:
                saved = error
    raise saved if saved is not None else last


_fork_hooks = ([], [], [])


def register_at_fork(**hooks):
    """Have functions called around fork(): before, after_in_child, after_in_parent."""
    kinds = dict(zip(('before', 'after_in_child', 'after_in_parent'), _fork_hooks))
    for name in hooks:
        if name not in kinds:
            raise TypeError("%r is an invalid keyword argument for register_at_fork()" % name)
    if not hooks:
        raise TypeError("At least one argument is required.")
    for name in kinds:
        if name in hooks and not callable(hooks[name]):
            raise TypeError("'%s' must be callable, not %s" % (name, type(hooks[name]).__name__))
    for name, hook in hooks.items():
        kinds[name].append(hook)


def _fork_call(func):
    # Call func in a copy of this process, which nothing else goes on in, and give the
    # copy's pid. Unlike fork() it can be called from anywhere.
    def begin():
        _imp.release_lock()
        for hook in _fork_hooks[1]:
            _call_hook(hook)
        func()
    return _with_hooks(lambda: posix._fork_call(begin))


def fork():
    """Go on twice, in this process and in a copy of it; gives the copy's pid in the one and 0 in the other.

    Only the calling thread goes on in the copy. RuntimeError inside what native code has called, the key of a
    sort, say: such a call cannot go on in another process.
    """
    return _with_hooks(posix._fork)


def _with_hooks(fork):
    before, child, parent = _fork_hooks
    for hook in reversed(before):
        _call_hook(hook)
    pid = None
    _imp.acquire_lock()
    try:
        # Without a star: that would be a call from native code, which cannot go on in a copy.
        pid = fork()
    finally:
        _imp.release_lock()
        # Where there is no copy this is the parent, too.
        for hook in (child if pid == 0 else parent):
            _call_hook(hook)
    return pid


def _call_hook(hook):
    try:
        hook()
    except BaseException as error:
        posix._unraisable(error, hook)


if not hasattr(posix, '_fork'):  # not on Windows, and not in WebAssembly
    del fork, register_at_fork


def popen(cmd, mode="r", buffering=-1):
    """A file that a shell command's output is read from, or its input written to."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    pid, descriptor = posix._popen(cmd, mode == "r")
    return _wrap_close(fdopen(descriptor, mode, buffering), pid)


class _wrap_close:
    """popen's file: close() also waits for the command and gives its exit status, None for success."""

    def __init__(self, stream, pid):
        self._stream = stream
        self._pid = pid

    def close(self):
        self._stream.close()
        if self._pid is None:
            return None
        pid, self._pid = self._pid, None
        status = waitpid(pid, 0)[1]
        code = waitstatus_to_exitcode(status)
        if code == 0:
            return None
        return code if code < 0 else code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object over a descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


__all__ = [_n for _n in dir(posix) if not _n.startswith('_')]
__all__ += ['altsep', 'curdir', 'pardir', 'sep', 'pathsep', 'linesep', 'defpath', 'name', 'path', 'devnull', 'SEEK_SET',
            'SEEK_CUR', 'SEEK_END', 'fsencode', 'fsdecode', 'get_exec_path', 'fdopen', 'extsep', 'makedirs', 'removedirs',
            'renames', 'walk', 'fwalk', 'execl', 'execle', 'execlp', 'execlpe', 'execvp', 'execvpe', 'getenv',
            'supports_bytes_environ', 'environb', 'getenvb', 'P_WAIT', 'P_NOWAIT', 'P_NOWAITO', 'popen', 'PathLike', '_exit']
__all__ += [_n for _n in dir() if _n.startswith('spawn') or _n in ('fork', 'register_at_fork')]
del _have, _supporting
