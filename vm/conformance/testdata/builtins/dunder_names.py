# dir() of builtin types: the special methods each has
for t in (object, int, float, str, list, dict, tuple, set, bytes, range, type(None), type(lambda: 0), type, bool, complex, slice, bytearray, frozenset, type(iter([])), type((x for x in ())), BaseException, property, staticmethod, super):
    print(t.__name__, " ".join(n.strip("_") for n in dir(t) if n.startswith("__")))
