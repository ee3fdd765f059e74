"""Enumerations: classes whose members are named constants.

How a class comes to be: the class body fills an _EnumDict, which tells members from methods and works out auto()
values. EnumType.__new__ wraps each member's value in a _Seed; type.__new__ calls each seed's __set_name__, and that
puts the real member in its place, so that members exist before __init_subclass__ runs.
"""

import sys
from builtins import property as _builtin_property
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

# Filled in below; the metaclass looks at them while the first classes are being made.
Enum = Flag = ReprEnum = EJECT = None


# Small helpers

class nonmember:
    """Keeps the wrapped value out of the members."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes the wrapped value a member even if it would not be one."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    return getattr(obj, '__qualname__', '').endswith(f'{cls_name}.{obj.__name__}')


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return (len(name) > len(prefix) and name.startswith(prefix) and name[len(prefix)] != '_'
            and not name.endswith('__'))


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _make_class_unpicklable(obj):
    """Make pickling instances of a class (or of the class being made from a namespace) fail."""
    def _break_on_call_reduce(self, proto):
        raise TypeError('%r cannot be pickled' % self)
    if isinstance(obj, dict):
        obj['__reduce_ex__'] = _break_on_call_reduce
        obj['__module__'] = '<unknown>'
    else:
        setattr(obj, '__reduce_ex__', _break_on_call_reduce)
        setattr(obj, '__module__', '<unknown>')


def _iter_bits_lsb(num):
    if Enum is not None and isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError('%r is not a positive integer' % num)
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    """The single bits of value, lowest first."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Like the builtin, in two's complement with the sign bit set apart: 0b0 1010, 0b1 0110."""
    width = num.bit_length()
    if num >= 0:
        sign, digits = '0', format(num, 'b') if num else ''
    else:
        digits = format(num + (1 << width), 'b').zfill(width) if width else ''
        sign, digits = '1', digits[-width:]
    if not num:
        digits = '0' if max_bits is None else ''
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f'0b{sign} {digits}'


class _NoValue:

    def __repr__(self):
        return '_auto_null'


_auto_null = _NoValue()


class auto:
    """Stands for a value that the class chooses by _generate_next_value_()."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % self.value


class property(DynamicClassAttribute):
    """A property that a member may share its name with: on the class it gives the member, on a member it is a
    property."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError('<enum %r> cannot set attribute %r' % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# Making the class

_SETTABLE_SUNDERS = frozenset(['_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
                               '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_'])


class _EnumDict(dict):
    """The namespace of an enum class body: notes which names are members."""

    def __init__(self):
        super().__init__()
        self._member_names = {}     # a dict for its order
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if self._cls_name is not None and _is_internal_class(self._cls_name, value):
                import warnings
                warnings.warn('In 3.13 classes created inside an enum will not become a member.  Use the `member` '
                              'decorator to keep the current behavior.', DeprecationWarning, stacklevel=2)
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            # auto values are worked out here, not in a method, so that warnings point at the class body
            alone = isinstance(value, auto)
            if alone or type(value) is tuple and any([isinstance(v, auto) for v in value]):
                resolved = []
                for v in (value,) if alone else value:
                    if isinstance(v, auto):
                        if v.value == _auto_null:
                            v.value = self._generate_next_value(key, 1, len(self._member_names),
                                                                self._last_values[:])
                            self._auto_called = True
                        v = v.value
                        self._last_values.append(v)
                    resolved.append(v)
                value = resolved[0] if alone else tuple(resolved)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _sunder(self, key, value):
        if key not in _SETTABLE_SUNDERS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        return value

    def update(self, members, *more, **kwds):
        items = members.items() if hasattr(members, 'keys') else members
        for name, value in items:
            self[name] = value
        for name, value in kwds.items():
            self[name] = value


class _Seed:
    """Stands for a member in the namespace; becomes the member when the class exists (see the module's text)."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        args = self.value
        if type(args) is not tuple or cls._member_type_ is tuple:
            args = (args,)
        made = self._create(cls, args)
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        value = made._value_
        is_flag = Flag is not None and issubclass(cls, Flag)
        known = _member_with_value(cls, value)
        if known is not None:
            made = known
        elif not is_flag or _is_single_bit(value):
            cls._member_names_.append(name)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        self._place(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _create(self, cls, args):
        if cls._use_args_:
            made = cls._new_member_(cls, *args)
        else:
            made = cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            if cls._member_type_ is object:
                made._value_ = self.value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as exc:
                    error = TypeError('_value_ not set in __new__, unable to create it')
                    error.__cause__ = exc
                    raise error
        return made

    def _place(self, cls, name, made):
        """Set the class attribute; behind a redirecting property where a base has a property of that name."""
        found = None
        for base in cls.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if descriptor is None:
                continue
            if isinstance(descriptor, DynamicClassAttribute):
                found = descriptor
                break
            if hasattr(descriptor, 'fget') and hasattr(descriptor, 'fset') and hasattr(descriptor, 'fdel'):
                found = descriptor
        if found is None:
            setattr(cls, name, made)
            return
        redirect = property()
        redirect.member = made
        redirect.__set_name__(cls, name)
        redirect.fget = getattr(found, 'fget', None)
        redirect.fset = getattr(found, 'fset', None)
        redirect.fdel = getattr(found, 'fdel', None)
        setattr(cls, name, redirect)


def _member_with_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:       # unhashable
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
    return None


_FLAG_OPERATORS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


class EnumType(type):
    """Metaclass of Enum."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for key in (*classdict.setdefault('_ignore_', []), '_ignore_'):
            classdict.pop(key, None)
        names = classdict._member_names
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % ','.join([repr(n) for n in invalid]))
        order = classdict.pop('_order_', None)
        namespace = dict(classdict)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(namespace, member_type, first_enum)
        for name in names:
            namespace[name] = _Seed(namespace[name])
        namespace['_new_member_'] = new
        namespace['_use_args_'] = use_args
        namespace['_member_names_'] = []        # in definition order, without aliases
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        namespace['_unhashable_values_'] = []
        namespace['_member_type_'] = member_type
        namespace['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        is_flag = cls == 'Flag' and Flag is None or Flag is not None and any([issubclass(b, Flag) for b in bases])
        if is_flag:
            namespace['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
            namespace['_flag_mask_'] = 0
            namespace['_singles_mask_'] = 0
            namespace['_all_bits_'] = 0
            namespace['_inverted_'] = None
        failure = None
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as e:
            failure = e.__cause__ or e      # what a member's __set_name__ raised comes wrapped
        if failure is not None:
            raise failure
        namespace.update(classdict)
        _choose_methods(made, namespace, bases, member_type, first_enum)
        if Enum is not None:
            if save_new:
                made.__new_member__ = new
            made.__new__ = Enum.__new__
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        if Flag is not None and is_flag:
            values = [m._value_ for m in made]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        if order:
            listed = [o for o in order if o not in made._member_map_ or o in made._member_names_]
            if listed != made._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (made._member_names_, listed))
        return made

    def __bool__(cls):
        """Classes are true even when they have no members."""
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Look a member up by value, or with names make a new enum class called value (the functional API)."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, member):
        """True when member is one of this class's members; what is no enum member is a TypeError."""
        if not isinstance(member, Enum):
            import warnings
            warnings.warn('in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                          'False depending on whether the value is a member or the value of a member',
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getattr__(cls, name):
        """Reached for a name that an enum property hides on the class."""
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        """The member of that name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in definition order, without aliases."""
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """A read-only mapping from all names, aliases too, to members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        """Members cannot be replaced."""
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Make an enum class from a string of names, a sequence of names or (name, value) pairs, or a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            values = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            if isinstance(item, str):
                item = item, names[item]
            name, value = item
            namespace[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(namespace)
        else:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enum of those module globals whose names filter() accepts, and put it into the module."""
        target = sys.modules[module].__dict__
        source = target if source is None else source.__dict__
        members = [(key, source[key]) for key in source.keys() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:       # values that cannot be compared
            members.sort(key=lambda pair: pair[0])
        body = dict(members)
        body['__module__'] = module
        made = _simple_enum(etype=cls, boundary=boundary or KEEP)(type(name, (object,), body))
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        target[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError('<enum %r> cannot extend %r' % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """(the type of the members' data, the enum class inherited from)."""
        if not bases:
            return object, Enum
        mcls._check_for_existing_members_(class_name, bases)
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_        # worked out when that class was made
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, found))
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """(function that makes a member, whether the class body defines it, whether it takes the value's items)."""
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if new is None:
            plain = {None, None.__new__, object.__new__}
            if Enum is not None:
                plain.add(Enum.__new__)
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in plain:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new is not object.__new__ and new is not Enum.__new__
        return new, save_new, use_args


EnumMeta = EnumType     # the name before 3.11


def _choose_methods(made, namespace, bases, member_type, first_enum):
    """Decide between the enum's and the data type's version of the methods that both have."""
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        if '__format__' not in namespace:
            namespace['__format__'] = made.__format__ = member_type.__format__
        if '__str__' not in namespace:
            method = member_type.__str__
            if method is object.__str__:
                method = member_type.__repr__
            namespace['__str__'] = made.__str__ = method
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name not in namespace:
            found = getattr(made, name)
            if found is getattr(object, name) or found is getattr(member_type, name):
                setattr(made, name, getattr(first_enum, name))
    if Flag is not None and issubclass(made, Flag):
        for name in _FLAG_OPERATORS:
            if name not in namespace:
                setattr(made, name, getattr(Flag, name))


class Enum(metaclass=EnumType):
    """A collection of names that stand for values.

    Members come from the class body (RED = 1); they are reached as Color.RED, by value as Color(1) and by name as
    Color['RED']. A class can be iterated over and has a length; a member has name and value.
    """

    def __new__(cls, value):
        # Reached only for look-ups by value: the metaclass keeps a class's own __new__ for making the members.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:       # unhashable
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        if not cls._member_map_:
            raise TypeError('%r has no members defined' % cls)
        result = failure = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            failure = e
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            if failure is None:
                if result is None:
                    raise invalid
                failure = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                                    % (cls.__name__, result))
            if not isinstance(failure, ValueError):
                failure.__context__ = invalid
            raise failure
        finally:
            failure = invalid = None        # no cycles through the frame

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): one more than the last, start for the first."""
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        import warnings
        warnings.warn('In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and '
                      'support adding +1\nand the value returned will be the largest value in the enum incremented by '
                      '1', DeprecationWarning, stacklevel=3)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        """The public attributes that a member adds, and its data type's."""
        cls = self.__class__
        names = set()
        if cls._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_':
                names.add(name)
        members = self._member_map_
        for base in cls.mro():
            for name, obj in base.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(obj, property):
                    if obj.fget is not None or name not in members:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in members:
                    names.add(name)
        return sorted(names | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only the repr is the enum's; str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""

    def __new__(cls, *values):
        "values must already be of type `str`"
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are also globals of their module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ that finds the member by its name."""
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member names."""

    STRICT = auto()     # an error (the rule for Flag)
    CONFORM = auto()    # they are dropped
    EJECT = auto()      # the result is a plain integer
    KEEP = auto()       # they are kept (the rule for IntFlag)


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enum whose members are bits and combine with |, &, ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two above the highest bit so far."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            bits = last.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None
        return 1 << bits

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The single-bit members in value, lowest bit first."""
        members = cls._value2member_map_
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield members.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The single-bit members in value, in definition order."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """Make the combination of members that value stands for, as the class's boundary says."""
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._flag_mask_
        every = cls._all_bits_
        boundary = cls._boundary_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'
                                 % (cls, value, bin(value, width), bin(mask, width)))
            if boundary is EJECT:
                return value
            if boundary is CONFORM:
                value = value & mask
            elif boundary is KEEP:
                if value < 0:
                    value += max(every + 1, 1 << value.bit_length())
            else:
                raise ValueError('%r unknown flag boundary %r' % (cls, boundary))
        if value < 0:
            negative = value
            value += every + 1
        unknown = value & ~mask
        if unknown and boundary is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        made = cls._new_combination(value)
        made = cls._value2member_map_.setdefault(value, made)   # another thread may have been first
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _new_combination(cls, value):
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = None
        singles = value & cls._singles_mask_
        others = value & ~cls._singles_mask_
        if not singles and not others:
            return made
        members = []
        covered = 0
        for part in cls._iter_member_(singles):
            members.append(part)
            covered |= part._value_
        if others:
            for part in cls._member_map_.values():
                bits = part._value_
                if bits and part not in members and bits & value == bits:
                    members.append(part)
                    covered |= bits
        unknown = value ^ covered
        if covered:
            made._name_ = '|'.join([m._name_ for m in members])
            if unknown:
                if cls._boundary_ is STRICT:
                    raise ValueError('%r: no members with value %r' % (cls, unknown))
                made._name_ += '|%s' % cls._numeric_repr_(unknown)
        return made

    def __contains__(self, other):
        """True when all bits of other are set in self."""
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        """The single-bit members that self is made of."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        name = self.__class__.__name__
        if self._name_ is None:
            return '<%s: %s>' % (name, show(self._value_))
        return '<%s.%s: %s>' % (name, self._name_, show(self._value_))

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return '%s(%r)' % (name, self._value_)
        return '%s.%s' % (name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        """The bits of the other operand; None when it does not go with self."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ is KEEP:
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags"""


# Decorators

def unique(enumeration):
    """Class decorator: two names for one value are an error."""
    aliases = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if aliases:
        raise ValueError('duplicate values found in %r: %s'
                         % (enumeration, ', '.join([f'{alias} -> {name}' for alias, name in aliases])))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: check the members by the given EnumChecks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if Flag is not None and issubclass(enumeration, Flag):
            kind = 'flag'
        elif issubclass(enumeration, Enum):
            kind = 'enum'
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration, kind)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = [f'{name} -> {m.name}' for name, m in enumeration.__members__.items() if name != m.name]
        if aliases:
            raise ValueError('aliases found in %r: %s' % (enumeration, ', '.join(aliases)))

    def _continuous(self, enumeration, kind):
        values = {m.value for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == 'flag':
            wanted = [1 << i for i in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [str(i) for i in wanted if i not in values]
        if missing:
            raise ValueError(('invalid %s %r: missing values %s'
                              % (kind, enumeration.__name__, ', '.join(missing)))[:256])

    def _named_flags(self, enumeration):
        singles = {m.value for m in enumeration}
        names = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in singles]
            if missed:
                names.append(name)
                for bit in missed:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            who = 'alias %s is' % names[0]
        else:
            who = 'aliases %s and %s are' % (', '.join(names[:-1]), names[-1])
        what = 'value 0x%x' if _is_single_bit(missing) else 'combined values of 0x%x'
        raise ValueError('invalid Flag %r: %s missing %s [use enum.show_flag_values(value) for details]'
                         % (enumeration.__name__, who, what % missing))


def global_enum_repr(self):
    """module.NAME: the repr of a member that is a global of its module."""
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    """module.A|module.B, likewise for flags."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return '%s.%s' % (module, self._name_)
    keeps = self.__class__._boundary_ is FlagBoundary.KEEP
    return '|'.join([part if keeps and part[0].isdigit() else '%s.%s' % (module, part)
                     for part in self._name_.split('|')])


def global_str(self):
    """Just the name."""
    if self._name_ is None:
        return '%s(%r)' % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: put the members into the module's globals, and let their reprs show that."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator: make an enum of type etype from a plain class."""
    def convert_class(cls):
        metacls = etype.__class__
        name = cls.__name__
        namespace = metacls.__prepare__(name, (etype,))
        for key, value in cls.__dict__.items():
            if key not in ('__dict__', '__weakref__', '__members__'):
                namespace[key] = value
        namespace['__qualname__'] = cls.__qualname__
        return metacls.__new__(metacls, name, (etype,), namespace, boundary=boundary)
    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """Raise TypeError when the two classes differ in members, values or base."""
    failed = []
    if checked_enum.__bases__ != simple_enum.__bases__:
        failed.append(f'bases: {checked_enum.__bases__!r} != {simple_enum.__bases__!r}')
    ours, theirs = simple_enum.__members__, checked_enum.__members__
    if list(ours) != list(theirs):
        failed.append(f'members: {list(theirs)!r} != {list(ours)!r}')
    else:
        for name, m in theirs.items():
            if m._value_ != ours[name]._value_ or m._name_ != ours[name]._name_:
                failed.append(f'{name}: {m!r} != {ours[name]!r}')
    if failed:
        raise TypeError('enum mismatch:\n   %s' % '\n   '.join(failed))


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """_convert_() as a function."""
    return etype._convert_(name, module, filter, source, boundary=boundary)
