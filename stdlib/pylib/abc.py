"""Abstract base classes: the ABCMeta metaclass and the decorators that mark abstract methods."""


def abstractmethod(funcobj):
    """Mark a method: a class with ABCMeta that does not override it has no instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Old spelling of @classmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Old spelling of @staticmethod over @abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Old spelling of @property over @abstractmethod."""

    __isabstractmethod__ = True


try:
    from _abc import (get_cache_token, _abc_init, _abc_register, _abc_instancecheck, _abc_subclasscheck,
                      _get_dump, _reset_registry, _reset_caches)
except ImportError:
    from _weakref import ref as _ref

    # Each class keeps its registry and two caches as dicts from a weak reference to nothing in particular; a dead
    # reference removes itself. A negative answer holds only while the counter of registrations stands still.
    class _Data:
        __slots__ = ('registry', 'positive', 'negative', 'negative_version')

        def __init__(self, version):
            self.registry = {}
            self.positive = {}
            self.negative = {}
            self.negative_version = version

    _counter = [0]

    def get_cache_token():
        """A number that changes with every register() call of any ABC."""
        return _counter[0]

    def _add(table, cls):
        table[_ref(cls, lambda dead: table.pop(dead, None))] = None

    def _abc_init(cls):
        namespace = cls.__dict__
        abstracts = {name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
        for base in cls.__bases__:
            for name in getattr(base, '__abstractmethods__', ()):
                if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                    abstracts.add(name)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_impl = _Data(_counter[0])

    def _abc_register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        _add(cls._abc_impl.registry, subclass)
        _counter[0] += 1
        return subclass

    def _abc_instancecheck(cls, instance):
        data = cls._abc_impl
        subclass = instance.__class__
        if _ref(subclass) in data.positive:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if data.negative_version == _counter[0] and _ref(subclass) in data.negative:
                return False
            return cls.__subclasscheck__(subclass)
        return bool(cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype))

    def _abc_subclasscheck(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        data = cls._abc_impl
        key = _ref(subclass)
        if key in data.positive:
            return True
        if data.negative_version != _counter[0]:
            data.negative = {}
            data.negative_version = _counter[0]
        elif key in data.negative:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _decide(cls, data, subclass)
        elif not isinstance(answer, bool):
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
        _add(data.positive if answer else data.negative, subclass)
        return answer

    def _decide(cls, data, subclass):
        if cls in getattr(subclass, '__mro__', ()):
            return True
        for reference in list(data.registry):
            registered = reference()
            if registered is not None and issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False

    def _get_dump(cls):
        data = cls._abc_impl
        return set(data.registry), set(data.positive), set(data.negative), data.negative_version

    def _reset_registry(cls):
        cls._abc_impl.registry = {}

    def _reset_caches(cls):
        data = cls._abc_impl
        data.positive = {}
        data.negative = {}


class ABCMeta(type):
    """Metaclass of abstract base classes: isinstance and issubclass also know registered virtual subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        """Make subclass a virtual subclass of this class; returns it, so this may be a decorator."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        """Print what is registered and cached, for debugging."""
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'Inv. counter: {get_cache_token()}', file=file)
        registry, positive, negative, version = _get_dump(cls)
        print(f'_abc_registry: {registry!r}', file=file)
        print(f'_abc_cache: {positive!r}', file=file)
        print(f'_abc_negative_cache: {negative!r}', file=file)
        print(f'_abc_negative_cache_version: {version!r}', file=file)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


def update_abstractmethods(cls):
    """Work out cls.__abstractmethods__ again after methods were added or replaced from outside."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = set()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """Inherit from this instead of naming the metaclass."""

    __slots__ = ()
