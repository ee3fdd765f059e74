# contextvars: variables, tokens, contexts
import contextvars as cv
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
v = cv.ContextVar('v', default=1); w = cv.ContextVar('w'); print(v.get(), w.get('d'), v.name); tk = v.set(5); print(v.get(), tk.old_value is cv.Token.MISSING, tk.var is v); tk2 = v.set(6); print(tk2.old_value); v.reset(tk2); print(v.get()); v.reset(tk); print(v.get())
c = cv.copy_context(); print(len(c), list(c), v in c)
def run(a, b=2): v.set(a); print(v.get(), b); return a
print(c.run(run, 7, b=8), v.get(), c[v], c.get(w, 'x'), list(c.items()) == [(v, 7)], c == c.copy(), c == cv.Context()); t(lambda: c[3]); t(lambda: 3 in c); t(c.run); t(cv.Context, 3); t(cv.Token); t(cv.ContextVar, 3); t(hash, c); print(repr(v).split(' at ')[0], repr(cv.Token.MISSING), cv.ContextVar[int])
def gen():
    try: c.run(lambda: c.run(print))
    except RuntimeError as e: print(str(e)[:30], 'already entered' in str(e))
gen()
