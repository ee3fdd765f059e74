# a coroutine that is made and dropped
import sys, warnings
warnings.showwarning = lambda m, c, f, line, *rest: print(c.__name__, m, line)
warnings.simplefilter("always")
async def work(n): return n
def main():
    work(1)
    x = work(2)
    x.close()
    for i in range(2): work(3)
    [work(4).close() for _ in 'ab']
    sorted([1], key=lambda v: 0)
main()
work(5)
async def amain():
    work(6)
    await work(7)
try: amain().send(None)
except StopIteration: pass
class A:
    async def m(self, *, k): pass
A().m(k=3)
print('end')
