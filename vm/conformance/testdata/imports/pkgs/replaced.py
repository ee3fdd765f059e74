import sys
class Fake:
    answer = 42
    def __getattr__(self, n): return "fake " + n
sys.modules[__name__] = Fake()
