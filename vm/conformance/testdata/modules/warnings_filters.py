# warnings: filters, registries, catch_warnings
import warnings
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always'); warnings.warn('hi'); warnings.warn('dep', DeprecationWarning, stacklevel=2); warnings.warn(UserWarning('inst')); print([(str(x.message), x.category.__name__, x.lineno, x.filename == __file__) for x in log])
t(warnings.warn, 'x', int); t(warnings.warn, 'x', 3); t(warnings.warn)
with warnings.catch_warnings():
    warnings.simplefilter('error'); t(warnings.warn, 'boom'); t(warnings.warn, 'boom', RuntimeWarning); t(open, __file__, 'rb', 1)
with warnings.catch_warnings(record=True) as log:
    warnings.resetwarnings(); warnings.simplefilter('default')
    for i in range(3): warnings.warn('once per place')
    print(len(log)); warnings.simplefilter('once')
    for i in range(3): warnings.warn('o')
    warnings.warn('o'); print(len(log)); warnings.filterwarnings('ignore', 'sec'); warnings.warn('secret'); print(len(log)); warnings.simplefilter('module'); warnings.warn('m'); warnings.warn('m'); print(len(log)); warnings.warn_explicit('ex', UserWarning, 'file.py', 77); print(log[-1].filename, log[-1].lineno, log[-1])
print(warnings.filters[:2]); 
