# Numbers, None and bools in every protocol, byte for byte.
import pickle
values = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -128, -129, -32768, 2**31 - 1, -2**31, 2**31, -2**31 - 1,
          2**63 - 1, -2**63, 2**63, -2**63 - 1, 0.0, -0.0, 1.5, 1e300, -2.5e-10, float('inf'), -float('inf'), 1j, 2.5 - 3j]
for v in values:
    for proto in range(6):
        data = pickle.dumps(v, proto)
        back = pickle.loads(data)
        print(v, proto, data, repr(back) == repr(v) and type(back) is type(v))
nan = pickle.loads(pickle.dumps(float('nan')))
print(nan != nan, pickle.dumps(float('nan'), 0))
