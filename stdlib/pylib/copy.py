"""Shallow and deep copies of any object."""

from copyreg import dispatch_table

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    """An object that cannot be copied."""


error = Error


def _same(x):
    return x


def _function():
    pass


def _reference_type():
    import _weakref
    return _weakref.ref


# How to copy what is not asked itself: by exact type.
_copy_dispatch = dict.fromkeys(
    [type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, type(...),
     type(NotImplemented), type(len), type(_function), type(_function.__code__), _reference_type()],
    _same)
_copy_dispatch[list] = list.copy
_copy_dispatch[dict] = dict.copy
_copy_dispatch[set] = set.copy
_copy_dispatch[bytearray] = bytearray.copy


def copy(x):
    """A new object with the same contents: containers are new, what is in them is not."""
    cls = type(x)
    copier = _copy_dispatch.get(cls)
    if copier is not None:
        return copier(x)
    if issubclass(cls, type):
        return x        # a class, whatever its metaclass
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        rv = reductor(x)
    else:
        reductor = getattr(x, '__reduce_ex__', None)
        if reductor is not None:
            rv = reductor(4)
        else:
            reductor = getattr(x, '__reduce__', None)
            if reductor is None:
                raise Error('un(shallow)copyable object of type %s' % cls)
            rv = reductor()
    if isinstance(rv, str):
        return x
    return _reconstruct(x, None, *rv)


_ATOMIC = frozenset([type(None), type(...), type(NotImplemented), int, float, bool, complex, bytes, str,
                     type(_function.__code__), type, range, type(len), type(_function), _reference_type(), property])


def deepcopy(x, memo=None, _nil=[]):
    """A new object in which everything, at any depth, is new too; what occurs twice is copied once."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        made = memo.get(key, _nil)
        if made is not _nil:
            return made
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            made = copier(memo)
        else:
            made = _by_reduction(x, cls, memo)
    if made is not x:
        memo[key] = made
        _keep_alive(x, memo)
    return made


def _by_reduction(x, cls, memo):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        rv = reductor(x)
    else:
        reductor = getattr(x, '__reduce_ex__', None)
        if reductor is not None:
            rv = reductor(4)
        else:
            reductor = getattr(x, '__reduce__', None)
            if reductor is None:
                raise Error('un(deep)copyable object of type %s' % cls)
            rv = reductor()
    if isinstance(rv, str):
        return x
    return _reconstruct(x, memo, *rv)


def _deepcopy_list(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = []     # known before its items are copied: it may contain itself
    append = made.append
    for item in x:
        append(deepcopy(item, memo))
    return made


def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(item, memo) for item in x]
    # a tuple that contains itself by a detour was copied on the way
    known = memo.get(id(x))
    if known is not None:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
}


class _Bound:
    def method(self):
        pass


_deepcopy_dispatch[type(_Bound().method)] = _deepcopy_method
del _Bound


def _keep_alive(x, memo):
    """Keep x alive as long as memo: otherwise another object might get its id."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    """Make an object from what __reduce_ex__ returned; a deep copy unless memo is None."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    return made
