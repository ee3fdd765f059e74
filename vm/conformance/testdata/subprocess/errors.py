import subprocess, os
for a, kw in ((['/nonexistent/prog'], {}), (['nonexistent-prog-xyz'], {}), (['ls'], dict(cwd='/nonexistent')), ([os.devnull], {}), (['/'], {}), (['ls'], dict(cwd=os.devnull)), ('nonexistent-prog-xyz', {}), ([b'/nonexistent/bytes'], {}), (['ls'], dict(executable='/nonexistent/exe')), ([], {}), ([1], {}), (['ls'], dict(env={'A=B': 'c'})), (['a\0b'], {})):
    try:
        subprocess.Popen(a, **kw)
        print('started')
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, IndexError) else '')
for e in (subprocess.CalledProcessError(1, 'cmd'), subprocess.CalledProcessError(2, ['a', 'b'], 'out', 'err'), subprocess.TimeoutExpired('cmd', 1.5), subprocess.TimeoutExpired(['x'], 2, output=b'o', stderr=b'e')):
    print(e, repr(e.output), repr(e.stdout), repr(e.stderr), e.cmd, isinstance(e, subprocess.SubprocessError))
e.stdout = 'new'
print(e.output, issubclass(subprocess.SubprocessError, Exception))
