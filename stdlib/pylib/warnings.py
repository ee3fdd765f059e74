"""Warnings: messages about questionable things that filters turn into output, errors or nothing."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings']

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')


class WarningMessage:
    """One warning, as showwarning() gets it in pieces and catch_warnings(record=True) collects it."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}'
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


# Showing. Programs replace showwarning and formatwarning; as long as they do not, the whole message is passed on.

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, by default standard error. May be replaced."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text. May be replaced."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg_impl(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return      # no console
    text = _formatwarnmsg(msg)
    try:
        file.write(text)
    except OSError:
        pass        # the warning gets lost


def _formatwarnmsg_impl(msg):
    category = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {category}: {msg.message}\n'
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            pass        # late in the interpreter's life
    if line:
        text += '  %s\n' % line.strip()
    if msg.source is not None:
        text += _allocation_text(msg, category)
    return text


def _allocation_text(msg, category):
    try:
        import tracemalloc
    except Exception:
        return ''
    try:
        tracing = tracemalloc.is_tracing()
        tb = tracemalloc.get_object_traceback(msg.source)
    except Exception:
        return ''
    if tb is not None:
        import linecache
        text = 'Object allocated at (most recent call last):\n'
        for frame in tb:
            text += '  File "%s", lineno %s\n' % (frame.filename, frame.lineno)
            try:
                line = linecache.getline(frame.filename, frame.lineno)
            except Exception:
                line = None
            if line:
                text += '    %s\n' % line.strip()
        return text
    if tracing:
        return ''
    return f'{category}: Enable tracemalloc to get the object allocation traceback\n'


def _showwarnmsg(msg):
    try:
        show = showwarning
    except NameError:
        pass
    else:
        if show is not _showwarning_orig:
            if not callable(show):
                raise TypeError('warnings.showwarning() must be set to a function or method')
            show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
            return
    _showwarnmsg_impl(msg)


def _formatwarnmsg(msg):
    try:
        form = formatwarning
    except NameError:
        pass
    else:
        if form is not _formatwarning_orig:
            return form(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


# Filters: (action, pattern of the message, category, pattern of the module, line number), the first that fits counts.

class _Literal:
    """Matches like the regular expression of a text without special characters; spares importing re."""

    __slots__ = ('pattern', 'text', 'fold', 'whole')

    def __init__(self, text, fold, whole=False):
        self.pattern = text
        self.text = text.lower() if fold else text
        self.fold = fold
        self.whole = whole

    def match(self, string):
        if self.fold:
            string = string.lower()
        if string == self.text if self.whole else string.startswith(self.text):
            return self
        return None

    def _key(self):
        return self.text, self.fold, self.whole

    def __eq__(self, other):
        return isinstance(other, _Literal) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f'{self.pattern!r}'


def _pattern(text, fold):
    """Something with a match() method for a regular expression; None for the empty one."""
    if not text:
        return None
    for char in text:
        if char in '.^$*+?{}[]\\|()':
            import re
            return re.compile(text, re.I if fold else 0)
    return _Literal(text, fold)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Add a filter in front (or at the end): message and module are regular expressions for their beginning."""
    assert action in _ACTIONS, 'invalid action: %r' % (action,)
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(action, _pattern(message, True), category, _pattern(module, False), lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter that fits every message and module."""
    assert action in _ACTIONS, 'invalid action: %r' % (action,)
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Remove all filters."""
    filters[:] = []
    _filters_mutated()


# The -W option

class _OptionError(Exception):
    """Exception used by option processing helpers."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as msg:
            print('Invalid -W option ignored:', msg, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(':')
    if len(parts) > 5:
        raise _OptionError('too many fields (max 5): %r' % (arg,))
    action, message, category, module, lineno = [p.strip() for p in parts + [''] * (5 - len(parts))]
    action = _getaction(action)
    category = _getcategory(category)
    if lineno:
        try:
            lineno = int(lineno)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError('invalid lineno %r' % (lineno,)) from None
    else:
        lineno = 0
    _add_filter(action, _Literal(message, True) if message else None, category,
                _Literal(module, False, whole=True) if module else None, lineno, append=False)


def _getaction(action):
    if not action:
        return 'default'
    if action == 'all':
        return 'always'
    for known in ('default', 'always', 'ignore', 'module', 'once', 'error'):
        if known.startswith(action):
            return known
    raise _OptionError('invalid action: %r' % (action,))


def _getcategory(category):
    if not category:
        return Warning
    if '.' in category:
        module, _, name = category.rpartition('.')
        try:
            home = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError('invalid module name: %r' % (module,)) from None
    else:
        import builtins as home
        name = category
    try:
        found = getattr(home, name)
    except AttributeError:
        raise _OptionError('unknown warning category: %r' % (category,)) from None
    if not issubclass(found, Warning):
        raise _OptionError('invalid warning category: %r' % (category,))
    return found


# Issuing

def _is_internal_frame(frame):
    """True for the frames of the import machinery: they are not counted."""
    filename = frame.f_code.co_filename
    return 'importlib' in filename and '_bootstrap' in filename


def _next_external_frame(frame):
    frame = frame.f_back
    while frame is not None and _is_internal_frame(frame):
        frame = frame.f_back
    return frame


def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    try:
        if stacklevel <= 1 or _is_internal_frame(sys._getframe(1)):
            frame = sys._getframe(stacklevel)
        else:
            frame = sys._getframe(1)
            for _ in range(stacklevel - 1):
                frame = _next_external_frame(frame)
                if frame is None:
                    raise ValueError
    except ValueError:      # the stack is not that deep
        namespace = sys.__dict__
        filename = 'sys'
        lineno = 1
    else:
        namespace = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    module = namespace.get('__name__', '<string>')
    registry = namespace.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Like warn(), with the place given; registry remembers what was shown for a module."""
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    for item in filters:
        action, pattern, cat, mod, line = item
        if ((pattern is None or pattern.match(text)) and issubclass(category, cat)
                and (mod is None or mod.match(module)) and (line == 0 or lineno == line)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return
    import linecache
    linecache.getlines(filename, module_globals)    # while the module's loader is at hand
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        seen = text, category
        if onceregistry.get(seen):
            return
        onceregistry[seen] = 1
    elif action == 'module':
        registry[key] = 1
        anywhere = text, category, 0
        if registry.get(anywhere):
            return
        registry[anywhere] = 1
    elif action == 'default':
        registry[key] = 1
    elif action != 'always':
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' % (action, item))
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Context manager: at the end filters and showwarning are as they were.

    With record=True entering gives a list to which warnings are added instead of being shown. action, category,
    lineno and append are for a simplefilter() call at the start.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append('module=%r' % self._module)
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            module.showwarning = module._showwarning_orig
        else:
            log = None
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


_DEPRECATED_MSG = '{name!r} is deprecated and slated for removal in Python {remove}'


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warn about a deprecated name; an error when its time is over."""
    remove_text = f'{remove[0]}.{remove[1]}'
    if _version[:2] > remove or (_version[:2] == remove and _version[3] != 'alpha'):
        raise RuntimeError(f'{name!r} was slated for removal after Python {remove_text} alpha')
    warn(message.format(name=name, remove=remove_text), DeprecationWarning, stacklevel=3)


def _warn_unawaited_coroutine(coro):
    """Called by the interpreter for a coroutine that was never awaited."""
    lines = [f"coroutine '{coro.__qualname__}' was never awaited\n"]
    if coro.cr_origin is not None:
        import linecache
        import traceback

        def extract():
            for filename, lineno, funcname in reversed(coro.cr_origin):
                yield filename, lineno, funcname, linecache.getline(filename, lineno)
        lines.append('Coroutine created at (most recent call last)\n')
        lines += traceback.format_list(list(extract()))
    warn(''.join(lines).rstrip('\n'), category=RuntimeWarning, stacklevel=2, source=coro)


# The native part, where there is one, does the issuing and owns the filters.
try:
    from _warnings import (_defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit)
    defaultaction = _defaultaction
    onceregistry = _onceregistry
    _warnings_defaults = True
except ImportError:
    filters = []
    defaultaction = 'default'
    onceregistry = {}
    _filters_version = 1
    _warnings_defaults = False

    def _filters_mutated():
        global _filters_version
        _filters_version += 1

_processoptions(sys.warnoptions)
if not _warnings_defaults:
    filterwarnings('default', category=DeprecationWarning, module='__main__', append=True)
    for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        simplefilter('ignore', category=_category, append=True)
    del _category
