# __future__ statements
from __future__ import division, print_function, absolute_import, unicode_literals, generators, nested_scopes, with_statement, generator_stop
import __future__
print(division, __future__.all_feature_names, __future__.annotations.compiler_flag == 1 << 24, __future__.division.getOptionalRelease())
def bad(s):
    try:
        exec(compile(s, "f", "exec"))
        print("ok")
    except SyntaxError as e: print(e.msg)
bad("from __future__ import annotations\nx: undefined = 1")
bad("'doc'\nfrom __future__ import annotations")
bad("'doc'\n'not doc'\nfrom __future__ import annotations")
bad("x = 1\nfrom __future__ import annotations")
bad("from __future__ import nope")
bad("from __future__ import braces")
bad("from __future__ import *")
bad("from __future__ import division as d; d")
bad("import os\nfrom __future__ import division")
bad("from __future__ import (division, annotations)")
bad("def f():\n  from __future__ import division")
bad("# comment\n\nfrom __future__ import division")
bad("from __future__ import barry_as_FLUFL")
bad("import __future__")
