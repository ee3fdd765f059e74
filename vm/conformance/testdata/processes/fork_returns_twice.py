import os, sys
x = [1, 2, {'a': 3}]
def f():
    pid = os.fork()
    if pid == 0:
        print("child", x, os.getppid() != 0)
        x.append(4)
        print(x)
        sys.exit(7)
    else:
        p, st = os.waitpid(pid, 0)
        print("parent", p == pid, os.waitstatus_to_exitcode(st), x)
f()
print("end", os.getpid() > 0)
