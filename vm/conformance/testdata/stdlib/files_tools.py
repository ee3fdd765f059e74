import os, shutil, tempfile, glob, fnmatch, stat, linecache

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))

base = tempfile.mkdtemp(prefix='pre', suffix='suf')
print(os.path.basename(base).startswith('pre'), base.endswith('suf'), oct(os.stat(base).st_mode & 0o777))
try:
    os.makedirs(base + '/src/sub')
    for n in ('a.txt', 'b.py', '.hid', 'sub/c.txt'):
        with open(f'{base}/src/{n}', 'w') as f:
            f.write(n)
    shutil.copytree(base + '/src', base + '/dst', ignore=shutil.ignore_patterns('*.py'))
    tree = lambda d: sorted(os.path.relpath(os.path.join(r, x), d) for r, ds, fs in os.walk(d) for x in ds + fs)
    print(tree(base + '/dst'))
    show(lambda: shutil.copytree(base + '/src', base + '/dst'))
    shutil.copytree(base + '/src', base + '/dst', dirs_exist_ok=True)
    print(tree(base + '/dst'))
    print(os.path.basename(shutil.copy(base + '/src/a.txt', base)), os.path.basename(shutil.copy2(base + '/src/b.py', base + '/renamed')))
    show(lambda: shutil.copyfile(base + '/a.txt', base + '/a.txt'))
    show(lambda: shutil.copyfile(base + '/none', base + '/x'))
    print(os.path.basename(shutil.move(base + '/renamed', base + '/dst')), tree(base + '/dst')[-3:])
    show(lambda: shutil.move(base + '/a.txt', base + '/dst'))
    show(lambda: shutil.move(base + '/dst', base + '/dst/sub'))
    os.chdir(base + '/src')
    print(sorted(glob.glob('*')), sorted(glob.glob('**', recursive=True)), sorted(glob.glob('**/*.txt', recursive=True)), glob.glob('nope*'), sorted(glob.glob('.*')), sorted(glob.glob('*', include_hidden=True)), glob.glob('sub/'), sorted(glob.glob('*.txt', root_dir=base + '/dst')))
    print(glob.escape('a[b]*?'), glob.has_magic('a*'), list(glob.iglob('[ab].*')) != [])
    shutil.rmtree(base + '/dst')
    show(lambda: shutil.rmtree(base + '/dst'))
    shutil.rmtree(base + '/dst', ignore_errors=True)
    print(shutil.which('sh') is not None, shutil.which('no-such-command-x'), shutil.get_terminal_size((50, 20)) is not None, shutil.disk_usage('/').total > 0)
    with tempfile.NamedTemporaryFile('w+', dir=base, suffix='.tmp') as f:
        f.write('text'); f.flush(); f.seek(0)
        name = f.name
        print(f.read(), os.path.exists(name), name.endswith('.tmp'))
    print(os.path.exists(name))
    with tempfile.TemporaryFile(dir=base) as f:
        f.write(b'bin'); f.seek(0); print(f.read())
    with tempfile.TemporaryDirectory(dir=base) as d:
        open(d + '/x', 'w').close()
        print(os.path.isdir(d))
    print(os.path.exists(d))
    with tempfile.SpooledTemporaryFile(max_size=5) as s:
        s.write(b'abc'); print(s._rolled); s.write(b'defg'); print(s._rolled); s.seek(0); print(s.read())
    fd, path = tempfile.mkstemp(dir=base)
    os.write(fd, b'x'); os.close(fd)
    print(os.path.getsize(path), oct(os.stat(path).st_mode & 0o777), tempfile.gettempprefix())
    print(stat.filemode(os.stat(base).st_mode), stat.S_ISDIR(os.stat(base).st_mode), stat.filemode(0o104755), stat.filemode(0o120777), stat.S_IMODE(0o100644))
    with open(base + '/l.py', 'w') as f:
        f.write('one\ntwo\nthree')
    print(linecache.getlines(base + '/l.py'), repr(linecache.getline(base + '/l.py', 2)), repr(linecache.getline(base + '/l.py', 9)), linecache.getline('nofile', 1) == '')
    with open(base + '/l.py', 'w') as f:
        f.write('changed!!\n')
    linecache.checkcache()
    print(linecache.getlines(base + '/l.py'))
finally:
    os.chdir('/')
    shutil.rmtree(base)
for n, p in (('abc', 'a*'), ('abc', '?b?'), ('abc', '[!a]*'), ('a]c', 'a[]]c'), ('ABC', 'abc'), ('a-b', 'a[-]b'), ('a5', 'a[0-9]'), ('[x', '[x'), ('aXb', 'a[!a-z]b'), ('', '*')):
    print(fnmatch.fnmatchcase(n, p), end=' ')
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.translate('*.py'), fnmatch.translate('a?[!b]*c*'))
