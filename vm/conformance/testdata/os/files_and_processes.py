# os: files, folders, descriptors, environment, small processes, messages
import os
_home = os.getcwd()
_tmp = '/tmp/minipy_test_%d' % os.getpid()
os.mkdir(_tmp)
os.chdir(_tmp)
import os, sys, errno
d = 'top'
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', repr(r))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'errno', None), getattr(e, 'filename', None), getattr(e, 'filename2', None))
os.mkdir(d); os.chdir(d); d = os.getcwd(); print(os.path.basename(d), type(os.getcwdb()).__name__)
t(os.mkdir, '../top'); t(os.mkdir, 'a/b'); t(os.makedirs, 'a/b/c'); t(os.makedirs, 'a/b/c'); t(os.makedirs, 'a/b/c', exist_ok=True); t(os.makedirs, 'a/b/c/.')
open('a/f1', 'w').write('hello'); open('a/b/f2', 'w').write('x' * 100)
print(sorted(os.listdir()), sorted(os.listdir('a')), sorted(os.listdir(b'a')), os.listdir('a/b/c')); t(os.listdir, 'nope'); t(os.listdir, 'a/f1'); t(os.listdir, 3.5)
for r, ds, fs in os.walk('.'): print(r, sorted(ds), sorted(fs))
for r, ds, fs in os.walk('a', topdown=False): print(r, sorted(ds), sorted(fs))
print(list(os.walk('nope')))
with os.scandir('a') as it:
    for e in sorted(it, key=lambda e: e.name): print(e, e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else '', e.inode() == e.stat().st_ino, os.fspath(e))
t(os.scandir, 'nope')
st = os.stat('a/f1'); print(st.st_size, st[6], oct(st.st_mode), st.st_nlink, len(st), type(st).__name__, st.st_uid == os.getuid(), st == os.stat('a/f1'), tuple(st)[:1] == (st.st_mode,))
t(os.stat, 'nope'); t(os.lstat, 'nope'); t(os.fstat, 999); t(os.stat, 1.5); t(os.stat, 'a\0'); t(os.stat)
os.symlink('f1', 'a/ln'); print(os.readlink('a/ln'), os.path.islink('a/ln'), os.lstat('a/ln').st_size, os.stat('a/ln').st_size, os.path.realpath('a/ln') == d + '/a/f1', os.readlink(b'a/ln')); t(os.readlink, 'a/f1'); t(os.symlink, 'x', 'a/ln')
os.link('a/f1', 'a/f3'); print(os.stat('a/f1').st_nlink, os.path.samefile('a/f1', 'a/f3'), os.path.samefile('a/f1', 'a/b/f2')); t(os.link, 'nope', 'x')
os.rename('a/f3', 'a/f4'); print(os.path.exists('a/f3'), os.path.exists('a/f4')); t(os.rename, 'nope', 'z'); os.replace('a/f4', 'a/b/f2'); print(os.path.getsize('a/b/f2')); t(os.rename, 'a', 'a/b/q')
os.chmod('a/f1', 0o600); print(oct(os.stat('a/f1').st_mode)); t(os.chmod, 'nope', 0o600); t(os.chmod, 'a/f1', 'x'); os.utime('a/f1', (1000, 2000.5)); print(os.stat('a/f1').st_atime, os.path.getmtime('a/f1'), os.stat('a/f1').st_mtime_ns); os.utime('a/f1', ns=(5, 7)); print(os.stat('a/f1').st_mtime_ns); os.utime('a/f1'); print(os.stat('a/f1').st_mtime > 1e9); t(os.utime, 'nope'); t(os.utime, 'a/f1', 5); t(os.utime, 'a/f1', (1,2), ns=(1,2)); t(os.utime, 'a/f1', ns=3)
print(os.access('a/f1', os.R_OK), os.access('nope', os.F_OK), os.access('a/f1', os.X_OK))
t(os.remove, 'nope'); t(os.unlink, 'a'); t(os.rmdir, 'a'); t(os.rmdir, 'nope'); t(os.rmdir, 'a/f1'); os.removedirs('a/b/c'); print(os.path.exists('a/b/c'), os.path.exists('a/b')); os.renames('a/b/f2', 'n/m/f5'); print(os.path.exists('a/b'), os.path.exists('n/m/f5')); t(os.truncate, 'n/m/f5', 2); print(os.path.getsize('n/m/f5'))
fd = os.open('fdf', os.O_RDWR | os.O_CREAT, 0o644); print(os.write(fd, b'hello world'), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.lseek(fd, 0, 1), os.fstat(fd).st_size, os.get_inheritable(fd)); os.ftruncate(fd, 3); print(os.pread(fd, 10, 0), os.pwrite(fd, b'ZZ', 1), os.pread(fd, 10, 0)); os.fsync(fd); fd2 = os.dup(fd); print(fd2 != fd); os.close(fd2); t(os.close, fd2); t(os.read, fd2, 3); t(os.write, fd2, b''); t(os.write, fd, 'x'); t(os.open, 'nope', os.O_RDONLY); os.set_inheritable(fd, True); print(os.get_inheritable(fd), os.isatty(fd)); f = os.fdopen(fd, 'r'); print(f.read()); f.close()
r, w = os.pipe(); os.write(w, b'pipe'); os.close(w); print(os.read(r, 10), os.read(r, 10)); os.close(r)
r, w = os.pipe(); os.dup2(w, 50); os.write(50, b'q'); print(os.read(r, 1)); [os.close(x) for x in (r, w, 50)]
print(os.umask(0o022), os.umask(0o022)); print(os.getpid() == os.getpid(), os.getppid() > 0, os.getuid() == os.geteuid(), os.getgid() == os.getegid(), os.cpu_count() > 0, len(os.urandom(7)), type(os.urandom(1)).__name__)
os.environ['MINI_X'] = 'val\u00e9'; print(os.environ['MINI_X'], os.getenv('MINI_X'), os.getenv('NOPE'), os.getenv('NOPE', 5), os.environb[b'MINI_X'], 'MINI_X' in os.environ, os.environ.get('zz', 1)); del os.environ['MINI_X']; t(lambda: os.environ['MINI_X']); t(os.environ.__delitem__, 'MINI_X'); t(os.environ.__setitem__, 'a', 3); t(os.environ.__setitem__, 3, 'a'); t(os.putenv, 'a=b', 'c'); t(os.environ.pop, 'NOPE', 7); t(os.environ.setdefault, 'SD', 'x'); print(type(os.environ), isinstance(os.environ.copy(), dict), len(os.environ) == len(list(os.environ)), repr(os.environ)[:8])
print(os.system('exit 3'), os.WEXITSTATUS(os.system('exit 3')), os.waitstatus_to_exitcode(os.system('exit 4')), os.system('kill -9 $$'), os.WIFSIGNALED(9), os.WTERMSIG(9), os.WIFEXITED(0))
with os.popen('echo hi; echo there') as p: print(p.read())
p = os.popen('exit 5'); print(p.close()); p = os.popen('cat >/dev/null', 'w'); print(p.close()); t(os.popen, 3); t(os.popen, 'x', 'q'); print([l for l in os.popen('printf "a\\nb\\n"')])
print(os.strerror(2), os.strerror(0), os.strerror(9999), os.error is OSError, errno.ENOENT, errno.errorcode[2], errno.errorcode[11], errno.EWOULDBLOCK)
print(os.sep, os.altsep, os.pathsep, os.curdir, os.pardir, os.linesep == '\n', os.devnull, os.name, os.extsep, os.defpath)
class P:
    def __fspath__(self): return 'a/f1'
class Q:
    def __fspath__(self): return 3
print(os.fspath(P()), os.path.exists(P()), os.path.join(P(), 'x'), os.fspath('x'), os.fspath(b'y'), isinstance(P(), os.PathLike), issubclass(Q, os.PathLike), issubclass(int, os.PathLike), open(P()).read()); t(os.fspath, 3); t(os.fspath, Q()); t(os.stat, Q()); t(open, Q())
print(os.fsencode('h\u00e9\udcff'), os.fsdecode(b'h\xc3\xa9\xff').encode('utf-8', 'surrogateescape'), os.fsencode(b'x'), os.fsdecode('y')); t(os.fsencode, 3); open(b'x\xff', 'w').close(); print(ascii(sorted(os.listdir('.'))), sorted(os.listdir(b'.')), os.path.exists('x\udcff')); t(os.stat, 'x\ud800'); os.remove('x\udcff')
t(os.kill, 999999, 0);  t(os.get_terminal_size); t(os.getpgid, 99999999); t(os.sched_getaffinity, 99999999); print(type(os.sched_getaffinity(0)).__name__)
u = os.uname(); print(type(u).__name__, u.sysname, len(u), u[0]); x = os.times(); print(type(x).__name__, len(x)); print(os.terminal_size((80, 24)), os.terminal_size((1,2)).lines); t(os.terminal_size, 3); t(os.terminal_size, (1,)); t(os.stat_result, range(10)); t(os.stat_result, (1,))
print(os.nice(0) >= 0, os.getpriority(os.PRIO_PROCESS, 0) >= 0, os.sysconf('SC_PAGESIZE'), len(os.getloadavg()), os.get_exec_path({'PATH': 'a:b'})); t(os.sysconf, 'nope'); t(os.getlogin) if 0 else None
t(os.makedirs, ''); t(os.mkdir, None); t(os.mkdir, 'zz', 'q'); t(os.chdir, 'nope'); t(os.chdir, None); t(os.rename, 1, 2); t(os.remove); t(os.getcwd, 1); t(os.urandom, -1); t(os.urandom, 'x'); t(os.isatty, 'x'); t(os.WEXITSTATUS, 'x'); t(os.read, 0, -1); t(os.lseek, 0, 'x', 0)

os.chdir(_home)
for _root, _dirs, _files in os.walk(_tmp, topdown=False):
    for _n in _files: os.remove(os.path.join(_root, _n))
    for _n in _dirs:
        _p = os.path.join(_root, _n)
        (os.remove if os.path.islink(_p) else os.rmdir)(_p)
os.rmdir(_tmp)
