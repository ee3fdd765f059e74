# operator: functions, getters, in-place
import operator as o
print(o.add(1, 2), o.sub(1, 2), o.mul("a", 2), o.truediv(1, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 3), o.neg(1), o.pos(-1), o.inv(5), o.invert(0), o.not_(0), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.lshift(1, 3), o.rshift(8, 1), o.lt(1, 2), o.le(2, 2), o.eq(1, 1), o.ne(1, 1), o.gt(1, 2), o.ge(1, 2), o.is_(None, None), o.is_not(1, None), o.truth([]), o.abs(-1), o.index(5), o.concat([1], [2]), o.contains("abc", "b"), o.countOf("aab", "a"), o.indexOf("abc", "c"), o.getitem([1, 2], 1), o.length_hint([1]), o.matmul.__name__, o.call(len, "abc"))
l = [1, 2, 3]
o.setitem(l, 0, 9)
o.delitem(l, 1)
print(l, o.iadd(l, [4]) is l, l, o.iconcat([1], [2]), o.imul(2, 3), o.__add__(1, 1))
g = o.itemgetter(1)
print(g("ab"), o.itemgetter(0, -1)([1, 2, 3]), o.itemgetter("k")({"k": 5}), o.attrgetter("real")(5), o.attrgetter("real", "imag")(1j), o.attrgetter("__class__.__name__")([]), o.methodcaller("upper")("a"), o.methodcaller("split", ",", 1)("a,b,c"), repr(g), repr(o.attrgetter("a.b", "c")), repr(o.methodcaller("m", 1, k=2)), repr(o.itemgetter(1, "x")))
for bad in (lambda: o.add(1), lambda: o.itemgetter(), lambda: g(5), lambda: g([]), lambda: o.attrgetter("zz")(5), lambda: o.attrgetter(5), lambda: o.methodcaller(), lambda: o.methodcaller(5), lambda: o.methodcaller("zz")(1), lambda: o.concat(1, 2), lambda: o.indexOf([1], 2), lambda: o.index(1.5), lambda: o.length_hint([], "x"), lambda: g(1, 2)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(sorted([("b", 1), ("a", 2)], key=o.itemgetter(1)), max({"x": 3, "y": 1}.items(), key=o.itemgetter(1)), list(map(o.mul, [1, 2], [3, 4])), g == o.itemgetter(1), len(o.__all__))
