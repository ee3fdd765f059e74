"""The @dataclass decorator: methods written from a class's annotated fields.

All generated methods of a class are compiled together, from one piece of source that depends only on the fields'
names and flags; defaults and annotations are attached to the functions afterwards.
"""

import sys
from _thread import get_ident as _get_ident
from types import GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """An attempt to change a field of a frozen instance."""


class _HAS_DEFAULT_FACTORY_CLASS:

    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()       # the annotation after which fields are keyword-only

_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    """The kinds of fields."""

    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    """InitVar[T] annotates an argument of __init__ that goes to __post_init__ instead of into a field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{shown}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field; made by field() and the decorator only."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        active = _fields_shown
        key = id(self), _get_ident()
        if key in active:
            return '...'
        active.add(key)
        try:
            return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                    f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                    f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                    f'kw_only={self.kw_only!r},_field_type={self._field_type})')
        finally:
            active.discard(key)

    def __set_name__(self, owner, name):
        # a descriptor given as default learns its name as if it stood in the class itself
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


_fields_shown = set()


class _DataclassParams:
    """The decorator's arguments, kept on the class."""

    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f'_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},'
                f'unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Give a field more than a default: field(default_factory=list), field(repr=False), ..."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Which annotations are special. A string annotation is looked at without evaluating it: only its leading name,
# which may be module.name, is resolved, in the namespace of the class's module.

def _leading_names(text):
    """('module', 'name') or (None, 'name') from the start of an annotation; None when it starts otherwise."""
    def word(start):
        while start < len(text) and text[start].isspace():
            start += 1
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == '_'):
            end += 1
        return text[start:end], end
    first, end = word(0)
    if not first:
        return None
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    if text[after:after + 1] == '.':
        second, _ = word(after + 1)
        if second:
            return first, second
    return None, first


def _string_is(annotation, cls, module, wanted, predicate):
    names = _leading_names(annotation)
    if names is None:
        return False
    prefix, name = names
    home = sys.modules.get(cls.__module__)
    if prefix is None:
        namespace = getattr(home, '__dict__', None)
    elif home is not None and home.__dict__.get(prefix) is module:
        namespace = sys.modules.get(wanted.__module__).__dict__
    else:
        return False
    return bool(namespace and predicate(namespace.get(name), module))


def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or (type(annotation) is typing._GenericAlias
                                             and annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation, module):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, module):
    return annotation is KW_ONLY


def _field_kind(annotation, cls):
    typing = sys.modules.get('typing')
    text = isinstance(annotation, str)
    if typing is not None:
        if _is_classvar(annotation, typing) or (text and _string_is(annotation, cls, typing, typing.ClassVar,
                                                                     _is_classvar)):
            return _FIELD_CLASSVAR
    this = sys.modules[__name__]
    if _is_initvar(annotation, this) or (text and _string_is(annotation, cls, this, InitVar, _is_initvar)):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING       # the slot of that name, not a default
        f = field(default=default)
    f.name = name
    f.type = annotation
    kind = f._field_type = _field_kind(annotation, cls)
    if kind is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if kind is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if kind is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _collect(cls, kw_only, frozen):
    """All fields of cls by name, the inherited ones first."""
    found = {}
    inherits = frozen_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            inherits = True
            for f in inherited.values():
                found[f.name] = f
            if getattr(base, _PARAMS).frozen:
                frozen_base = True
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    seen_kw_only = False
    this = sys.modules[__name__]
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or (isinstance(annotation, str)
                                     and _string_is(annotation, cls, this, KW_ONLY, _is_kw_only)):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if inherits:
        if frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return found


class _Source:
    """Collects the source of a class's methods and the names that it needs, and compiles it all at once."""

    def __init__(self):
        self.lines = []
        self.names = []
        self.scope = {'__dataclass_hash__': hash, '__dataclass_id__': id, '__dataclass_ident__': _get_ident,
                      '__dataclass_factory__': _HAS_DEFAULT_FACTORY, '__dataclass_type__': type,
                      '__dataclass_super__': super, '__dataclass_setattr__': object.__setattr__,
                      '__dataclass_frozen_error__': FrozenInstanceError}

    def add(self, name, parameters, body):
        self.names.append(name)
        self.lines.append(f' def {name}({parameters}):')
        for line in body:
            self.lines.append('  ' + line)

    def compile(self, namespace):
        """The functions by name; namespace is that of the class's module, for whoever evaluates annotations."""
        if not self.names:
            return {}
        parameters = ', '.join(self.scope)
        body = '\n'.join(self.lines)
        made = {}
        exec(f'def __create_fn__({parameters}):\n{body}\n return {", ".join(self.names)},', namespace, made)
        return dict(zip(self.names, made['__create_fn__'](**self.scope)))


def _add_init(source, every, frozen, has_post_init, self_name, slots):
    """Write __init__; returns (positional parameters, keyword-only parameters), both as fields."""
    positional = [f for f in every if f.init and not f.kw_only]
    keywords = [f for f in every if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    body = []
    for f in every:
        if f._field_type is _FIELD_INITVAR:
            continue
        name = f.name
        default = f'__dataclass_dflt_{name}__'
        if f.default_factory is not MISSING:
            source.scope[default] = f.default_factory
            value = f'{default}() if {name} is __dataclass_factory__ else {name}' if f.init else f'{default}()'
        elif f.init:
            value = name
        elif slots and f.default is not MISSING:
            source.scope[default] = f.default
            value = default
        else:
            continue        # the class attribute serves as the value
        if frozen:
            body.append(f'__dataclass_setattr__({self_name}, {name!r}, {value})')
        else:
            body.append(f'{self_name}.{name} = {value}')
    if has_post_init:
        passed = ', '.join([f.name for f in every if f._field_type is _FIELD_INITVAR])
        body.append(f'{self_name}.{_POST_INIT_NAME}({passed})')
    parameters = [self_name] + [f.name for f in positional]
    if keywords:
        parameters.append('*')
        parameters.extend([f.name for f in keywords])
    source.add('__init__', ', '.join(parameters), body or ['pass'])
    return positional, keywords


def _default_of(f):
    """What stands as the parameter's default; MISSING for none."""
    if f.default is not MISSING:
        return f.default
    return MISSING if f.default_factory is MISSING else _HAS_DEFAULT_FACTORY


def _finish_init(function, positional, keywords):
    defaults = tuple([d for d in map(_default_of, positional) if d is not MISSING])
    if defaults:
        function.__defaults__ = defaults
    if keywords:
        keyword_defaults = {f.name: _default_of(f) for f in keywords}
        function.__kwdefaults__ = {k: v for k, v in keyword_defaults.items() if v is not MISSING} or None
    annotations = {f.name: f.type for f in positional}
    annotations.update([(f.name, f.type) for f in keywords])
    annotations['return'] = None
    function.__annotations__ = annotations


def _add_repr(source, shown):
    source.scope['__dataclass_active__'] = set()
    parts = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in shown])
    source.add('__repr__', 'self', [
        'key = __dataclass_id__(self), __dataclass_ident__()',
        'if key in __dataclass_active__:',
        " return '...'",
        '__dataclass_active__.add(key)',
        'try:',
        f' return f"{{self.__class__.__qualname__}}({parts})"',
        'finally:',
        ' __dataclass_active__.discard(key)'])


def _tuple_source(obj, chosen):
    return '(' + ''.join([f'{obj}.{f.name},' for f in chosen]) + ')' if chosen else '()'


def _add_eq(source, compared):
    """Write __eq__: field by field what comparing two tuples of the fields does, without making them."""
    body = ['if other.__class__ is not self.__class__:', ' return NotImplemented']
    for f in compared:
        body += [f'a = self.{f.name}', f'b = other.{f.name}', 'if a is not b and not a == b:', ' return False']
    source.add('__eq__', 'self, other', body + ['return True'])


def _add_comparison(source, name, operator, compared):
    source.add(name, 'self, other', [
        'if other.__class__ is self.__class__:',
        f' return {_tuple_source("self", compared)} {operator} {_tuple_source("other", compared)}',
        'return NotImplemented'])


def _add_frozen(source, cls, real):
    source.scope['cls'] = cls
    names = '(' + ''.join([f'{f.name!r},' for f in real]) + ')' if real else '()'
    source.add('__setattr__', 'self, name, value', [
        f'if __dataclass_type__(self) is cls or name in {names}:',
        ' raise __dataclass_frozen_error__(f"cannot assign to field {name!r}")',
        '__dataclass_super__(cls, self).__setattr__(name, value)'])
    source.add('__delattr__', 'self, name', [
        f'if __dataclass_type__(self) is cls or name in {names}:',
        ' raise __dataclass_frozen_error__(f"cannot delete field {name!r}")',
        '__dataclass_super__(cls, self).__delattr__(name)'])


def _wants_hash(cls, unsafe_hash, eq, frozen):
    """'add', 'none' (set to None) or 'keep'."""
    current = cls.__dict__.get('__hash__', MISSING)
    # __hash__ = None beside __eq__ is what the class statement itself put there
    explicit = not (current is MISSING or (current is None and '__eq__' in cls.__dict__))
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        return 'add'
    if not eq or explicit:
        return 'keep'
    return 'add' if frozen else 'none'


_ORDER = (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>='))


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if cls.__module__ in sys.modules:
        namespace = sys.modules[cls.__module__].__dict__
    else:
        namespace = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    found = _collect(cls, kw_only, frozen)
    setattr(cls, _FIELDS, found)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    hash_action = None
    own = cls.__dict__
    every = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    real = [f for f in every if f._field_type is _FIELD]
    source = _Source()
    positional = keywords = ()
    if init:
        positional, keywords = _add_init(source, every, frozen, hasattr(cls, _POST_INIT_NAME),
                                         '__dataclass_self__' if 'self' in found else 'self', slots)
    if repr:
        _add_repr(source, [f for f in real if f.repr])
    compared = [f for f in real if f.compare]
    if eq:
        _add_eq(source, compared)
    if order:
        for name, operator in _ORDER:
            if name in own:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using '
                                'functools.total_ordering')
            _add_comparison(source, name, operator, compared)
    if frozen:
        for name in ('__setattr__', '__delattr__'):
            if name in own:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
        _add_frozen(source, cls, real)
    hash_action = _wants_hash(cls, unsafe_hash, eq, frozen)
    if hash_action == 'add':
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        source.add('__hash__', 'self', [f'return __dataclass_hash__({_tuple_source("self", hashed)})'])

    functions = source.compile(namespace)
    made_init = functions.get('__init__')
    if made_init is not None:
        _finish_init(made_init, positional, keywords)
    for name, function in functions.items():
        if name == '__hash__' or name not in own:
            function.__qualname__ = f'{cls.__qualname__}.{name}'
            setattr(cls, name, function)
    if hash_action == 'none':
        cls.__hash__ = None
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _signature_text(cls, made_init, positional, keywords)
    if match_args and '__match_args__' not in own:
        cls.__match_args__ = tuple([f.name for f in every if f.init and not f.kw_only])
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    from abc import update_abstractmethods
    update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if type(annotation) is type:
        name = annotation.__qualname__
        return name if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{name}'
    from inspect import formatannotation
    return formatannotation(annotation)


def _signature_text(cls, made_init, positional, keywords):
    """The docstring of a class without one: its call. Written here when __init__ is ours and nothing else has a say
    in how instances are made, because importing inspect takes longer than making the class."""
    if (made_init is None or cls.__dict__.get('__init__') is not made_init or type(cls).__call__ != type.__call__
            or cls.__new__ is not object.__new__):
        import inspect
        try:
            return cls.__name__ + str(inspect.signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            return cls.__name__
    parts = []
    for f in positional:
        parts.append(_parameter_text(f))
    if keywords:
        parts.append('*')
        for f in keywords:
            parts.append(_parameter_text(f))
    return f'{cls.__name__}({", ".join(parts)})'.replace(' -> None', '')


def _parameter_text(f):
    text = f'{f.name}: {_annotation_text(f.type)}'
    default = _default_of(f)
    return text if default is MISSING else f'{text} = {default!r}'


# slots=True needs a new class: __slots__ works only while a class is being made.

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)     # also when frozen


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, '__iter__') and not hasattr(slots, '__next__'):
        return tuple(slots)
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, is_frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    wanted = names + ['__weakref__'] if weakref_slot else names
    namespace['__slots__'] = tuple([name for name in wanted if name not in inherited])
    for name in names:
        namespace.pop(name, None)       # the default lives in __init__
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add __init__, __repr__, __eq__ and others to a class, written from its annotated fields.

    order adds < <= > >=; frozen forbids changing fields; unsafe_hash forces a __hash__; kw_only makes fields
    keyword-only; slots makes a new class with __slots__, weakref_slot one that weak references may point to.
    """
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one, as a tuple of Field objects."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """True for a dataclass and for an instance of one."""
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


# Copying one of these gives the same object, so asdict and astuple need not ask copy.deepcopy.
_ATOMIC = frozenset([type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type, range,
                     type(len), type(field), property])


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, with dataclasses, lists, tuples and dicts inside converted too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if isinstance(obj, (list, tuple)):
        items = [_asdict_inner(v, dict_factory) for v in obj]
        if isinstance(obj, tuple) and hasattr(obj, '_fields'):
            return kind(*items)
        return kind(items)
    if isinstance(obj, dict):
        return kind([(_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items()])
    import copy
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, with dataclasses, lists, tuples and dicts inside converted too."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, (list, tuple)):
        items = [_astuple_inner(v, tuple_factory) for v in obj]
        if isinstance(obj, tuple) and hasattr(obj, '_fields'):
            return kind(*items)
        return kind(items)
    if isinstance(obj, dict):
        return kind([(_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items()])
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Make a dataclass from a name and an iterable of name, (name, type) or (name, type, field) items."""
    from keyword import iskeyword
    from types import new_class
    namespace = {} if namespace is None else namespace
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation

    def exec_body(body):
        body.update(namespace)
        body.update(defaults)
        body['__annotations__'] = annotations

    cls = new_class(cls_name, bases, {}, exec_body)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with the same fields but for the given changes."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        kind = f._field_type
        name = f.name
        if kind is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if name in changes:
                raise ValueError(f'field {name} is declared with init=False, it cannot be specified with replace()')
        elif name not in changes:
            if kind is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {name!r} must be specified with replace()')
            changes[name] = getattr(obj, name)
    return obj.__class__(**changes)
