print("circ_b start")
import circ_a
print("in b, a has x:", hasattr(circ_a, "x"))
y = "y of b"
try:
    from circ_a import x
except ImportError as e:
    print(str(e).split(" (/")[0])
def later(): return circ_a.x
print("circ_b end")
