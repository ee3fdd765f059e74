"""Temporary files and folders."""

import errno as _errno
import io as _io
import os as _os
import sys as _sys
from types import GenericAlias as _GenericAlias

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

TMP_MAX = getattr(_os, 'TMP_MAX', 10000)
template = 'tmp'
tempdir = None      # set by gettempdir(), or by the program

_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_OPEN_FLAGS = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | getattr(_os, 'O_NOFOLLOW', 0)


def _random_name():
    return ''.join([_CHARACTERS[b % 37] for b in _os.urandom(8)])


class _RandomNameSequence:

    characters = _CHARACTERS

    def __iter__(self):
        return self

    def __next__(self):
        return _random_name()


def _get_candidate_names():
    return _RandomNameSequence()


def _sanitize_params(prefix, suffix, dir):
    """(prefix, suffix, dir, str or bytes), all of one type."""
    kinds = {bytes if isinstance(arg, bytes) else str for arg in map(_plain, (prefix, suffix, dir)) if arg is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = kinds.pop() if kinds else bytes if isinstance(tempdir, bytes) else str
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else _os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _plain(arg):
    return _os.fspath(arg) if isinstance(arg, _os.PathLike) else arg


def _candidate_tempdirs():
    for name in ('TMPDIR', 'TEMP', 'TMP'):
        folder = _os.getenv(name)
        if folder:
            yield folder
    yield from ('/tmp', '/var/tmp', '/usr/tmp')
    try:
        yield _os.getcwd()
    except (AttributeError, OSError):
        yield _os.curdir


def _takes_nameless(folder):
    """Whether a file without a name can be written in folder: a process that ends meanwhile leaves nothing there."""
    if not hasattr(_os, 'O_TMPFILE'):
        return False
    try:
        fd = _os.open(folder, _os.O_TMPFILE | _os.O_RDWR, 0o600)
    except OSError:
        return False
    try:
        _os.write(fd, b'blat')
    except OSError:
        return False
    finally:
        _os.close(fd)
    return True


def _get_default_tempdir():
    tried = []
    for folder in _candidate_tempdirs():
        if folder != _os.curdir:
            folder = _os.path.abspath(folder)
        tried.append(folder)
        if _takes_nameless(folder):
            return folder
        for _ in range(100):
            name = _os.path.join(folder, _random_name())
            try:
                fd = _os.open(name, _OPEN_FLAGS, 0o600)
                try:
                    _os.write(fd, b'blat')
                finally:
                    _os.close(fd)
                    _os.unlink(name)
                return folder
            except FileExistsError:
                continue
            except OSError:
                break
    raise FileNotFoundError(_errno.ENOENT, 'No usable temporary directory found in %s' % tried)


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The folder for temporary files."""
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    """gettempdir() as bytes."""
    return _os.fsencode(_gettempdir())


def gettempprefix():
    """What the names of temporary files begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """gettempprefix() as bytes."""
    return _os.fsencode(template)


def _names(prefix, suffix, dir, kind):
    for _ in range(TMP_MAX):
        name = _random_name()
        if kind is bytes:
            name = name.encode()
        yield _os.path.join(dir, prefix + name + suffix)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a file that only its owner can read; returns (descriptor, path)."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    dir = _os.path.abspath(dir)
    for name in _names(prefix, suffix, dir, kind):
        _sys.audit('tempfile.mkstemp', name)
        try:
            return _os.open(name, _OPEN_FLAGS, 0o600), name
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, 'No usable temporary file name found')


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder that only its owner can use; returns its path."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    for name in _names(prefix, suffix, dir, kind):
        _sys.audit('tempfile.mkdtemp', name)
        try:
            _os.mkdir(name, 0o700)
        except FileExistsError:
            continue
        return name
    raise FileExistsError(_errno.EEXIST, 'No usable temporary directory name found')


def mktemp(suffix='', prefix=template, dir=None):
    """A name that no file has yet. Another program may take it meanwhile: use mkstemp()."""
    if dir is None:
        dir = gettempdir()
    for name in _names(prefix, suffix, dir, str):
        if not _os.path.lexists(name):
            return name
    raise FileExistsError(_errno.EEXIST, 'No usable temporary filename found')


class _TemporaryFileCloser:
    """Closes a file and removes it, once."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.close_called = False

    def close(self):
        if self.close_called or self.file is None:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            if self.delete:
                _os.unlink(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    """An open file that is removed when it is closed; other attributes are the file's."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        file = self.__dict__['file']
        value = getattr(file, name)
        if hasattr(value, '__call__'):
            import functools
            func = value

            @functools.wraps(func)
            def func_wrapper(*args, **kwargs):
                return func(*args, **kwargs)
            func_wrapper._closer = self._closer     # a method in use keeps the file
            value = func_wrapper
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        """Close the temporary file, possibly deleting it."""
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def _opened(mode, buffering, encoding, newline, suffix, prefix, dir, errors):
    if 'b' not in mode:
        encoding = _io.text_encoding(encoding)
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        return _io.open(fd, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors), name
    except:
        _os.unlink(name)
        _os.close(fd)
        raise


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """An open temporary file whose attribute name is its path; closing removes it unless delete is false."""
    file, name = _opened(mode, buffering, encoding, newline, suffix, prefix, dir, errors)
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """An open temporary file without a name."""
    file, name = _opened(mode, buffering, encoding, newline, suffix, prefix, dir, errors)
    _os.unlink(name)
    return file


class SpooledTemporaryFile(_io.IOBase):
    """A file in memory that becomes one on disk when it grows beyond max_size or fileno() is asked for."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if 'b' in mode:
            self._file = _io.BytesIO()
        else:
            encoding = _io.text_encoding(encoding)
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._TemporaryFileArgs = {'mode': mode, 'buffering': buffering, 'suffix': suffix, 'prefix': prefix,
                                   'encoding': encoding, 'newline': newline, 'dir': dir, 'errors': errors}

    __class_getitem__ = classmethod(_GenericAlias)

    def _check(self, file):
        if self._rolled:
            return
        limit = self._max_size
        if limit and file.tell() > limit:
            self.rollover()

    def rollover(self):
        """Go on with a file on disk."""
        if self._rolled:
            return
        file = self._file
        newfile = self._file = TemporaryFile(**self._TemporaryFileArgs)
        del self._TemporaryFileArgs
        pos = file.tell()
        if hasattr(newfile, 'buffer'):
            newfile.buffer.write(file.detach().getvalue())
        else:
            newfile.write(file.getvalue())
        newfile.seek(pos, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if not self.closed:
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._TemporaryFileArgs['mode']

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def detach(self):
        return self._file.detach()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        file = self._file
        result = file.write(s)
        self._check(file)
        return result

    def writelines(self, iterable):
        file = self._file
        result = file.writelines(iterable)
        self._check(file)
        return result


class TemporaryDirectory:
    """A folder that is removed with all that is in it at the end of a with block, by cleanup(), or when forgotten."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        import weakref
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = weakref.finalize(self, self._cleanup, self.name,
                                           warn_message='Implicitly cleaning up {!r}'.format(self),
                                           ignore_errors=ignore_cleanup_errors)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False):
        import shutil

        def onerror(func, path, exc_info):
            if issubclass(exc_info[0], PermissionError):
                # make it writable and try again
                try:
                    if path != name:
                        _os.chmod(_os.path.dirname(path), 0o700)
                    _os.chmod(path, 0o700)
                    try:
                        _os.unlink(path)
                    except (IsADirectoryError, PermissionError):
                        cls._rmtree(path, ignore_errors=ignore_errors)
                except FileNotFoundError:
                    pass
            elif issubclass(exc_info[0], FileNotFoundError):
                pass
            elif not ignore_errors:
                raise
        shutil.rmtree(name, onerror=onerror)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False):
        import warnings
        cls._rmtree(name, ignore_errors=ignore_errors)
        warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return '<{} {!r}>'.format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Remove the folder."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(_GenericAlias)
