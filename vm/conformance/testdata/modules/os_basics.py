# os: folders, files, environment, walk, stat, errors
import os
d = f"/tmp/minipy-test-{os.getpid()}"
os.mkdir(d)
j = os.path.join
os.mkdir(j(d, "a"))
os.makedirs(j(d, "b", "c", "d"))
for n in ("x.txt", "b/y.txt", "b/c/z.txt"):
    with open(j(d, n), "w") as f: f.write(n)
print(sorted(os.listdir(d)), os.path.isdir(j(d, "a")), os.path.isfile(j(d, "x.txt")), os.path.getsize(j(d, "x.txt")), os.stat(j(d, "x.txt")).st_size, oct(os.stat(d).st_mode)[:3])
for root, dirs, files in os.walk(d):
    dirs.sort()
    print(os.path.relpath(root, d), dirs, sorted(files))
print([r[len(d):] for r, _, _ in os.walk(d, topdown=False)][-1] == "", sorted(e.name for e in os.scandir(d) if e.is_file()), sorted((e.name, e.is_dir()) for e in os.scandir(d)))
os.rename(j(d, "x.txt"), j(d, "renamed"))
os.replace(j(d, "renamed"), j(d, "a", "moved"))
os.chmod(j(d, "a", "moved"), 0o600)
print(oct(os.stat(j(d, "a", "moved")).st_mode & 0o777), os.access(j(d, "a"), os.R_OK), os.path.exists(j(d, "x.txt")))
os.symlink(j(d, "a", "moved"), j(d, "link"))
print(os.path.islink(j(d, "link")), os.readlink(j(d, "link")) == j(d, "a", "moved"), os.path.realpath(j(d, "link")) == os.path.realpath(j(d, "a", "moved")))
os.remove(j(d, "link"))
os.rmdir(j(d, "b", "c", "d"))
def attempt(f, *a):
    try: print(f(*a))
    except OSError as e: print(type(e).__name__, str(e).replace(d, "D"), e.errno)
    except Exception as e: print(type(e).__name__, e)
attempt(os.mkdir, j(d, "a"))
attempt(os.rmdir, j(d, "b"))
attempt(os.remove, j(d, "none"))
attempt(os.remove, j(d, "a"))
attempt(os.listdir, j(d, "none"))
attempt(os.listdir, j(d, "a", "moved"))
attempt(os.stat, j(d, "none"))
attempt(os.rename, j(d, "none"), j(d, "q"))
attempt(os.makedirs, j(d, "a"))
attempt(os.chdir, j(d, "none"))
attempt(os.mkdir, "a\0b")
attempt(os.stat, 5.5)
os.makedirs(j(d, "a"), exist_ok=True)
cwd = os.getcwd()
os.chdir(d)
print(os.path.realpath(os.getcwd()) == os.path.realpath(d), sorted(os.listdir()), sorted(os.listdir(".")))
os.chdir(cwd)
os.environ["MINIPY_T"] = "v"
print(os.environ["MINIPY_T"], os.getenv("MINIPY_T"), os.getenv("NOPE_X"), os.getenv("NOPE_X", "d"), "MINIPY_T" in os.environ, os.environ.pop("MINIPY_T"), os.environ.get("MINIPY_T"))
try: os.environ["NOPE_X"]
except KeyError as e: print(repr(e))
try: os.environ["x"] = 5
except TypeError as e: print(e)
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull, isinstance(os.getpid(), int), os.fspath("p"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), isinstance(os.cpu_count(), int), len(os.urandom(8)), os.strerror(2))
fd = os.open(j(d, "fd"), os.O_CREAT | os.O_RDWR)
print(os.write(fd, b"hello"), os.lseek(fd, 0, 0), os.read(fd, 3), os.fstat(fd).st_size, os.close(fd))
attempt(os.read, fd, 1)
r, w = os.pipe()
os.write(w, b"through the pipe")
os.close(w)
print(os.read(r, 100), os.read(r, 1), os.close(r))
class P:
    def __fspath__(self): return d
print(os.path.isdir(P()), os.fspath(P()) == d)
attempt(os.fspath, 5)
for root, dirs, files in os.walk(d, topdown=False):
    for n in files: os.remove(j(root, n))
    for n in dirs: os.rmdir(j(root, n))
os.rmdir(d)
print(os.path.exists(d))
