a or b and not c
a if b else c if d else e
lambda: 0
lambda a, b=1, /, c=2, *d, e, f=3, **g: (a, b)
lambda *, x: x
lambda *a, **k: None
(x := 1) + 2
f(x := 1, y=(z := 2))
[y := 1, y ** 2]
a < b <= c == d != e >= f > g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** c
~a + +b - -c
(a + b) * (c - (d))
not not a
await_
f()(a)(b, *c, d=e, **f)
f(*a, b, *c, x=1, *d, **e, y=2)
f(x for x in y)
f((x for x in y), 1)
f(a)(b)[c].d
a.b.c
1 .real, 1.0.real, 1j.imag
a[b], a[b, c], a[b:c], a[b:c:d], a[:], a[::], a[::d], a[b:, :c], a[*b], a[*b, c], a[b:=1], a[()], a[lambda: 0]
(), (a,), (a, b), a, b
[], [a], [a, b,], [*a, b]
{}, {a: b}, {a: b, **c, d: e,}, {**a}
{a}, {a, b,}, {*a, b}
[x for x in y]
[x for x in y if a if b for z in w if c]
{x for x in y}
{x: y for x, y in z}
(x for x, in y)
[x for x in (lambda: y)()]
[x for x in a or b if c and d]
[[x for x in y] for z in w]
[a async for a in b async for c in d]
None, True, False, ..., Ellipsis
0, 00, 1_000, 0x_ff, 0XFF, 0o17, 0b1_01, 123456789012345678901234567890, 0xffffffffffffffffffff, 9223372036854775807, 9223372036854775808
1.0, .5, 1., 1e10, 1E-5, 1_0.0_1e+1_0, 1e400, 0.1, 1e16, 123456789.123456789, 5e-324
1j, 1.5J, 0j, 1e3j, .5j
'a' "b" '''c''' """d"""
'a\n\t\\\'\"\a\b\f\v\r\0\101\x41\u0041\U00000041\N{BULLET}\
continued'
r'\n\'' R"\d", b'bytes\xff\0\n' rb'\x' bR'\''
'é' u'unicode' U"x"
b'a' b'b' br'\c'
'\ud800', '\udc00\ud800'
"""multi
line""" ; x
'''a
b''' 'c'
'tab\there'
"it's", 'say "x"', '''both ' and " here'''
(yield_)
(a
 + b
 , c)
é = ｎａｍｅ = ﬁ
print(*args, sep='')
a if (b) else (c)
(a).b, (a)[b], (a)(b), (a, b).c
