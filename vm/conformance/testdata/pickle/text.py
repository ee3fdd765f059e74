# str: short and long, escapes of protocol 0, lone surrogates.
import pickle
texts = ['', 'a', 'abc', 'é', 'naïve', '\u20ac', '\U0001f600', '\ud800', 'x\udfffy', 'line\nback\\slash\r\0\x1a', 'x' * 255, 'x' * 256,
         'é' * 127, 'é' * 128, '\x80\xff\u0100', "quote' \"", '\\u0041']
for s in texts:
    for proto in range(6):
        data = pickle.dumps(s, proto)
        print(ascii(s)[:30], proto, len(data), data[:60], pickle.loads(data) == s)
for data in (b'V\\u20ac\\U0001f600\\n\n.', b'V\n.', b'X\x02\0\0\0\xc3\xa9.', b'\x8c\x03\xed\xa0\x80.', b'\x8d\x01\0\0\0\0\0\0\0z.'):
    print(data, ascii(pickle.loads(data)))
for data in (b'\x8c\x01\xff.', b'X\x02\0\0\0\xc3\x28.', b'V\\ud83\n.'):
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
