# types: names of the internal types, SimpleNamespace, MappingProxyType, DynamicClassAttribute
import types
def f(): pass
def g(): yield
async def c(): pass
co = c()
print([isinstance(x, t) for x, t in ((f, types.FunctionType), (lambda: 0, types.LambdaType), (g(), types.GeneratorType), (co, types.CoroutineType), (f.__code__, types.CodeType), ([].append, types.BuiltinMethodType), (len, types.BuiltinFunctionType), (types, types.ModuleType), (type.__dict__, types.MappingProxyType), (None, types.NoneType), (..., types.EllipsisType), (NotImplemented, types.NotImplementedType), ("".__add__, types.MethodWrapperType), (str.join, types.MethodDescriptorType), (int.__add__, types.WrapperDescriptorType), (dict.__dict__["fromkeys"], types.ClassMethodDescriptorType), (f.__get__(1), types.MethodType), (list[int], types.GenericAlias), (int | str, types.UnionType))])
co.close()
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
del ns.a
print(ns, ns.b, ns == types.SimpleNamespace(b="x", c=[1]), ns.__dict__, types.SimpleNamespace(), repr(types.SimpleNamespace(**{"not id": 1})))
ns.me = ns
print(ns)
try: ns.zz
except AttributeError as e: print(e)
try: types.SimpleNamespace(1)
except TypeError as e: print(e)
d = {"a": 1}
m = types.MappingProxyType(d)
d["b"] = 2
print(m, m["b"], len(m), "a" in m, list(m.items()), m.copy(), m | {"c": 3}, m == d, m.get("z"), dict(m), list(reversed(m)))
for bad in (lambda: m.__setitem__("a", 1), lambda: m.update(), lambda: types.MappingProxyType(5), lambda: hash(m)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
h = types.FunctionType(f.__code__, {}, "renamed", (1,))
print(h.__name__, h(), h.__defaults__)
def add(a, b=2): return a + b
code = add.__code__.replace(co_name="other")
print(code.co_name, types.FunctionType(code, {}, None, (5,))(1), add.__code__ == add.__code__, add.__code__ != code)
class Prop:
    @types.DynamicClassAttribute
    def v(self): return "instance value"
print(Prop().v, types.new_class("N", (int,), {}, lambda ns: ns.update(x=1)).x, types.resolve_bases((list[int],)), types.prepare_class("P", (), {})[0], types.get_original_bases.__name__ if hasattr(types, "get_original_bases") else "-")
