"""What machine and system this is."""

import collections
import functools
import os
import re
import sys


def _uname():
    if hasattr(os, 'uname'):
        return os.uname()
    node = os.environ.get('COMPUTERNAME') or os.environ.get('HOSTNAME') or ''
    machine = os.environ.get('PROCESSOR_ARCHITEW6432') or os.environ.get('PROCESSOR_ARCHITECTURE') or ''
    names = {'win32': 'Windows', 'js': 'Emscripten', 'wasi': 'wasi'}
    release = ver = ''
    if hasattr(sys, 'getwindowsversion'):
        major, minor, build = sys.getwindowsversion()[:3]
        release, ver = str(major), f'{major}.{minor}.{build}'
    return names.get(sys.platform, sys.platform), node, release, ver, machine


class uname_result(collections.namedtuple('uname_result_base', 'system node release version machine')):
    """The result of uname(). processor, which may take a program to find out, is found when asked for."""

    _fields = ('system', 'node', 'release', 'version', 'machine', 'processor')

    @functools.cached_property
    def processor(self):
        """The name of the processor, '' if it is not known."""
        return _processor()

    def __iter__(self):
        return iter((*super().__iter__(), self.processor))

    @classmethod
    def _make(cls, iterable):
        fields = list(iterable)
        num_fields = len(cls._fields) - 1
        if len(fields) not in (num_fields, num_fields + 1):
            raise TypeError(f'Expected {num_fields} arguments, got {len(fields)}')
        return cls(*fields[:num_fields])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return len(tuple(iter(self)))

    def __reduce__(self):
        return uname_result, tuple(self)[:len(self._fields) - 1]


def _processor():
    if sys.platform == 'win32':
        return os.environ.get('PROCESSOR_IDENTIFIER', machine())
    if sys.platform == 'darwin':
        return {'arm64': 'arm', 'x86_64': 'i386'}.get(machine(), '')
    try:
        import subprocess
        text = subprocess.check_output(['uname', '-p'], stderr=subprocess.DEVNULL, text=True, encoding='utf8').strip()
    except (OSError, ImportError, subprocess.CalledProcessError):
        return ''
    return '' if text == 'unknown' else text


@functools.cache
def uname():
    """All that uname(1) says, and the processor."""
    return uname_result(*('' if x == 'unknown' else x for x in _uname()))


def system():
    """'Linux', 'Darwin', 'Windows'...; '' if it is not known."""
    return uname().system


def node():
    """The machine's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The system's version."""
    return uname().version


def machine():
    """'x86_64', 'aarch64'..."""
    return uname().machine


def processor():
    """The processor's name, '' if it is not known."""
    return uname().processor


def system_alias(system, release, version):
    """Names under which the system is sold."""
    if system == 'SunOS' and release >= '5':
        return 'Solaris', str(int(release[0]) - 3) + release[1:], version
    if system in ('win32', 'win16'):
        system = 'Windows'
    return system, release, version


def architecture(executable=sys.executable, bits='', linkage=''):
    """How many bits pointers have, and the format of executables."""
    if not bits:
        bits = '64bit' if sys.maxsize > 2 ** 32 else '32bit'
    if linkage:
        return bits, linkage
    magic = b''
    try:
        with open(executable, 'rb') as f:
            magic = f.read(5)
    except (OSError, TypeError, ValueError):
        pass
    if magic[:4] == b'\x7fELF':
        return {1: '32bit', 2: '64bit'}.get(magic[4], bits), 'ELF'
    return bits, 'WindowsPE' if magic[:2] == b'MZ' else ''


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    """The C library that the executable uses, and its version; this program needs none, so that of the system."""
    if executable is None:
        try:
            name, _, found = os.confstr('CS_GNU_LIBC_VERSION').partition(' ')
            return name, found
        except (AttributeError, ValueError, OSError):
            return lib, version
    pattern = re.compile(rb'(__libc_init)|(GLIBC_([0-9.]+))|(libc(_\w+)?\.so(?:\.(\d[0-9.]*))?)', re.ASCII)
    best = ()
    with open(executable, 'rb') as f:
        tail = b''
        while chunk := f.read(chunksize):
            for m in pattern.finditer(tail + chunk):
                libc_init, glibc, glibc_version, so, threads, so_version = (g and g.decode() for g in m.groups())
                if libc_init and not lib:
                    lib = 'libc'
                elif glibc:
                    numbers = tuple(int(n) for n in glibc_version.split('.') if n)
                    if lib != 'glibc' or numbers > best:
                        lib, version, best = 'glibc', glibc_version, numbers
                elif so and lib != 'glibc':
                    lib = 'libc'
                    if so_version and so_version > version:
                        version = so_version
                    if threads and version[-len(threads):] != threads:
                        version += threads
            tail = chunk[-64:]
    return lib, version


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    """The release of macOS, and the machine; the defaults elsewhere."""
    if sys.platform == 'darwin':
        try:
            with open('/System/Library/CoreServices/SystemVersion.plist') as f:
                m = re.search(r'<key>ProductVersion</key>\s*<string>([^<]*)', f.read())
        except OSError:
            m = None
        if m:
            release, machine = m[1], os.uname().machine
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    """The release of Windows; the defaults elsewhere."""
    if hasattr(sys, 'getwindowsversion'):
        major, minor, build = sys.getwindowsversion()[:3]
        release, version = ('11' if build >= 22000 else str(major)), f'{major}.{minor}.{build}'
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows, None elsewhere."""
    return None


def win32_is_iot():
    """Whether this is Windows for small devices."""
    return False


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    """The defaults: this is not Java."""
    return release, vendor, vminfo, osinfo


# The interpreter.

def python_implementation():
    """The interpreter's name."""
    return 'minipy'


def python_version():
    """The version of the language, as text."""
    return '.'.join(python_version_tuple())


def python_version_tuple():
    """The version of the language, as a tuple of texts."""
    return tuple(str(n) for n in sys.version_info[:3])


def python_branch():
    """The branch that the interpreter was built from."""
    return sys._git[1]


def python_revision():
    """The revision that the interpreter was built from."""
    return sys._git[2]


def python_build():
    """Number and date of the build."""
    m = re.search(r'\((.*?)\)', sys.version)
    return (m[1] if m else ''), ''


def python_compiler():
    """What the interpreter was built with."""
    m = re.search(r'\[(.*)\]', sys.version)
    return m[1] if m else ''


@functools.cache
def platform(aliased=0, terse=0):
    """Much of the above in one text."""
    name, _, rel, ver, mach, _ = uname()
    if name == 'Darwin' and (mac := mac_ver()[0]):
        name, rel = 'macOS', mac
    if aliased:
        name, rel, ver = system_alias(name, rel, ver)
    if name == 'Windows':
        rel, ver = win32_ver(rel)[:2]
        parts = [name, rel] if terse else [name, rel, ver]
    elif name == 'Linux':
        lib, libver = libc_ver()
        parts = [name, rel, '' if terse else mach, 'with' if lib else '', lib + libver]
    else:
        bits, linkage = architecture()
        parts = [name, rel] if terse else [name, rel, mach, mach if name == 'macOS' else '', bits, linkage]
    text = re.sub(r'[/\\:;"()]', '-', '-'.join(p.strip() for p in parts if p).replace(' ', '_'))
    return re.sub('-{2,}', '-', text.replace('unknown', '')).rstrip('-')


@functools.cache
def _os_release():
    for name in '/etc/os-release', '/usr/lib/os-release':
        try:
            with open(name, encoding='utf-8') as f:
                lines = f.readlines()
        except OSError as e:
            error = e
            continue
        info = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
        pattern = re.compile('^(?P<name>[a-zA-Z0-9_]+)=(?P<quote>["\']?)(?P<value>.*)(?P=quote)$')
        for line in lines:
            if m := pattern.match(line.rstrip('\n')):
                info[m['name']] = re.sub(r'\\([\\$"\'`])', r'\1', m['value'])
        return info
    raise OSError(error.errno, "Unable to read files '/etc/os-release', '/usr/lib/os-release'")


def freedesktop_os_release():
    """What the distribution says of itself in os-release."""
    return _os_release().copy()


if __name__ == '__main__':
    print(platform('aliased' in sys.argv or '--aliased' in sys.argv, 'terse' in sys.argv or '--terse' in sys.argv))
