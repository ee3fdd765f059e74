import io, tokenize
for b in (b'', b'x\n', b'# coding: latin-1\nx\n', b'#!/bin/sh\n# -*- coding: utf-8 -*-\n', b'\xef\xbb\xbfx\n', b'\xef\xbb\xbf# coding: utf-8\n', b'\xef\xbb\xbf# coding: latin-1\n', b'# coding: nope\n', b'\xff\n', b'x\n# coding: latin-1\n', b'\n# coding=cp1252\n', b'# vim: set fileencoding=UTF-8-unix :\n', b'# coding: ISO_8859-1-x\n', b'# coding: ascii\n# coding: latin-1\n'):
    try:
        enc, lines = tokenize.detect_encoding(io.BytesIO(b).readline)
        print(b, enc, lines)
        print([t.string for t in tokenize.tokenize(io.BytesIO(b).readline)])
    except (SyntaxError, LookupError) as e:
        print(b, type(e).__name__, e)
def lines():
    yield b'a = 1\n'
print([(t.type, t.string) for t in tokenize.tokenize(lines().__next__)])
