# Class bodies with global, locals(), nested classes and loops over their own names
value = 10

class G:
    global value
    value = 20
    other = value

print(value, G.other, "value" in G.__dict__)

class L:
    a = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    locals()["injected"] = 42

print(L.names, L.injected)

class Outer:
    class Inner:
        class Deep:
            pass
    alias = Inner

print(Outer.Inner.Deep.__qualname__, Outer.alias is Outer.Inner, Outer.Inner.__name__)

def make():
    class Local:
        def m(self):
            def inner():
                pass
            return inner
    return Local

print(make().__qualname__, make()().m().__qualname__, (lambda: 0).__qualname__)

class Loop:
    total = 0
    for k in range(4):
        total += k
    if total > 3:
        big = True
    del k

print(Loop.total, Loop.big, hasattr(Loop, "k"), Loop.__module__)
