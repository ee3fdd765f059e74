"""fcntl and resource."""
import fcntl
import os
import resource
import struct
import tempfile


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


f = tempfile.TemporaryFile()
other = os.open(f'/proc/self/fd/{f.fileno()}', os.O_RDWR)
print(fcntl.fcntl(f, fcntl.F_GETFD), fcntl.fcntl(f.fileno(), fcntl.F_SETFD, 0), fcntl.fcntl(f, fcntl.F_GETFD))
print(fcntl.fcntl(f, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR)
print(fcntl.flock(f, fcntl.LOCK_EX))
attempt(fcntl.flock, other, fcntl.LOCK_SH | fcntl.LOCK_NB)
fcntl.flock(f, fcntl.LOCK_UN)
attempt(fcntl.flock, other, fcntl.LOCK_SH | fcntl.LOCK_NB)
print(fcntl.lockf(f, fcntl.LOCK_EX, 10, 5))
if os.fork() == 0:
    attempt(fcntl.lockf, other, fcntl.LOCK_EX | fcntl.LOCK_NB, 3, 6)
    attempt(fcntl.lockf, other, fcntl.LOCK_EX | fcntl.LOCK_NB, 5, 0, 0)
    lock = fcntl.fcntl(other, fcntl.F_GETLK, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
    print(type(lock), struct.unpack('hhqqi4x', lock)[:4], struct.unpack('hhqqi4x', lock)[4] == os.getppid(), flush=True)
    os._exit(0)
os.wait()
for args in (f, fcntl.LOCK_NB), (-1, fcntl.LOCK_EX), ('x', fcntl.LOCK_EX), (10 ** 20, 1), (f, 1.5), (9999, fcntl.LOCK_EX):
    attempt(fcntl.lockf, *args)
attempt(fcntl.fcntl, f, fcntl.F_GETLK, b'x' * 2000)
attempt(fcntl.fcntl, f, 9999)
attempt(fcntl.fcntl, f, 2 ** 40)
r, w = os.pipe()
os.write(w, b'12345')
FIONREAD = 0x541B
print(fcntl.ioctl(r, FIONREAD, b'\0\0\0\0'), fcntl.ioctl(r, FIONREAD, '\0\0\0\0'))
buf = bytearray(4)
print(fcntl.ioctl(r, FIONREAD, buf), buf, fcntl.ioctl(r, FIONREAD, buf, False))
attempt(fcntl.ioctl, r, FIONREAD, b'x' * 2000)
attempt(fcntl.ioctl, r, FIONREAD, 1.5)
attempt(fcntl.ioctl, r, 0xFFFFFF, 0)

soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], resource.RLIM_INFINITY)
print(resource.prlimit(0, resource.RLIMIT_CORE)[0], resource.prlimit(0, resource.RLIMIT_CORE, (0, hard))[0])
attempt(resource.getrlimit, 99)
attempt(resource.getrlimit, 'x')
attempt(resource.getrlimit)
attempt(resource.setrlimit, resource.RLIMIT_CORE, (1,))
attempt(resource.setrlimit, resource.RLIMIT_CORE, (1, 'x'))
attempt(resource.setrlimit, resource.RLIMIT_CORE, 5)
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, (100, 50))
attempt(resource.getrusage, 99)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), usage.ru_maxrss > 1000, type(usage.ru_utime), usage[2] == usage.ru_maxrss, type(usage))
print(resource.getpagesize(), resource.error is OSError)
