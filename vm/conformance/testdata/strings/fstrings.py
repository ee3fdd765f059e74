# f-strings: expressions, conversions, nested specs, =, braces, multiline, quotes
x, name, d, l = 5, "Bob", {"k": "v"}, [1, 2, 3]
print(f"{x} {name!r} {name!s} {name!a} {x + 1} {d['k']} {l[0]} {l[-1:]} {x:>5} {x:05d} {3.14159:.2f} {name:^9}| {name!r:>7}|")
print(f"{{}} {{{x}}} {{x}} {x}}}", f"", f"{x}{name}", f"a" "b" f"{x}" "c{x}", "p{x}" f"{x}", rf"\n{x}\t", fr"{x}\{x}", f"\n{x}".strip(), f"\u00e9{x}\N{BULLET}{x}", f"{x!r:^{10}}|", f"{x:{'>'}{10}}|", f"{3.14159:{x + 3}.{x - 3}}|")
print(f"{x=} {x = } {x=!r} {x=:>4} {name=} {name=!s} {l[0]=} {x+1=} { x = } {x=!s:>3}", f"{name.upper()=}", f"{d['k']=}", f"{x==5}", f"{x!=5}", f"{x>=5} {x<=5}", f"{(x:=7)} {x}", f"{x:=5}|")
print(f"{'a' if x else 'b'} {[i for i in range(3)]} {(lambda v: v * 2)(4)} { {1: 2}[1]} {f'inner {x}'} {'q' 'r'} {x, name} {(x, name)} {*l, 4} {not x} {-x} {x if x else 0:>3} {len(name)} {name[::-1]} {None} {...} {1j}")
print(f'''multi
{x
 + 1} line {
name
}''', f"""{"double"} {'single'}""")
class F:
    def __format__(self, s): return f"[{s}]"
    def __repr__(self): return "F()"
print(f"{F()} {F():abc} {F():{x}} {F()!r} {F():%H:%M} {F()=}")
print(f"{x:*<5}|", f"{x:,}", f"{1234567:_}", f"{0.5:%}", f"{True}", f"{True:d}", f"{x!s:5}|", f"{10:#x}", f"{-5:+}", f"{5:+}")
def g():
    y = 1
    return f"{y} {locals()}"
print(g(), (lambda: f"{x}")(), [f"{i}" for i in range(3)], {f"{k}": v for k, v in d.items()})
class C:
    a = 1
    b = f"{a} in class"
print(C.b, f"{C.a:{C.a + 4}}|", f"{'%s' % x}", "%s" % f"{x}", f"{x}" == "7", type(f"").__name__, f"{'{'}{'}'}", f"{'}'}", f"{x}%", f"{{{x}}}", f"{{{{{x}}}}}")
try: f"{undefined}"
except NameError as e: print(e)
try: f"{1/0}"
except ZeroDivisionError as e: print(e)
try: f"{'x':d}"
except ValueError as e: print(e)
