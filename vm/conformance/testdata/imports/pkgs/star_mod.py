public = 1
_private = 2
__dunder__ = 3
class K: pass
import math
def f(): return "f"
