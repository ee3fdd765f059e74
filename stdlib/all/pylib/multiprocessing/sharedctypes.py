"""Values and arrays in shared memory, by type code; ctypes types, too, where there is ctypes."""

import struct

from _multiprocessing import LockedAttribute
from _processes import Item

from . import context, heap

try:
    import ctypes
except ImportError:
    ctypes = None

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

_CODES = 'cubBhHiIlLqQfd'
_C_NAMES = {'c': 'c_char', 'u': 'c_wchar', 'b': 'c_byte', 'B': 'c_ubyte', 'h': 'c_short', 'H': 'c_ushort', 'i': 'c_int',
            'I': 'c_uint', 'l': 'c_long', 'L': 'c_ulong', 'q': 'c_longlong', 'Q': 'c_ulonglong', 'f': 'c_float', 'd': 'c_double'}

typecode_to_type = {code: getattr(ctypes, name) for code, name in _C_NAMES.items()} if ctypes else {}


def _code_of(kind):
    # The type code of a code or of a simple ctypes type; None for others.
    if isinstance(kind, str):
        if len(kind) != 1 or kind not in _CODES:
            raise TypeError(f'bad typecode (must be c, u, b, B, h, H, i, I, l, L, q, Q, f or d): {kind!r}')
        return kind
    code = getattr(kind, '_type_', None)
    if isinstance(code, str) and code in _CODES:
        return code
    raise TypeError(f'this type has no storage here: {kind!r}')


class _Storage:
    # The items of a block, as memory of one type code.

    def _open(self, code, wrapper, length):
        self._code = code
        self._wrapper = wrapper
        self._length = length
        self._size = _itemsize(code)
        self._memory, self._start = wrapper.place()

    def _store(self, i, value):
        self._memory.set(self._code, self._start + i * self._size, value)

    def _load(self, i):
        return self._memory.get(self._code, self._start + i * self._size)

    def __reduce__(self):
        context.assert_spawning(self)
        return _rebuild, (type(self), self._code, self._wrapper, self._length)


def _rebuild(cls, code, wrapper, length):
    obj = cls.__new__(cls)
    obj._open(code, wrapper, length)
    return obj


def _itemsize(code):
    return 4 if code == 'u' else struct.calcsize(code)


class _RawValue(_Storage, Item):
    """A value in shared memory."""

    def _open(self, code, wrapper, length):
        super()._open(code, wrapper, length)
        self._place(self._memory, code, self._start)

    def __repr__(self):
        return f"{_C_NAMES[self._code]}({self.value!r})"


class _RawArray(_Storage):
    """An array of fixed length in shared memory."""

    def __len__(self):
        return self._length

    def _index(self, i):
        i = i.__index__()
        if i < 0:
            i += self._length
        if not 0 <= i < self._length:
            raise IndexError('invalid index')
        return i

    def __getitem__(self, i):
        if not isinstance(i, slice):
            return self._load(self._index(i))
        items = [self._load(j) for j in range(self._length)[i]]
        if self._code == 'c':
            return b''.join(items)
        return ''.join(items) if self._code == 'u' else items

    def __setitem__(self, i, value):
        if not isinstance(i, slice):
            self._store(self._index(i), value)
            return
        places = range(self._length)[i]
        items = [value[j:j + 1] for j in range(len(value))] if isinstance(value, (bytes, bytearray)) and self._code == 'c' else list(value)
        if len(items) != len(places):
            raise ValueError('Can only assign sequence of same size')
        for place, item in zip(places, items):
            self._store(place, item)

    def __iter__(self):
        for i in range(self._length):
            yield self[i]

    def __repr__(self):
        return f'<{_C_NAMES[self._code]}_Array_{self._length} object at {id(self):#x}>'


class _CharArray(_RawArray):
    """An array of bytes, with the whole as its value up to the first zero, and raw."""

    @property
    def raw(self):
        """All bytes."""
        return self[:]

    @raw.setter
    def raw(self, value):
        value = bytes(value)
        if len(value) > self._length:
            raise ValueError('byte string too long')
        self[:len(value)] = value

    @property
    def value(self):
        """The bytes before the first zero."""
        return self[:].partition(b'\0')[0]

    @value.setter
    def value(self, value):
        if not isinstance(value, bytes):
            raise TypeError(f'bytes expected instead of {type(value).__name__} instance')
        if len(value) > self._length:
            raise ValueError('byte string too long')
        self[:len(value)] = value
        if len(value) < self._length:
            self[len(value)] = b'\0'


def _new(cls, code, length):
    wrapper = heap.BufferWrapper(_itemsize(code) * max(length, 1))
    obj = cls.__new__(cls)
    obj._open(code, wrapper, length)
    # A block that was in use before is not zero.
    with wrapper.create_memoryview() as view:
        view[:] = bytes(len(view))
    return obj


def RawValue(typecode_or_type, *args):
    """A value in shared memory, without a lock."""
    obj = _new(_RawValue, _code_of(typecode_or_type), 1)
    if args:
        obj.value, = args
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    """An array in shared memory, without a lock."""
    code = _code_of(typecode_or_type)
    cls = _CharArray if code == 'c' else _RawArray
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError('Array length must be >= 0')
        return _new(cls, code, size_or_initializer)
    items = size_or_initializer
    if not hasattr(items, '__len__'):
        items = list(items)
    obj = _new(cls, code, len(items))
    obj[:] = items
    return obj


def _lock_for(lock, ctx):
    if lock in (True, None):
        ctx = ctx or context._default_context.get_context()
        return ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return lock


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A value in shared memory, with a lock."""
    obj = RawValue(typecode_or_type, *args)
    return obj if lock is False else synchronized(obj, _lock_for(lock, ctx), ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array in shared memory, with a lock."""
    obj = RawArray(typecode_or_type, size_or_initializer)
    return obj if lock is False else synchronized(obj, _lock_for(lock, ctx), ctx)


def copy(obj):
    """A copy with memory of its own."""
    if isinstance(obj, SynchronizedBase):
        obj = obj.get_obj()
    new = _new(type(obj), obj._code, obj._length)
    for i in range(obj._length):
        new._store(i, obj._load(i))
    return new


def synchronized(obj, lock=None, ctx=None):
    """An object in shared memory with a lock."""
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    if isinstance(obj, _CharArray):
        return SynchronizedString(obj, lock, ctx)
    if isinstance(obj, _RawArray):
        return SynchronizedArray(obj, lock, ctx)
    return Synchronized(obj, lock, ctx)


class SynchronizedBase:
    """An object and its lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or context._default_context.get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        """The object without the lock."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return f'<{type(self).__name__} wrapper for {self._obj}>'


class Synchronized(SynchronizedBase):
    """A value with a lock."""

    value = LockedAttribute('value')


class SynchronizedArray(SynchronizedBase):
    """An array with a lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        return self[start:stop]

    def __setslice__(self, start, stop, values):
        self[start:stop] = values


class SynchronizedString(SynchronizedArray):
    """An array of bytes with a lock."""

    value = LockedAttribute('value')
    raw = LockedAttribute('raw')
