print("sub init", __name__, __package__)
from . import value as from_parent
def func(): return "func of " + __name__
def up():
    from .. import pack
    return pack.value
