"""Why ten threads that wait are faster than one.

    minipy examples/threads/io_bound.py

A thread that waits (for the network, a disk, a timer) lets the others have the interpreter's lock. Ten waits of
half a second then take half a second, not five.
"""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(page):
    time.sleep(0.5)             # stands for a server's answer
    return f"page {page}"


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=10) as pool:
    pages = list(pool.map(fetch, range(10)))
took = time.perf_counter() - start

print(pages[0], "...", pages[-1])
print("one after the other it would take 5 s; it took less than half of that:", took < 2.5)


def unreliable(page):
    if page == 2:
        raise OSError(f"no answer for page {page}")
    return fetch(page)


# A future holds what its call has returned or raised.
with ThreadPoolExecutor(max_workers=4) as pool:
    futures = {pool.submit(unreliable, page): page for page in range(4)}
    results = {}
    for future in as_completed(futures):
        try:
            results[futures[future]] = future.result()
        except OSError as e:
            results[futures[future]] = f"failed: {e}"
for page, result in sorted(results.items()):
    print(page, result)
