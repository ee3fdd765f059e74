"""String constants, Template and Formatter."""

import _string

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split s into words, capitalize each and join them; without sep, runs of white space become one space."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


_no_mapping = {}
_DEFAULT_ID = r'(?a:[_a-z][_a-z0-9]*)'
_ID_START = frozenset(ascii_letters + '_')
_ID_CHARS = frozenset(ascii_letters + digits + '_')


def _identifier_end(text, start):
    """Where the identifier at start ends; start itself when there is none."""
    if text[start:start + 1] not in _ID_START:
        return start
    end = start + 1
    while end < len(text) and text[end] in _ID_CHARS:
        end += 1
    return end


class Template:
    """A string with $name and ${name} placeholders; $$ is a dollar sign.

    Subclasses may set delimiter. With another idpattern, braceidpattern or flags, or with a pattern of their own
    (its groups: escaped, named, braced, invalid), the placeholders are found by regular expression.
    """

    delimiter = '$'
    idpattern = _DEFAULT_ID
    braceidpattern = None
    flags = None
    _compiled = None    # a compiled pattern when the scanner below will not do

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        elif cls.idpattern == _DEFAULT_ID and cls.braceidpattern is None and cls.flags is None:
            cls._compiled = None
            return
        else:
            import re
            delimiter = re.escape(cls.delimiter)
            name = cls.idpattern
            brace = cls.braceidpattern or name
            pattern = (f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})|'
                       f'{{(?P<braced>{brace})}}|(?P<invalid>))')
        import re
        flags = re.IGNORECASE if cls.flags is None else cls.flags
        cls.pattern = cls._compiled = re.compile(pattern, flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _scan(self):
        """Yield (kind, start, end, name); kind is 'escaped', 'named' or 'invalid'."""
        text = self.template
        if self._compiled is not None:
            yield from self._scan_by_pattern(text)
            return
        delimiter = self.delimiter
        width = len(delimiter)
        start = text.find(delimiter)
        while start >= 0:
            after = start + width
            end = after
            if text.startswith(delimiter, after):
                end = after + width
                yield 'escaped', start, end, None
            else:
                end = _identifier_end(text, after)
                if end > after:
                    yield 'named', start, end, text[after:end]
                else:
                    end = _identifier_end(text, after + 1) if text[after:after + 1] == '{' else after
                    if end > after + 1 and text[end:end + 1] == '}':
                        yield 'named', start, end + 1, text[after + 1:end]
                        end += 1
                    else:
                        yield 'invalid', start, after, after
                        end = after
            start = text.find(delimiter, end)

    def _scan_by_pattern(self, text):
        for match in self._compiled.finditer(text):
            start, end = match.span()
            named = match.group('named') or match.group('braced')
            if named is not None:
                yield 'named', start, end, named
            elif match.group('escaped') is not None:
                yield 'escaped', start, end, None
            elif match.group('invalid') is not None:
                yield 'invalid', start, end, match.start('invalid')
            else:
                yield 'unknown', start, end, None

    def _invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        if lines:
            column = position - len(''.join(lines[:-1]))
            line = len(lines)
        else:
            column = line = 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping=_no_mapping, /, **kws):
        """The text with each placeholder replaced; a name that is missing is a KeyError."""
        mapping = self._mapping(mapping, kws)
        if self._compiled is None:
            return self._replaced(mapping, False)
        text = self.template
        parts = []
        last = 0
        for kind, start, end, name in self._scan():
            parts.append(text[last:start])
            if kind == 'named':
                parts.append(str(mapping[name]))
            elif kind == 'escaped':
                parts.append(self.delimiter)
            elif kind == 'invalid':
                self._invalid(name)
            else:
                raise ValueError('Unrecognized named group in pattern', self._compiled)
            last = end
        parts.append(text[last:])
        return ''.join(parts)

    def _replaced(self, mapping, safe):
        """The text with its placeholders replaced, for the default kind of placeholders."""
        text = self.template
        delimiter = self.delimiter
        pieces = text.split(delimiter)
        result = [pieces[0]]
        count = len(pieces)
        at = len(pieces[0])     # where in text the delimiter before the piece is
        index = 1
        while index < count:
            piece = pieces[index]
            index += 1
            after = at + len(delimiter)
            at = after + len(piece)
            end = _identifier_end(piece, 0)
            if end:
                name, skip = piece[:end], end
            elif piece[:1] == '{' and piece[(end := _identifier_end(piece, 1)):end + 1] == '}' and end > 1:
                name, skip = piece[1:end], end + 1
            elif not piece and index < count:
                # two delimiters in a row
                result.append(delimiter)
                result.append(pieces[index])
                at += len(delimiter) + len(pieces[index])
                index += 1
                continue
            elif safe:
                result.append(delimiter)
                result.append(piece)
                continue
            else:
                self._invalid(after)
            try:
                result.append(str(mapping[name]))
            except KeyError:
                if not safe:
                    raise
                result.append(delimiter)
                skip = 0
            result.append(piece[skip:])
        return ''.join(result)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        """Like substitute(), but what is missing or malformed stays as it is."""
        mapping = self._mapping(mapping, kws)
        if self._compiled is None:
            return self._replaced(mapping, True)
        text = self.template
        parts = []
        last = 0
        for kind, start, end, name in self._scan():
            parts.append(text[last:start])
            last = end
            if kind == 'named':
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    parts.append(text[start:end])
            elif kind == 'escaped':
                parts.append(self.delimiter)
            elif kind == 'invalid':
                parts.append(text[start:end])
            else:
                raise ValueError('Unrecognized named group in pattern', self._compiled)
        parts.append(text[last:])
        return ''.join(parts)

    def _mapping(self, mapping, kws):
        if mapping is _no_mapping:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def is_valid(self):
        """False when a placeholder would make substitute() raise ValueError."""
        for kind, _, _, _ in self._scan():
            if kind == 'invalid':
                return False
            if kind == 'unknown':
                raise ValueError('Unrecognized named group in pattern', self._compiled)
        return True

    def get_identifiers(self):
        """The placeholders' names, each once, in order of first use."""
        names = []
        for kind, _, _, name in self._scan():
            if kind == 'named':
                if name not in names:
                    names.append(name)
            elif kind == 'unknown':
                raise ValueError('Unrecognized named group in pattern', self._compiled)
        return names


class Formatter:
    """str.format() in parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(obj, spec))
        return ''.join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument for a number or a keyword."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called with the keys that were used; may raise."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        """Yield (literal text, field name, format spec, conversion)."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field name such as 0.attr[key] means, and the argument's key."""
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
