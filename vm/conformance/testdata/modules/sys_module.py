# sys: what programs read
import sys
print(sys.version_info[:2], sys.version_info.major, sys.version.split()[0][:4], sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit > 0, sys.hash_info.width, sys.hash_info.modulus, sys.platform, isinstance(sys.argv, list), len(sys.argv), sys.flags.debug, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.implementation.name != "", isinstance(sys.path, list), "sys" in sys.modules, "builtins" in sys.builtin_module_names, sys.stdin.fileno(), sys.stdout.encoding.lower(), sys.executable != "", sys.float_repr_style, sys.hexversion >> 16 == 0x030B, sys.api_version > 0, sys.copyright != "", sys.dont_write_bytecode in (True, False), sys.getsizeof([]) > 0, sys.intern("a" + "b") is sys.intern("ab"), sys.is_finalizing(), sys.getswitchinterval(), sys.call_tracing.__name__ if hasattr(sys, "call_tracing") else "", sys.stdlib_module_names >= {"os", "json"})
try: sys.intern(5)
except TypeError as e: print(e)
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, sys.exception().args)
sys.stdout.write("written\n")
sys.stdout.flush()
print(sys.stdout.write("") , sys.displayhook.__name__, sys.excepthook.__name__, sys.__stdout__ is sys.stdout, sys.stderr.name, sys.stdout.mode if hasattr(sys.stdout, "mode") else "w")
sys.displayhook(5)
sys.displayhook(None)
import builtins
print(builtins._)
sys.ps1 if hasattr(sys, "ps1") else None
sys.setswitchinterval(0.01)
print(sys.getswitchinterval(), sys.orig_argv != [], sys.prefix != "", sys.pycache_prefix, sys.warnoptions, sys._getframe().f_lineno, sys.get_asyncgen_hooks().firstiter, sys.gettrace(), sys.getprofile(), sys.breakpointhook.__name__, sys.unraisablehook.__name__)
def tracer(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    return tracer
log = []
def traced(x):
    y = x + 1
    return y
sys.settrace(tracer)
traced(1)
sys.settrace(None)
print(log)
