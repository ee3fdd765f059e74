import io
import pydoc
import sys
import types


def f(x, y=1, *a, k: int = 3, **kw) -> str:
    """Do f.

    More about it.
    """


# What g is for.
def g(): pass


async def coro(a): "A coroutine."


class Base:
    z = 3

    def base(self):
        'base doc'


class C(Base):
    """A class.

    with text
    """
    __slots__ = ('x',)
    attr = 'text ' * 30

    def __init__(self, x): self.x = x

    def m(self, a):
        """Method m."""

    @classmethod
    def cm(cls): "class m"

    @staticmethod
    def sm(q): "static m"

    @property
    def prop(self): "A property."

    @property
    def both(self): "Can be set."

    @both.setter
    def both(self, v): pass

    def nodoc(self): pass

    def _private(self): "hidden"

    def __call__(self): "shown"

    def __eq__(self, other): return True
    __hash__ = None


class D(C):
    def m(self, a): "own"
    alias = m
    fn = lambda self, q=2: q
    inner = type('Inner', (), {'__doc__': 'An inner class.'})


class Empty:
    pass


class Meta(type):
    """A metaclass."""
    def __call__(cls, *args): "makes"


class Odd(metaclass=Meta):
    pass


mod = types.ModuleType('amodule', """A module for the test.

It has a longer description,
in two lines.
""")
mod.__all__ = ['f', 'C', 'D', 'Base', 'LIMIT', 'names']
mod.__version__ = '1.2'
mod.__author__ = 'somebody'
mod.LIMIT, mod.names, mod.hidden = 10, ['a', 'b'], 1
for thing in f, C, D, Base:
    setattr(mod, thing.__name__, thing)

for thing in (f, g, coro, C, D, Empty, Odd, C(1).m, C.cm, C.prop, C.x, len, D(2), mod, 5 .__class__.__add__, lambda z: z, Base().base,
              'no.such.name', 'nosuchname', 'pydoc_nosuch', [].append, int.__init__, object.__repr__, Base.__dict__['z']):
    if thing == 3:
        thing = 'len'
    print('=====', getattr(thing, '__name__', thing.__class__.__name__))
    help(thing)

for name in ('str.nosuch', 'os.path.nosuch'):
    try:
        pydoc.render_doc(name)
    except ImportError as e:
        print(type(e).__name__, e)
print(pydoc.locate('os.path.join').__name__, pydoc.locate('int.bit_length'), pydoc.locate('nosuch.x'), pydoc.locate('len'))
print(pydoc.splitdoc('One line.\n\nMore.\nAnd more.'), pydoc.splitdoc('only'), pydoc.splitdoc('a\nb\n'))
print(repr(pydoc.plain('b\bbo\bol\bld')), pydoc.describe(sys), pydoc.describe(f), pydoc.describe(len), pydoc.describe(C.x), pydoc.describe(3))
out = io.StringIO()
pydoc.Helper(output=out).help(g)
pydoc.doc('f', output=out)
print(out.getvalue())
out = io.StringIO()
helper = pydoc.Helper(io.StringIO('len\n"abs"\nq\nprint\n'), out)
helper.interact()
print(out.getvalue().replace('help> ', '>'))
print(pydoc.visiblename('_x'), pydoc.visiblename('__init__'), pydoc.visiblename('__doc__'), pydoc.visiblename('x', ['y']))
