# chr, ord, ascii, repr, hash, id, bin family
print(chr(65), chr(0x4e2d), chr(0x10ffff) == "\U0010ffff", ord("a"), ord("中"), ord(b"a"), ord(bytearray(b"z")), chr(True), ascii("é中😀"), ascii([1, "é"]), ascii("\n\x7f'"), repr("é"), repr([1.0, None]), repr(1e100), hash(5), hash(-1), hash(2**61), hash(True), hash(1.0), hash("") == hash(""), hash(()) == hash(()), id(5) == id(5), bin(10), oct(8), hex(255), bin(-5), hex(-255), bin(True), hex(2**64))
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for f, a in ((chr, ()), (chr, (-1,)), (chr, (0x110000,)), (chr, ("a",)), (chr, (1.5,)), (chr, (2**40,)), (chr, (2**100,)), (chr, (None,)), (ord, ()), (ord, ("",)), (ord, ("ab",)), (ord, (5,)), (ord, (b"ab",)), (ord, (b"",)), (ord, (None,)), (hash, ([],)), (hash, ()), (hash, ({},)), (hash, (1, 2)), (repr, ()), (repr, (1, 2)), (ascii, ()), (id, ()), (bin, (1.5,)), (bin, ("a",)), (hex, (None,)), (oct, ()), (callable, ()), (repr, ()), (type, ()), (isinstance, (1,)), (issubclass, (int,)), (input, (1, 2)), (globals, (1,)), (locals, (1,)), (vars, (1, 2)), (dir, (1, 2)), (delattr, (1,)), (setattr, (1, 2)), (getattr, (1,)), (hasattr, (1,)), (format, ()), (round, ()), (open, ()), (print, ()), (super, (1, 2, 3)), (object, (1,)), (property, (1, 2, 3, 4, 5)), (staticmethod, ()), (classmethod, (1, 2)), (compile, ()), (eval, ()), (exec, ()), (memoryview, ()), (slice, ()), (complex, (1, 2, 3)), (float, (1, 2)), (breakpoint.__class__, (1, 2))):
    attempt(f, *a)
class H:
    def __hash__(self): return 10**30
class R:
    def __repr__(self): return "<é>"
print(hash(H()) == hash(10**30), ascii(R()), repr(R()), [R()], f"{R()!a}")
