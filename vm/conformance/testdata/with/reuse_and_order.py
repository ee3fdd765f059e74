# Evaluation order and cleanup when later managers fail; managers reused; with in classes and comprehensions
log = []
class CM:
    def __init__(self, n, fail=None):
        log.append(f"init {n}")
        if fail == "init": raise ValueError(f"init {n}")
        self.n, self.fail = n, fail
    def __enter__(self):
        log.append(f"enter {self.n}")
        if self.fail == "enter": raise ValueError(f"enter {self.n}")
        return self
    def __exit__(self, *a):
        log.append(f"exit {self.n}")
        if self.fail == "exit": raise ValueError(f"exit {self.n}")
def run(*fails):
    log.clear()
    try:
        with CM(1, fails[0]) as a, CM(2, fails[1]) as b, CM(3, fails[2]) as c:
            log.append("body")
    except ValueError as e:
        log.append(repr(e))
        while e.__context__:
            e = e.__context__
            log.append("ctx " + repr(e))
    print(log)
run(None, None, None)
run("init", None, None)
run(None, "init", None)
run(None, None, "enter")
run(None, "exit", None)
run("exit", "exit", "exit")
run("exit", None, "enter")
log.clear()
cm = CM("re")
for _ in range(2):
    with cm: log.append("body")
with cm, cm: log.append("twice")
print(log)
class K:
    with CM("class") as m:
        x = 5
print(K.x, K.m.n)
print([x for x in [CM("c").__enter__().n]])
def f():
    with CM("a"):
        with CM("b"):
            def inner(): return "closure"
            return inner
print(f()())
