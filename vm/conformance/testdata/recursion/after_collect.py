# The recursion limit holds after gc.collect() has let go of finished calls
import gc
def depth(n=1):
    try: return depth(n + 1)
    except RecursionError: return n
a = depth()
gc.collect()
b = depth()
print(a == b, 900 < a < 1001)
def collected(n):
    if n == 0: gc.collect(); return depth()
    return collected(n - 1)
print(a - 110 < collected(100) < a - 90)
