f''
f'a'
f'{a}'
f'a{b}c{d}e'
f'{a!r}{b!s}{c!a}'
f'{a:x}{b:>{width}}{c!r:{w}.{p}f}'
f'{a=}{b = }{c=!s}{d=:x}'
f'{{}}{{{a}}}'
f'{a["b"]}' f"{a['b']}"
f'{a if b else c}'
f'{(lambda x: x)(1)}'
f'{[x for x in y]}{ {1: 2}[1] }'
f'{a,b}{ a , }{*a, b}'
f'{a!=b}{a==b}{a>=b}{a<=b}{a<b}{a>b}'
f'{x:=5}{(x:=5)}'
f'{f"{a}{b:{c}}"}'
f'''{
a
}'''
f"""first {a}
second {b} {
  c +
  d}
"""
'a' f'{b}' 'c' f'd' "e"
u'a' f'{b}'
rf'\d{a}\n' fR'{b:\d}'
f'\x41{a}\N{BULLET}{b}\u0042'
f'{a:{b}}{c:{"d"}}'
f'{a:%Y-%m-%d}'
f'{yield_}{await_}'
x = f'a {b}' f'{c!r:>10}' \
    f'{d}'
f'{a}' '{b}'
f'{3.4:10}{0x1f}{1_0}'
f'{not a}{-b}{a.b.c(d)[e]}'
f'{a["""x"""]}'
f"{'a' 'b'}"
