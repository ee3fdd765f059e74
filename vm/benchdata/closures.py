"""Closures, nonlocal counters, higher-order functions, decorators, partial application."""

import functools


def make_counter(step):
    count = 0

    def bump():
        nonlocal count
        count += step
        return count

    return bump


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x

    return composed


def adder(n):
    return lambda x: x + n


def multiplier(n):
    return lambda x: x * n % 1000003


def logged(log):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result = function(*args, **kwargs)
            log[function.__name__] = log.get(function.__name__, 0) + 1
            return result

        return wrapper

    return decorate


def curry3(f):
    return lambda a: lambda b: lambda c: f(a, b, c)


def main():
    counters = [make_counter(n) for n in range(1, 6)]
    total = 0
    for i in range(900000):
        total += counters[i % 5]()
    print("counters", total % 1000003)

    f = compose(adder(3), multiplier(7), adder(11), multiplier(13))
    x = 1
    for _ in range(250000):
        x = f(x)
    print("compose", x)

    log = {}

    @logged(log)
    def area(width, height=2, *, scale=1):
        return width * height * scale

    total = 0
    for i in range(250000):
        total += area(i, scale=2) + area(i, 3)
    print("logged", total, log)

    add3 = curry3(lambda a, b, c: a + b * c)
    print("curry", sum(add3(i)(i + 1)(2) for i in range(250000)))


if __name__ == "__main__":
    main()
