# A tokeniser, the shunting yard and a stack machine
def tokens(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield float(s[i:j]) if "." in s[i:j] else int(s[i:j])
            i = j
        elif c in "+-*/^()": yield c; i += 1
        else: raise SyntaxError(f"unexpected {c!r} at {i}")
PREC = {"+": (1, "L"), "-": (1, "L"), "*": (2, "L"), "/": (2, "L"), "^": (3, "R")}
def rpn(ts):
    out, ops = [], []
    for t in ts:
        if not isinstance(t, str): out.append(t)
        elif t == "(": ops.append(t)
        elif t == ")":
            while ops and ops[-1] != "(": out.append(ops.pop())
            if not ops: raise SyntaxError("unbalanced )")
            ops.pop()
        else:
            p, side = PREC[t]
            while ops and ops[-1] != "(" and (PREC[ops[-1]][0] > p or PREC[ops[-1]][0] == p and side == "L"): out.append(ops.pop())
            ops.append(t)
    if "(" in ops: raise SyntaxError("unbalanced (")
    return out + ops[::-1]
def run(code):
    st = []
    for t in code:
        if isinstance(t, str):
            b, a = st.pop(), st.pop()
            st.append({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "^": lambda: a ** b}[t]())
        else: st.append(t)
    return st[0]
for e in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1.5", "8 - 3 - 2", "((2))", "1 / 0", "(1", "1)", "1 $ 2", "1 +"):
    try: print(e, "=>", *rpn(tokens(e)), "=>", run(rpn(tokens(e))))
    except Exception as x: print(e, "=>", type(x).__name__, x)
