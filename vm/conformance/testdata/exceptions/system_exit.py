# SystemExit, KeyboardInterrupt, GeneratorExit are not Exceptions; sys.exit forms
import sys
def attempt(*a):
    try:
        sys.exit(*a)
    except SystemExit as e:
        print(repr(e), e.code, e.args)
    except TypeError as e:
        print(e)
attempt()
attempt(0)
attempt(3)
attempt("message")
attempt(None)
attempt((1, 2))
attempt(1.5)
attempt([1])
attempt(1, 2)
try:
    try:
        sys.exit(1)
    except Exception:
        print("no")
    finally:
        print("finally runs")
except SystemExit:
    print("outer")
for cls in (SystemExit, KeyboardInterrupt, GeneratorExit):
    print(issubclass(cls, Exception), issubclass(cls, BaseException))
try:
    raise SystemExit
except BaseException as e:
    print(e.code)
try:
    exit
    quit
    print("site names exist")
except NameError:
    print("no site names")
try:
    raise KeyboardInterrupt("ki")
except KeyboardInterrupt as e:
    print(repr(e))
e = SystemExit(5)
e.code = 6
print(e.code, e.args)
