"""Mock objects: they take any call and attribute access and remember it; patch() puts them in place of real ones.

Every mock has a class of its own, so that special methods can be set on one mock alone.
"""

import builtins
import functools
import sys
from types import FunctionType, MethodType, ModuleType

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True
_missing = object()


class _SentinelObject:

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.%s' % self.name

    def __reduce__(self):
        return 'sentinel.%s' % self.name


class _Sentinel:
    """sentinel.anything is a unique object with that name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        if name == '_sentinels':
            raise AttributeError(name)      # a copy that is being made
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class InvalidSpecError(Exception):
    """A mock was given as a spec."""


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = None


ANY = _ANY()


# Calls

def _format_call_signature(name, args, kwargs):
    parts = [repr(arg) for arg in args] + ['%s=%r' % item for item in kwargs.items()]
    return '%s(%s)' % (name, ', '.join(parts))


class _Call(tuple):
    """(name, args, kwargs) of a call, or (args, kwargs) with two=True; compares with shorter forms too. call.a.b(1)
    makes the one that mock.a.b(1) leaves in mock_calls."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args = ()
        kwargs = {}
        size = len(value)
        if size == 3:
            name, args, kwargs = value
        elif size == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif size == 1:
            value, = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        if len(self) == 2:
            return '', self[0], self[1]
        return tuple(self)

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._parts()
        if (getattr(self, '_mock_parent', None) and getattr(other, '_mock_parent', None)
                and self._mock_parent != other._mock_parent):
            return False
        other_name = ''
        other_args = ()
        other_kwargs = {}
        if size == 3:
            other_name, other_args, other_kwargs = other
        elif size == 2:
            first, second = other
            if isinstance(first, str):
                other_name = first
                if isinstance(second, tuple):
                    other_args = second
                else:
                    other_kwargs = second
            else:
                other_args, other_kwargs = first, second
        elif size == 1:
            value, = other
            if isinstance(value, tuple):
                other_args = value
            elif isinstance(value, str):
                other_name = value
            else:
                other_kwargs = value
        elif size != 0:
            return False
        if name and other_name != name:
            return False
        # ANY must stand on the left
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name='%s.%s' % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and not attr.startswith('__'):
            raise AttributeError        # call.count is a call, not tuple's method
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else 'call.%s' % name
        name, args, kwargs = self._parts()
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = 'call.%s' % name
        else:
            name = 'call%s' % name
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """The calls that lead to this one: call.a(1).b(2) gives [call.a(1), call.a().b(2)]."""
        calls = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                calls.append(thing)
            thing = thing._mock_parent
        calls.reverse()
        return _CallList(calls)


call = _Call(from_kall=False)


class _CallList(list):

    def __contains__(self, value):
        """True for an element, and for a list that is part of this one."""
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        for i in range(len(self) - size + 1):
            if self[i:i + size] == value:
                return True
        return False

    def __repr__(self):
        return '[%s]' % ', '.join(map(repr, self))


# The mocks

_ASSERT_TYPOS = ('assert', 'assret', 'asert', 'aseert', 'assrt')
_ASSERT_MISSPELLED = frozenset(['called_once', 'called_with', 'called_once_with', 'has_calls', 'any_call'])

_RIGHT = {'__hash__', '__str__', '__sizeof__', '__fspath__', '__len__', '__contains__', '__iter__', '__bool__',
          '__getitem__', '__setitem__', '__delitem__', '__enter__', '__exit__', '__int__', '__float__', '__complex__',
          '__index__', '__round__', '__trunc__', '__floor__', '__ceil__', '__neg__', '__pos__', '__abs__',
          '__invert__', '__divmod__', '__rdivmod__', '__next__', '__missing__', '__reversed__', '__format__', '__dir__',
          '__subclasses__', '__lt__', '__gt__', '__le__', '__ge__', '__eq__', '__ne__', '__get__', '__set__', '__delete__',
          '__getformat__', '__repr__', '__getstate__', '__setstate__', '__aenter__', '__aexit__', '__aiter__',
          '__anext__'}
for _name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'lshift', 'rshift', 'and', 'xor', 'or', 'pow'):
    _RIGHT |= {'__%s__' % _name, '__r%s__' % _name, '__i%s__' % _name}
del _name
_all_magics = frozenset(_RIGHT)

_CONSTANT_RESULTS = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j,
                     '__float__': 1.0, '__bool__': True, '__index__': 1, '__aexit__': False}
_COMPUTED_RESULTS = {
    '__hash__': lambda self: object.__hash__(self),
    '__str__': lambda self: object.__str__(self),
    '__sizeof__': lambda self: object.__sizeof__(self),
    '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}',
}
_MAGIC_DEFAULTS = [name for name in sorted(_all_magics) if name not in (
    '__get__', '__set__', '__delete__', '__reversed__', '__missing__', '__repr__', '__dir__', '__format__',
    '__subclasses__', '__getformat__', '__getstate__', '__setstate__', '__divmod__', '__rdivmod__', '__next__',
    '__aenter__', '__aexit__', '__aiter__', '__anext__', '__neg__', '__pos__', '__abs__', '__invert__')] + [
    '__neg__', '__pos__', '__abs__', '__invert__', '__divmod__', '__rdivmod__']


def _is_magic(name):
    return '__%s__' % name[2:-2] == name


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


_OWN = frozenset(['return_value', '_mock_return_value', 'side_effect', '_mock_side_effect', '_mock_parent',
                  '_mock_new_parent', '_mock_name', '_mock_new_name'])


class NonCallableMock:
    """Mock without calls."""

    def __new__(cls, /, *args, **kw):
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        d = self.__dict__
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_new_parent'] = _new_parent
        d['_mock_sealed'] = False
        if spec_set is not None:
            spec = spec_set
            spec_set = True
        self._mock_add_spec(spec, spec_set)
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_delegate'] = None
        d['_mock_called'] = False
        d['_mock_call_args'] = None
        d['_mock_call_count'] = 0
        d['_mock_call_args_list'] = _CallList()
        d['_mock_mock_calls'] = _CallList()
        d['method_calls'] = _CallList()
        d['_mock_unsafe'] = unsafe
        d['_mock_return_value'] = DEFAULT
        d['_mock_side_effect'] = None
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set):
        if spec is not None and _is_instance_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        spec_class = None
        names = None
        if spec is not None:
            if isinstance(spec, (list, tuple)):
                names = list(spec)
            else:
                spec_class = spec if isinstance(spec, type) else type(spec)
                names = dir(spec)
        d = self.__dict__
        d['_spec_class'] = spec_class
        d['_spec_set'] = spec_set
        d['_mock_methods'] = names
        d['_spec_object'] = None if isinstance(spec, (list, tuple)) else spec

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes that spec has."""
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Make mock an attribute of this one, so that its calls are remembered here too."""
        mock = getattr(mock, 'mock', mock) if not _is_instance_mock(mock) else mock
        mock._mock_parent = None
        mock._mock_new_parent = None
        mock._mock_name = ''
        mock._mock_new_name = None
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Set attributes; names may be dotted: {'method.return_value': 3}."""
        for arg, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, final = arg.split('.')
            obj = self
            for part in path:
                obj = getattr(obj, part)
            setattr(obj, final, value)

    @property
    def __class__(self):
        if self._spec_class is None:
            return type(self)
        return self._spec_class

    # what is remembered

    called = property(lambda self: self.__dict__['_mock_called'],
                      lambda self, value: self.__dict__.__setitem__('_mock_called', value))
    call_count = property(lambda self: self.__dict__['_mock_call_count'],
                          lambda self, value: self.__dict__.__setitem__('_mock_call_count', value))
    call_args = property(lambda self: self.__dict__['_mock_call_args'],
                         lambda self, value: self.__dict__.__setitem__('_mock_call_args', value))
    call_args_list = property(lambda self: self.__dict__['_mock_call_args_list'],
                              lambda self, value: self.__dict__.__setitem__('_mock_call_args_list', value))
    mock_calls = property(lambda self: self.__dict__['_mock_mock_calls'],
                          lambda self, value: self.__dict__.__setitem__('_mock_mock_calls', value))

    @property
    def return_value(self):
        """What a call returns; by default another mock, always the same."""
        d = self.__dict__
        value = d['_mock_return_value']
        if value is DEFAULT:
            if d['_mock_wraps'] is not None:
                return value
            value = d['_mock_return_value'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _check_and_set_parent(self, value, None, '()')

    @property
    def side_effect(self):
        """A function called instead, an exception to raise, or an iterable of results; None for none."""
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls; on request results and side effects too."""
        if visited is None:
            visited = []
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.__dict__['method_calls'] = _CallList()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if child is not _missing and _is_instance_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self.__dict__['_mock_return_value']
        if _is_instance_mock(result) and result is not self:
            result.reset_mock(visited)

    def __getattr__(self, name):
        d = self.__dict__
        if name in ('_mock_methods', '_mock_unsafe') or '_mock_children' not in d:
            raise AttributeError(name)
        names = d['_mock_methods']
        if names is not None:
            if name not in names or name in _all_magics:
                raise AttributeError('Mock object has no attribute %r' % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not d['_mock_unsafe'] and (names is None or name not in names):
            if name.startswith(_ASSERT_TYPOS) or name in _ASSERT_MISSPELLED:
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant '
                                     'to be an attribute.')
        children = d['_mock_children']
        result = children.get(name)
        if result is _missing:
            raise AttributeError(name)
        if result is None:
            wraps = d['_mock_wraps']
            if wraps is not None:
                wraps = getattr(wraps, name)
            result = children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                                           _new_parent=self)
        return result

    def __setattr__(self, name, value):
        if name in _OWN or name in ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls'):
            return object.__setattr__(self, name, value)
        d = self.__dict__
        names = d['_mock_methods']
        if d['_spec_set'] and names is not None and name not in names and name not in d:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _all_magics:
            if names is not None and name not in names:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if not _is_instance_mock(value):
                # a plain function gets the mock as its first argument
                setattr(type(self), name, _as_method(name, value))
                original = value
                value = lambda *args, **kw: original(self, *args, **kw)
            else:
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, value)
                d['_mock_children'][name] = value
        elif name == '__class__':
            d['_spec_class'] = value
            return
        elif _check_and_set_parent(self, value, name, name):
            d['_mock_children'][name] = value
        if d['_mock_sealed'] and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _missing and name in self._mock_children:
            raise AttributeError(name)
        self._mock_children[name] = _missing

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = '' if names == ['()'] else '.'
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        names.reverse()
        first = last._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        names[0] = first
        return ''.join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else ' name=%r' % name
        spec = ''
        if self._spec_class is not None:
            spec = (' spec_set=%r' if self._spec_set else ' spec=%r') % self._spec_class.__name__
        return '<%s%s%s id=%r>' % (type(self).__name__, shown, spec, str(id(self)))

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = [n for n in dir(type(self)) if not n.startswith('_') or _is_magic(n) and n in _all_magics]
        names += self._mock_methods or []
        names += [n for n in self.__dict__ if not n.startswith('_')]
        names += [n for n, child in self._mock_children.items() if child is not _missing]
        return sorted(set(names))

    # assertions

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or 'mock', args, kwargs)

    def _matched(self, made):
        """A call in a form that is the same however the arguments were passed, if the spec has a signature."""
        spec = self._spec_object
        if spec is None or not callable(spec):
            return made
        signature = self.__dict__.get('_spec_signature')
        if signature is None:
            import inspect
            try:
                signature = inspect.signature(spec)
                if isinstance(spec, type) and self._mock_new_name == '()':
                    return made
            except (ValueError, TypeError):
                return made
            self.__dict__['_spec_signature'] = signature
        try:
            bound = signature.bind(*made.args, **made.kwargs)
        except TypeError:
            return made
        return _Call((bound.args, bound.kwargs), two=True)

    def _calls_repr(self, prefix='Calls'):
        return f'\n{prefix}: {_CallList(self.mock_calls)!r}.' if self.mock_calls else ''

    def assert_not_called(self):
        """Check that there was no call."""
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s"
                                 % (self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def assert_called(self):
        """Check that there was a call."""
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or 'mock'))

    def assert_called_once(self):
        """Check that there was one call."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s"
                                 % (self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def assert_called_with(self, /, *args, **kwargs):
        """Check the last call."""
        expected = self._format_mock_call_signature(args, kwargs)
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: %s\n  Actual: not called.' % expected)
        if self._matched(_Call((args, kwargs), two=True)) != self._matched(self.call_args):
            actual = self._format_mock_call_signature(*self.call_args)
            raise AssertionError('expected call not found.\nExpected: %s\n  Actual: %s' % (expected, actual))

    def assert_called_once_with(self, /, *args, **kwargs):
        """Check that there was one call, and what it was."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s"
                                 % (self._mock_name or 'mock', self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """Check that these calls are in mock_calls, in a row unless any_order."""
        expected = list(calls)
        made = _CallList(self.mock_calls)
        if not any_order:
            if expected not in made:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)!r}'
                                     f'{self._calls_repr(prefix="  Actual").rstrip(".")}')
            return
        left = list(made)
        missing = []
        for wanted in expected:
            try:
                left.remove(wanted)
            except ValueError:
                missing.append(wanted)
        if missing:
            raise AssertionError('%r does not contain all of %r in its call list, found %r instead'
                                 % (self._mock_name or 'mock', tuple(missing), left))

    def assert_any_call(self, /, *args, **kwargs):
        """Check that there was such a call at any time."""
        wanted = self._matched(_Call((args, kwargs), two=True))
        for made in self.call_args_list:
            if wanted == self._matched(made):
                return
        raise AssertionError('%s call not found' % self._format_mock_call_signature(args, kwargs))

    def _get_child_mock(self, /, **kw):
        """What attributes and results are made of; may be overridden."""
        if self._mock_sealed:
            attribute = f'.{kw["name"]}' if 'name' in kw else '()'
            raise AttributeError(self._extract_mock_name() + attribute)
        base = type(self).__mro__[1]
        spec = self._spec_object
        if spec is not None and kw.get('_new_name') != '()':
            import inspect
            original = inspect.getattr_static(spec, kw.get('name', ''), None)
            if inspect.iscoroutinefunction(getattr(original, '__func__', original)):
                return AsyncMock(**kw)
        if issubclass(base, CallableMixin):
            return base(**kw)
        return (MagicMock if issubclass(base, MagicMixin) else Mock)(**kw)


def _as_method(name, function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    method.__name__ = name
    return method


def _check_and_set_parent(parent, value, name, new_name):
    """Make a mock that is set as an attribute or result a child of parent, unless it has a name or parent."""
    if not _is_instance_mock(value):
        return False
    if (value._mock_name or value._mock_new_name) or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False        # a mock that returns itself
        ancestor = ancestor._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class CallableMixin(NonCallableMock):

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent,
                                 **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._increment_mock_call(args, kwargs)
        return self._execute_mock_call(args, kwargs)

    def _increment_mock_call(self, args, kwargs):
        """Remember a call, here and in all parents."""
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))
        method_name = self._mock_name
        track = self._mock_parent is not None
        full_name = self._mock_new_name
        is_call = full_name == '()'
        parent = self._mock_new_parent
        while parent is not None:
            if track:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                track = parent._mock_parent is not None
                if track:
                    method_name = parent._mock_name + '.' + method_name
            parent.mock_calls.append(_Call((full_name, args, kwargs)))
            if parent._mock_new_name:
                dot = '' if is_call else '.'
                is_call = parent._mock_new_name == '()'
                full_name = parent._mock_new_name + dot + full_name
            parent = parent._mock_new_parent

    def _execute_mock_call(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Takes every call and attribute access and remembers it.

    spec: a class, object or list of names to which attributes are limited (spec_set: setting too); side_effect: a
    function, exception or iterable of results; return_value; wraps: the object that calls are passed on to; name: for
    the repr. Other keywords are attributes.
    """


class MagicMixin:

    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        cls = type(self)
        names = self._mock_methods
        for name in _MAGIC_DEFAULTS + _MAGIC_EXTRA:
            if names is not None and name not in names:
                continue
            if name not in cls.__dict__:
                setattr(cls, name, _MagicProxy(name))

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes and special methods that spec has."""
        self._mock_add_spec(spec, spec_set)
        for name in list(type(self).__dict__):
            if isinstance(type(self).__dict__[name], _MagicProxy):
                delattr(type(self), name)
        self._mock_set_magics()


_MAGIC_EXTRA = ['__aenter__', '__aexit__', '__aiter__']


class _MagicProxy:
    """Stands for a special method until it is used; then a mock takes its place."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, _type=None):
        if obj is None:
            return self
        name = self.name
        made = obj._mock_children.get(name)
        if made is None or made is _missing:
            if name in ('__aenter__', '__aexit__'):
                made = AsyncMock(name=name, _new_name=name, _new_parent=obj)
            else:
                made = MagicMock(name=name, _new_name=name, _new_parent=obj)
            _set_magic_result(obj, made, name)
            obj._mock_children[name] = made
        setattr(type(obj), name, made)
        return made


def _set_magic_result(mock, method, name):
    if name in _CONSTANT_RESULTS:
        method.return_value = _CONSTANT_RESULTS[name]
    elif name in _COMPUTED_RESULTS:
        method.return_value = _COMPUTED_RESULTS[name](mock)
    elif name == '__eq__':
        def eq(other):
            known = mock.__eq__.__dict__['_mock_return_value']
            if known is not DEFAULT:
                return known
            return True if mock is other else NotImplemented
        method.side_effect = eq
    elif name == '__ne__':
        def ne(other):
            known = mock.__ne__.__dict__['_mock_return_value']
            if known is not DEFAULT:
                return DEFAULT
            return False if mock is other else NotImplemented
        method.side_effect = ne
    elif name in ('__lt__', '__gt__', '__le__', '__ge__'):
        method.return_value = NotImplemented
    elif name == '__iter__':
        def iterate():
            known = mock.__iter__.__dict__['_mock_return_value']
            return iter([]) if known is DEFAULT else iter(known)
        method.side_effect = iterate
    elif name == '__aiter__':
        def aiterate():
            known = mock.__aiter__.__dict__['_mock_return_value']
            return _AsyncIterator(iter([]) if known is DEFAULT else iter(known))
        method.side_effect = aiterate


class _AsyncIterator:

    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            raise StopAsyncIteration from None


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """MagicMock without calls."""


class MagicMock(MagicMixin, Mock):
    """A Mock that has the special methods too."""


class PropertyMock(Mock):
    """A mock to be used as a property: type(obj).name = PropertyMock(return_value=3)."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class AsyncMock(MagicMock):
    """A mock of a coroutine function: a call gives an awaitable; awaits are remembered as well."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        d = self.__dict__
        d['await_count'] = 0
        d['await_args'] = None
        d['await_args_list'] = _CallList()

    def __call__(self, /, *args, **kwargs):
        self._increment_mock_call(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        d = self.__dict__
        made = _Call((args, kwargs), two=True)
        d['await_count'] += 1
        d['await_args'] = made
        d['await_args_list'].append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
                if hasattr(result, '__await__') and not _is_instance_mock(result):
                    result = await result
            else:
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if d['_mock_return_value'] is DEFAULT and self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if hasattr(result, '__await__') else result
        return self.return_value

    def _get_child_mock(self, /, **kw):
        if kw.get('_new_name') == '()':
            return MagicMock(**kw)
        return AsyncMock(**kw)

    def assert_awaited(self):
        """Check that there was an await."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Check that there was one await."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited "
                                 f'{self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        """Check the last await."""
        expected = self._format_mock_call_signature(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        if _Call((args, kwargs), two=True) != self.await_args:
            actual = self._format_mock_call_signature(*self.await_args)
            raise AssertionError('expected await not found.\nExpected: %s\n  Actual: %s' % (expected, actual))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Check that there was one await, and what it was."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Check that there was such an await at any time."""
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError('%s await not found' % self._format_mock_call_signature(args, kwargs))

    def assert_not_awaited(self):
        """Check that there was no await."""
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited "
                                 f'{self.await_count} times.')


# Specs with signatures

def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of spec, whose calls are checked against the signatures of spec."""
    import inspect
    if _is_instance_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    options = {'spec_set' if spec_set else 'spec': spec}
    options.update(kwargs)
    if unsafe:
        options['unsafe'] = True
    is_type = isinstance(spec, type)
    is_async = inspect.iscoroutinefunction(spec)
    if is_async:
        kind = AsyncMock
    elif not callable(spec) or is_type and instance and not hasattr(spec, '__call__'):
        kind = NonCallableMagicMock
    else:
        kind = MagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name or '', name=_name, **options)
    _check_calls(mock, spec, is_type, instance)
    if isinstance(spec, FunctionType):
        # as a class attribute it is a method: the instance is the first argument
        type(mock).__get__ = lambda self, obj, owner=None: self if obj is None else MethodType(self, obj)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    if not inspect.isroutine(spec):
        for entry in dir(spec):
            if _is_magic(entry):
                continue
            try:
                original = getattr(spec, entry)
            except AttributeError:
                continue
            if callable(original) and not isinstance(original, type) and not _is_instance_mock(original):
                child = create_autospec(original, _parent=mock, _name=entry)
                skip = is_type and inspect.isfunction(inspect.getattr_static(spec, entry, None)) and instance
                _check_calls(child, original, False, False, skip_first=skip)
                mock._mock_children[entry] = child
    return mock


def _check_calls(mock, spec, is_type, instance, skip_first=False):
    """Make calls that do not fit the signature a TypeError."""
    import inspect
    if not isinstance(mock, CallableMixin) and not issubclass(type(mock), CallableMixin):
        return
    try:
        signature = inspect.signature(spec.__call__ if is_type and instance else spec)
    except (ValueError, TypeError, AttributeError):
        return
    if skip_first:
        params = list(signature.parameters.values())[1:]
        signature = signature.replace(parameters=params)
    original = type(mock).__mro__[1].__call__

    def checked(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
        return original(self, *args, **kwargs)
    type(mock).__call__ = checked


# Patching

def _importer(target):
    components = target.split('.')
    path = components.pop(0)
    thing = __import__(path)
    for part in components:
        path += '.%s' % part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


class _patch:
    """Replaces an attribute meanwhile: a context manager, and a decorator of functions and classes."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.unsafe = unsafe
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        patcher = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                         self.new_callable, self.kwargs)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [p.copy() for p in self.additional_patchers]
        return patcher

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        import inspect
        if inspect.iscoroutinefunction(func):
            return self.decorate_async_callable(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        for attr in dir(klass):
            if not attr.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(klass, attr)
            if hasattr(value, '__call__'):
                setattr(klass, attr, self.copy()(value))
        return klass

    def decorate_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **keywargs):
            from contextlib import ExitStack
            with ExitStack() as stack:
                args += _enter_patchings(patched.patchings, stack, keywargs)
                return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def decorate_async_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        async def patched(*args, **keywargs):
            from contextlib import ExitStack
            with ExitStack() as stack:
                args += _enter_patchings(patched.patchings, stack, keywargs)
                return await func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original = DEFAULT
        local = False
        try:
            original = target.__dict__[name]
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        else:
            local = True
        if name in builtins.__dict__ and isinstance(target, ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError('%s does not have the attribute %r' % (target, name))
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        new, spec, spec_set, autospec = self.new, self.spec, self.spec_set, self.autospec
        kwargs = self.kwargs
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        self.target = self.getter()
        original, local = self.get_original()
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec_set is True:
                spec_set = original
            options = {}
            if spec is not None:
                options['spec'] = spec
            if spec_set is not None and spec_set is not True:
                options['spec_set'] = spec_set
            if self.new_callable is not None:
                kind = self.new_callable
            else:
                import inspect
                kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
                options['name'] = self.attribute
            options.update(kwargs)
            new = kind(**options)
            the_spec = options.get('spec', options.get('spec_set'))
            if isinstance(the_spec, type) and _is_instance_mock(new):
                new.return_value = kind(**{'spec_set' if 'spec_set' in options else 'spec': the_spec,
                                           '_new_name': '()', '_new_parent': new})
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            new = create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        self.is_started = True
        from contextlib import ExitStack
        self._exit_stack = ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                extra = {self.attribute_name: new} if self.new is DEFAULT else {}
                for patching in self.additional_patchers:
                    arg = self._exit_stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        extra.update(arg)
                return extra
            return new
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)
                                    or self.attribute in ('__doc__', '__module__', '__defaults__', '__annotations__',
                                                          '__kwdefaults__')):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._exit_stack
        del self._exit_stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        """Patch now, until stop()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """End what start() began."""
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _enter_patchings(patchings, stack, keywargs):
    """Enter all patches of a function; the mocks made are extra arguments."""
    extra = []
    for patching in patchings:
        arg = stack.enter_context(patching)
        if patching.attribute_name is not None:
            keywargs.update(arg)
        elif patching.new is DEFAULT:
            extra.append(arg)
    return tuple(extra)


def _get_target(target):
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return lambda: _importer(target), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replace what the dotted name target means, by a MagicMock unless new is given; for a with block, or for a
    decorated function, which gets the mock as an argument."""
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """patch() for an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """patch() for several attributes of one object; those given as DEFAULT become keyword arguments."""
    getter = (lambda: _importer(target)) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


class _patch_dict:
    """Changes a dict meanwhile."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for attr in dir(f):
                value = getattr(f, attr)
                if attr.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(f, attr, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        import inspect
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def _inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @functools.wraps(f)
            def _inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return _inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear_dict(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *args):
        if self._original is not None:
            target = self.in_dict
            _clear_dict(target)
            try:
                target.update(self._original)
            except AttributeError:
                for key in self._original:
                    target[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear_dict(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _patch_stopall():
    """Stop all patches that start() began, the last first."""
    for patcher in reversed(_patch._active_patches[:]):
        patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = 'test'


def mock_open(mock=None, read_data=''):
    """A mock of open() whose files hold read_data."""
    import io
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=io.TextIOWrapper if isinstance(read_data, str) else io.BytesIO)
    state = [None]

    def fresh():
        state[0] = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)

    def through(name):
        def method(*args, **kwargs):
            known = getattr(handle, name).__dict__['_mock_return_value']
            if known is not DEFAULT:
                return known
            return getattr(state[0], name)(*args, **kwargs)
        return method

    def next_line():
        known = handle.readline.__dict__['_mock_return_value']
        if known is not DEFAULT:
            while True:
                yield known
        yield from state[0]
    fresh()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).side_effect = through(name)
    handle.__iter__.side_effect = next_line
    type(handle).__next__ = lambda self: next(state[0])

    def reset_data(*args, **kwargs):
        fresh()
        return DEFAULT
    mock.side_effect = reset_data
    mock.return_value = handle
    return mock


def seal(mock):
    """Let no new attributes be made from here on, in this mock and those below."""
    mock._mock_sealed = True
    for name, child in list(mock._mock_children.items()):
        if child is not _missing and _is_instance_mock(child) and child._mock_new_parent is mock:
            seal(child)
    result = mock.__dict__['_mock_return_value']
    if _is_instance_mock(result) and result._mock_new_parent is mock:
        seal(result)
