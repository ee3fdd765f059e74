# OSError: errno mapping to subclasses, attributes, str with file names
import errno
for args in ((), ("msg",), (2, "No such"), (2, "No such", "file.txt"), (13, "perm", "a", None, "b"), (17, "exists"), (99999, "odd"),
             (32, "pipe"), (111, "refused"), (4, "intr"), (110, "timeout"), (20, "notdir"), (21, "isdir"), (1, "p"), (10, "child"), (11, "again"), (3, "srch"),
             (1, 2, 3, 4, 5, 6), (2, "x", None), ("2", "x")):
    e = OSError(*args)
    print(type(e).__name__, repr(e), "|", e, "|", e.args, e.errno, e.strerror, e.filename, e.filename2)
class MyOS(OSError): pass
print(type(MyOS(2, "x")).__name__, repr(MyOS(2, "x", "f")))
print(IOError is OSError, EnvironmentError is OSError, errno.ENOENT, FileNotFoundError("only message").errno)
try:
    open("/definitely/not/here")
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.args)
try:
    open("/")
except IsADirectoryError as e:
    print(e)
e = OSError(1, "a", "f")
e.filename = "changed"
e.errno = 77
print(e, e.args)
b = BlockingIOError(11, "x", 5)
print(b.characters_written, b.filename)
try:
    BlockingIOError(11, "x").characters_written
except AttributeError as err:
    print(err)
print(ConnectionError.__mro__[1].__name__, BrokenPipeError.__base__.__name__, [c.__name__ for c in (TimeoutError, InterruptedError) if issubclass(c, OSError)])
import os
try:
    os.mkdir("/proc/nope/x")
except OSError as e:
    print(type(e).__name__, e)
try:
    os.rename("/nope/a", "/nope/b")
except OSError as e:
    print(e, e.filename2)
