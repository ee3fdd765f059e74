import io, token, tokenize
def show(src):
    try:
        for t in tokenize.generate_tokens(io.StringIO(src).readline):
            print(t, token.tok_name[t.exact_type])
    except (tokenize.TokenError, IndentationError) as e:
        print(type(e).__name__, e.args)
for src in ('x = 1\n', 'def f(a, *b):\n    return a ** 2  # square\n\nf(1)', 'if x:\n\ty\n  z\n', 'a = """one\ntwo"""\n', "b = 'one\\\ntwo'\n", 'x = (1,\n     2)\n', 'a \\\n  + b\n', "f'{x}' rb'y' Rb\"z\" u'' BR'''q'''", '0x_1f 0b1_0 0o7_7 1_0.0_1e-5j 1e5 .5 5. 1j 0777 0_0', 'a != b <> c -> d := e ... . $ ? ! é² \u0663', "'open\n", '"""open', '(', 'x\r\ny\r\n', '\n\n  # only\n', '@a\nasync def f(): await x\n', '\x0c x\n', 'if 1:\n  if 2:\n    x\ny', 'match x:\n case _: pass\n', '', '   ', '#c'):
    print(repr(src))
    show(src)
