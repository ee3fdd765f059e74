# UnboundLocalError and NameError: messages and when they appear
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)
x = "global"

def early():
    print(x)
    x = 1

def augmented():
    x += 1

def deleted():
    x = 1
    del x
    return x

def deleted_twice():
    x = 1
    del x
    del x

def conditional(flag):
    if flag:
        y = 1
    return y

def loop_never():
    for item in []:
        pass
    return item

def except_name():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e

def nothing():
    return missing

def closure():
    def inner():
        return later
    return inner()
    later = 1

attempt(early)
attempt(augmented)
attempt(deleted)
attempt(deleted_twice)
attempt(conditional, True)
attempt(conditional, False)
attempt(loop_never)
attempt(except_name)
attempt(nothing)
attempt(closure)
try:
    del never
except NameError as e:
    print(type(e).__name__, e)
