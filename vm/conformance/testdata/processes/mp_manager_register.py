from multiprocessing.managers import BaseManager
class Counter:
    def __init__(self, n=0): self.n = n
    def inc(self, by=1): self.n += by; return self.n
    def fail(self): raise ZeroDivisionError('no')
    def _hidden(self): pass
class M(BaseManager): pass
M.register('Counter', Counter)
M.register('part', Counter, exposed=('inc',))
if __name__ == '__main__':
    with M() as m:
        c = m.Counter(5); print(c.inc(), c.inc(by=10), type(c).__name__)
        try: c.fail()
        except ZeroDivisionError as e: print(e)
        try: c._hidden()
        except AttributeError as e: print(e)
        p = m.part(); print(p.inc(), hasattr(p, 'fail'))
        try: m.start()
        except Exception as e: print(type(e).__name__, e)
    m2 = M()
    try: m2.Counter()
    except AssertionError as e: print(e)
