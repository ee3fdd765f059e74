"""Views of shared memory stay views of it in a forked child."""
import mmap, os, multiprocessing as mp
from multiprocessing import shared_memory
s=shared_memory.SharedMemory(create=True,size=100); b=s.buf; c=b[10:20]
m=mmap.mmap(-1,50); v=memoryview(m)[5:10]
def f(): b[0]=5; c[1]=6; v[0]=7
p=mp.Process(target=f); p.start(); p.join()
print(s.buf[0], s.buf[11], m[5])
c.release(); b.release(); v.release(); s.close(); s.unlink()
