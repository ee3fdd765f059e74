# Codecs from bytes to bytes, and rot13.
import codecs
for n in ['hex','base64','quopri','uu']:
    e=codecs.encode(b'hello = \xff\tworld '*9,n); print(n,e, codecs.decode(e,n)==b'hello = \xff\tworld '*9)
print(codecs.encode('Hello','rot13'), codecs.getencoder('hex')(b'a'), codecs.getdecoder('base64')(b'YQ=='))
for f in (lambda: codecs.encode('é','base64'), lambda: codecs.decode(b'a','base64'), lambda: codecs.decode(b'zz','hex'), lambda: codecs.decode(b'x','uu')):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
