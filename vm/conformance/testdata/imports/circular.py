# Circular imports: partially initialised modules, and what works later
import sys, os
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pkgs"))
import circ_a
import circ_b
print(circ_b.later(), circ_a.circ_b is circ_b, circ_b.circ_a is circ_a)
try: circ_a.zzz
except AttributeError as e: print(e)
