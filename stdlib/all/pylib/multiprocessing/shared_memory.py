"""Shared memory with a name, and a list in it."""

import os
import struct
import types

from _processes import Memory

from . import resource_tracker

try:
    import _posixshmem
except ImportError:
    class _posixshmem:
        """Named memory as the files of a folder, which is what it is on Linux."""

        @staticmethod
        def shm_open(path, flags, mode=0o777):
            """Open it, or make it."""
            try:
                return os.open('/dev/shm' + path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
            except OSError as e:
                raise OSError(e.errno, e.strerror, path) from None

        @staticmethod
        def shm_unlink(path):
            """Remove the name."""
            os.unlink('/dev/shm' + path)

__all__ = ['SharedMemory', 'ShareableList']

_O_CREX = os.O_CREAT | os.O_EXCL
_SHM_NAME_PREFIX = '/psm_'
_SHM_SAFE_NAME_LENGTH = 14


def _make_filename():
    nbytes = (_SHM_SAFE_NAME_LENGTH - len(_SHM_NAME_PREFIX)) // 2
    return _SHM_NAME_PREFIX + os.urandom(nbytes).hex()


class SharedMemory:
    """A block of memory that processes find by its name: a new one, or one that there is."""

    _name = None
    _fd = -1
    _mmap = None
    _buf = None
    _flags = os.O_RDWR
    _mode = 0o600
    _prepend_leading_slash = True

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            self._flags = _O_CREX | os.O_RDWR
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        if name is None and not self._flags & os.O_EXCL:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            self._make()
        else:
            self._open('/' + name if self._prepend_leading_slash else name)
            if create:
                resource_tracker.register(self._name, 'shared_memory')
        try:
            if create and size:
                os.ftruncate(self._fd, size)
            size = os.fstat(self._fd).st_size
            self._mmap = Memory(self._fd, size)
        except OSError:
            self.unlink()
            raise
        self._size = size
        self._buf = memoryview(self._mmap)
        self._pid = os.getpid()

    def _make(self):
        # The tracker, which removes it should all processes of the program be killed, knows of it before it is
        # there. Of one whose name the program gives it must not: that may be somebody else's.
        while self._name is None:
            name = _make_filename()
            resource_tracker.register(name, 'shared_memory')
            try:
                self._open(name)
            except FileExistsError:
                resource_tracker.unregister(name, 'shared_memory')
            except OSError:
                resource_tracker.unregister(name, 'shared_memory')
                raise

    def _open(self, name):
        self._fd = _posixshmem.shm_open(name, self._flags, mode=self._mode)
        self._name = name

    def __del__(self):
        try:
            self.close()
        except (OSError, AttributeError):
            pass

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        """The bytes."""
        if self._pid != os.getpid() and self._buf is not None:
            # In a copy of the process the old view has a copy of the bytes.
            self._buf = memoryview(self._mmap)
            self._pid = os.getpid()
        return self._buf

    @property
    def name(self):
        """The name by which others find it."""
        name = self._name
        if self._prepend_leading_slash and name.startswith('/'):
            name = name[1:]
        return name

    @property
    def size(self):
        """The size in bytes."""
        return self._size

    def close(self):
        """Do without it in this process."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._mmap is not None:
            self._mmap.close()
            self._mmap = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def unlink(self):
        """Have it destroyed when nobody has it any more; once, by one of the processes."""
        if self._name:
            _posixshmem.shm_unlink(self._name)
            resource_tracker.unregister(self._name, 'shared_memory')


_encoding = 'utf8'


class ShareableList:
    """A list of fixed length in shared memory, of int, float, bool, str, bytes and None.

    An item can be replaced by one that fits its place. The layout is CPython's: the number of items, the offsets of
    the items and of the end, the items, a struct format of eight bytes for each, and how to turn each back.
    """

    _types_mapping = {int: 'q', float: 'd', bool: 'xxxxxxx?', str: '%ds', bytes: '%ds', None.__class__: 'xxxxxx?x'}
    _alignment = 8
    _back_transforms_mapping = {
        0: lambda value: value,
        1: lambda value: value.rstrip(b'\x00').decode(_encoding),
        2: lambda value: value.rstrip(b'\x00'),
        3: lambda _value: None,
    }

    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._attach()
            return
        items = () if sequence is None else list(sequence)
        formats = [self._format_of(item) for item in items]
        self._list_len = len(formats)
        self._allocated_offsets = [0]
        for f in formats:
            size = self._alignment if f[-1] != 's' else int(f[:-1])
            self._allocated_offsets.append(self._allocated_offsets[-1] + size)
        transforms = [self._extract_recreation_code(item) for item in items]
        size = struct.calcsize('q' + self._format_size_metainfo + ''.join(formats) + self._format_packing_metainfo
                               + self._format_back_transform_codes)
        self.shm = SharedMemory(name, create=True, size=size)
        buf = self.shm.buf
        struct.pack_into('q' + self._format_size_metainfo, buf, 0, self._list_len, *self._allocated_offsets)
        struct.pack_into(''.join(formats), buf, self._offset_data_start,
                         *(v.encode(_encoding) if isinstance(v, str) else v if v is not None else False for v in items))
        struct.pack_into(self._format_packing_metainfo, buf, self._offset_packing_formats,
                         *(f.encode(_encoding) for f in formats))
        struct.pack_into(self._format_back_transform_codes, buf, self._offset_back_transform_codes, *transforms)

    def _attach(self):
        buf = self.shm.buf
        self._list_len = struct.unpack_from('q', buf, 0)[0]
        self._allocated_offsets = list(struct.unpack_from(self._format_size_metainfo, buf, 8))

    def _format_of(self, item):
        if isinstance(item, (str, bytes)):
            room = self._alignment * (len(item) // self._alignment + 1)
            if isinstance(item, str) and not item.isascii():
                while room < len(item.encode(_encoding)):
                    room += self._alignment
            return self._types_mapping[str] % room
        return self._types_mapping[type(item)]

    @staticmethod
    def _extract_recreation_code(value):
        if not isinstance(value, (str, bytes, None.__class__)):
            return 0
        if isinstance(value, str):
            return 1
        return 2 if isinstance(value, bytes) else 3

    def _check(self, position):
        position = position if position >= 0 else position + self._list_len
        if position >= self._list_len or self._list_len < 0 or position < 0:
            raise IndexError('Requested position out of range.')
        return position

    def _get_packing_format(self, position):
        position = self._check(position)
        v = struct.unpack_from('8s', self.shm.buf, self._offset_packing_formats + position * 8)[0]
        return v.rstrip(b'\x00').decode(_encoding)

    def _get_back_transform(self, position):
        position = self._check(position)
        code = struct.unpack_from('b', self.shm.buf, self._offset_back_transform_codes + position)[0]
        return self._back_transforms_mapping[code]

    def _set_packing_format_and_transform(self, position, fmt, value):
        position = self._check(position)
        struct.pack_into('8s', self.shm.buf, self._offset_packing_formats + position * 8, fmt.encode(_encoding))
        struct.pack_into('b', self.shm.buf, self._offset_back_transform_codes + position,
                         self._extract_recreation_code(value))

    def _place(self, position):
        return self._offset_data_start + self._allocated_offsets[position if position >= 0 else position + self._list_len]

    def __getitem__(self, position):
        try:
            fmt = self._get_packing_format(position)
            v = struct.unpack_from(fmt, self.shm.buf, self._place(position))
        except IndexError:
            raise IndexError('index out of range') from None
        return self._get_back_transform(position)(v[0])

    def __setitem__(self, position, value):
        try:
            place = self._place(position)
            current = self._get_packing_format(position)
        except IndexError:
            raise IndexError('assignment index out of range') from None
        if not isinstance(value, (str, bytes)):
            new = self._types_mapping[type(value)]
            encoded = False if value is None else value
        else:
            i = position if position >= 0 else position + self._list_len
            room = self._allocated_offsets[i + 1] - self._allocated_offsets[i]
            encoded = value.encode(_encoding) if isinstance(value, str) else value
            if len(encoded) > room:
                raise ValueError('bytes/str item exceeds available storage')
            new = current if current[-1] == 's' else self._types_mapping[str] % room
        self._set_packing_format_and_transform(position, new, value)
        struct.pack_into(new, self.shm.buf, place, encoded)

    def __reduce__(self):
        from functools import partial
        return partial(type(self), name=self.shm.name), ()

    def __len__(self):
        return struct.unpack_from('q', self.shm.buf, 0)[0]

    def __repr__(self):
        return f'{type(self).__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """The items' struct formats."""
        return ''.join(self._get_packing_format(i) for i in range(self._list_len))

    @property
    def _format_size_metainfo(self):
        return 'q' * (self._list_len + 1)

    @property
    def _format_packing_metainfo(self):
        return '8s' * self._list_len

    @property
    def _format_back_transform_codes(self):
        return 'b' * self._list_len

    @property
    def _offset_data_start(self):
        return (self._list_len + 2) * 8

    @property
    def _offset_packing_formats(self):
        return self._offset_data_start + self._allocated_offsets[-1]

    @property
    def _offset_back_transform_codes(self):
        return self._offset_packing_formats + self._list_len * 8

    def count(self, value):
        """How many items equal a value."""
        return sum(value == entry for entry in self)

    def index(self, value):
        """Where the first item that equals a value is."""
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f'{value!r} not in this container')

    __class_getitem__ = classmethod(types.GenericAlias)
