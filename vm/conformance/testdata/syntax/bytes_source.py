# Source as bytes: encodings, BOM, bad UTF-8, null bytes
def attempt(b):
    ns = {}
    try:
        exec(b, ns)
        print(repr(ns.get("x")))
    except SyntaxError as e: print(type(e).__name__, e.msg)
    except Exception as e: print(type(e).__name__, e)
attempt(b"x = 'abc'")
attempt("x = 'é中'".encode())
attempt(b"\xef\xbb\xbfx = 'bom'")
attempt(b"# -*- coding: utf-8 -*-\nx = '\xc3\xa9'")
attempt(b"# coding=latin-1\nx = '\xe9'")
attempt(b"#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\nx = '\xe9'")
attempt(b"# coding: cp1252\nx = '\x80'")
attempt(b"\n\n# coding: latin-1\nx = 'ok'")
attempt(b"x = '\xff'")
attempt(b"# coding: nope-nope\nx = 1")
attempt(b"\xef\xbb\xbf# coding: latin-1\nx = 1")
attempt(b"x = 1\x00")
attempt(b"# coding: ascii\nx = '\xc3\xa9'")
attempt(b"x = b'\\xff'")
attempt(b"")
attempt(b"x = 1\r\ny = 2\r\n")
attempt("x = '\ud800'") if False else None
attempt(bytearray(b"x = 'bytearray'"))
attempt(memoryview(b"x = 'memoryview'"))
