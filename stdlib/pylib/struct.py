"""Functions to convert between Python values and C structs.

Values are packed into bytes by a format string: an optional first character
for byte order, size and alignment ("@" native, "=" native order with standard
sizes, "<" little-endian, ">" and "!" big-endian), then codes with repeat
counts.
"""

from _struct import Struct, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from
from _struct import _clearcache

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]
