# Comments in all places; backslash continuation; blank lines in blocks
# first
x = 1  # trailing
#no space
def f(  # after paren
    a,  # after arg

    # own line
    b=2,  # default
):  # after colon
    # first in body

    # blank above
    return a + b  # result
    # after return
print(f(1))
l = [  # list
    1,
    # comment
    2,  # two

    3
    # last
]  # end
d = {
    # comment first
    "k": 1,
}
print(l, d)
if x:
    pass
    # in block
# dedented
else:
    pass
y = 1 + \
    2 + \
    3
print(y, \
      "z")
assert x == 1, \
    "message"
from math import pi, \
    floor
if x == 1 and \
        y == 6 \
        or False: print("ok")
s = "a # not comment" \
    "b"
print(s)
	# tab before comment
        # spaces before comment
for i in range(2): # loop
    # inside

    print(i)
# end
class C: # class
    # nothing else
    x = 1 # attr
    # done
print(C.x, """
# inside string
""".strip())
with open(__file__) as f1, \
        open(__file__): pass
def g(): # one
    return 1; # two
print(g()) ; # three
x = \
    5
print(x)
#last line without newline
