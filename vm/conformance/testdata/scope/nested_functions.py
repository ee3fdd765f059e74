# Deeply nested functions and free variables passed through intermediate levels
def l1(a):
    def l2(b):
        def l3(c):
            def l4(d):
                return a, b, c, d
            return l4
        return l3
    return l2

print(l1(1)(2)(3)(4))

def pass_through():
    deep = "deep"
    def mid():
        def low():
            return deep
        return low()
    return mid(), mid.__code__.co_freevars

print(pass_through())

def same_name(x):
    def inner(x):
        def innermost():
            return x
        return innermost()
    return inner(x + 1), x

print(same_name(1))

def lambda_chain():
    return (lambda a: lambda b: lambda c: a + b + c)(1)(2)(3)

print(lambda_chain())

def default_captures():
    n = 1
    def f(m=n):
        return m, n
    n = 2
    return f()

print(default_captures())

def generator_closure():
    k = 10
    def gen():
        nonlocal k
        while k > 7:
            k -= 1
            yield k
    return list(gen()), k

print(generator_closure())

def decorated():
    calls = []
    def deco(fn):
        calls.append(fn.__name__)
        return fn
    @deco
    def one(): pass
    @deco
    def two(): pass
    return calls

print(decorated())
