# pass, Ellipsis as a body, expression statements, docstrings, multiple statements
def a(): pass
def b(): ...
def c(): "doc only"
class D: pass
class E: ...
class F: "class doc"
if True: ...
for _ in range(2): ...
while False: pass
try: ...
except: ...
with open(__file__): ...
print(a(), b(), c(), c.__doc__, D.__doc__, F.__doc__, ... is Ellipsis, type(...).__name__, repr(...), bool(...))
1
"string statement"
[1, 2]
a
a()
lambda: 0
(yield_ := 5)
not 1
-1
x = 1; y = 2; print(x + y)
print("a"); print("b")
def g(x: ... = ...) -> ...: return x
print(g(), g.__annotations__)
try:
    undefined_name_statement
except NameError as e: print(e)
try:
    [].x
except AttributeError as e: print(e)
class WithStatements:
    print("in class")
    x = 1
    if x: y = 2
    for z in range(3): pass
    try: 1 / 0
    except ZeroDivisionError: w = "caught"
    def f(self): return self.y
    del x
print(WithStatements.y, WithStatements.z, WithStatements.w, hasattr(WithStatements, "x"), WithStatements().f())
