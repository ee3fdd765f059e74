"""What is in a pickle: its opcodes one by one (genops, dis), and pickles without what they do not need (optimize)."""

import codecs
import io
import pickle
from struct import unpack as _unpack

__all__ = ['dis', 'genops', 'optimize']

bytes_types = pickle.bytes_types

# What ArgumentDescriptor.n says where an argument has no fixed size.
UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2
TAKEN_FROM_ARGUMENT4 = -3
TAKEN_FROM_ARGUMENT4U = -4
TAKEN_FROM_ARGUMENT8U = -5


class ArgumentDescriptor:
    """The argument that follows an opcode: its size in bytes, or one of the constants above, and what reads it."""

    __slots__ = ('name', 'n', 'reader', 'doc')

    def __init__(self, name, n, reader, doc):
        assert isinstance(name, str)
        assert isinstance(n, int) and n >= TAKEN_FROM_ARGUMENT8U
        self.name = name
        self.n = n
        self.reader = reader
        assert isinstance(doc, str)
        self.doc = doc


class StackObject:
    """A kind of object on the unpickler's stack."""

    __slots__ = ('name', 'obtype', 'doc')

    def __init__(self, name, obtype, doc):
        assert isinstance(name, str)
        assert isinstance(obtype, (type, tuple))
        self.name = name
        self.obtype = obtype
        assert isinstance(doc, str)
        self.doc = doc

    def __repr__(self):
        return self.name


class OpcodeInfo:
    """An opcode: its name, its byte as a str, its argument or None, what it takes from the stack and
    leaves there, and the first protocol that has it."""

    __slots__ = ('name', 'code', 'arg', 'stack_before', 'stack_after', 'proto', 'doc')

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        assert isinstance(code, str) and len(code) == 1
        assert 0 <= proto <= pickle.HIGHEST_PROTOCOL
        self.name = name
        self.code = code
        self.arg = arg
        self.stack_before = stack_before
        self.stack_after = stack_after
        self.proto = proto
        self.doc = doc


# Arguments of a fixed size.

def _fixed(name, format, size, doc):
    def read(f):
        data = f.read(size)
        if len(data) != size:
            raise ValueError(f'not enough data in stream to read {name}')
        return _unpack(format, data)[0]
    read.__name__ = read.__qualname__ = 'read_' + name
    return read, ArgumentDescriptor(name, size, read, doc)


read_uint1, uint1 = _fixed('uint1', '<B', 1, 'One-byte unsigned integer.')
read_uint2, uint2 = _fixed('uint2', '<H', 2, 'Two-byte unsigned integer, little-endian.')
read_int4, int4 = _fixed('int4', '<i', 4, "Four-byte signed integer, little-endian, 2's complement.")
read_uint4, uint4 = _fixed('uint4', '<I', 4, 'Four-byte unsigned integer, little-endian.')
read_uint8, uint8 = _fixed('uint8', '<Q', 8, 'Eight-byte unsigned integer, little-endian.')
read_float8, float8 = _fixed('float8', '>d', 8, 'An 8-byte binary representation of a float, big-endian.')


# Arguments that are a line of text.

def read_stringnl(f, decode=True, stripquotes=True):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError('no newline found when trying to read stringnl')
    data = data[:-1]
    if stripquotes:
        quote = data[:1]
        if quote not in (b'"', b"'"):
            raise ValueError('no string quotes around %r' % data)
        if not data.endswith(quote):
            raise ValueError('strinq quote %r not found at both ends of %r' % (quote, data))
        data = data[1:-1]
    return codecs.escape_decode(data)[0].decode('ascii') if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, stripquotes=False)


def read_stringnl_noescape_pair(f):
    return '%s %s' % (read_stringnl_noescape(f), read_stringnl_noescape(f))


def read_unicodestringnl(f):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError('no newline found when trying to read unicodestringnl')
    return str(data[:-1], 'raw-unicode-escape')


def read_decimalnl_short(f):
    text = read_stringnl(f, decode=False, stripquotes=False)
    if text in (b'00', b'01'):
        return text == b'01'    # bools are written so
    return int(text)


def read_decimalnl_long(f):
    text = read_stringnl(f, decode=False, stripquotes=False)
    return int(text[:-1] if text[-1:] == b'L' else text)


def read_floatnl(f):
    return float(read_stringnl(f, decode=False, stripquotes=False))


def _line(reader, doc):
    return ArgumentDescriptor(reader.__name__.removeprefix('read_'), UP_TO_NEWLINE, reader, doc)


stringnl = _line(read_stringnl, 'A newline-terminated string, quoted and with escapes.')
stringnl_noescape = _line(read_stringnl_noescape, 'A newline-terminated string without quotes.')
stringnl_noescape_pair = _line(read_stringnl_noescape_pair,
                               'A pair of newline-terminated strings, given as one with a blank between them.')
unicodestringnl = _line(read_unicodestringnl, 'A newline-terminated Unicode string with raw-unicode-escape escapes.')
decimalnl_short = _line(read_decimalnl_short, 'A newline-terminated decimal integer literal.')
decimalnl_long = _line(read_decimalnl_long, "A newline-terminated decimal integer literal that may end in 'L'.")
floatnl = _line(read_floatnl, 'A newline-terminated decimal floating literal.')


# Arguments whose size comes first.

def _counted(name, size_reader, n, make, doc):
    def read(f):
        size = size_reader(f)
        if size < 0:
            raise ValueError(f'{name} byte count < 0: {size}')
        data = f.read(size)
        if len(data) != size:
            if make is decode_long:
                raise ValueError(f'not enough data in stream to read {name}')
            raise ValueError(f'expected {size} bytes in a {name}, but only {len(data)} remain')
        return make(data)
    read.__name__ = read.__qualname__ = 'read_' + name
    return read, ArgumentDescriptor(name, n, read, doc)


def _latin(data):
    return data.decode('latin-1')


def _text(data):
    return str(data, 'utf-8', 'surrogatepass')


decode_long = pickle.decode_long
_BY_1 = read_uint1, TAKEN_FROM_ARGUMENT1
_BY_4 = read_int4, TAKEN_FROM_ARGUMENT4
_BY_4U = read_uint4, TAKEN_FROM_ARGUMENT4U
_BY_8U = read_uint8, TAKEN_FROM_ARGUMENT8U

read_string1, string1 = _counted('string1', *_BY_1, _latin, 'A counted string.')
read_string4, string4 = _counted('string4', *_BY_4, _latin, 'A counted string.')
read_bytes1, bytes1 = _counted('bytes1', *_BY_1, bytes, 'A counted bytes string.')
read_bytes4, bytes4 = _counted('bytes4', *_BY_4U, bytes, 'A counted bytes string.')
read_bytes8, bytes8 = _counted('bytes8', *_BY_8U, bytes, 'A counted bytes string.')
read_bytearray8, bytearray8 = _counted('bytearray8', *_BY_8U, bytearray, 'A counted bytearray.')
read_unicodestring1, unicodestring1 = _counted('unicodestring1', *_BY_1, _text, 'A counted Unicode string.')
read_unicodestring4, unicodestring4 = _counted('unicodestring4', *_BY_4U, _text, 'A counted Unicode string.')
read_unicodestring8, unicodestring8 = _counted('unicodestring8', *_BY_8U, _text, 'A counted Unicode string.')
read_long1, long1 = _counted('long1', *_BY_1, decode_long, 'A binary long, little-endian, using 1-byte size.')
read_long4, long4 = _counted('long4', *_BY_4, decode_long, 'A binary representation of a long, little-endian.')

# What is on the stack.
pyint = StackObject('int', int, 'A Python integer object.')
pylong = StackObject('int', int, 'A Python integer object.')
pyinteger_or_bool = StackObject('int_or_bool', (int, bool), 'A Python integer or boolean object.')
pybool = StackObject('bool', bool, 'A Python boolean object.')
pyfloat = StackObject('float', float, 'A Python float object.')
pybytes_or_str = pystring = StackObject('bytes_or_str', (bytes, str), 'A Python bytes or (Unicode) string object.')
pybytes = StackObject('bytes', bytes, 'A Python bytes object.')
pybytearray = StackObject('bytearray', bytearray, 'A Python bytearray object.')
pyunicode = StackObject('str', str, 'A Python (Unicode) string object.')
pynone = StackObject('None', type(None), 'The Python None object.')
pytuple = StackObject('tuple', tuple, 'A Python tuple object.')
pylist = StackObject('list', list, 'A Python list object.')
pydict = StackObject('dict', dict, 'A Python dict object.')
pyset = StackObject('set', set, 'A Python set object.')
pyfrozenset = StackObject('frozenset', set, 'A Python frozenset object.')
pybuffer = StackObject('buffer', object, 'A Python buffer-like object.')
anyobject = StackObject('any', object, 'Any kind of object whatsoever.')
markobject = StackObject('mark', StackObject, 'The mark: where the objects begin that an opcode takes all at once.')
stackslice = StackObject('stackslice', StackObject, 'What is on the stack above the topmost mark.')

# name, byte (in hexadecimal if it is no character), protocol, argument | stack before > stack after | doc
_TABLE = r"""
INT I 0 decimalnl_short | - > int_or_bool | Push an integer or bool.
BININT J 1 int4 | - > int | Push a four-byte signed integer.
BININT1 K 1 uint1 | - > int | Push a one-byte unsigned integer.
BININT2 M 1 uint2 | - > int | Push a two-byte unsigned integer.
LONG L 0 decimalnl_long | - > int | Push a long integer.
LONG1 8a 2 long1 | - > int | Long integer using one-byte length.
LONG4 8b 2 long4 | - > int | Long integer using found-byte length.
STRING S 0 stringnl | - > bytes_or_str | Push a Python string object.
BINSTRING T 1 string4 | - > bytes_or_str | Push a Python string object.
SHORT_BINSTRING U 1 string1 | - > bytes_or_str | Push a Python string object.
BINBYTES B 3 bytes4 | - > bytes | Push a Python bytes object.
SHORT_BINBYTES C 3 bytes1 | - > bytes | Push a Python bytes object.
BINBYTES8 8e 4 bytes8 | - > bytes | Push a Python bytes object.
BYTEARRAY8 96 5 bytearray8 | - > bytearray | Push a Python bytearray object.
NEXT_BUFFER 97 5 - | - > buffer | Push an out-of-band buffer object.
READONLY_BUFFER 98 5 - | buffer > buffer | Make an out-of-band buffer object read-only.
NONE N 0 - | - > None | Push None on the stack.
NEWTRUE 88 2 - | - > bool | Push True onto the stack.
NEWFALSE 89 2 - | - > bool | Push False onto the stack.
UNICODE V 0 unicodestringnl | - > str | Push a Python Unicode string object.
SHORT_BINUNICODE 8c 4 unicodestring1 | - > str | Push a Python Unicode string object.
BINUNICODE X 1 unicodestring4 | - > str | Push a Python Unicode string object.
BINUNICODE8 8d 4 unicodestring8 | - > str | Push a Python Unicode string object.
FLOAT F 0 floatnl | - > float | Newline-terminated decimal float literal.
BINFLOAT G 1 float8 | - > float | Float stored in binary form, with 8 bytes of data.
EMPTY_LIST ] 1 - | - > list | Push an empty list.
APPEND a 0 - | list any > list | Append an object to a list.
APPENDS e 1 - | list mark stackslice > list | Extend a list by a slice of stack objects.
LIST l 0 - | mark stackslice > list | Build a list out of the topmost stack slice, after markobject.
EMPTY_TUPLE ) 1 - | - > tuple | Push an empty tuple.
TUPLE t 0 - | mark stackslice > tuple | Build a tuple out of the topmost stack slice, after markobject.
TUPLE1 85 2 - | any > tuple | Build a one-tuple out of the topmost item on the stack.
TUPLE2 86 2 - | any any > tuple | Build a two-tuple out of the top two items on the stack.
TUPLE3 87 2 - | any any any > tuple | Build a three-tuple out of the top three items on the stack.
EMPTY_DICT } 1 - | - > dict | Push an empty dict.
DICT d 0 - | mark stackslice > dict | Build a dict out of the topmost stack slice, after markobject.
SETITEM s 0 - | dict any any > dict | Add a key+value pair to an existing dict.
SETITEMS u 1 - | dict mark stackslice > dict | Add an arbitrary number of key+value pairs to an existing dict.
EMPTY_SET 8f 4 - | - > set | Push an empty set.
ADDITEMS 90 4 - | set mark stackslice > set | Add an arbitrary number of items to an existing set.
FROZENSET 91 4 - | mark stackslice > frozenset | Build a frozenset out of the topmost slice, after markobject.
POP 0 0 - | any > - | Discard the top stack item, shrinking the stack by one item.
DUP 2 0 - | any > any any | Push the top stack item onto the stack again, duplicating it.
MARK ( 0 - | - > mark | Push markobject onto the stack.
POP_MARK 1 1 - | mark stackslice > - | Pop all the stack objects at and above the topmost markobject.
GET g 0 decimalnl_short | - > any | Read an object from the memo and push it on the stack.
BINGET h 1 uint1 | - > any | Read an object from the memo and push it on the stack.
LONG_BINGET j 1 uint4 | - > any | Read an object from the memo and push it on the stack.
PUT p 0 decimalnl_short | - > - | Store the stack top into the memo.  The stack is not popped.
BINPUT q 1 uint1 | - > - | Store the stack top into the memo.  The stack is not popped.
LONG_BINPUT r 1 uint4 | - > - | Store the stack top into the memo.  The stack is not popped.
MEMOIZE 94 4 - | any > any | Store the stack top into the memo.  The stack is not popped.
EXT1 82 2 uint1 | - > any | Extension code.
EXT2 83 2 uint2 | - > any | Extension code.
EXT4 84 2 int4 | - > any | Extension code.
GLOBAL c 0 stringnl_noescape_pair | - > any | Push a global object (module.attr) on the stack.
STACK_GLOBAL 93 4 - | str str > any | Push a global object (module.attr) on the stack.
REDUCE R 0 - | any any > any | Push an object built from a callable and an argument tuple.
BUILD b 0 - | any any > any | Finish building an object, via __setstate__ or dict update.
INST i 0 stringnl_noescape_pair | mark stackslice > any | Build a class instance.
OBJ o 1 - | mark any stackslice > any | Build a class instance.
NEWOBJ 81 2 - | any any > any | Build an object instance.
NEWOBJ_EX 92 4 - | any any any > any | Build an object instance.
PROTO 80 2 uint1 | - > - | Protocol version indicator.
STOP . 0 - | any > - | Stop the unpickling machine.
FRAME 95 4 uint8 | - > - | Indicate the beginning of a new frame.
PERSID P 0 stringnl_noescape | - > any | Push an object identified by a persistent ID.
BINPERSID Q 1 - | any > any | Push an object identified by a persistent ID.
"""


def _read_table():
    kinds = {kind.name: kind for kind in globals().values() if isinstance(kind, (StackObject, ArgumentDescriptor))}
    for line in _TABLE.strip().split('\n'):
        head, effect, doc = line.split(' | ')
        name, code, proto, arg = head.split()
        before, after = ([kinds[k] for k in side.split() if k != '-'] for side in effect.split(' > '))
        code = code if len(code) == 1 else chr(int(code, 16))
        yield OpcodeInfo(name, code, kinds.get(arg), before, after, int(proto), doc)


opcodes = list(_read_table())
code2op = {op.code: op for op in opcodes}


def genops(pickle):
    """Yield (opcode, argument, position) for each opcode of a pickle, in bytes or a binary file, up to STOP.

    The argument is None where the opcode has none, the position where the file has no tell().
    """
    for op, arg, start, _ in _spans(pickle):
        yield op, arg, start


def _spans(source):
    """genops with the position after the opcode as well."""
    if isinstance(source, bytes_types):
        source = io.BytesIO(source)
    tell = getattr(source, 'tell', lambda: None)
    while True:
        start = tell()
        code = source.read(1)
        op = code2op.get(code.decode('latin-1'))
        if op is None:
            if not code:
                raise ValueError('pickle exhausted before seeing STOP')
            where = '<unknown>' if start is None else start
            raise ValueError(f'at position {where}, opcode {code!r} unknown')
        arg = op.arg.reader(source) if op.arg is not None else None
        yield op, arg, start, tell()
        if op.name == 'STOP':
            return


_STORES = ('PUT', 'BINPUT', 'LONG_BINPUT', 'MEMOIZE')
_FETCHES = ('GET', 'BINGET', 'LONG_BINGET')


def optimize(p):
    """The same pickle without storing in the memo what is never fetched from it."""
    indexes = {}    # of what is fetched: old to new
    pieces = []     # (kind, old index), or the bytes of another opcode
    proto = 0
    header = b''
    stored = set()
    for op, arg, start, end in _spans(p):
        if op.name in _STORES:
            index = len(stored) if op.name == 'MEMOIZE' else arg
            stored.add(index)
            pieces.append(('store', index))
        elif op.name in _FETCHES:
            proto = max(proto, op.proto)
            indexes[arg] = None
            pieces.append(('fetch', arg))
        elif op.name == 'PROTO':
            proto = max(proto, arg)
            if start == 0:
                header = p[start:end]
            else:
                pieces.append(p[start:end])
        elif op.name != 'FRAME':
            pieces.append(p[start:end])
    out = _Frames(header, proto >= 4)
    count = 0
    for piece in pieces:
        if isinstance(piece, tuple):
            kind, index = piece
            if index not in indexes:
                continue
            if kind == 'store':
                indexes[index] = count
                count += 1
            piece = _memo_opcode(kind, indexes[index], proto)
        out.add(piece)
    return out.finish()


def _memo_opcode(kind, index, proto):
    if kind == 'store':
        if proto >= 4:
            return pickle.MEMOIZE
        short, long, text = pickle.BINPUT, pickle.LONG_BINPUT, pickle.PUT
    else:
        short, long, text = pickle.BINGET, pickle.LONG_BINGET, pickle.GET
    if proto == 0:
        return text + b'%d\n' % index
    return short + bytes([index]) if index < 256 else long + index.to_bytes(4, 'little')


class _Frames:
    """Opcodes, put into frames as picklers do it."""

    _FULL = 64 * 1024
    _LEAST = 4

    def __init__(self, header, framed):
        self.done = [header]
        self.open = []
        self.size = 0
        self.framed = framed

    def add(self, data):
        if not self.framed:
            self.done.append(data)
            return
        large = len(data) > self._FULL
        if self.size >= self._FULL or large:
            self.close()
        if large:
            self.done.append(data)
        else:
            self.open.append(data)
            self.size += len(data)

    def close(self):
        if self.size >= self._LEAST:
            self.done.append(pickle.FRAME + self.size.to_bytes(8, 'little'))
        self.done += self.open
        self.open.clear()
        self.size = 0

    def finish(self):
        self.close()
        return b''.join(self.done)


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Print the opcodes of a pickle, indented within marks, and check that they make sense.

    memo may be kept from the pickles that the same pickler wrote before; annotate, if not 0, is the
    column at which each opcode's description begins.
    """
    machine = _Machine({} if memo is None else memo)
    highest = -1
    column = annotate
    for op, arg, start in genops(pickle):
        if start is not None:
            print('%5d:' % start, end=' ', file=out)
        indent = ' ' * (indentlevel * len(machine.marks))
        line = f'{repr(op.code)[1:-1]:<4} {indent}{op.name}'
        highest = max(highest, op.proto)
        note, error, take, give = machine.look(op, arg)
        if arg is not None or note:
            line += ' ' * (10 - len(op.name))
            if arg is not None:
                line += ' ' + repr(arg)
            if note:
                line += ' ' + note
        if annotate:
            line = line.ljust(column)
            column = len(line) if len(line) <= 50 else annotate
            line += ' ' + op.doc
        print(line, file=out)
        if error:
            raise ValueError(error)
        machine.step(take, give, start)
    print('highest protocol among opcodes =', highest, file=out)
    if machine.stack:
        raise ValueError('stack not empty after STOP: %r' % machine.stack)


class _Machine:
    """The unpickler's stack and memo, with kinds of objects instead of objects."""

    def __init__(self, memo):
        self.stack = []
        self.marks = []     # positions of the marks on the stack
        self.memo = memo

    def look(self, op, arg):
        """A note on the opcode, what is wrong with it, how many objects it takes, and what it leaves.

        A mark, and what is above it, is taken here already.
        """
        note = error = None
        take, give = len(op.stack_before), op.stack_after
        if markobject in op.stack_before or op.name == 'POP' and self.stack and self.stack[-1] is markobject:
            if self.marks:
                at = self.marks.pop()
                note = '(MARK at unknown opcode offset)' if at is None else f'(MARK at {at})'
                while self.stack.pop() is not markobject:
                    pass
                take = op.stack_before.index(markobject) if markobject in op.stack_before else 0
            else:
                error = note = 'no MARK exists on stack'
        if op.name in _STORES:
            index = arg
            if op.name == 'MEMOIZE':
                index = len(self.memo)
                note = f'(as {index})'
            if index in self.memo:
                error = f'memo key {arg!r} already defined'
            elif not self.stack:
                error = "stack is empty -- can't store into memo"
            elif self.stack[-1] is markobject:
                error = "can't store markobject in the memo"
            else:
                self.memo[index] = self.stack[-1]
        elif op.name in _FETCHES:
            if arg in self.memo:
                give = [self.memo[arg]]
            else:
                error = f'memo key {arg!r} has never been stored into'
        return note, error, take, give

    def step(self, take, give, start):
        if len(self.stack) < take:
            raise ValueError(f'tries to pop {take} items from stack with only {len(self.stack)} items')
        if take:
            del self.stack[-take:]
        if markobject in give:
            self.marks.append(start)
        self.stack += give


def _main():
    import argparse
    import sys
    parser = argparse.ArgumentParser(description='disassemble one or more pickle files')
    parser.add_argument('pickle_file', type=argparse.FileType('br'), nargs='*', help='the pickle file')
    parser.add_argument('-o', '--output', default=sys.stdout, type=argparse.FileType('w'),
                        help='the file where the output should be written')
    parser.add_argument('-m', '--memo', action='store_true', help='preserve memo between disassemblies')
    parser.add_argument('-l', '--indentlevel', default=4, type=int,
                        help='the number of blanks by which to indent a new MARK level')
    parser.add_argument('-a', '--annotate', action='store_true',
                        help='annotate each line with a short opcode description')
    parser.add_argument('-p', '--preamble', default='==> {name} <==',
                        help='if more than one pickle file is specified, print this before each disassembly')
    args = parser.parse_args()
    annotate = 30 if args.annotate else 0
    if not args.pickle_file:
        parser.print_help()
        return
    memo = {} if args.memo else None
    for file in args.pickle_file:
        if len(args.pickle_file) > 1:
            args.output.write(args.preamble.format(name=file.name) + '\n')
        dis(file, args.output, memo, args.indentlevel, annotate)


if __name__ == '__main__':
    _main()
