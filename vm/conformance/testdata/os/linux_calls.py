# system calls of Linux that os has
import errno
import os
import select
import tempfile
import warnings

tmp = tempfile.mkdtemp()
os.chdir(tmp)


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except OSError as e:
        return type(e).__name__, errno.errorcode[e.errno], e.filename
    except Exception as e:
        return type(e).__name__, str(e)


with open('a', 'wb') as f:
    f.write(b'0123456789' * 3)
src, dst = os.open('a', os.O_RDONLY), os.open('b', os.O_RDWR | os.O_CREAT)
print(os.copy_file_range(src, dst, 12), os.copy_file_range(src, dst, 5, offset_src=1), os.copy_file_range(src, dst, 4, 0, 2), os.lseek(src, 0, 1))
print(open('b', 'rb').read())
print(attempt(os.copy_file_range, src, dst, -1), attempt(os.copy_file_range, src, 999, 1))
r, w = os.pipe()
print(os.splice(src, w, 6), os.splice(src, w, 3, offset_src=1), os.read(r, 100), attempt(os.splice, src, dst, 3))
parts = [bytearray(3), bytearray(4)]
print(os.preadv(src, parts, 2), parts, os.pwritev(dst, [b'AB', b'CD'], 1), os.pread(dst, 8, 0), attempt(os.preadv, src, [b'x'], 0))
print(os.posix_fallocate(dst, 0, 100), os.fstat(dst).st_size, os.posix_fadvise(dst, 0, 0, os.POSIX_FADV_WILLNEED), attempt(os.posix_fallocate, -42, 0, 1))
print(os.lockf(dst, os.F_LOCK, 4), os.lockf(dst, os.F_TEST, 4), os.lockf(dst, os.F_ULOCK, 4), attempt(os.lockf, dst, 99, 4))
os.lseek(dst, 0, 0)
os.lockf(dst, os.F_LOCK, 4)
if not os.fork():
    print(attempt(os.lockf, dst, os.F_TEST, 4), attempt(os.lockf, dst, os.F_TLOCK, 4) in [('BlockingIOError', 'EAGAIN', None)], flush=True)
    os._exit(0)
os.wait()

fd = os.eventfd(3, os.EFD_SEMAPHORE | os.EFD_CLOEXEC | os.EFD_NONBLOCK)
print(os.eventfd_read(fd), os.eventfd_write(fd, 2), [os.eventfd_read(fd) for _ in range(4)], attempt(os.eventfd_read, fd))
fd = os.eventfd(0, os.EFD_NONBLOCK)
print(os.eventfd_write(fd, 2**64 - 2), os.eventfd_read(fd), attempt(os.eventfd_write, fd, 2**64), attempt(os.eventfd_write, fd, -1)[0])
fd = os.memfd_create('x', os.MFD_CLOEXEC)
print(os.write(fd, b'memory'), os.pread(fd, 9, 0), os.get_inheritable(fd))

print(attempt(os.getxattr, 'a', 'user.x'), os.listxattr('a'))
first = attempt(os.setxattr, 'a', 'user.x', b'value' * 100)
if first is None:   # where the file system has them
    print(os.getxattr('a', b'user.x') == b'value' * 100, os.listxattr(src), attempt(os.setxattr, 'a', 'user.x', b'', os.XATTR_CREATE),
          os.removexattr('a', 'user.x'), attempt(os.removexattr, src, 'user.x', follow_symlinks=False))
else:
    print(True, ['user.x'], ('FileExistsError', 'EEXIST', 'a'), None, ('ValueError', 'removexattr: cannot use fd and follow_symlinks together'))

print(len(os.getresuid()), len(os.getresgid()), os.getresuid()[0] == os.getuid(), os.setresuid(-1, -1, -1), os.setresgid(-1, -1, -1))
print(os.getgrouplist('nobody-is-called-so', 7), attempt(os.setgroups, [-2]), attempt(os.setgroups, ['x']), attempt(os.setgroups, 3))
print(os.sched_get_priority_max(os.SCHED_RR), os.sched_get_priority_min(os.SCHED_RR), os.sched_getscheduler(0) == os.SCHED_OTHER, attempt(os.sched_get_priority_max, 99),
      os.sched_rr_get_interval(0) >= 0)
a, b = os.openpty()
print(os.isatty(a), os.isatty(b), os.ttyname(b).startswith('/dev/pts/'), os.get_inheritable(a), attempt(os.tcsetpgrp, 999, 1), attempt(os.ttyname, 999), attempt(os.ttyname, src))
os.mknod('fifo', 0o600 | 0o010000)
os.mkfifo('fifo2', dir_fd=os.open('.', os.O_RDONLY))
import stat
print(stat.S_ISFIFO(os.stat('fifo').st_mode), stat.S_ISFIFO(os.stat('fifo2').st_mode), os.mkfifo in os.supports_dir_fd, os.mknod in os.supports_dir_fd)
print(os.pathconf('.', 'PC_NAME_MAX'), os.fpathconf(src, 'PC_PIPE_BUF'), attempt(os.pathconf, 'nowhere', 0), attempt(os.fpathconf, 999, 0), attempt(os.pathconf, '.', 'x'), attempt(os.fpathconf, 0, 1.5))
print(os.confstr('CS_PATH'), attempt(os.confstr, 'CS_garbage'))
print(os.makedev(3, 5), os.major(773), os.minor(773), attempt(os.major, -1)[0], attempt(os.fchown, src, -2, -1), os.fchown(src, -1, -1))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(os.stat(bytearray(b'a')).st_size, os.listdir(memoryview(b'.'))[0].__class__, attempt(os.unlink, bytearray(b'no')))
    print([str(w.message) for w in seen], seen[0].category)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    print(attempt(os.stat, bytearray(b'a')), attempt(os.stat, 1.5))

childfile = os.open('c', os.O_WRONLY | os.O_CREAT)
pid = os.posix_spawn('/bin/echo', ['echo', 'spawned'], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, childfile, 1)])
print(os.waitpid(pid, 0)[1], open('c').read(), attempt(os.posix_spawn, '/bin/echo', ['x'], {}, resetids=None))
for bad in {}, {'before': 1}, {'before': len, 'after_in_child': 2}, {'after_in_parent': 'x'}, {'nothing': len}:
    print(attempt(os.register_at_fork, **bad))
