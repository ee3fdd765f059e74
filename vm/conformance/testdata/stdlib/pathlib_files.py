import os, shutil, tempfile
from pathlib import Path

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(base), 'BASE'))

base = Path(tempfile.mkdtemp())
try:
    d = base / 'a' / 'b'
    d.mkdir(parents=True)
    show(lambda: d.mkdir())
    d.mkdir(exist_ok=True)
    show(lambda: (base / 'x' / 'y').mkdir())
    f = d / 'f.txt'
    print(f.write_text('héllo\nworld\n', encoding='utf-8'), f.read_text(encoding='utf-8'), f.exists(), f.is_file(), f.is_dir(), d.is_dir(), (d / 'no').exists())
    show(lambda: f.write_text(b'x'))
    print(f.write_bytes(b'\x00\x01'), f.read_bytes(), f.stat().st_size)
    with f.open('w') as h:
        h.write('line\n')
    with f.open() as h:
        print(h.read())
    (base / 'top.py').touch()
    (d / 'mod.py').touch()
    (base / 'a' / 'z.PY').touch()
    show(lambda: (base / 'top.py').touch(exist_ok=False))
    rel = lambda it: sorted(p.relative_to(base).as_posix() for p in it)
    print(rel(base.iterdir()), rel(base.glob('*.py')), rel(base.rglob('*.py')), rel(base.glob('**/')), rel(base.glob('a/*/m*')), rel(base.glob('*/b/../*')), rel(base.rglob('b/*.txt')), rel(base.glob('nothing/*')))
    show(lambda: list(base.glob('')))
    show(lambda: list(base.glob('/abs')))
    show(lambda: list(base.glob('a**')))
    link = base / 'link'
    link.symlink_to(f)
    print(link.is_symlink(), link.resolve() == f.resolve(), link.readlink() == f, link.lstat().st_size != 5, link.samefile(f))
    (base / 'dangling').symlink_to('nowhere')
    print((base / 'dangling').exists(), (base / 'dangling').is_symlink())
    hard = base / 'hard'
    hard.hardlink_to(f)
    print(hard.read_text(), f.stat().st_nlink)
    moved = f.rename(d / 'g.txt')
    print(moved.name, f.exists(), moved.replace(base / 'r.txt').name)
    (base / 'r.txt').chmod(0o600)
    print(oct((base / 'r.txt').stat().st_mode & 0o777))
    (base / 'r.txt').unlink()
    show(lambda: (base / 'r.txt').unlink())
    (base / 'r.txt').unlink(missing_ok=True)
    show(lambda: d.rmdir())
    (d / 'mod.py').unlink()
    d.rmdir()
    print(d.exists())
    show(lambda: (base / 'none').read_text())
    os.chdir(base)
    print(Path.cwd() == base.resolve(), Path('top.py').absolute() == Path.cwd() / 'top.py', Path('a/../top.py').resolve() == base.resolve() / 'top.py')
    os.environ['HOME'] = '/home/me'
    print(Path('~/x').expanduser(), Path.home(), Path('a~').expanduser())
    print(Path('/').is_mount(), Path('/dev/null').is_char_device(), base.is_block_device(), base.is_fifo(), base.is_socket())
    show(lambda: (base / 'none').resolve(strict=True))
finally:
    os.chdir('/')
    shutil.rmtree(base)
print(base.exists())
