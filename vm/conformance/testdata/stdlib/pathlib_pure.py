from pathlib import *
import os

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

p = PurePosixPath('/usr/lib/python3.11/site.tar.gz')
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.root, p.drive, repr(p.anchor), p.is_absolute())
print(list(p.parents), p.parents[0], p.parents[-1], p.parents[1:3], len(p.parents))
print(PurePosixPath('a/./b//c/../d/'), PurePosixPath(''), PurePosixPath('.'), PurePosixPath('//a'), PurePosixPath('///a'), PurePosixPath('a', '/b', 'c'), PurePosixPath(PurePosixPath('x'), 'y'))
print(p / 'x', 'pre' / PurePosixPath('q'), p.joinpath('a', 'b'), PurePosixPath('a') / '/abs')
print(p.with_name('n.txt'), p.with_suffix('.bz'), p.with_suffix(''), p.with_stem('z'), PurePosixPath('x').with_suffix('.y'))
show(lambda: PurePosixPath('/').with_name('x'))
show(lambda: p.with_name('a/b'))
show(lambda: p.with_suffix('bad'))
show(lambda: p.with_suffix('.'))
print(p.relative_to('/usr'), p.relative_to('/usr', 'lib'), p.is_relative_to('/usr'), p.is_relative_to('/etc'), PurePosixPath('a/b').relative_to('a/b'))
show(lambda: p.relative_to('/etc'))
show(lambda: PurePosixPath('a').relative_to('/a'))
print(p.match('*.gz'), p.match('/usr/*'), p.match('lib/*/*.gz'), PurePosixPath('A.py').match('a.py'), PureWindowsPath('A.py').match('a.py'))
show(lambda: p.match(''))
print(PurePosixPath('a') == PurePosixPath('a/'), PurePosixPath('a') == PureWindowsPath('a'), PurePosixPath('a') < PurePosixPath('b'), sorted([PurePosixPath('b'), PurePosixPath('a/c')]), hash(PurePosixPath('a')) == hash(PurePosixPath('a')))
print(p.as_posix(), bytes(PurePosixPath('é')), PurePosixPath('/a b#').as_uri(), os.fspath(p), f'{p}')
show(lambda: PurePosixPath('a').as_uri())
show(lambda: PurePosixPath(5))
show(lambda: PurePosixPath(b'a'))
show(lambda: p / 5)
print([PurePosixPath(x).suffix for x in ('a.b', '.a', 'a.', 'a', '.a.b', '..')], [PurePosixPath(x).stem for x in ('a.b', '.a', 'a.', '..')], [PurePosixPath(x).name for x in ('/', '.', '..', 'a/')])
w = PureWindowsPath('c:/Users/x\\y.txt')
print(w, repr(w), w.parts, w.drive, w.root, w.anchor, w.parent, w.as_posix(), w.is_absolute(), w == PureWindowsPath('C:\\users\\X\\Y.TXT'))
print(PureWindowsPath('//server/share/a').parts, PureWindowsPath('c:a').is_absolute(), PureWindowsPath('c:/a', '/b'), PureWindowsPath('c:/a', 'd:b'), PureWindowsPath('nul').is_reserved(), PureWindowsPath('c:/a').as_uri())
show(lambda: WindowsPath('x'))
print(type(PurePath('a')).__name__, type(Path('a')).__name__, isinstance(Path('a'), PurePosixPath), Path('a').parent, Path('~').name)
match p:
    case PurePath(name=n): print(n)
