"""Documentation of Python objects as text: help().

help(thing) shows what a module, class, function or name has to say about itself, through a pager on a terminal.
At a shell's prompt: minipy -m pydoc NAME ...
"""

import builtins
import importlib
import inspect
import os
import re
import sys
from collections import deque
from reprlib import Repr

__all__ = ['help']


def splitdoc(doc):
    """The first line of a docstring, if it stands alone, and the rest."""
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    if not lines[1].rstrip():
        return lines[0], '\n'.join(lines[2:])
    return '', '\n'.join(lines)


def _own_doc(obj):
    """A docstring of the object's own: not its type's."""
    try:
        # without what a class of the object's may do about attributes
        doc = (type(obj) if inspect.ismodule(obj) else object).__getattribute__(obj, '__doc__')
        if doc is not None and obj is not type:
            typedoc = type(obj).__doc__
            if isinstance(typedoc, str) and typedoc == doc:
                return None
        return doc
    except AttributeError:
        return None


def _doc_of(obj):
    """The docstring, or one that is inherited, with its margin taken away."""
    doc = _own_doc(obj)
    if doc is None and not inspect.isclass(obj):
        try:
            doc = inspect._finddoc(obj)
        except (AttributeError, TypeError):
            return None
    return inspect.cleandoc(doc) if isinstance(doc, str) else None


def getdoc(obj):
    """The docstring, or the comment above the source."""
    doc = _doc_of(obj) or inspect.getcomments(obj)
    return doc and re.sub('^ *\n', '', doc.rstrip()) or ''


def classname(obj, modname):
    """A class's name, with its module unless that is modname."""
    name = obj.__name__
    if obj.__module__ != modname:
        name = obj.__module__ + '.' + name
    return name


_hidden = frozenset('author builtins cached credits date doc docformat file loader module name package path qualname slots spec version'.split())


def visiblename(name, all=None, obj=None):
    """Whether to show a name."""
    if name.startswith('__') and name.endswith('__'):
        return int(name[2:-2] not in _hidden)
    if name.startswith('_') and hasattr(obj, '_fields'):
        return True  # a named tuple's
    return name in all if all is not None else not name.startswith('_')


def isdata(obj):
    """Whether it is neither a module nor a class nor a routine ..."""
    return not (inspect.ismodule(obj) or inspect.isclass(obj) or inspect.isroutine(obj) or inspect.isframe(obj) or
                inspect.istraceback(obj) or inspect.iscode(obj))


def _attributes(cls):
    """inspect.classify_class_attrs() with the kind 'readonly property'."""
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if inspect.isdatadescriptor(value):
            kind = 'readonly property' if isinstance(value, property) and value.fset is None else 'data descriptor'
        if visiblename(name, obj=cls):
            yield name, kind, home, value


def _signature(obj):
    try:
        return str(inspect.signature(obj))
    except (ValueError, TypeError):
        return ''


def indent(text, prefix='    '):
    lines = [prefix + line for line in text.split('\n')]
    lines[-1] = lines[-1].rstrip()
    return '\n'.join(lines)


def _cram(text, most):
    """A text without its middle if it is longer than most."""
    if len(text) <= most:
        return text
    half = (most - 3) // 2
    return text[:half] + '...' + text[len(text) - (most - 3 - half):]


class _TextRepr(Repr):
    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr_str(self, x, level):
        return repr(_cram(x, self.maxstring))

    def repr_instance(self, x, level):
        try:
            return _cram(repr(x), self.maxstring)
        except Exception:
            return '<%s instance>' % x.__class__.__name__


class TextDoc:
    """Writes documentation as plain text."""

    repr = _TextRepr().repr

    def document(self, obj, name=None, mod=None, cls=None):
        """The text for an object of any kind; cls is the class that it is an attribute of."""
        if inspect.isgetsetdescriptor(obj) or inspect.ismemberdescriptor(obj):
            return self.docdata(obj, name)
        try:
            if inspect.ismodule(obj):
                return self.docmodule(obj)
            if inspect.isclass(obj):
                return self.docclass(obj, name, mod)
            if inspect.isroutine(obj):
                return self.docroutine(obj, name, mod, cls)
        except AttributeError:
            pass
        if inspect.isdatadescriptor(obj):
            return self.docdata(obj, name)
        return self.docother(obj, name)

    def section(self, title, contents):
        return title + '\n' + indent(contents).rstrip() + '\n\n'

    # modules

    def docmodule(self, module):
        """A module: its classes, functions and data."""
        name = module.__name__
        synopsis, description = splitdoc(getdoc(module))
        text = self.section('NAME', name + (synopsis and ' - ' + synopsis))
        if description:
            text += self.section('DESCRIPTION', description)
        public = getattr(module, '__all__', None)
        shown = [(key, value) for key, value in inspect.getmembers(module) if visiblename(key, public, module)]
        classes = [(k, v) for k, v in shown if inspect.isclass(v) and (public is not None or (inspect.getmodule(v) or module) is module)]
        functions = [(k, v) for k, v in shown if inspect.isroutine(v) and
                     (public is not None or inspect.isbuiltin(v) or inspect.getmodule(v) is module)]
        text += self.contents_of_package(module)
        if classes:
            tree = inspect.getclasstree([v for _, v in classes], True)
            parts = [self.formattree(tree, name)] + [self.document(v, k, name) for k, v in classes]
            text += self.section('CLASSES', '\n'.join(parts))
        if functions:
            text += self.section('FUNCTIONS', '\n'.join(self.document(v, k, name) for k, v in functions))
        data = [self.docother(v, k, maxlen=70) for k, v in shown if isdata(v)]
        if data:
            text += self.section('DATA', '\n'.join(data))
        for attribute, title in ('__version__', 'VERSION'), ('__date__', 'DATE'), ('__author__', 'AUTHOR'), ('__credits__', 'CREDITS'):
            if hasattr(module, attribute):
                text += self.section(title, str(getattr(module, attribute)))
        try:
            file = inspect.getabsfile(module)
        except TypeError:
            file = '(built-in)'
        return text + self.section('FILE', file)

    def contents_of_package(self, module):
        """The section that names a package's modules on disk."""
        names = set()
        for folder in getattr(module, '__path__', ()):
            try:
                entries = os.listdir(folder)
            except OSError:
                continue
            for entry in entries:
                if entry.endswith('.py') and entry != '__init__.py':
                    names.add(entry[:-3])
                elif os.path.exists(os.path.join(folder, entry, '__init__.py')):
                    names.add(entry + ' (package)')
        return self.section('PACKAGE CONTENTS', '\n'.join(sorted(names))) if names else ''

    def formattree(self, tree, modname, parent=None, prefix=''):
        """The classes of inspect.getclasstree(), each below its base."""
        text = ''
        for entry in tree:
            if isinstance(entry, tuple):
                cls, bases = entry
                text += prefix + classname(cls, modname)
                if bases and bases != (parent,):
                    text += '(%s)' % ', '.join(classname(b, modname) for b in bases)
                text += '\n'
            else:
                text += self.formattree(entry, modname, cls, prefix + '    ')
        return text

    # classes

    def docclass(self, cls, name=None, mod=None):
        """A class: its signature, docstring, bases and attributes, those inherited by where they come from."""
        home = cls.__module__
        title = 'class ' + cls.__name__ if name in (None, cls.__name__) else name + ' = class ' + cls.__name__
        if cls.__bases__:
            title += '(%s)' % ', '.join(classname(b, home) for b in cls.__bases__)
        lines = []
        signature = _signature(cls)
        if signature and signature != '()':
            lines.append((name or cls.__name__) + signature + '\n')
        doc = getdoc(cls)
        if doc:
            lines.append(doc + '\n')
        mro = deque(inspect.getmro(cls))
        if len(mro) > 2:
            lines += ['Method resolution order:', *('    ' + classname(base, home) for base in mro), '']
        lines += self.subclasses(cls)
        ruled = False
        for group in self.attributes(cls, mro, mod):
            if ruled:
                lines.append('-' * 70)
            ruled = True
            lines += group
        if not lines:
            return title + '\n'
        return title + '\n' + indent('\n'.join(lines).rstrip(), ' |  ') + '\n'

    def subclasses(self, cls):
        """The first few builtin classes that are derived from cls."""
        names = sorted((c.__name__ for c in type.__subclasses__(cls) if not c.__name__.startswith('_') and c.__module__ == 'builtins'),
                       key=str.lower)
        if not names:
            return []
        lines = ['Built-in subclasses:', *('    ' + n for n in names[:4])]
        if len(names) > 4:
            lines.append('    ... and %d other subclasses' % (len(names) - 4))
        return lines + ['']

    def attributes(self, cls, mro, mod):
        """Yield the lines of each kind of attribute of each class in the MRO."""
        left = list(_attributes(cls))
        while left:
            this = mro.popleft() if mro else left[0][2]
            here = [a for a in left if a[2] is this]
            left = [a for a in left if a[2] is not this]
            if cls is not object and this is object:
                continue
            where = 'defined here' if this is cls else 'inherited from ' + classname(this, cls.__module__)
            fields = {name: i - 1000 for i, name in enumerate(getattr(cls, '_fields', ()))}
            here.sort(key=lambda a: (fields.get(a[0], 0), a[0]))
            for kind, title, show in (('method', 'Methods', self.routine_of), ('class method', 'Class methods', self.routine_of),
                                      ('static method', 'Static methods', self.routine_of),
                                      ('readonly property', 'Readonly properties', self.descriptor_of),
                                      ('data descriptor', 'Data descriptors', self.descriptor_of),
                                      ('data', 'Data and other attributes', self.data_of)):
                chosen = [a for a in here if a[1] == kind]
                if chosen:
                    yield ['%s %s:\n' % (title, where), *(show(cls, name, home, value, mod) for name, _, home, value in chosen)]

    def routine_of(self, cls, name, home, value, mod):
        try:
            value = getattr(cls, name)
        except Exception:
            return self.docdata(value, name)
        return self.document(value, name, mod, cls)

    def descriptor_of(self, cls, name, home, value, mod):
        return self.docdata(value, name)

    def data_of(self, cls, name, home, value, mod):
        doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
        try:
            value = getattr(cls, name)
        except AttributeError:
            value = home.__dict__[name]
        return self.docother(value, name, maxlen=70, doc=doc) + '\n'

    # the rest

    def docroutine(self, obj, name=None, mod=None, cls=None):
        """A function or method: its signature and docstring."""
        realname = obj.__name__
        name = name or realname
        note, repeated = '', False
        if inspect.ismethod(obj) or inspect.isbuiltin(obj) and not inspect.ismodule(obj.__self__) and obj.__self__ is not None:
            owner = obj.__self__.__class__
            if cls is None:
                note = ' method of %s instance' % classname(owner, mod)
            elif owner is not cls:
                note = ' from ' + classname(owner, mod)
        title = name
        if name != realname:
            repeated = cls is not None and inspect.getattr_static(cls, realname, []) is obj
            title = name + ' = ' + realname
        signature = _signature(obj) or '(...)'
        if realname == '<lambda>':
            title, signature = name + ' lambda ', signature[1:-1]
        if inspect.iscoroutinefunction(obj) or inspect.isasyncgenfunction(obj):
            title = 'async ' + title
        text = title + signature + note + '\n'
        doc = '' if repeated else getdoc(obj)
        return text + (indent(doc).rstrip() + '\n' if doc else '')

    def docdata(self, obj, name=None):
        """A descriptor."""
        doc = getdoc(obj)
        return (name + '\n' if name else '') + (indent(doc) + '\n' if doc else '')

    def docother(self, obj, name=None, maxlen=None, doc=None):
        """Any other object: its repr, cut to maxlen."""
        text = self.repr(obj)
        start = name + ' = ' if name else ''
        if maxlen and len(start + text) > maxlen:
            text = text[:maxlen - len(start + text)] + '...'
        doc = doc or getdoc(obj)
        return start + text + ('\n' + indent(str(doc)) + '\n' if doc else '')


text = plaintext = TextDoc()


def describe(thing):
    """What kind of thing it is, in a few words."""
    if inspect.ismodule(thing):
        kind = 'built-in module' if thing.__name__ in sys.builtin_module_names else 'package' if hasattr(thing, '__path__') else 'module'
        return kind + ' ' + thing.__name__
    if inspect.isbuiltin(thing):
        return 'built-in function ' + thing.__name__
    for test, kind in (inspect.isgetsetdescriptor, 'getset'), (inspect.ismemberdescriptor, 'member'):
        if test(thing):
            cls = thing.__objclass__
            return '%s descriptor %s.%s.%s' % (kind, cls.__module__, cls.__name__, thing.__name__)
    for test, kind in (inspect.isclass, 'class'), (inspect.isfunction, 'function'), (inspect.ismethod, 'method'):
        if test(thing):
            return kind + ' ' + thing.__name__
    return type(thing).__name__


class ErrorDuringImport(Exception):
    """A module exists, but importing it raises an exception."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return 'problem in %s - %s: %s' % (self.filename, self.exc.__name__, self.value)


def safeimport(path):
    """Import a module by its name; None where there is none."""
    try:
        return importlib.import_module(path)
    except ImportError as error:
        if error.name and (path == error.name or path.startswith(error.name + '.')):
            return None
        raise ErrorDuringImport(path, sys.exc_info()) from None
    except SyntaxError as error:
        raise ErrorDuringImport(error.filename, sys.exc_info()) from None
    except Exception:
        raise ErrorDuringImport(path, sys.exc_info()) from None


def locate(path, forceload=0):
    """The object with a dotted name: a builtin, or in a module, which is imported; None where there is none."""
    parts = [part for part in path.split('.') if part]
    found, n = None, 0
    while n < len(parts):
        module = safeimport('.'.join(parts[:n + 1]))
        if not module:
            break
        found, n = module, n + 1
    found = found or builtins
    for part in parts[n:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """A thing, or what has the name that thing is, and its name."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError('No Python documentation found for %r.\n'
                              'Use help() to get the interactive help utility.\n'
                              'Use help(str) for help on the str class.' % thing)
        return found, thing
    name = getattr(thing, '__name__', None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    """The documentation of a thing, or of what has its name, as text."""
    obj, name = resolve(thing, forceload)
    what = describe(obj)
    module = inspect.getmodule(obj)
    if name and '.' in name:
        what += ' in ' + name[:name.rfind('.')]
    elif module and module is not obj:
        what += ' in module ' + module.__name__
    if not (inspect.ismodule(obj) or inspect.isclass(obj) or inspect.isroutine(obj) or inspect.isdatadescriptor(obj) or _doc_of(obj)):
        # an object like many: its class has more to say
        obj = obj.__origin__ if hasattr(obj, '__origin__') else type(obj)
        what += ' object'
    return title % what + '\n\n' + (renderer or text).document(obj, name)


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None):
    """Show the documentation of a thing, through a pager unless output is given."""
    try:
        shown = render_doc(thing, title, forceload)
    except (ImportError, ErrorDuringImport) as error:
        print(error, file=output, end='\n' if output is None else '')
        return
    if output is None:
        pager(shown)
    else:
        output.write(shown)


def plain(text):
    """Text without overstrikes."""
    return re.sub('.\b', '', text)


def pager(text):
    """Show a text page by page, if it is on a terminal: with PAGER, or less."""
    try:
        terminal = sys.stdin.isatty() and sys.stdout.isatty()
    except AttributeError:
        terminal = False
    command = os.environ.get('MANPAGER') or os.environ.get('PAGER') or 'less'
    if terminal and os.environ.get('TERM') not in ('dumb', 'emacs') and _piped(text, command):
        return
    sys.stdout.write(plain(text))


def _piped(text, command):
    """Write text to a command; False if there is no such command."""
    import shutil
    import subprocess
    if not shutil.which(command.split()[0]):
        return False
    sys.stdout.flush()
    process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, errors='backslashreplace', encoding='utf-8')
    try:
        with process.stdin as pipe:
            try:
                pipe.write(text)
            except KeyboardInterrupt:
                pass  # the pager has the terminal: it knows what that means
    except OSError:
        pass  # it was left before its end
    while True:
        try:
            process.wait()
            return True
        except KeyboardInterrupt:
            pass


_missing = object()


class Helper:
    """help: shows the documentation of what it is called with, or asks what for."""

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    input = property(lambda self: self._input or sys.stdin)
    output = property(lambda self: self._output or sys.stdout)

    def __repr__(self):
        if sys._getframe(1).f_code.co_name == '?':
            self()
            return ''
        return '<%s.%s instance>' % (self.__class__.__module__, self.__class__.__qualname__)

    def __call__(self, request=_missing):
        if request is not _missing:
            self.help(request)
            return
        self.intro()
        self.interact()
        self.output.write('\nYou are now leaving help and returning to the Python interpreter.\n'
                          "A help(x) at the prompt, x being an object or the name of one in quotes, does\n"
                          'without the questions.\n')

    def intro(self):
        self.output.write("\nWelcome to minipy's help utility.\n\n"
                          'Enter the name of a module, class or function for its documentation; "modules" or\n'
                          '"keywords" for a list; "q" or Ctrl-D to leave.\n\n')

    def interact(self):
        """Ask until there is nothing more to know."""
        self.output.write('\n')
        while True:
            try:
                request = self.getline('help> ')
            except (KeyboardInterrupt, EOFError):
                break
            request = request.strip()
            if not request:
                continue
            if len(request) > 2 and request[0] == request[-1] in '\'"' and request[0] not in request[1:-1]:
                request = request[1:-1]
            if request.lower() in ('q', 'quit'):
                break
            if request == 'help':
                self.intro()
            else:
                self.help(request)

    def getline(self, prompt):
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        line = self.input.readline()
        if not line:
            raise EOFError
        return line

    def help(self, request):
        """Show help on an object, or on what has a name."""
        if isinstance(request, str):
            import keyword
            request = request.strip()
            if request == 'keywords':
                self.list(keyword.kwlist)
            elif request == 'modules':
                self.list(sorted(name for name in sys.stdlib_module_names if not name.startswith('_')))
            elif request in keyword.kwlist and request not in ('True', 'False', 'None'):
                self.output.write('%r is a keyword: see https://docs.python.org/3.11/reference/.\n' % request)
            else:
                doc(request or str, 'Help on %s:', output=self._output)
        elif isinstance(request, Helper):
            self()
        else:
            doc(request, 'Help on %s:', output=self._output)
        self.output.write('\n')

    def list(self, items, columns=4, width=80):
        """Write items in columns, downwards."""
        items = list(items)
        rows = (len(items) + columns - 1) // columns
        for row in range(rows):
            self.output.write(''.join(item.ljust(width // columns) for item in items[row::rows]).rstrip() + '\n')


help = Helper()


def _main():
    names = sys.argv[1:]
    if not names or names[0].startswith('-'):
        print('usage: minipy -m pydoc NAME ...\nShows the documentation of modules, classes, functions, or of what a dotted name leads to.')
        return
    for name in names:
        help.help(name)


if __name__ == '__main__':
    _main()
