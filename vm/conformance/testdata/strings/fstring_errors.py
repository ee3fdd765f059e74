# f-string syntax errors
def bad(s):
    try: print("ok", s, eval(s, {"x": 5}))
    except SyntaxError as e: print(s, "|", e.msg.replace("f-string: ", ""))
    except Exception as e: print(s, type(e).__name__, e)
for s in ("f'{x'", "f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{:5}'", "f'{x!}'", "f'{x!z}'", "f'{x!r'", "f'{x!r!s}'", "f'{x:{}}'", "f'{x:{y'", "f'{x y}'", "f'{1 +}'", "f'{x:'", "f'{*x}'", "f'{**x}'", "f'{yield}'", "f'{lambda x: 1}'", "f'{(lambda: 1)()}'", "f'{a b c}'", "f'{x = y}'", "f'{=}'", "f'{x=!}'", "f'{if}'", "f'{x]}'", "f'{x)}'", "f'{(x}'", "f'{[x}'", "f'{x#}'", "f'{5:{6:{7}}}'", "f'{class}'", "bf'x'", "fb'x'", "uf'x'", "f'\\N{NO SUCH}'", "f'{x:{x!r}}'", "f'{}}'", "f'{{x}'", "f'{x}}'", "f'{,}'", "f'{x,}'", "f'{pass}'", "f'{x:=}'", "f'{x!s:}'", "f'a' b'b'"):
    bad(s)
