# assert: messages of any type, evaluation, __debug__
def attempt(fn):
    try:
        fn()
    except AssertionError as e:
        print("AssertionError", e.args, str(e))
def a1(): assert 0
def a2(): assert False, "message"
def a3(): assert [], (1, 2)
def a4(): assert None, None
def a5(): assert 1, undefined
def a6(): assert 0, 0
for f in (a1, a2, a3, a4, a5, a6):
    attempt(f)
print(__debug__)
n = 0
def msg():
    global n
    n += 1
    return "computed"
assert True, msg()
print(n)
try:
    assert 0, msg()
except AssertionError as e:
    print(e, n)
AssertionErrorSaved = AssertionError
class AssertionError(Exception): pass
try:
    assert 0, "the builtin one is raised"
except AssertionErrorSaved as e:
    print(type(e) is AssertionErrorSaved, e)
