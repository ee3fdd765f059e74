import io, tokenize
def rt(src):
    toks = list(tokenize.generate_tokens(io.StringIO(src).readline))
    full = tokenize.untokenize(toks)
    pairs = tokenize.untokenize([t[:2] for t in toks])
    print(full == src, repr(pairs))
for src in ('x = 1\n', 'def f(a, *b):\n    return a ** 2  # square\n', 'if x:\n\ty = 1\n\tz = 2\n', 'a = "x" "y"\n', 'x = (1,\n     2)\n', 'a + \\\n  b\n', 'class A:\n    def m(self):\n        pass\n\n    x = 1\n'):
    rt(src)
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO('é = 1\n'.encode()).readline)))
try:
    tokenize.untokenize([tokenize.TokenInfo(1, 'a', (1, 3), (1, 4), ''), tokenize.TokenInfo(1, 'b', (1, 1), (1, 2), '')])
except ValueError as e:
    print(e)
out = []
for t in tokenize.generate_tokens(io.StringIO('print(+21.3e-5*-.1234/81.7)').readline):
    if t.type == tokenize.NUMBER and '.' in t.string:
        out.extend([(tokenize.NAME, 'Decimal'), (tokenize.OP, '('), (tokenize.STRING, repr(t.string)), (tokenize.OP, ')')])
    else:
        out.append((t.type, t.string))
print(tokenize.untokenize(out))
import token
print(token.ISTERMINAL(5), token.ISNONTERMINAL(300), token.ISEOF(0), token.tok_name[54], token.EXACT_TOKEN_TYPES['->'], len(token.__all__), sorted(tokenize.__all__)[-6:])
