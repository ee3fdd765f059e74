# Every binary operator on a few operands
vals = [7, -3, 2.5, True]
for a in vals:
    for b in vals:
        row = []
        for op in ("+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", ">", ">=", "and", "or"):
            row.append(eval(f"a {op} b"))
        print(a, b, row)
for a in (6, 3, 0, -1, True):
    for b in (1, 2, 5): print(a, b, a & b, a | b, a ^ b, a << b, a >> b, ~a, a ** b, end="; ")
print()
