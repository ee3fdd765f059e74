"""Codec registry and base classes."""

import builtins
import sys

import _codecs
from _codecs import (decode, encode, escape_decode, escape_encode, lookup_error, register, register_error, unregister)

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
if sys.byteorder == 'little':
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE


class CodecInfo(tuple):
    """What lookup() gives: (encode, decode, streamreader, streamwriter) and more by name."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """A codec without state."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes in several steps."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it could not encode yet."""

    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes in several steps."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps bytes it could not decode yet."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Encodes what is written to it into a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, used = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
    """Decodes what it reads from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def _fill(self, size, firstline=False):
        """Read and decode once; False at the end of the stream."""
        data = self.stream.read() if size < 0 else self.stream.read(size)
        whole = self.bytebuffer + data
        if not whole:
            return False
        try:
            chars, used = self.decode(whole, self.errors)
        except UnicodeDecodeError as exc:
            if not firstline:
                raise
            chars, used = self.decode(whole[:exc.start], self.errors)
            if len(chars.splitlines(keepends=True)) <= 1:
                raise
        self.bytebuffer = whole[used:]
        self.charbuffer += chars
        return bool(data)

    def _join_lines(self):
        if self.linebuffer:
            self.charbuffer = self.charbuffertype().join(self.linebuffer) + self.charbuffer
        self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        self._join_lines()
        if chars < 0 and size < 0:
            while self._fill(-1):
                pass
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
            return result
        if chars < 0:
            if not self.charbuffer:
                self._fill(size, firstline)
            result, self.charbuffer = self.charbuffer[:size], self.charbuffer[size:]
            return result
        while len(self.charbuffer) < chars and self._fill(size if size >= 0 else max(chars, 72), firstline):
            pass
        result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        self._join_lines()
        while True:
            lines = self.charbuffer.splitlines(keepends=True)
            ready = len(lines) > 1 or lines and lines[0].splitlines()[0] != lines[0] and not lines[0].endswith('\r')
            if ready or not self._fill(size or 72, True):
                break
        lines = self.charbuffer.splitlines(keepends=True)
        if not lines:
            return self.charbuffertype()
        self.charbuffer = self.charbuffer[len(lines[0]):]
        return lines[0] if keepends else lines[0].splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
    """A reader and a writer of one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """Translates between the encoding a program uses and the one of a stream."""

    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        data = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(data, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b''.join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


_begins_with_bom = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}


def _check_bom(name, used):
    """A stream must begin with the mark that says which of the two forms it is in."""
    if name == 'utf-16' and used >= 2 or name == 'utf-32' and used >= 4:
        raise UnicodeError(name.upper() + " stream does not start with BOM")


def _text_codec(name):
    """The CodecInfo of an encoding of ours."""

    def encode(input, errors='strict'):
        return _codecs.encode_text(name, input, errors), len(input)

    def decode(input, errors='strict'):
        text, used, _ = _codecs.decode_text(name, input, errors, True)
        return text, used

    class IncEncoder(IncrementalEncoder):
        def __init__(self, errors='strict'):
            IncrementalEncoder.__init__(self, errors)
            self._name = name

        def encode(self, input, final=False):
            result = _codecs.encode_text(self._name, input, self.errors)
            if input or result:
                self._name = _begins_with_bom.get(name, name)
            return result

        def reset(self):
            self._name = name

        def getstate(self):
            return 2 if self._name == name and name in _begins_with_bom else 0

        def setstate(self, state):
            self._name = name if state else _begins_with_bom.get(name, name)

    class IncDecoder(BufferedIncrementalDecoder):
        def __init__(self, errors='strict'):
            BufferedIncrementalDecoder.__init__(self, errors)
            self._name = name

        def _buffer_decode(self, input, errors, final):
            text, used, self._name = _codecs.decode_text(self._name, input, errors, final)
            _check_bom(self._name, used)
            return text, used

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self._name = name

        def getstate(self):
            if self._name == name:
                flag = {'utf-8-sig': 1}.get(name, 2 if name in _begins_with_bom else 0)
            else:
                flag = 1 if self._name.endswith('-be') else 0
            return self.buffer, flag

        def setstate(self, state):
            self.buffer, flag = state
            if name == 'utf-8-sig':
                self._name = name if flag else 'utf-8'
            elif name in _begins_with_bom:
                self._name = name if flag == 2 else name + ('-be' if flag else '-le')

    class Writer(StreamWriter):
        def __init__(self, stream, errors='strict'):
            StreamWriter.__init__(self, stream, errors)
            self._name = name

        def encode(self, input, errors='strict'):
            result = _codecs.encode_text(self._name, input, errors)
            self._name = _begins_with_bom.get(name, name)
            return result, len(input)

        def reset(self):
            self._name = name

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            text, used, self._name = _codecs.decode_text(self._name, input, errors, False)
            _check_bom(self._name, used)
            return text, used

        def reset(self):
            StreamReader.reset(self)
            self._name = name

    for cls, public in (IncEncoder, 'IncrementalEncoder'), (IncDecoder, 'IncrementalDecoder'), (Writer, 'StreamWriter'), \
            (Reader, 'StreamReader'):
        cls.__name__ = cls.__qualname__ = public
        cls.__module__ = 'encodings.' + name.replace('-', '_')
    return CodecInfo(encode, decode, Reader, Writer, IncEncoder, IncDecoder, name.replace('_escape', '-escape'))


def _rot13(input):
    return str.translate(input, _rot13_table)


_rot13_table = str.maketrans('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                             'NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm')


def _binary_functions(name):
    if name == 'rot-13':
        return _rot13, _rot13
    import binascii
    if name == 'hex':
        return binascii.b2a_hex, binascii.a2b_hex
    if name == 'base64':
        return _base64_lines, binascii.a2b_base64
    if name == 'quopri':
        return (lambda data: binascii.b2a_qp(data, quotetabs=True)), binascii.a2b_qp
    if name == 'uu':
        return _uu_encode, _uu_decode
    module = __import__(name)
    return module.compress, module.decompress


def _base64_lines(data):
    import binascii
    try:
        view = memoryview(data).cast('B')
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {data.__class__.__name__}") from None
    return b''.join(binascii.b2a_base64(view[i:i + 57]) for i in range(0, len(view), 57))


def _uu_encode(data, filename='<data>', mode=0o666):
    import binascii
    lines = [b'begin %o %s\n' % (mode & 0o777, filename.encode('ascii'))]
    lines += (binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45))
    return b''.join(lines) + b' \nend\n'


def _uu_decode(data):
    import binascii
    lines = iter(bytes(data).splitlines(keepends=True))
    for line in lines:
        if line.startswith(b'begin'):
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    out = []
    for line in lines:
        if line == b'end\n':
            return b''.join(out)
        out.append(binascii.a2b_uu(line))
    raise ValueError('Truncated input data')


def _binary_codec(name):
    """The CodecInfo of a codec that does not make bytes of text."""
    there, back = _binary_functions(name)

    def encode(input, errors='strict'):
        return there(input), len(input)

    def decode(input, errors='strict'):
        return back(input), len(input)

    class IncEncoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return there(input)

    class IncDecoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return back(input)

    class Writer(StreamWriter):
        charbuffertype = bytes

        def encode(self, input, errors='strict'):
            return there(input), len(input)

    class Reader(StreamReader):
        charbuffertype = bytes

        def decode(self, input, errors='strict'):
            return back(input), len(input)

    return CodecInfo(encode, decode, Reader, Writer, IncEncoder, IncDecoder, name, _is_text_encoding=False)


_cache = {}


def lookup(encoding):
    """The CodecInfo of an encoding."""
    info = _codecs.info(encoding)
    if info is None:
        codec = _codecs.find(encoding)
        if codec is None:
            raise LookupError("unknown encoding: " + encoding)
        return codec
    name, is_text = info
    codec = _cache.get(name)
    if codec is None:
        codec = _cache[name] = _text_codec(name) if is_text else _binary_codec(name)
    return codec


def _wrapped(verb, encoding, exc):
    """exc with a word on the codec that failed, where its class takes a plain message."""
    cls = type(exc)
    if issubclass(cls, (UnicodeError, OSError)) and cls is not UnicodeError or cls.__init__ not in (
            Exception.__init__, ValueError.__init__, TypeError.__init__) or len(exc.args) > 1 or exc.__dict__:
        return None
    return cls(f"{verb} with '{encoding}' codec failed ({cls.__name__}: {exc})")


def _encode_any(obj, encoding, errors):
    """What _codecs.encode asks where it does not encode text itself."""
    codec = lookup(encoding)
    try:
        return codec[0](obj, errors)[0]
    except Exception as exc:
        if codec._is_text_encoding or (wrapped := _wrapped("encoding", encoding, exc)) is None:
            raise
        raise wrapped from exc


def _decode_any(obj, encoding, errors):
    """What _codecs.decode asks where it does not decode bytes itself."""
    codec = lookup(encoding)
    try:
        return codec[1](obj, errors)[0]
    except Exception as exc:
        if codec._is_text_encoding or (wrapped := _wrapped("decoding", encoding, exc)) is None:
            raise
        raise wrapped from exc


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encode each string of an iterable in turn."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decode each bytes of an iterable in turn."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open a file of bytes and wrap it to read or write text."""
    if encoding is not None and 'b' not in mode:
        mode = mode + 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        srw = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        srw.encoding = encoding
        return srw
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file whose contents appear in data_encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data_info = lookup(data_encoding)
    file_info = lookup(file_encoding)
    sr = StreamRecoder(file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter, errors)
    sr.data_encoding = data_encoding
    sr.file_encoding = file_encoding
    return sr


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    m = {}
    for k, v in decoding_map.items():
        m[v] = None if v in m else k
    return m


def charmap_build(map):
    return {ord(c): i for i, c in enumerate(map)}


def _on_error(handler, exc):
    repl, pos = lookup_error(handler or 'strict')(exc)
    return repl, pos if pos >= 0 else pos + len(exc.object)


def charmap_encode(input, errors='strict', mapping=None):
    """Encode by a mapping of code points to bytes, ints or None."""
    if mapping is None:
        return _codecs.encode_text('latin-1', input, errors), len(input)

    def look(c):
        try:
            x = mapping[ord(c)]
        except LookupError:
            return None
        if isinstance(x, int):
            if not 0 <= x < 256:
                raise TypeError("character mapping must be in range(256)")
            return bytes((x,))
        return x

    out = []
    i = 0
    while i < len(input):
        x = look(input[i])
        if x is not None:
            out.append(x)
            i += 1
            continue
        end = i + 1
        while end < len(input) and look(input[end]) is None:
            end += 1
        exc = UnicodeEncodeError('charmap', input, i, end, 'character maps to <undefined>')
        repl, i = _on_error(errors, exc)
        if isinstance(repl, bytes):
            out.append(repl)
            continue
        for c in repl:
            x = look(c)
            if x is None:
                raise exc
            out.append(x)
    return b''.join(out), len(input)


def charmap_decode(data, errors='strict', mapping=None):
    """Decode by a mapping of bytes to code points, strings or None, or by a string."""
    if mapping is None:
        return data.decode('latin-1', errors or 'strict'), len(data)
    out = []
    i = 0
    while i < len(data):
        try:
            x = mapping[data[i]]
        except LookupError:
            x = None
        if x is None or x == '\ufffe' or x == 0xFFFE:
            repl, i = _on_error(errors, UnicodeDecodeError('charmap', bytes(data), i, i + 1,
                                                           'character maps to <undefined>'))
            out.append(repl)
            continue
        out.append(chr(x) if isinstance(x, int) else x)
        i += 1
    return ''.join(out), len(data)


def readbuffer_encode(data, errors=None):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def _functions():
    """The pairs utf_8_encode, utf_8_decode and the like."""

    def pair(name):
        def encode(str, errors=None, /):
            return _codecs.encode_text(name, str, errors), len(str)

        def decode(data, errors=None, final=False, /):
            return _codecs.decode_text(name, data, errors, final)[:2]

        return encode, decode

    for name in ('utf_8', 'ascii', 'latin_1', 'utf_16', 'utf_16_le', 'utf_16_be', 'utf_32', 'utf_32_le', 'utf_32_be',
                 'unicode_escape', 'raw_unicode_escape'):
        for kind, f in zip(('encode', 'decode'), pair(name)):
            f.__name__ = f.__qualname__ = f'{name}_{kind}'
            globals()[f.__name__] = f


_functions()

strict_errors = lookup_error("strict")
ignore_errors = lookup_error("ignore")
replace_errors = lookup_error("replace")
xmlcharrefreplace_errors = lookup_error("xmlcharrefreplace")
backslashreplace_errors = lookup_error("backslashreplace")
namereplace_errors = lookup_error("namereplace")
