__all__ = ["_private", "one"]
_private = "private but in __all__"
one = 1
two = 2
