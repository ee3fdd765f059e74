# Parser combinators from closures: an arithmetic and JSON-like grammar
def lit(s):
    def p(t, i): return (s, i + len(s)) if t.startswith(s, i) else None
    return p
def pred(f, name):
    def p(t, i): return (t[i], i + 1) if i < len(t) and f(t[i]) else None
    p.__name__ = name
    return p
def seq(*ps):
    def p(t, i):
        out = []
        for q in ps:
            r = q(t, i)
            if r is None: return None
            v, i = r
            out.append(v)
        return out, i
    return p
def alt(*ps):
    def p(t, i):
        for q in ps:
            if (r := q(t, i)) is not None: return r
    return p
def many(q, least=0):
    def p(t, i):
        out = []
        while (r := q(t, i)) is not None:
            v, i = r
            out.append(v)
        return (out, i) if len(out) >= least else None
    return p
def act(q, f):
    def p(t, i):
        r = q(t, i)
        return None if r is None else (f(r[0]), r[1])
    return p
def lazy(f): return lambda t, i: f()(t, i)
ws = many(pred(str.isspace, "space"))
def tok(q): return act(seq(q, ws), lambda v: v[0])
def sep(q, s): return act(alt(seq(q, many(act(seq(s, q), lambda v: v[1]))), act(ws, lambda v: None)), lambda v: [] if v is None else [v[0], *v[1]])
digits = act(many(pred(str.isdigit, "digit"), 1), "".join)
number = tok(act(digits, int))
def fold(v):
    acc, rest = v
    for op, x in rest: acc = {"+": acc + x, "-": acc - x, "*": acc * x, "/": acc // x if x else 0}[op]
    return acc
factor = alt(number, act(seq(tok(lit("(")), lazy(lambda: expr), tok(lit(")"))), lambda v: v[1]), act(seq(tok(lit("-")), lazy(lambda: factor)), lambda v: -v[1]))
term = act(seq(factor, many(seq(alt(tok(lit("*")), tok(lit("/"))), factor))), fold)
expr = act(seq(term, many(seq(alt(tok(lit("+")), tok(lit("-"))), term))), fold)
string = tok(act(seq(lit('"'), many(pred(lambda c: c != '"', "char")), lit('"')), lambda v: "".join(v[1])))
value = alt(string, number, act(tok(lit("true")), lambda _: True), act(tok(lit("null")), lambda _: None), act(seq(tok(lit("[")), lazy(lambda: sep(value, tok(lit(",")))), tok(lit("]"))), lambda v: v[1]), act(seq(tok(lit("{")), lazy(lambda: sep(act(seq(string, tok(lit(":")), value), lambda v: (v[0], v[2])), tok(lit(",")))), tok(lit("}"))), lambda v: dict(v[1])))
def parse(p, t):
    r = p(t, 0)
    if r is None or r[1] != len(t): return f"error near {t[r[1] if r else 0:][:8]!r}"
    return r[0]
for t in ("1 + 2 * 3", "(1 + 2) * -3", "10 / 3 - 4", "2 * (3 + (4 - 1)) * 2", "1 +", "", "((7))", "8 - 4 - 2"): print(t, "=", parse(expr, t))
for t in ('[1, "two", {"k": [true, null]}, []]', '{"a": 1, "b": {}}', '[1, 2', '{"a" 1}', '"only"'): print(t, "=>", parse(value, t))
