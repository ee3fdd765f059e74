print("pack init", __name__, __package__)
value = "pack value"
from . import sub
from .sub import func
from .deep import inner
__all__ = ["value", "sub", "lazy"]
_hidden = 1
visible = 2
