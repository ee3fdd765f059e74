"""Paths as objects: PurePath and its flavours compute with names, Path also works with the file system.

A path is kept parsed: the drive (Windows only), the root ('/' or '') and the list of parts, of which the first is
drive plus root where there are any.
"""

import fnmatch
import os
import sys
from _collections_abc import Sequence
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']

_IGNORED_ERRNOS = (ENOENT, ENOTDIR, EBADF, ELOOP)


def _ignore_error(exception):
    return getattr(exception, 'errno', None) in _IGNORED_ERRNOS


class _PosixFlavour:

    sep = '/'
    altsep = ''
    is_windows = False

    @staticmethod
    def splitroot(part):
        """(drive, root, rest)."""
        if not part.startswith('/'):
            return '', '', part
        rest = part.lstrip('/')
        # two slashes are a root of their own, three or more are one
        return '', '//' if len(part) - len(rest) == 2 else '/', rest

    @staticmethod
    def casefold(text):
        return text

    @staticmethod
    def is_reserved(parts):
        return False

    @staticmethod
    def as_uri(path):
        return 'file://' + _quote(bytes(path))


class _WindowsFlavour:

    sep = '\\'
    altsep = '/'
    is_windows = True
    _RESERVED = frozenset(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$']
                          + [f'{name}{n}' for name in ('COM', 'LPT') for n in '123456789\xb9\xb2\xb3'])

    @staticmethod
    def splitroot(part):
        prefix = ''
        if part.startswith('\\\\?\\'):
            prefix = part[:4]
            part = part[4:]
            if part[:3].upper() == 'UNC' and part[3:4] == '\\':
                prefix += part[:3]
                part = '\\' + part[3:]
        if part[:2] == '\\\\' and part[2:3] != '\\':
            # \\server\share\rest
            end = part.find('\\', 2)
            if end >= 0:
                share = part.find('\\', end + 1)
                if share != end + 1:
                    if share < 0:
                        share = len(part)
                    drive = part[1:share] if prefix else part[:share]
                    return prefix + drive, '\\', part[share + 1:]
        drive = root = ''
        if part[1:2] == ':' and part[:1].isascii() and part[:1].isalpha():
            drive, part = part[:2], part[2:]
        if part[:1] == '\\':
            root = '\\'
            part = part.lstrip('\\')
        return prefix + drive, root, part

    @staticmethod
    def casefold(text):
        return text.lower()

    @classmethod
    def is_reserved(cls, parts):
        if not parts or parts[0].startswith('\\\\'):
            return False
        name = parts[-1].partition('.')[0].partition(':')[0].rstrip(' ')
        return name.upper() in cls._RESERVED

    @staticmethod
    def as_uri(path):
        drive = path.drive
        if len(drive) == 2 and drive[1] == ':':
            rest = path.as_posix()[2:].lstrip('/')
            return 'file:///%s/%s' % (drive, _quote(rest.encode('utf-8')))
        return 'file:' + _quote(path.as_posix().encode('utf-8'))


def _quote(data):
    safe = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/'
    return ''.join([chr(b) if b in safe else '%%%02X' % b for b in data])


_posix_flavour = _PosixFlavour()
_windows_flavour = _WindowsFlavour()


class _PathParents(Sequence):
    """The ancestors of a path, the nearest first."""

    __slots__ = ('_pathcls', '_drv', '_root', '_parts')

    def __init__(self, path):
        self._pathcls = type(path)
        self._drv = path._drv
        self._root = path._root
        self._parts = path._parts

    def __len__(self):
        if self._drv or self._root:
            return len(self._parts) - 1
        return len(self._parts)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple([self[i] for i in range(*idx.indices(len(self)))])
        if idx >= len(self) or idx < -len(self):
            raise IndexError(idx)
        if idx < 0:
            idx += len(self)
        return self._pathcls._from_parsed_parts(self._drv, self._root, self._parts[:-idx - 1])

    def __repr__(self):
        return '<{}.parents>'.format(self._pathcls.__name__)


class PurePath:
    """A path that does not touch the file system; makes one of the system's flavour."""

    __slots__ = ('_drv', '_root', '_parts', '_str', '_hash', '_folded')

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PureWindowsPath if os.name == 'nt' else PurePosixPath
        return cls._from_parts(args)

    def __reduce__(self):
        return self.__class__, tuple(self._parts)

    @classmethod
    def _parse_args(cls, args):
        """(drive, root, parts) of several paths joined."""
        strings = []
        for a in args:
            if isinstance(a, PurePath):
                strings += a._parts
                continue
            a = os.fspath(a)
            if not isinstance(a, str):
                raise TypeError('argument should be a str object or an os.PathLike object returning str, not %r'
                                % type(a))
            strings.append(str(a))
        flavour = cls._flavour
        sep = flavour.sep
        drv = root = ''
        parts = []      # backwards
        for part in reversed(strings):
            if not part:
                continue
            if flavour.is_windows:
                part = part.replace('/', sep)
            drv, root, rest = flavour.splitroot(part)
            if sep in rest:
                for x in reversed(rest.split(sep)):
                    if x and x != '.':
                        parts.append(sys.intern(x))
            elif rest and rest != '.':
                parts.append(sys.intern(rest))
            if drv or root:
                if not drv:
                    # an earlier part may have the drive
                    for earlier in reversed(strings[:_last_index(strings, part)]):
                        if earlier:
                            if flavour.is_windows:
                                earlier = earlier.replace('/', sep)
                            drv = flavour.splitroot(earlier)[0]
                            if drv:
                                break
                break
        if flavour.is_windows and drv and not root:
            drv, root, parts = cls._join_drive(strings, drv, parts)
        if drv or root:
            parts.append(drv + root)
        parts.reverse()
        return drv, root, parts

    @classmethod
    def _join_drive(cls, strings, drv, parts):
        """A part such as c:foo is relative to what earlier parts say of the same drive."""
        flavour = cls._flavour
        seen = False
        root = ''
        for part in reversed(strings):
            if not part:
                continue
            d, r, rest = flavour.splitroot(part.replace('/', '\\'))
            if not seen:
                seen = bool(d)
                continue
            if d and flavour.casefold(d) != flavour.casefold(drv):
                break
            for x in reversed(rest.split('\\')):
                if x and x != '.':
                    parts.append(x)
            if r:
                root = r
                break
        return drv, root, parts

    @classmethod
    def _from_parts(cls, args):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = cls._parse_args(args)
        return self

    @classmethod
    def _from_parsed_parts(cls, drv, root, parts):
        self = object.__new__(cls)
        self._drv = drv
        self._root = root
        self._parts = parts
        return self

    def _make_child_relpath(self, part):
        return self._from_parsed_parts(self._drv, self._root, self._parts + [part])

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            pass
        drv, root, parts = self._drv, self._root, self._parts
        if drv or root:
            text = drv + root + self._flavour.sep.join(parts[1:])
        else:
            text = self._flavour.sep.join(parts)
        self._str = text or '.'
        return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self._flavour.sep, '/')

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return '{}({!r})'.format(self.__class__.__name__, self.as_posix())

    def as_uri(self):
        """The path as a file: URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.as_uri(self)

    @property
    def _cparts(self):
        """The parts for comparisons."""
        try:
            return self._folded
        except AttributeError:
            if self._flavour.is_windows:
                self._folded = [self._flavour.casefold(p) for p in self._parts]
            else:
                self._folded = self._parts
            return self._folded

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._cparts == other._cparts and self._flavour is other._flavour

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._cparts))
            return self._hash

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts < other._cparts

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts <= other._cparts

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts > other._cparts

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._cparts >= other._cparts

    @property
    def drive(self):
        """The drive prefix (letter or UNC path), if any."""
        return self._drv

    @property
    def root(self):
        """The root of the path, if any."""
        return self._root

    @property
    def anchor(self):
        """The concatenation of the drive and root, or ''."""
        return self._drv + self._root

    @property
    def name(self):
        """The final path component, if any."""
        parts = self._parts
        if len(parts) == (1 if (self._drv or self._root) else 0):
            return ''
        return parts[-1]

    @property
    def suffix(self):
        """The name's last ending with its dot, '' when there is none."""
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        """All endings of the name, each with its dot."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The name without its last ending."""
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        """The path with another name."""
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        drv, root, parts = self._parse_args((name,))
        if (not name or name[-1] in (self._flavour.sep, '/' if self._flavour.is_windows else self._flavour.sep)
                or drv or root or len(parts) != 1):
            raise ValueError('Invalid name %r' % (name))
        return self._from_parsed_parts(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        """The path with another stem."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another last ending, or without one."""
        sep = self._flavour.sep
        if sep in suffix or self._flavour.is_windows and '/' in suffix:
            raise ValueError('Invalid suffix %r' % (suffix,))
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError('Invalid suffix %r' % (suffix))
        name = self.name
        if not name:
            raise ValueError('%r has an empty name' % (self,))
        old = self.suffix
        name = name[:-len(old)] + suffix if old else name + suffix
        return self._from_parsed_parts(self._drv, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        """The path as seen from other; ValueError when it does not lie below."""
        if not other:
            raise TypeError('need at least one argument')
        drv, root, parts = self._drv, self._root, self._parts
        own = [drv, root] + parts[1:] if root else [drv] + parts[1:] if drv else parts
        to_drv, to_root, to_parts = self._parse_args(other)
        base = [to_drv, to_root] + to_parts[1:] if to_root else [to_drv] + to_parts[1:] if to_drv else to_parts
        n = len(base)
        fold = self._flavour.casefold
        if (root or drv) if n == 0 else list(map(fold, own[:n])) != list(map(fold, base)):
            formatted = self._from_parsed_parts(to_drv, to_root, to_parts)
            raise ValueError('{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.'
                             .format(str(self), str(formatted)))
        if n == 1 and root:
            return self._from_parsed_parts('', root, [root] + own[2:])
        return self._from_parsed_parts('', '', own[n:])

    def is_relative_to(self, *other):
        """True when the path lies below other."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    @property
    def parts(self):
        """The components as a tuple, drive and root being the first."""
        return tuple(self._parts)

    def joinpath(self, *args):
        """The path with others put behind it; an absolute one replaces it."""
        return self._from_parts((self, *args))

    def __truediv__(self, key):
        try:
            return self._from_parts((self, key))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_parts((key, self))
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        """The path without its last part; the root and '.' are their own parents."""
        drv, root, parts = self._drv, self._root, self._parts
        if len(parts) == 1 and (drv or root):
            return self
        return self._from_parsed_parts(drv, root, parts[:-1])

    @property
    def parents(self):
        """All ancestors, the nearest first."""
        return _PathParents(self)

    def is_absolute(self):
        """True if the path is absolute (has both a root and, if applicable, a drive)."""
        if not self._root:
            return False
        return not self._flavour.is_windows or bool(self._drv)

    def is_reserved(self):
        """True for names that Windows keeps for devices."""
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern):
        """True when the path fits a glob pattern; a relative pattern is matched from the right."""
        fold = self._flavour.casefold
        path_pattern = fold(path_pattern)
        drv, root, pattern = self._parse_args((path_pattern,))
        if not pattern:
            raise ValueError('empty pattern')
        if drv and drv != fold(self._drv) or root and root != fold(self._root):
            return False
        parts = self._cparts
        if drv or root:
            if len(pattern) != len(parts):
                return False
            pattern = pattern[1:]
        elif len(pattern) > len(parts):
            return False
        for part, pat in zip(reversed(parts), reversed(pattern)):
            if not fnmatch.fnmatchcase(part, pat):
                return False
        return True


def _last_index(strings, part):
    for i in range(len(strings) - 1, -1, -1):
        if strings[i] == part or strings[i].replace('/', '\\') == part:
            return i
    return 0


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path with slashes, on any system."""

    _flavour = _posix_flavour
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path with drives and backslashes, on any system."""

    _flavour = _windows_flavour
    __slots__ = ()


# Patterns

def _has_wildcard(part):
    return '*' in part or '?' in part or '[' in part


def _select(path, parts):
    """Yield the paths below path that fit the pattern's parts."""
    if not parts:
        yield path
        return
    pattern = parts[0]
    rest = parts[1:]
    if pattern == '**':
        if rest and rest[0] == '**':
            rest = rest[1:]
        seen = set()
        for folder in _folders(path):
            for found in _select(folder, rest):
                if found not in seen:
                    seen.add(found)
                    yield found
    elif pattern == '..':
        yield from _select(path._make_child_relpath('..'), rest)
    elif not _has_wildcard(pattern):
        child = path._make_child_relpath(pattern) if pattern else path
        try:
            if child.is_dir() if rest or not pattern else child.exists():
                yield from _select(child, rest)
        except PermissionError:
            return
    else:
        try:
            with os.scandir(path) as it:
                entries = list(it)
        except (PermissionError, NotADirectoryError, FileNotFoundError):
            return
        for entry in entries:
            if rest:
                try:
                    if not entry.is_dir():
                        continue
                except OSError as e:
                    if not _ignore_error(e):
                        raise
                    continue
            if fnmatch.fnmatchcase(entry.name, pattern):
                yield from _select(path._make_child_relpath(entry.name), rest)


def _folders(path):
    """Yield a folder and all below it, links not followed."""
    yield path
    try:
        with os.scandir(path) as it:
            entries = list(it)
    except PermissionError:
        return
    for entry in entries:
        is_dir = False
        try:
            is_dir = entry.is_dir(follow_symlinks=False)
        except OSError as e:
            if not _ignore_error(e):
                raise
        if is_dir:
            yield from _folders(path._make_child_relpath(entry.name))


class Path(PurePath):
    """A path of this system, with the operations on files; makes a PosixPath or WindowsPath."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if os.name == 'nt' else PosixPath
        self = cls._from_parts(args)
        if self._flavour.is_windows and os.name != 'nt':
            raise NotImplementedError('cannot instantiate %r on your system' % (cls.__name__,))
        return self

    def __enter__(self):
        import warnings
        warnings.warn('pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects '
                      'as a context manager is a no-op', DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass

    @classmethod
    def cwd(cls):
        """The current working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's home directory."""
        return cls('~').expanduser()

    def samefile(self, other_path):
        """True when both paths lead to the same file."""
        st = self.stat()
        try:
            other = other_path.stat()
        except AttributeError:
            other = self.__class__(other_path).stat()
        return st.st_ino == other.st_ino and st.st_dev == other.st_dev

    def iterdir(self):
        """Yield the paths of what is in the folder, in no special order."""
        for name in os.listdir(self):
            yield self._make_child_relpath(name)

    def _scandir(self):
        return os.scandir(self)

    def glob(self, pattern):
        """Yield the paths in this folder that fit a relative pattern; ** stands for any number of folders."""
        sys.audit('pathlib.Path.glob', self, pattern)
        if not pattern:
            raise ValueError('Unacceptable pattern: {!r}'.format(pattern))
        yield from self._glob(pattern, ())

    def rglob(self, pattern):
        """glob() with **/ in front of the pattern."""
        sys.audit('pathlib.Path.rglob', self, pattern)
        yield from self._glob(pattern, ('**',))

    def _glob(self, pattern, prefix):
        drv, root, parts = self._parse_args((pattern,))
        if drv or root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern and pattern[-1] == self._flavour.sep:
            parts.append('')
        for part in parts:
            if '**' in part and part != '**':
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if not self.is_dir():
            return
        yield from _select(self, [*prefix, *parts])

    def absolute(self):
        """The path made absolute, without looking at links or '..'."""
        if self.is_absolute():
            return self
        return self._from_parts([os.getcwd()] + self._parts)

    def resolve(self, strict=False):
        """The path made absolute, links and '..' resolved; with strict it must exist."""
        def check_eloop(e):
            if e.errno == ELOOP:
                raise RuntimeError('Symlink loop from %r' % e.filename)
        try:
            s = os.path.realpath(self, strict=strict)
        except OSError as e:
            check_eloop(e)
            raise
        p = self._from_parts((s,))
        if not strict:
            try:
                p.stat()
            except OSError as e:
                check_eloop(e)
        return p

    def stat(self, *, follow_symlinks=True):
        """What os.stat() says of the path."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """stat() of a link itself."""
        return self.stat(follow_symlinks=False)

    def owner(self):
        """The name of the file's owner."""
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        """The name of the file's group."""
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file, as the builtin open() does."""
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The file's contents as bytes."""
        with self.open(mode='rb') as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """The file's contents as text."""
        with self.open(mode='r', encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Make the file's contents these bytes."""
        view = memoryview(data)     # a str is an error before the file is emptied
        with self.open(mode='wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make the file's contents this text."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % data.__class__.__name__)
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def readlink(self):
        """The path that a link points to."""
        return self._from_parts((os.readlink(self),))

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file if it is not there, else set its times to now."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass        # not there; any other trouble shows below
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a folder, with parents those above it too."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """chmod() of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the folder, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename; returns the new path."""
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        """Rename, over an existing file too; returns the new path."""
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symbolic link to target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path a hard link to the file target."""
        os.link(target, self)

    def link_to(self, target):
        """Make target a hard link to this file. Deprecated: mind the order; use hardlink_to()."""
        import warnings
        warnings.warn('pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. Use '
                      'pathlib.Path.hardlink_to() instead.', DeprecationWarning, stacklevel=2)
        self.__class__(target).hardlink_to(self)

    def _mode(self, follow=True):
        """st_mode; None when there is no such file."""
        try:
            return (os.stat if follow else os.lstat)(self).st_mode
        except OSError as e:
            if not _ignore_error(e):
                raise
            return None
        except ValueError:
            return None     # no possible name

    def exists(self):
        """True when the path leads to something."""
        return self._mode() is not None

    def is_dir(self):
        """True for a folder or a link to one."""
        mode = self._mode()
        return mode is not None and S_ISDIR(mode)

    def is_file(self):
        """True for a regular file or a link to one."""
        mode = self._mode()
        return mode is not None and S_ISREG(mode)

    def is_mount(self):
        """True where another file system is mounted."""
        if not self.exists() or not self.is_dir():
            return False
        try:
            parent_dev = self.parent.stat().st_dev
        except OSError:
            return False
        st = self.stat()
        if st.st_dev != parent_dev:
            return True
        return st.st_ino == self.parent.stat().st_ino

    def is_symlink(self):
        """True for a symbolic link."""
        mode = self._mode(follow=False)
        return mode is not None and S_ISLNK(mode)

    def is_block_device(self):
        """True for a block device."""
        mode = self._mode()
        return mode is not None and S_ISBLK(mode)

    def is_char_device(self):
        """True for a character device."""
        mode = self._mode()
        return mode is not None and S_ISCHR(mode)

    def is_fifo(self):
        """True for a named pipe."""
        mode = self._mode()
        return mode is not None and S_ISFIFO(mode)

    def is_socket(self):
        """True for a socket."""
        mode = self._mode()
        return mode is not None and S_ISSOCK(mode)

    def expanduser(self):
        """The path with ~ and ~user at its beginning replaced by the home directory."""
        if not (self._drv or self._root) and self._parts and self._parts[0][:1] == '~':
            home = os.path.expanduser(self._parts[0])
            if home[:1] == '~':
                raise RuntimeError('Could not determine home directory.')
            drv, root, parts = self._parse_args((home,))
            return self._from_parsed_parts(drv, root, parts + self._parts[1:])
        return self


class PosixPath(Path, PurePosixPath):
    """Path on systems with slashes."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """Path on Windows."""

    __slots__ = ()

    def is_mount(self):
        raise NotImplementedError('Path.is_mount() is unsupported on this system')
