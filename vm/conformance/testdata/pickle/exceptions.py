import pickle
class Own(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.extra = [a]
class Picky(Exception):
    def __init__(self, a, b):
        super().__init__(f'{a}-{b}')
class Reduced(Exception):
    def __init__(self, a, b):
        super().__init__('m')
        self.a, self.b = a, b
    def __reduce__(self):
        return Reduced, (self.a, self.b)
values = [Exception(), ValueError(1, 'two'), KeyError('k'), OSError(2, 'no such', 'file'), OSError(2, 'no', 'f', None, 'g'), OSError('only text'), FileNotFoundError(2, 'x'),
          StopIteration(3), SystemExit(4), ImportError('m', name='n', path='p'), AttributeError('a', name='n', obj=5), NameError('x', name='y'), UnicodeDecodeError('utf-8', b'x', 0, 1, 'why'),
          UnicodeEncodeError('ascii', 'text', 0, 1, 'why'), SyntaxError('bad', ('f', 1, 2, 'line')), Own(1, 2), Reduced('a', 'b'), KeyboardInterrupt(), AssertionError('z'), RecursionError()]
for v in values:
    for proto in range(6):
        data = pickle.dumps(v, proto)
        w = pickle.loads(data)
        print(proto, data)
    print(type(w).__name__, w.args, sorted(w.__dict__), str(w) == str(v))
e = ValueError('v')
e.__cause__ = KeyError()
e.__context__ = TypeError()
e.add_note('a note')
try:
    raise e
except ValueError as x:
    w = pickle.loads(pickle.dumps(x))
print(w.__cause__, w.__context__, w.__traceback__, w.__notes__, w.__suppress_context__)
try:
    pickle.loads(pickle.dumps(Picky(1, 2)))
except TypeError as x:
    print(x)
for g in (ExceptionGroup('g', [ValueError(1), TypeError(2)]), BaseExceptionGroup('b', [KeyboardInterrupt(), ExceptionGroup('in', [KeyError('k')])])):
    for proto in range(6):
        w = pickle.loads(pickle.dumps(g, proto))
        print(proto, repr(w), [type(x).__name__ for x in w.exceptions])
