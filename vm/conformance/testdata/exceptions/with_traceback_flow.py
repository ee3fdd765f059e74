# The same exception raised several times; exceptions stored and raised later; exc in class bodies
err = ValueError("stored")
def later(): raise err
for _ in range(2):
    try:
        later()
    except ValueError as e:
        print(e is err)
class C:
    try:
        1 / 0
    except ZeroDivisionError as e:
        msg = str(e)
print(C.msg, hasattr(C, "e"))
def lam():
    return (lambda: 1 / 0)()
try:
    lam()
except ZeroDivisionError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names)
class Prop:
    @property
    def p(self): return self.q
    def __getitem__(self, i): raise LookupError(i)
    def __iter__(self): raise NotImplementedError
    def __bool__(self): raise ArithmeticError("bool")
    def __len__(self): raise MemoryError("len")
    def __eq__(self, o): raise EOFError("eq")
    def __call__(self): raise BufferError("call")
    def __del__(self): pass
p = Prop()
for code in ("p.p", "p[5]", "list(p)", "not p", "len(p)", "p == 1", "p()", "p in [1]", "[p].index(2)", "1 if p else 2", "p and 1", "while p: pass", "assert p", "a, *b = p", "f'{p[1]}'", "{**p}", "print(*p)"):
    try:
        exec(code, {"p": p})
    except BaseException as e:
        print(code, "->", type(e).__name__, e)
