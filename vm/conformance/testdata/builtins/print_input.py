# print: sep, end, file, flush; input from a replaced sys.stdin
import io, sys
print()
print(1, "a", None, [1], sep="-")
print("x", end="")
print("y", "z", sep="", end="!\n")
print(*[1, 2], *"ab", sep=", ")
print("a", "b", sep=None, end=None)
print("multi\nline", "tab\t.", sep="\n")
buf = io.StringIO()
print("to file", 5, file=buf)
print("again", file=buf, end="")
print(repr(buf.getvalue()))
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print("a", 1, file=w)
print(file=w)
print(w.parts)
def attempt(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
attempt(print, sep=5)
attempt(print, end=5)
attempt(print, "a", file=5)
attempt(print, foo=1)
attempt(print, "a", flush=True, file=w)
attempt(print, file=None, end="")
class Flush(W):
    def flush(self): self.parts.append("FLUSH")
f = Flush()
print("q", file=f, flush=True)
print(f.parts)
class Bad:
    def __str__(self): raise ValueError("no str")
attempt(print, "before", Bad())
saved = sys.stdout
sys.stdout = buf2 = io.StringIO()
print("captured")
sys.stdout = saved
print(repr(buf2.getvalue()))
sys.stdout = None
print("goes nowhere")
sys.stdout = saved
sys.stdin = io.StringIO("first\nsecond line \n\nno newline")
print(repr(input()), repr(input("prompt> ")), repr(input()), repr(input()))
attempt(input)
sys.stdin = None
attempt(input)
sys.stdin = io.StringIO("a\nb\n")
print([line for line in sys.stdin], sys.stdin.readline() == "")
sys.stdin = io.StringIO("1 2 3\n4 5\n")
print(sum(map(int, input().split())), sys.stdin.read().split())
sys.stdin = sys.__stdin__
