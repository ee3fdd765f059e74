# os.path: joining, splitting, normalising
import os.path as p
for a in (("a", "b"), ("a", "/b"), ("a/", "b"), ("", "a"), ("a", ""), ("a", "b", "c"), ("/", "a"), ("a",), ("a", "..", "b")): print(a, repr(p.join(*a)))
for s in ("/a/b.txt", "a", "", "/", "a/b/", "/a", "b.tar.gz", ".hidden", "a/.x", "a.b/c", "...", "a.", "//a//b", "./a/../b/./c", "../../x", "/../a", "a//b/", "~x", "a/b/../../..", "x/./y", "//", "///a"):
    print(repr(s), p.split(s), repr(p.basename(s)), repr(p.dirname(s)), p.splitext(s), repr(p.normpath(s)), p.isabs(s))
print(p.commonpath(["/a/b", "/a/c"]), p.commonprefix(["/abc", "/abd"]), p.commonprefix([]), p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.relpath("x/y", "x"), p.abspath("/a/../b"), p.expanduser("plain"), p.expandvars("$NOPE_X/${NOPE_Y}"), p.normcase("A/b"), p.splitdrive("/a/b"), p.join(b"a", b"b"), p.samefile("/", "/"), p.exists("/nope"), p.isfile("/"), p.ismount("/"), p.lexists("/"))
for bad in (lambda: p.join("a", b"b"), lambda: p.join("a", 5), lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.relpath(""), lambda: p.basename(5), lambda: p.getsize("/nope/x"), lambda: p.exists(None), lambda: p.splitext(None)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
