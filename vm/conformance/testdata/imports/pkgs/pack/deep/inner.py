print("inner init", __name__, __package__)
from ..sub import func as f
from .. import sub as s
from ... import pack as never
