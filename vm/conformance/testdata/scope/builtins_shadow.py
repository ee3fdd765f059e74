# Shadowing and restoring builtins; builtins module is consulted last
import builtins

def f():
    return len("abc")

print(f())
len = lambda x: "shadowed"
print(f())
del len
print(f())

builtins.answer = 42

def g():
    return answer

print(g())
del builtins.answer
try:
    g()
except NameError as e:
    print(e)

def local_shadow():
    print = "not a function"
    return print

print(local_shadow())
saved = builtins.abs
builtins.abs = lambda x: "patched"
print(abs(-1))
builtins.abs = saved
print(abs(-1))

def conditional(flag):
    if flag:
        sum = None
    return sum

try:
    conditional(False)
except UnboundLocalError as e:
    print(e)
print(builtins is __builtins__ or builtins.__dict__ is __builtins__)
