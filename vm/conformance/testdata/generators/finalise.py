# Generators in for loops with break, in with statements via contextlib, and unpacking early stops
from contextlib import contextmanager, closing
@contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(">", name)
with tag("a") as t:
    print(t)
with tag("b"):
    raise ValueError("v")
try:
    with tag("c"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)
@contextmanager
def no_yield():
    if False: yield
@contextmanager
def two():
    yield 1
    yield 2
for cm in (no_yield, two):
    try:
        with cm(): pass
    except RuntimeError as e:
        print(e)
try:
    with two():
        raise ValueError("x")
except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e)
@tag("deco")
def decorated(): print("inside")
decorated()
decorated()
class Res:
    def close(self): print("closed")
with closing(Res()): print("using")
def g():
    try:
        yield 1
        yield 2
    finally:
        print("g closed")
with closing(g()) as it:
    print(next(it))
try:
    a, b = closing_test = (i for i in range(5))
except ValueError as e:
    print(e)
@contextmanager
def stop():
    try:
        yield
    except StopIteration as e:
        print("caught stop", e.value)
        raise
try:
    with stop(): raise StopIteration(3)
except StopIteration as e:
    print("through", e.value)
