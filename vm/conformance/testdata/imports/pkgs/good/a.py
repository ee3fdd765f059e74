from . import b
from .b import B
from . import c as see
name = "a"
def use(): return B, see.C
