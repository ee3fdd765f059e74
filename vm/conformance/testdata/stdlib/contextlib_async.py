from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext

def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value

@asynccontextmanager
async def res(name):
    print('enter', name)
    try:
        yield name
    except ValueError as e:
        print('handled', e)
    finally:
        print('exit', name)

async def main():
    async with res('a') as x:
        print('using', x)
    async with res('b'):
        raise ValueError('oops')
    async with AsyncExitStack() as st:
        await st.enter_async_context(res('c'))
        st.callback(print, 'sync cb')
        async def acb(n): print('async cb', n)
        st.push_async_callback(acb, 3)
    async def agen():
        try:
            yield 1
            yield 2
        finally:
            print('agen closed')
    async with aclosing(agen()) as it:
        async for v in it:
            print(v)
            break
    async with nullcontext(7) as n:
        print(n)
    try:
        async with res('d'):
            raise KeyError('k')
    except KeyError as e:
        print('outer', e)
    return 'done'
print(run(main()))
