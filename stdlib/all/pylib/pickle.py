"""Objects as byte streams, and back.

Picklers and unpicklers are in Go (module _pickle); here are the names of the opcodes
and the small helpers that others use.
"""

import sys

from copyreg import dispatch_table
from copyreg import _extension_registry, _inverted_registry, _extension_cache
from _pickle import (PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError,
                     dump, dumps, load, loads)

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler',
           'dump', 'dumps', 'load', 'loads', 'PickleBuffer']

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

bytes_types = (bytes, bytearray)

# Opcodes, by the protocol that brought them: name, and byte where it is not one after the last.
_OPCODES = r"""
MARK=( STOP=. POP=0 POP_MARK=1 DUP=2 FLOAT=F INT=I BININT=J BININT1=K LONG=L BININT2=M NONE=N PERSID=P
BINPERSID=Q REDUCE=R STRING=S BINSTRING=T SHORT_BINSTRING=U UNICODE=V BINUNICODE=X APPEND=a BUILD=b GLOBAL=c
DICT=d EMPTY_DICT=} APPENDS=e GET=g BINGET=h INST=i LONG_BINGET=j LIST=l EMPTY_LIST=] OBJ=o PUT=p BINPUT=q
LONG_BINPUT=r SETITEM=s TUPLE=t EMPTY_TUPLE=) SETITEMS=u BINFLOAT=G
PROTO=\x80 NEWOBJ EXT1 EXT2 EXT4 TUPLE1 TUPLE2 TUPLE3 NEWTRUE NEWFALSE LONG1 LONG4
BINBYTES=B SHORT_BINBYTES=C
SHORT_BINUNICODE=\x8c BINUNICODE8 BINBYTES8 EMPTY_SET ADDITEMS FROZENSET NEWOBJ_EX STACK_GLOBAL MEMOIZE FRAME
BYTEARRAY8 NEXT_BUFFER READONLY_BUFFER
"""


def _define_opcodes():
    code = 0
    for word in _OPCODES.split():
        name, _, char = word.partition('=')
        code = int(char[2:], 16) if char.startswith('\\x') else ord(char) if char else code + 1
        globals()[name] = bytes([code])
        __all__.append(name)


_define_opcodes()

# not opcodes of their own: how protocols 0 and 1 write bools
TRUE = b'I01\n'
FALSE = b'I00\n'
__all__ += ['TRUE', 'FALSE', 'HIGHEST_PROTOCOL', 'DEFAULT_PROTOCOL']
__all__[10:] = sorted(__all__[10:])

_tuplesize2code = [EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3]


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


def _getattribute(obj, name):
    """The object at the end of a dotted name, and the one that it is an attribute of."""
    parent = None
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {obj!r}") from None
    return obj, parent


def whichmodule(obj, name):
    """The name of the module that obj is said to be in, or is found in."""
    said = getattr(obj, '__module__', None)
    if said is not None:
        return said
    # importing may go on meanwhile, so a copy is walked
    for module_name, module in sys.modules.copy().items():
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            if _getattribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def encode_long(x):
    """The shortest little-endian two's complement bytes of an int; none for 0."""
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    result = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and result[-1] == 0xff and result[-2] & 0x80:
        result = result[:-1]
    return result


def decode_long(data):
    """The int that encode_long made data of."""
    return int.from_bytes(data, 'little', signed=True)


# what pickle.py calls its own when the accelerator is there
_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads


def _main():
    import argparse
    import pprint
    parser = argparse.ArgumentParser(description='display contents of the pickle files')
    parser.add_argument('pickle_file', type=argparse.FileType('br'), nargs='*', help='the pickle file')
    args = parser.parse_args()
    if not args.pickle_file:
        parser.print_help()
        return
    for file in args.pickle_file:
        pprint.pprint(load(file))


if __name__ == '__main__':
    _main()
