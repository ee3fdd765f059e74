# Operator precedence and associativity
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, not 1 == 2, not (1 == 1) or 1, 1 or 0 and 0, (1 or 0) and 0, 1 < 2 == True, 1 + 2 < 4, 5 - 3 - 1, 16 / 4 / 2, 7 // 2 * 2, 7 % 4 * 2, 1 << 2 + 1, 1 << 2 << 1, 6 & 3 | 8, 6 ^ 3 & 1, 1 | 2 ^ 3, ~1 + 1, -1 ** 2, - - 1, ~~5, not not 0, +-+1, 2 * -3, 10 - -5, 1 if 0 else 2 if 0 else 3, (lambda: 1 if 0 else 2)(), [x for x in (1, 2) if x if x > 1], 1 in [1] == True, 1 in ([1] == True,) , "a" + "b" * 2, -5 // 2, -5 % 3, 5 // -2, 2 ** 0.5 ** 2, 1 - 1 + 1, 100 // 10 // 2, 3 > 2 > 1, 3 > 2 and 2 > 1, 1 == 1 != 2, not 1 in [2], 1 not in [2], 1 is not None, 4 & 5 == 4, (4 & 5) == 4, 1 | 0 == 1, 8 >> 1 + 1, 1 + 1 << 2, "%s" % 1 + "x", "%s%s" % (1, 2) * 2, -1 .__abs__() if False else (-1).__abs__(), 2 ** 3 .real, -2 .real, not None is None)
x = y = 5
x += y * 2
x -= 1 if y else 2
x //= 2 + 1
x **= 2
x %= 7
x <<= 1 + 1
x |= 1 ^ 3
print(x, x if x else y, lambda: x) if False else print(x)
a = [1, 2, 3]
print(a[0] + a[1] * a[2], -a[0], a[-1] ** 2, not a[0], a[0:2] + a[2:], len(a) * 2 - 1, a[len(a) - 1], *a or [0], [*a, *a][1], {**{"k": 1}}["k"], (yield_ := 3) + 1, f"{1 + 1}" + "x", (1, 2)[0] + 1, {1: 2}[1] ** 2, "abc"[1] * 3, (lambda v: v + 1)(2) * 3)
print(1 if a else 2, a and a[0] or "none", [] or 0 or "last", 0 or [] or {}, 1 and [] and 2, not a or 5, (not a) or 5, a == [1, 2, 3] and "eq", 1 < 2 and 3 or 4, True + 1 == 2, True is not False)
async def f(): return -await g() ** 2, await g() + 1
async def g(): return 3
c = f()
try: c.send(None)
except StopIteration as e: print(e.value)
