# os.path on str and bytes
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
import os.path as p
def t(f, *a, **k):
    try: print(f.__name__, a, '->', repr(f(*a, **k)))
    except BaseException as e: print(f.__name__, a, type(e).__name__, e)
P = ['', '/', '//', '///', 'a', 'a/', '/a', '/a/', 'a/b', 'a//b', '/a/b/c', '../a', './a', '..', '.', 'a/..', 'a/../..', '/..', '//a/b', '///a', 'a.txt', '.bashrc', 'a/.x', '.x.y', '...', 'a.b.c', 'a./b', '..a', '....a.b', 'd.d/f', 'a/b/../c/./d//e/', '~', '~/x', '~nosuchuser/x', '$HOME', '${HOME}x', '$', '${', '$NOPE/x', '${NOPE}', '$$', 'caf\u00e9/\u20ac.txt']
os.environ['HOME'] = '/home/me'
for x in P:
    for f in (p.split, p.basename, p.dirname, p.splitext, p.splitdrive, p.normpath, p.normcase, p.isabs, p.expanduser, p.expandvars): t(f, x)
    t(p.split, os.fsencode(x)); t(p.normpath, os.fsencode(x)); t(p.splitext, os.fsencode(x))
for a in (('a', 'b'), ('a/', 'b'), ('a', '/b'), ('a',), ('', 'b'), ('a', ''), ('a', '', 'b'), ('/', 'a'), ('a', 'b', 'c/', 'd'), (b'a', b'b'), ('a', b'b'), (b'a', 'b'), (3,), ('a', 3), ('a', None), (b'', b'x')): t(p.join, *a)
for f in (p.split, p.basename, p.exists, p.isdir, p.isfile, p.islink, p.getsize, p.normpath, p.expanduser, p.ismount, p.lexists, p.splitext, p.isabs):
    for x in (None, 3.5, [], 'a\0b'): t(f, x)
t(p.exists, 0); t(p.exists, 9999); t(p.exists, -5); t(p.exists, True)
os.chdir('/usr/lib')
for x in ('a', '../x', '/q/../z', '', '.', b'b'): t(p.abspath, x); t(p.realpath, x)
for a in (('/a/b/c', '/a'), ('/a', '/a/b/c'), ('/a/b', '/a/b'), ('a', 'b'), ('x/y', '.'), ('',), ('/a', '/'), ('a/b', 'a/c/d'), (b'/a/b', b'/a/c'), ('/a', b'/b'), (None,), ('../x',)): t(p.relpath, *a)
for a in (['/a/b', '/a/c'], ['a/b', 'a/b/c'], ['/a', 'b'], [], ['a'], ['/a/', '/a'], ['/a/b/c', '/a/b/d', '/a/x'], [b'/a', b'/a/b'], ['/a', b'/a'], ['/', '/a'], ('a/./b', 'a/b'), 3, [3], None): t(p.commonpath, a)
for a in (['/a/b', '/a/c'], ['abc', 'abd', 'ab'], [], ['x'], ['a', 'b'], [b'ab', b'ac'], [['a', 'b'], ['a', 'c']], [('a','b'),('a','b','c')], ['\u00e9a', '\u00e8b'], [3]): t(p.commonprefix, a)
print(p.ismount('/'), p.ismount('/usr/lib'), p.ismount('/proc'), p.ismount('nope'), p.sep, p.curdir, p.altsep, p.supports_unicode_filenames, p.__name__, len(p.__all__) > 30)
os.chdir(_tmp); os.mkdir('d'); _cut = len(os.path.realpath(_tmp))
for l, s in (('l1', 'l2'), ('l2', 'l1'), ('ld', 'd'), ('lx', 'nope'), ('la', '/usr/../usr')):
    try: os.symlink(s, l)
    except FileExistsError: pass
for x in ('l1', 'ld', 'ld/x', 'lx', 'la', 'l1/x', 'ld/../q'): print(x, p.realpath(x)[_cut:] if x != 'la' else p.realpath(x)); t(p.exists, x); t(p.lexists, x)
t(p.sameopenfile, 0, 0); t(p.samefile, 'd', 'ld'); t(p.samefile, 'd', 'zz'); t(p.getsize, 'zz'); t(p.getmtime, 'zz')

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
