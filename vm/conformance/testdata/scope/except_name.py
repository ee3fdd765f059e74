# The name of an except clause is deleted at the end of the clause, even when it is rebound or deleted
def f():
    e = "before"
    try:
        1 / 0
    except ZeroDivisionError as e:
        print(type(e).__name__)
    try:
        print(e)
    except UnboundLocalError as err:
        print(err)

f()
e = "module"
try:
    raise ValueError("v")
except ValueError as e:
    e = "rebound"
print("e" in globals())

try:
    raise ValueError("v")
except ValueError as e:
    del e
print("e" in globals())

def loop():
    for n in range(3):
        try:
            raise KeyError(n)
        except KeyError as k:
            if n == 1:
                continue
            kept = k
    return kept.args, "k" in locals()

print(loop())

def returning():
    try:
        raise ValueError("r")
    except ValueError as v:
        return str(v), "v" in locals()

print(returning())

def nested():
    try:
        try:
            raise KeyError("inner")
        except KeyError as x:
            raise ValueError("outer") from x
    except ValueError as x:
        return repr(x), repr(x.__cause__)

print(nested())
