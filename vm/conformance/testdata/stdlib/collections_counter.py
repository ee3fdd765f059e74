from collections import Counter

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

c = Counter('abracadabra')
print(c, c['z'], c.most_common(2), c.total(), sorted(c.elements())[:4])
c.update('aab')
c.subtract(['a', 'z'])
print(sorted(c.items()), +c == Counter(a=6, b=3, r=2, c=1, d=1))
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2))
print(-Counter(a=-2, b=1), Counter(a=1) <= Counter(a=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=1))
d = Counter(a=2)
d += Counter(a=1, b=-1)
print(d)
d -= Counter(a=1)
d |= Counter(x=4)
d &= Counter(x=2, a=9)
print(d)
del d['nothing']
print(d.copy(), Counter(), Counter(d), Counter({'k': 2}), Counter(x=1, y=2))
show(lambda: Counter.fromkeys('ab'))
show(lambda: Counter(1))
show(lambda: Counter(1, 2))
print(Counter([1, 1.0, True, 2]).most_common())
class MyCounter(Counter):
    pass
print(MyCounter('aab'), type(MyCounter('a') + Counter('b')).__name__)
print(repr(Counter(a='x', b=2))[:9])
words = 'the quick brown fox jumps over the lazy dog the end'.split()
print(Counter(words).most_common(3))
print(list(Counter('hello')), dict(Counter('hello')))
