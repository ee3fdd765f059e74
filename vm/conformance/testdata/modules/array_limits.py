# array: the limits of every type code and the messages beyond them
from array import array
for tc in "BHILQbhilq":
    for v in (-1, 0, 127, 128, 255, 256, 2**15, 2**16, 2**31, -2**31 - 1, 2**32, 2**63 - 1, 2**63, 2**64, -2**63 - 1, 2**70):
        try: print(tc, v, array(tc, [v])[0])
        except OverflowError as e: print(tc, v, e)
for tc in "fd":
    for v in (1, 2.5, 2**60, float("inf"), 1e300): print(tc, v, array(tc, [v])[0])
    for v in (10**400, "x", None):
        try: array(tc, [v])
        except (OverflowError, TypeError) as e: print(tc, type(e).__name__, e)
