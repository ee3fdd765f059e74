# Private name mangling in methods, attributes, imports, parameters and nested classes
class A:
    __cls = "class private"
    def __init__(self): self.__x = 1
    def get(self): return self.__x, self.__cls, A.__cls
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    def params(self, __p=5, *, __k=6):
        return __p + __k, sorted(locals())
    def local(self):
        __v = 1
        return [__v for __v in range(2)], locals().keys() - {"self"}
    def strings(self): return "__x", getattr(self, "_A__x")
    def dunder(self): return self.__class__.__name__
    def trailing(self):
        self.__y_ = 2
        self.__z__ = 3
        return sorted(self.__dict__)
a = A()
print(a.__dict__, a.get(), a.call(), a.params(), a.local(), a.strings(), a.dunder(), a.trailing())
print(sorted(n for n in A.__dict__ if "A" in n))
try:
    a.__x
except AttributeError as e:
    print(e)
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2
print(sorted(B().__dict__.items()))
class _Under:
    __u = 1
    def f(self): return self.__u
print([n for n in _Under.__dict__ if n.endswith("__u")], _Under().f())
class ___: 
    __w = 1
print("__w" in ___.__dict__)
class Outer:
    class Inner:
        __i = 1
        def f(self): return self.__i
    def g(self):
        return lambda: self.__q
print([n for n in Outer.Inner.__dict__ if "__i" in n and "init" not in n and not n.endswith("__")])
try:
    Outer().g()()
except AttributeError as e:
    print(e)
print(a.params(_A__k=1))
class G:
    def f(self):
        global __gl
        __gl = 10
G().f()
print(_G__gl)
