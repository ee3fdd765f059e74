# Writing and reading files line by line, appending, binary, with errors
import os
path = f"/tmp/minipy-test-file-{os.getpid()}"
with open(path, "w") as f:
    for i in range(5): print(i, i * i, file=f)
    f.write("é\n")
with open(path) as f: rows = [l.split() for l in f]
print(rows, sum(int(r[1]) for r in rows if len(r) == 2))
with open(path, "a") as f: f.writelines(["more\n", "last"])
with open(path) as f:
    print(f.readline().strip(), len(f.readlines()), repr(f.read()))
with open(path, "rb") as f:
    data = f.read()
    print(len(data), data[:4], data.count(b"\n"), f.seek(4), f.read(3))
print(os.path.getsize(path) == len(data), os.path.exists(path))
os.rename(path, path + ".bak")
try: open(path)
except FileNotFoundError as e: print(e.strerror, e.errno)
with open(path + ".bak", "r+") as f:
    f.seek(0, 2)
    f.write("!")
    f.seek(0)
    print(f.read()[-5:])
os.remove(path + ".bak")
print(os.path.exists(path + ".bak"))
