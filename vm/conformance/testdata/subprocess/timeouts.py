import subprocess, time
t = time.monotonic()
for f in (lambda: subprocess.run(['sleep', '100'], timeout=0.1, capture_output=True), lambda: subprocess.call(['sleep', '100'], timeout=0.1), lambda: subprocess.check_output('echo part; exec sleep 100', shell=True, timeout=2)):
    try:
        f()
    except subprocess.TimeoutExpired as e:
        print(e, e.output, e.stderr)
p = subprocess.Popen('echo one; sleep 2; echo two', shell=True, stdout=subprocess.PIPE, text=True)
try:
    p.communicate(timeout=0.1)
except subprocess.TimeoutExpired as e:
    print(e)
print(p.communicate(), p.returncode)
p = subprocess.Popen(['sleep', '100'])
print(p.poll())
try:
    p.wait(0.05)
except subprocess.TimeoutExpired as e:
    print(e.timeout)
p.terminate()
print(p.wait(), p.poll(), time.monotonic() - t < 60)
