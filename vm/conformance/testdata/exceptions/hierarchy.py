# The hierarchy of builtin exceptions
import builtins
def tree(cls, depth=0):
    print("  " * depth + cls.__name__)
    for sub in sorted((c for c in cls.__subclasses__() if c.__module__ == "builtins" and getattr(builtins, c.__name__, None) is c), key=lambda c: c.__name__):
        if sub.__name__ != "EncodingWarning":
            tree(sub, depth + 1)
tree(BaseException)
