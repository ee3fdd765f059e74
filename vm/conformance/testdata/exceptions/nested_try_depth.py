# Deeply nested try blocks, in one function and through recursion
src = "def f(n):\n    log = []\n"
for i in range(15):
    src += "    " * (i + 1) + "try:\n"
src += "    " * 16 + "raise ValueError(n)\n"
for i in reversed(range(15)):
    src += "    " * (i + 1) + "finally:\n" + "    " * (i + 2) + f"log.append({i})\n"
    if i == 0:
        pass
src = src.replace("    log = []\n", "    global log\n    log = []\n", 1)
ns = {}
exec(src, ns)
try:
    ns["f"](7)
except ValueError as e:
    print(e, ns["log"])
def rec(n, log):
    try:
        if n == 0: raise KeyError("x")
        rec(n - 1, log)
    except KeyError as e:
        log.append(n)
        if n == 50: return log
        raise ValueError(n) from e if n % 10 == 0 else None
    except ValueError as e:
        log.append(-n)
        if n == 50: return log
        raise KeyError(n) from e
    finally:
        log.append("f") if n % 25 == 0 else None
    return log
print(rec(50, []))
def count_context(e):
    n = 0
    while e.__context__ is not None: e, n = e.__context__, n + 1
    return n
def build(n):
    try:
        if n: build(n - 1)
        else: raise ValueError(0)
    except ValueError as e:
        raise ValueError(n)
try:
    build(30)
except ValueError as e:
    print(count_context(e))
