# Comparison fallbacks: reflected operators, identity for ==, errors for ordering
class A:
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return NotImplemented
class B: pass
a, b = A(), B()
print(a < b, b > a, a < 1, 1 > a)
for code in ("a > b", "a >= b", "b < a", "b <= b", "1 < 'a'", "None < 1", "[] < ()", "1j < 2j", "{} < {}", "len < len",
             "int < str", "1 <= None", "'a' >= b''", "[1] < ['a']", "(1,) > (None,)", "max(1, 'a')", "sorted([1, 'a'])"):
    try:
        print(eval(code))
    except TypeError as e:
        print(code, "->", e)
print(b == b, b == B(), b != b, b != B(), 1 == "1", 1 != "1", None == 0, [] == (), 1 == 1.0 == True)
class E:
    def __eq__(self, o): return NotImplemented
e = E()
print(e == e, e == E(), e != e, e != 5)
class NE:
    def __eq__(self, o): return "truthy"
print(NE() != 1, not NE() == 1)
class OnlyNe:
    def __ne__(self, o): return "ne called"
print(OnlyNe() != 1, OnlyNe() == 1)
class Weird:
    def __eq__(self, o): return []
    def __lt__(self, o): return 5
    def __gt__(self, o): return None
w = Weird()
print(w == 1, w < 1, w > 1, 1 < w, w in [w], w in [Weird()], [w] == [w], [w] == [Weird()])
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 < 2 > 0, 1 == 1 in [1])
