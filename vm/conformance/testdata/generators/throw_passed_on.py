# throw() hands its arguments, unmade, to what the generator delegates to


class Ticket:
    def __iter__(self):
        return self

    def __next__(self):
        return 'next'

    def throw(self, *args):
        print('thrown', args)
        if args[0] == 'stop':
            raise StopIteration(len(args))
        return 'caught'


def inner():
    result = yield from Ticket()
    print('result', result)
    yield 'after'


def outer():
    yield from inner()


def attempt(make, *args):
    g = make()
    next(g)
    try:
        print(make.__name__, args, '->', g.throw(*args))
    except BaseException as e:
        print(make.__name__, args, type(e).__name__, e)


def plain():
    yield from iter([1, 2])


for make in inner, outer, plain:
    for args in (ValueError,), (ValueError, 'v'), (ValueError, None, None), (7,), ('stop',), ('stop', 2, 3), (GeneratorExit,):
        attempt(make, *args)


class NotMade(Exception):
    def __new__(cls, *args):
        return 12


attempt(plain, NotMade)
