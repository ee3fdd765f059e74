# inspect: signatures, kinds, members, source, stack
import inspect
def f(a, /, b: int, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc of f.

        indented
    """
    return a
s = inspect.signature(f)
print(s, [(p.name, str(p.kind), p.default is inspect.Parameter.empty) for p in s.parameters.values()], s.return_annotation, inspect.getdoc(f))
b = s.bind(1, 2, d=4, z=5)
print(b.arguments, b.args, b.kwargs)
b.apply_defaults()
print(b.arguments)
for bad in (lambda: s.bind(1), lambda: s.bind(1, 2, d=1, a=1) if False else s.bind(), lambda: inspect.signature(5)):
    try: print(bad())
    except TypeError as e: print(e)
class C:
    """Class doc."""
    x = 1
    def __init__(self, v=1): pass
    def m(self, q): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(z): pass
    @property
    def p(self): pass
print(inspect.signature(C), inspect.signature(C().m), inspect.signature(C.m), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(lambda x, *y: 0))
print([n for n, v in inspect.getmembers(C) if not n.startswith("__")], [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.isclass(C), inspect.isfunction(f), inspect.ismethod(C().m), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.isroutine(len), inspect.isgeneratorfunction(f), inspect.isabstract(C), inspect.ismethoddescriptor(str.upper), inspect.isdatadescriptor(C.p), inspect.getmro(C), inspect.getmodule(f).__name__)
print(inspect.getsource(C.m), inspect.getsourcelines(f)[0][0], inspect.getfile(f).endswith("inspect_module.py"), inspect.currentframe().f_code.co_name, [fr.function for fr in inspect.stack()], inspect.cleandoc("  a\n    b\n  c"), inspect.getfullargspec(f).kwonlyargs, inspect.unwrap(f) is f)
def outer():
    x = 1
    def inner(): return x, len, missing_global
    return inner
print(inspect.getclosurevars(outer()).nonlocals, sorted(inspect.getclosurevars(outer()).unbound), inspect.getattr_static(C, "p").__class__.__name__, inspect.Parameter("n", inspect.Parameter.KEYWORD_ONLY, default=5), s.replace(return_annotation=int), list(inspect.signature(f).parameters))
