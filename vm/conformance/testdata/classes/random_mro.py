"""The method resolution orders of classes with random bases, and the errors of those that cannot have one."""
import random


def hierarchy(n):
    classes = [type('A', (), {})]
    for i in range(n):
        bases = random.sample(classes, min(random.randint(1, 4), len(classes)))
        try:
            cls = type('C%d' % i, tuple(bases), {})
        except TypeError as e:
            print(str(e).replace('\n', ' '))
        else:
            classes.append(cls)
            print(*(c.__name__ for c in cls.__mro__))


random.seed(5)
for n in range(2, 26):
    hierarchy(n)
