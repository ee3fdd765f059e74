# IndentationError and TabError
def bad(source, mode="exec"):
    try:
        compile(source, "<test>", mode)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("compiled", repr(source))
for s in ("  x = 1", "x = 1\n  y = 2", "if x:\n  a\n    b", "if x:\n    a\n  b", "if x:\na", "def f():\n  x\n y", "if x:\n\ta\n        b", "if x:\n        a\n\tb", "if x:\n\ta\n\tb\n", "if 1:\n  if 2:\n  x", "class A:\n  def f(self):\n  pass", "for x in y:\n", "while x:\n# comment only\n", "try:\n  x\n except: y", "if x:\n  a\nelse:\nb", "if x:\n  a\n  else:\n  b", "\tx", "\n\n   x", "x\n\ty", "if x:\n  pass\n   # comment is fine\n", "if x: y\n  z", "with a:\nb", "match x:\ncase 1: pass", "match x:\n  case 1:\n  y", "def f():\n    '''doc'''\n  x", "if a:\n  b\n\n\n   c", "if a:\n \tb\n\t c", "async def f():\nx", "try:\nx", "try:\n  x\nexcept:\ny", "try:\n  x\nfinally:\ny", "else:\n  x", "  # only a comment", "\x0cx = 1", "if x:\n\x0c  y", "if x:\n  y\n\x0c\n  z", "(\n  x\n    )", "x = [\n1,\n   2]\n  y", "if x:\n  a;\n  b;\n   c", "if 1:\n" + " " * 5 + "a\n" + " " * 4 + "b"):
    bad(s)
