"""Doc of future_mod."""
from __future__ import annotations
def f(a: undefined_type) -> other: return __doc__
LIST = [n for n in range(3)]
if __name__ == "__main__": print("not printed")
