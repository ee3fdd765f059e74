# Return: bare, None, tuples, from loops, nested finally, and expression statements
def nothing(): pass
def bare(): return
def pair(): return 1, 2
def star(): return 1, *[2, 3]
def single(): return 1,
def from_loop():
    for i in range(10):
        while True:
            if i > 3:
                return i
            break
def nested(flag):
    with open(__file__) as f:
        if flag:
            return "in with"
    return "after"
def conditional(x):
    if x: return "yes"
print(nothing(), bare(), pair(), star(), single(), from_loop(), nested(1), nested(0), conditional(1), conditional(0))

def yields():
    yield from (*"ab", *"cd")
    return
print(list(yields()))
a = b, c = pair()
print(a, b, c)
def returns_lambda(): return lambda: returns_lambda
print(returns_lambda()() is returns_lambda)
def annotated() -> int: return "not checked"
print(annotated())
