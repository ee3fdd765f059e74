# break/continue/return through several levels of try, with and finally
log = []
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append(f"+{self.n}")
    def __exit__(self, *a): log.append(f"-{self.n}")
def f(mode):
    for i in range(3):
        with CM("a"):
            try:
                with CM("b"):
                    try:
                        if mode == "break": break
                        if mode == "continue": continue
                        if mode == "return": return i
                        if mode == "raise": raise ValueError(i)
                    finally: log.append("f1")
            except ValueError as e: log.append(str(e))
            finally: log.append("f2")
    else: log.append("else")
    return "end"
for m in ("break", "continue", "return", "raise", "none"):
    log.clear()
    print(m, f(m), " ".join(log))
def g():
    while True:
        try:
            while True:
                try: break
                finally: log.append("inner")
            return "out"
        finally: log.append("outer")
log.clear()
print(g(), log)
def h():
    r = []
    for i in range(4):
        try:
            if i == 0: continue
            if i == 2: raise KeyError
            r.append(i)
        except KeyError:
            r.append("except")
            continue
        else: r.append("else")
        finally:
            r.append("fin")
            if i == 3: break
    return r
print(h())
def k():
    for i in range(3):
        try: yield i
        finally: log.append(f"y{i}")
log.clear()
for v in k():
    if v == 1: break
print(v)
def nested_finally_return():
    try:
        try: return 1
        finally: return 2
    finally: return 3
print(nested_finally_return())
def finally_break_value():
    for x in (1, 2):
        try: return x
        finally:
            if x == 1: break
    return "after"
print(finally_break_value())
def raise_in_except_finally():
    try:
        try: raise ValueError(1)
        except ValueError: raise KeyError(2)
        finally: log.append("ran")
    except KeyError as e: return repr(e), repr(e.__context__)
print(raise_in_except_finally())
