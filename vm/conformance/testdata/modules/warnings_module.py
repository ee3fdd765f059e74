# warnings: filters, catch_warnings, categories, once
import warnings, io, sys
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn("dep", DeprecationWarning)
    warnings.warn(RuntimeWarning("instance"))
    def f(): warnings.warn("level", stacklevel=2)
    f()
print([(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("ignore")
    warnings.warn("ignored")
    warnings.filterwarnings("always", category=FutureWarning)
    warnings.warn("keep me", FutureWarning)
    warnings.warn("drop me")
print([str(x.message) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("as error", UserWarning)
    except UserWarning as e: print(repr(e))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for _ in range(3): warnings.warn("once per place")
print(len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("once")
    for _ in range(3): warnings.warn("once only")
    warnings.warn("once only")
print(len(w))
err, sys.stderr = sys.stderr, io.StringIO()
warnings.warn_explicit("explicit", UserWarning, "file.py", 10)
text, sys.stderr = sys.stderr.getvalue(), err
print(text.strip())
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "code line"))
for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("bad"), lambda: warnings.warn("x", category=5)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    compile("x is 5", "f", "exec")
    compile("assert (1, 2)", "f", "exec")
    compile("'\\d'", "f", "exec")
print([(x.category.__name__, str(x.message)) for x in w])
