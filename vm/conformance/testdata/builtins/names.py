# The names in builtins
import builtins
print([n for n in dir(builtins) if n[0].islower() and n not in ("copyright", "credits", "exit", "quit", "license", "help")])
print([n for n in dir(builtins) if n[0].isupper()])
print(builtins.__name__, builtins.Ellipsis is ..., builtins.None_ if hasattr(builtins, "None_") else "-", builtins.__debug__, builtins.__import__ is __import__, builtins.print is print)
print([type(getattr(builtins, n)).__name__ for n in ("len", "int", "print", "None", "Ellipsis", "NotImplemented", "True", "ValueError", "__import__", "__build_class__", "map", "super", "open")])
for f in (len, print, sorted, isinstance, getattr, abs, __import__): print(f.__name__, f.__qualname__, f.__module__, f.__self__.__name__, repr(f))
