print("circ_a start")
import circ_b
x = "x of a"
print("circ_a end", circ_b.y)
