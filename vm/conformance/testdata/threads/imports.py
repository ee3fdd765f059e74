# A module is executed once, whoever comes first.
import os
import sys
import tempfile
import threading

with tempfile.TemporaryDirectory() as d:
    with open(os.path.join(d, 'slow_module.py'), 'w') as f:
        f.write('import time\nbegun = True\ntime.sleep(0.03)\nimport threading\nname = threading.current_thread().name\nended = True\n')
    sys.path.insert(0, d)
    got = []

    def work():
        import slow_module
        got.append((slow_module.ended, slow_module.name))

    ts = [threading.Thread(target=work) for _ in range(6)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    print(len(got), len(set(got)))
