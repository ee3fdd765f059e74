"""JSONEncoder; whole documents are encoded in _json, chunk by chunk here."""

from _json import Encoder, encode_basestring, encode_basestring_ascii

INFINITY = float('inf')


class JSONEncoder:
    """Encodes Python objects as JSON; subclasses override default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What to encode in place of o, which JSON has nothing for."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The JSON text of o."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if type(self).iterencode is JSONEncoder.iterencode:
            return Encoder(self)(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The JSON text of o in pieces."""
        if _one_shot:
            return iter((Encoder(self)(o),))
        return _Chunks(self).chunks(o, 0)


class _Chunks:
    """One chunk-wise encoding: chunks() yields the text of a value."""

    def __init__(self, enc):
        self.enc = enc
        self.quote = encode_basestring_ascii if enc.ensure_ascii else encode_basestring
        indent = enc.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        self.indent = indent
        self.open = {} if enc.check_circular else None

    def simple(self, o):
        """The text of what has no parts, or None."""
        if isinstance(o, str):
            return self.quote(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.float(o)
        return None

    def float(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.enc.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def newline(self, depth):
        return '' if self.indent is None else '\n' + self.indent * depth

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def chunks(self, o, depth):
        text = self.simple(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, depth)
        elif isinstance(o, dict):
            yield from self.object(o, depth)
        else:
            self.enter(o)
            yield from self.chunks(self.enc.default(o), depth)
            self.leave(o)

    def array(self, items, depth):
        if not items:
            yield '[]'
            return
        self.enter(items)
        newline = self.newline(depth + 1)
        lead = '[' + newline
        for value in items:
            text = self.simple(value)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self.chunks(value, depth + 1)
            lead = self.enc.item_separator + newline
        if self.indent is not None:
            yield self.newline(depth)
        yield ']'
        self.leave(items)

    def key(self, key):
        """A dict's key as text, or None if it is to be skipped."""
        if isinstance(key, str):
            return key
        text = self.simple(key)
        if text is None and not self.enc.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
        return text

    def object(self, dct, depth):
        if not dct:
            yield '{}'
            return
        self.enter(dct)
        yield '{'
        newline = self.newline(depth + 1)
        lead = newline
        for key, value in sorted(dct.items()) if self.enc.sort_keys else dct.items():
            key = self.key(key)
            if key is None:
                continue
            if lead:
                yield lead
            lead = self.enc.item_separator + newline
            yield self.quote(key)
            yield self.enc.key_separator
            text = self.simple(value)
            if text is not None:
                yield text
            else:
                yield from self.chunks(value, depth + 1)
        if self.indent is not None:
            yield self.newline(depth)
        yield '}'
        self.leave(dct)
