# Frames seen from calls: sys._getframe, f_back, f_code names, f_locals, f_lineno
import sys

def inner():
    f = sys._getframe()
    chain = []
    while f:
        chain.append(f.f_code.co_name)
        f = f.f_back
    return chain

def middle(): return inner()
class C:
    def method(self): return middle()
print(C().method())
print([x for x in [inner()]][0])

def caller_local():
    secret = 42
    return peek()
def peek():
    return sys._getframe(1).f_locals["secret"], sys._getframe(1).f_lineno
print(caller_local())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
def gen():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name
print(list(gen()))
print(sys._getframe().f_globals is globals(), sys._getframe().f_code.co_name)
