# descriptors and comparisons whose methods run in frames of their own
import sys, traceback


class Typed:
    def __set_name__(self, owner, name):
        self.key = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.key, "missing")

    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError(f"bad {value!r}")
        setattr(obj, self.key, value)
        return "ignored"


class NotImpl:
    def __get__(self, obj, owner):
        return NotImplemented

    def __set__(self, obj, value):
        return NotImplemented


class Gen:
    def __get__(self, obj, owner):
        yield obj

    def __set__(self, obj, value):
        yield value


class A:
    t = Typed()
    answer = NotImplemented
    n = NotImpl()
    g = Gen()

    @property
    def p(self):
        return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name

    @p.setter
    def p(self, v):
        self.last = v, sys._getframe(1).f_code.co_name
        return "ignored"

    def __lt__(self, o):
        return self.answer

    def __eq__(self, o):
        return self.answer


def run():
    a = A()
    print(a.t, A.t.__class__.__name__)
    a.t = 5
    print(a.t, a.n)
    a.n = 1
    print(a.n, [x is a for x in a.g])
    a.g = 3
    print(a.p)
    a.p = 7
    print(a.last)
    try:
        a.t = "x"
    except TypeError:
        print([s.strip() for s in traceback.format_exc().splitlines() if "File" not in s])
    for a.answer in (True, False, 0, 1, "", "x", [], None, NotImplemented):
        out = []
        try:
            out.append("lt" if a < A() else "not lt")
        except TypeError as e:
            out.append(str(e))
        try:
            out.append(a < A())
        except TypeError as e:
            out.append(str(e))
        out.append("eq" if a == A() else "not eq")
        out.append(a == 5)
        while not a == A():
            out.append("turn")
            break
        print(out)


run()
run()
