# Assignment expressions in conditions, loops, calls, comprehensions and lambdas
data = iter([3, 2, 1, 0])
out = []
while (n := next(data)):
    out.append(n)
print(out, n)
if (m := len("abc")) > 2:
    print("long", m)
print((x := 5), x, (y := x + 1) + y)

def f(a, b):
    return a * b

print(f(z := 3, b=z), z)
print([(p, q) for p in range(4) if (q := p * p) % 2 == 0], q)

class K:
    a = (b := 10) + 1

print(K.a, K.b)
fn = lambda: (t := 4) + t
print(fn())
print({(k := "key"): (v := 1)}, k, v)
s = "abcdef"
print(s[(lo := 1):(hi := 4)], lo, hi)
print(f"{(w := 7)} {w:=^5}")

def total():
    acc = 0
    [acc := acc + i for i in range(5)]
    return acc

print(total())
for bad in ("x := 1", "(a.b := 1)", "[x[0] := 1]", "f(x=y:=1)", "[i := 0 for i in range(3)]",
            "[j for j in (k := [1])]", "(lambda: x := 1)"):
    try:
        compile(bad, "<t>", "exec")
        print("ok", bad)
    except SyntaxError as e:
        print(e.msg)
