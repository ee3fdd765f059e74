# Python 2's names, there and back.
import pickle, _compat_pickle, functools, collections, io, copyreg
for v in (range, str, int, zip, map, functools.reduce, collections.UserDict, Exception, OSError, FileNotFoundError, ModuleNotFoundError, chr, copyreg.__newobj__, collections.OrderedDict):
    for proto in (0, 2, 3):
        for fix in (True, False):
            data = pickle.dumps(v, proto, fix_imports=fix)
            print(data, pickle.loads(data, fix_imports=fix) is v)
    print(pickle.loads(pickle.dumps(v, 2)) is v)
print(pickle.dumps([ValueError('x'), {1}, b'b', 2j], 2))
for table in (_compat_pickle.NAME_MAPPING, _compat_pickle.IMPORT_MAPPING, _compat_pickle.REVERSE_NAME_MAPPING, _compat_pickle.REVERSE_IMPORT_MAPPING):
    print(len(table), sorted(table.items())[:3], sorted(table.items())[-2:])
