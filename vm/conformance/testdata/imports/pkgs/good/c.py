C = "C from c"
from . import a
def late(): return a.name
