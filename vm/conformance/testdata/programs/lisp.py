# A small Lisp: reader, evaluator with closures and macros-free special forms
import operator
class Symbol(str): pass
def tokenize(s): return s.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
def read(tokens):
    t = tokens.pop(0)
    if t == "(":
        out = []
        while tokens[0] != ")": out.append(read(tokens))
        tokens.pop(0)
        return out
    if t == ")": raise SyntaxError("unexpected )")
    if t == "'": return [Symbol("quote"), read(tokens)]
    for conv in (int, float):
        try: return conv(t)
        except ValueError: pass
    return Symbol(t)
class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, name):
        e = self
        while e is not None:
            if name in e: return e
            e = e.outer
        raise NameError(name)
class Lambda:
    def __init__(self, params, body, env): self.params, self.body, self.env = params, body, env
    def __call__(self, *args):
        if len(args) != len(self.params): raise TypeError(f"wanted {len(self.params)} args, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))
def standard():
    e = Env()
    e.update({"+": lambda *a: sum(a), "-": lambda a, *b: -a if not b else a - sum(b), "*": operator.mul, "/": operator.truediv, "<": operator.lt, ">": operator.gt, "=": operator.eq, "<=": operator.le, "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b, "list": lambda *a: list(a), "null?": lambda x: x == [], "length": len, "map": lambda f, l: [f(x) for x in l], "not": operator.not_, "append": lambda a, b: a + b})
    return e
def evaluate(x, env):
    while True:
        if isinstance(x, Symbol): return env.find(x)[x]
        if not isinstance(x, list): return x
        match x:
            case ["quote", v]: return v
            case ["if", c, a, b]:
                x = a if evaluate(c, env) else b
                continue
            case ["define", Symbol() as n, v]:
                env[n] = evaluate(v, env)
                return None
            case ["define", [n, *params], body]:
                env[n] = Lambda(params, body, env)
                return None
            case ["set!", n, v]:
                env.find(n)[n] = evaluate(v, env)
                return None
            case ["lambda", params, body]: return Lambda(params, body, env)
            case ["let", binds, body]: return evaluate(body, Env([b[0] for b in binds], [evaluate(b[1], env) for b in binds], env))
            case ["begin", *rest]:
                for e in rest[:-1]: evaluate(e, env)
                x = rest[-1]
                continue
        f, *args = [evaluate(e, env) for e in x]
        if isinstance(f, Lambda) and len(args) == len(f.params):
            x, env = f.body, Env(f.params, args, f.env)
            continue
        return f(*args)
def show(v):
    if isinstance(v, list): return "(" + " ".join(map(show, v)) + ")"
    return {True: "#t", False: "#f"}.get(v, str(v)) if isinstance(v, bool) else str(v)
PROGRAM = ["(define (fact n) (if (<= n 1) 1 (* n (fact (- n 1)))))", "(fact 25)", "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))", "(map fib '(1 2 3 4 5 10 15))", "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))", "(loop 5000 0)", "(define (make-counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))", "(define c (make-counter))", "(list (c) (c) (c))", "(define (compose f g) (lambda (x) (f (g x))))", "((compose fact (lambda (x) (* x 2))) 4)", "'(a (b c) 1.5)", "(car '())", "(undefined 1)", "((lambda (x) x))", "(< 1 2)", "(define (rev l) (if (null? l) '() (append (rev (cdr l)) (list (car l)))))", "(rev '(1 2 3 (4 5)))", "(/ 1 0)", ")"]
env = standard()
for src in PROGRAM:
    try:
        r = evaluate(read(tokenize(src)), env)
        if r is not None: print(src, "=>", show(r))
    except Exception as e: print(src, "!!", type(e).__name__, e)
