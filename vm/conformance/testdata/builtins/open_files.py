# open: modes, reading, writing, seeking, errors, iteration, context manager
import os
d = f"/tmp/minipy-test-{os.getpid()}"
os.mkdir(d)
p = os.path.join(d, "f.txt")
with open(p, "w") as f:
    print(f.write("héllo\nworld\n"), f.mode, f.encoding.lower(), f.closed, f.writable(), f.readable(), f.name == p)
    f.writelines(["a\n", "b"])
    print("via print", file=f)
print(f.closed)
with open(p) as f: print(repr(f.read()), repr(f.read()))
with open(p) as f: print(f.readline(), f.readlines(), end="")
with open(p) as f: print([l.rstrip() for l in f], f.tell() > 0)
with open(p, "rb") as f: print(f.read(3), f.tell(), f.seek(-4, 2), f.read(), f.seek(0), f.readline(), f.mode)
with open(p, "a") as f: print(f.tell() > 0, f.write("end\n"))
with open(p, "r+") as f:
    f.write("J")
    f.seek(0)
    print(f.readline())
with open(p, "w+b") as f:
    f.write(b"0123456789")
    f.seek(2)
    f.write(b"XY")
    f.seek(0)
    print(f.read(), f.truncate(4), f.seek(0), f.read())
with open(p, "wb") as f: f.write(b"a\r\nb\rc\n")
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(p, newline=nl) as f: print(repr(nl), f.readlines())
with open(p, "w", newline="\r\n") as f: f.write("x\ny\n")
print(open(p, "rb").read())
with open(p, "w", encoding="utf-16") as f: f.write("é")
with open(p, encoding="utf-16") as f: print(f.read())
with open(p, "wb") as f: f.write(b"\xff\xfe bad")
for e in ("strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
    try:
        with open(p, encoding="utf-8", errors=e) as f: print(ascii(f.read()))
    except UnicodeDecodeError as err: print(err)
def attempt(*a, **k):
    try: open(*a, **k).close(); print("opened")
    except Exception as e: print(type(e).__name__, str(e).replace(d, "DIR"))
attempt(p, "x")
attempt(os.path.join(d, "nope"))
attempt(os.path.join(d, "nope", "deep"), "w")
attempt(d)
attempt(p, "z")
attempt(p, "rw")
attempt(p, "")
attempt(p, "r", encoding="nope")
attempt(p, "rb", encoding="utf-8")
attempt(p, "rb", errors="strict")
attempt(p, "rb", newline="")
attempt(p, newline="x")
attempt(p, "r", 0)
attempt(p, "rb", 0)
attempt(p, mode="Ub")
attempt(p, "r+w")
attempt(5.5)
attempt(None)
attempt(-1)
attempt("a\0b")
attempt(p, "w", foo=1)
attempt(os.path.join(d, "new"), "x")
f = open(p)
f.close()
f.close()
for op in ("f.read()", "f.write('x')", "f.readline()", "next(f)", "f.tell()", "f.seek(0)", "f.flush()", "f.__enter__()", "f.fileno()"):
    try: eval(op)
    except ValueError as e: print(op, e)
with open(p, "w") as f:
    for op in ("f.read()", "f.readline()", "next(f)", "f.write(b'x')", "f.write(5)", "f.write()"):
        try: eval(op)
        except Exception as e: print(op, type(e).__name__, e)
with open(p, "rb") as f:
    for op in ("f.write(b'x')", "f.read('x')", "f.seek('a')", "f.seek(0, 9)"):
        try: eval(op)
        except Exception as e: print(op, type(e).__name__, e)
with open(p, "wb") as f:
    for op in ("f.write('x')", "f.read()", "f.write(5)"):
        try: eval(op)
        except Exception as e: print(op, type(e).__name__, e)
for n in os.listdir(d): os.remove(os.path.join(d, n))
os.rmdir(d)
print(os.path.exists(d))
