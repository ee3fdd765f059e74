# Source layout: continuation lines, semicolons, comments, blank lines, form feeds, encodings
x = 1 + \
    2
print(x); y = 3; print(y);
if x: pass; z = 1; print("one line", z)
print((1 +
       2  # comment inside
       + 3), [
    1,

    2,
], {"a":
    1})
if True:
    # comment at another indent
        # deeper comment
    print("body")
# dedented comment
    print("still body")
def f(a,
      b=2,
      *args,
      c,
      **kw,
      ): return (a, b, args, c, kw)
print(f(1,
        c=3,
        ))
while x > 0: x -= 1
else: print("else on one line")
for i in (1,2): print(i, end=" ")
print("a" "b"
      'c' """d""")
def g(): return 1; print("unreachable")
class A: a = 1; b = 2
print(g(), A.a + A.b)
if 1:
  if 2:
        print("deep")
  print("shallow")
lst = [1,2,
3,
        4]
print(lst, 1if x else 2)
try: print("try")
except: pass
else: print("tryelse")
finally: print("fin")
s = '''a
  b\
c'''
print(repr(s), "x\
y", r"x\
y" == "x\\\ny")
ns = {}
exec("a = 1\r\nb = 2\rc = 3\n\n\n", ns)
exec("if a:\r\n  d = 4\r\n", ns)
exec("\x0ce = 5\n\x0c\nf = 6", ns)
exec("# only comment", ns)
exec("", ns)
exec("\n\n   \n\t\n", ns)
exec("g = 7 # trailing", ns)
exec("if 1:\n\th = 8\n\ti = 9", ns)
exec("if 1:\n  j = 10", ns)
exec("def k():\n  return 1\n  # end", ns)
exec("\\\nl = 1", ns)
exec("m = (1\n\n\n)", ns)
exec("n = 'a' \\\n'b'", ns)
print({k: v for k, v in ns.items() if isinstance(v, (int, str)) and k != "__builtins__"})
if (x == 0 and
    y == 3): print("cond")
with open(__file__) as fh, \
     open(__file__) as fh2: print(fh.readline() == fh2.readline())
assert x == 0, \
    "msg"
