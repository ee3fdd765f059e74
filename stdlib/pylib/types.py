"""Names for the types that the interpreter defines but does not put into builtins, and dynamic class creation."""

import sys


def _sample_function():
    yield


async def _sample_coroutine():
    pass


async def _sample_async_generator():
    yield


def _sample_closure():
    held = 1

    def inner():
        return held
    return inner.__closure__[0]


class _Sample:
    __slots__ = ('slot',)

    def method(self):
        pass


FunctionType = type(_sample_function)
LambdaType = FunctionType
CodeType = type(_sample_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
CellType = type(_sample_closure())
GeneratorType = type(_sample_function())
_started = _sample_coroutine()
CoroutineType = type(_started)
_started.close()    # no "never awaited" warning
AsyncGeneratorType = type(_sample_async_generator())
MethodType = type(_Sample().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
ModuleType = type(sys)
try:
    raise TypeError
except TypeError as _caught:
    TracebackType = type(_caught.__traceback__)
FrameType = type(sys._getframe())
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Sample.slot)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

del sys, _started, _Sample, _sample_function, _sample_coroutine, _sample_async_generator, _sample_closure


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement would; exec_body(namespace) fills its body."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """Replace each base that has __mro_entries__ and is not a class; the same object when nothing changed."""
    result = None
    for position, base in enumerate(bases):
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            if result is not None:
                result.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        if result is None:
            result = list(bases[:position])
        result.extend(entries)
    return bases if result is None else tuple(result)


def prepare_class(name, bases=(), kwds=None):
    """Return (metaclass, namespace, remaining keywords) for a class about to be made."""
    kwds = dict(kwds) if kwds is not None else {}
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    elif bases:
        meta = type(bases[0])
    else:
        meta = type
    if isinstance(meta, type):
        meta = _most_derived_metaclass(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    return meta, ({} if prepare is None else prepare(name, bases, **kwds)), kwds


def _most_derived_metaclass(winner, bases):
    for base in bases:
        candidate = type(base)
        if issubclass(winner, candidate):
            continue
        if not issubclass(candidate, winner):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
        winner = candidate
    return winner


class DynamicClassAttribute:
    """A property of instances; looked up on the class it raises, so that the metaclass's __getattr__ answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc or (fget.__doc__ if fget is not None else None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError('unreadable attribute')
            return self.fget(instance)
        if self.__isabstractmethod__:
            return self
        raise AttributeError

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _changed(self, fget, fset, fdel, doc):
        copy = type(self)(fget, fset, fdel, doc)
        copy.overwrite_doc = self.overwrite_doc
        return copy

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        return self._changed(fget, self.fset, self.fdel, doc or self.__doc__)

    def setter(self, fset):
        return self._changed(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._changed(self.fget, self.fset, fdel, self.__doc__)


class _GeneratorWrapper:
    """Makes a generator-like object awaitable (see coroutine)."""

    def __init__(self, gen):
        kind = gen.__class__
        self.__wrapped = gen
        self.__isgen = kind is GeneratorType
        self.__name__ = getattr(gen, '__name__', None)
        self.__qualname__ = getattr(gen, '__qualname__', None)

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__


def coroutine(func):
    """Decorate a generator function so that what it returns may be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType and getattr(func, '__code__', None).__class__ is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:       # already a coroutine or made iterable
            return func
        if flags & 0x20:        # a generator function: mark its code
            func.__code__ = func.__code__.replace(co_flags=flags | 0x100)
            return func

    from _collections_abc import Coroutine, Generator
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or (made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100):
            return made
        if isinstance(made, Generator) and not isinstance(made, Coroutine):
            return _GeneratorWrapper(made)
        return made
    return wrapped


__all__ = [_name for _name in globals() if _name[:1] != '_']
