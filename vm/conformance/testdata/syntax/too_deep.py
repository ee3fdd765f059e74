# Nesting too deep is a SyntaxError, RecursionError or MemoryError, never a crash
def kind(s):
    try:
        compile(s, "<deep>", "exec")
        return "ok"
    except (SyntaxError, RecursionError, MemoryError) as e:
        return "refused"
n = 100000
print(kind("(" * n + ")" * n), kind("[" * n + "]" * n), kind("{" * n), kind("-" * n + "1"), kind("not " * n + "1"), kind("(" * n), kind(")" * n), kind("f(" * n + ")" * n), kind("x[" * n + "]" * n), kind("lambda: " * n + "1"), kind("~" * n + "1"), kind("1 if 1 else " * n + "1"), kind("a = " * 10 + "1"), kind("(" * 50 + ")" * 50), kind("[" * 50 + "]" * 50), kind("1" + " + 1" * 1000), kind("'a' " * 1000), kind("x." * 500 + "y"), kind("f()" + "()" * 90), kind("a" + "[0]" * 90))
def blocks(n):
    return "".join(" " * i + "if 1:\n" for i in range(n)) + " " * n + "x = 1\n"
print(kind(blocks(50)), kind(blocks(101)), kind(blocks(15)))
for s in ("(" * 201, "(" * 300 + ")" * 300):
    try: compile(s, "f", "exec")
    except SyntaxError as e: print(e.msg)
try: compile(blocks(101), "f", "exec")
except SyntaxError as e: print(type(e).__name__, e.msg)
try: compile("".join(" " * i + "for x in y:\n" for i in range(21)) + " " * 21 + "pass\n", "f", "exec")
except SyntaxError as e: print(e.msg)
try: compile("".join(" " * i + "while x:\n" for i in range(20)) + " " * 20 + "pass\n", "f", "exec"); print("20 is fine")
except SyntaxError as e: print(e.msg)
