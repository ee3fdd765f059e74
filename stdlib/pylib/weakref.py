"""Weak references, containers that hold their contents weakly, and finalizers."""

import _collections_abc
import sys
from _weakref import CallableProxyType, getweakrefcount, getweakrefs, proxy, ref
from _weakrefset import WeakSet, _IterationGuard

try:
    from _weakref import ProxyType, ReferenceType
except ImportError:
    ReferenceType = ref

    class _Referent:
        pass
    _referent = _Referent()
    ProxyType = type(proxy(_referent))
    del _Referent, _referent

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

ProxyTypes = (ProxyType, CallableProxyType)

_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as the object (a plain one would be dead at once)."""

    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def _cb(arg):
            # whichever of object and function dies first
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference to a value that knows the value's key."""

    __slots__ = 'key',

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _remove_dead(table, key):
    """Take table[key] out if it is a dead reference; another value may have come in meanwhile."""
    reference = table.get(key)
    if reference is not None and reference() is None:
        table.pop(key, None)


class WeakValueDictionary(_collections_abc.MutableMapping):
    """A dict whose entries go when nobody else holds their value."""

    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(wr.key)
                else:
                    _remove_dead(self.data, wr.key)

        self._remove = remove
        self._pending_removals = []     # keys
        self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self):
        pending = self._pending_removals
        data = self.data
        while pending:
            _remove_dead(data, pending.pop())

    def _ready(self):
        if self._pending_removals:
            self._commit_removals()

    def __getitem__(self, key):
        self._ready()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        self._ready()
        del self.data[key]

    def __len__(self):
        self._ready()
        return len(self.data)

    def __contains__(self, key):
        self._ready()
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self._ready()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        self._ready()
        made = WeakValueDictionary()
        with _IterationGuard(self):
            for key, reference in self.data.items():
                value = reference()
                if value is not None:
                    made[key] = value
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        self._ready()
        made = self.__class__()
        with _IterationGuard(self):
            for key, reference in self.data.items():
                value = reference()
                if value is not None:
                    made[deepcopy(key, memo)] = value
        return made

    def get(self, key, default=None):
        self._ready()
        reference = self.data.get(key)
        if reference is None:
            return default
        value = reference()
        return default if value is None else value

    def items(self):
        self._ready()
        with _IterationGuard(self):
            for key, reference in self.data.items():
                value = reference()
                if value is not None:
                    yield key, value

    def keys(self):
        self._ready()
        with _IterationGuard(self):
            for key, reference in self.data.items():
                if reference() is not None:
                    yield key

    __iter__ = keys

    def itervaluerefs(self):
        """The references themselves; the values may be gone by the time they are called."""
        self._ready()
        with _IterationGuard(self):
            yield from self.data.values()

    def values(self):
        self._ready()
        with _IterationGuard(self):
            for reference in self.data.values():
                value = reference()
                if value is not None:
                    yield value

    def popitem(self):
        self._ready()
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        self._ready()
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        if value is not None:
            return value
        self._ready()
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, /, **kwargs):
        self._ready()
        data = self.data
        if other is not None:
            if not hasattr(other, 'items'):
                other = dict(other)
            for key, value in other.items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)

    def valuerefs(self):
        """A list of the references."""
        self._ready()
        return list(self.data.values())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        made = self.__class__()
        made.update(other)
        made.update(self)
        return made


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """A dict whose entries go when nobody else holds their key."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(k)
                else:
                    self.data.pop(k, None)

        self._remove = remove
        self._pending_removals = []     # dead references
        self._iterating = set()
        self._dirty_len = False         # pending references may have been deleted by hand
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        pending = self._pending_removals
        pop = self.data.pop
        while pending:
            pop(pending.pop(), None)

    def _scrub_removals(self):
        data = self.data
        self._pending_removals = [k for k in self._pending_removals if k in data]
        self._dirty_len = False

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        made = WeakKeyDictionary()
        with _IterationGuard(self):
            for reference, value in self.data.items():
                key = reference()
                if key is not None:
                    made[key] = value
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        with _IterationGuard(self):
            for reference, value in self.data.items():
                key = reference()
                if key is not None:
                    made[key] = deepcopy(value, memo)
        return made

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def items(self):
        with _IterationGuard(self):
            for reference, value in self.data.items():
                key = reference()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for reference in self.data:
                key = reference()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for reference, value in self.data.items():
                if reference() is not None:
                    yield value

    def keyrefs(self):
        """A list of the references to the keys."""
        return list(self.data)

    def popitem(self):
        self._dirty_len = True
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        data = self.data
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = type({})(dict)
            for key, value in dict.items():
                data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        made = self.__class__()
        made.update(other)
        made.update(self)
        return made


class finalize:
    """finalize(obj, func, *args): func is called when obj dies, or at exit, or when the finalizer is called; once.

    func and its arguments must not refer to obj. alive says whether the call is still to come; with atexit set to
    False it does not happen at exit.
    """

    __slots__ = ()

    _registry = {}      # finalizer -> _Info; also what keeps the finalizers alive
    _shutdown = False
    _index_iter = None
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        cls = finalize
        if not cls._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            cls._registered_with_atexit = True
        if cls._index_iter is None:
            from itertools import count
            cls._index_iter = count()
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(cls._index_iter)
        self._registry[self] = info
        cls._dirty = True

    def __call__(self, _=None):
        """If alive then mark as dead and return func(*args, **kwargs); otherwise return None"""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _described(self, info, obj):
        return obj, info.func, info.args, info.kwargs or {}

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs); otherwise return None"""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return self._described(info, obj)

    def peek(self):
        """If alive then return (obj, func, args, kwargs); otherwise return None"""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return self._described(info, obj)

    @property
    def alive(self):
        """Whether finalizer is alive"""
        return self in self._registry

    @property
    def atexit(self):
        """Whether finalizer should be called at exit"""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _select_for_exit(cls):
        """The finalizers to call at exit, the newest last."""
        chosen = [(f, i) for f, i in cls._registry.items() if i.atexit]
        chosen.sort(key=lambda item: item[1].index)
        return [f for f, _ in chosen]

    @classmethod
    def _exitfunc(cls):
        try:
            if cls._registry:
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
                        f()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
                    assert f not in cls._registry
        finally:
            finalize._shutdown = True       # too late for the others
