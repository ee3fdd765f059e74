"""Where things would be installed, and how this interpreter was built.

There is no C in it: what the makefile of another interpreter says is missing here.
"""

import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path',
           'get_path_names', 'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']


def _unix(base, platbase):
    lib = '/lib/python{py_version_short}'
    plat = '/{platlibdir}/python{py_version_short}'
    return {
        'stdlib': '{installed_base}' + plat if base == '{base}' else base + plat,
        'platstdlib': platbase + plat,
        'purelib': base + lib + '/site-packages',
        'platlib': platbase + plat + '/site-packages',
        'include': '{installed_base}/include/python{py_version_short}{abiflags}',
        'platinclude': '{installed_platbase}/include/python{py_version_short}{abiflags}',
        'scripts': base + '/bin',
        'data': base,
    }


def _home():
    scheme = {name: '{base}/lib/python' for name in ('purelib', 'platlib')}
    scheme.update({name: '{installed_base}/lib/python' for name in ('stdlib',)}, platstdlib='{base}/lib/python')
    return {'stdlib': scheme['stdlib'], 'platstdlib': scheme['platstdlib'], 'purelib': scheme['purelib'],
            'platlib': scheme['platlib'], 'include': '{installed_base}/include/python',
            'platinclude': '{installed_base}/include/python', 'scripts': '{base}/bin', 'data': '{base}'}


def _nt():
    return {'stdlib': '{installed_base}/Lib', 'platstdlib': '{base}/Lib', 'purelib': '{base}/Lib/site-packages',
            'platlib': '{base}/Lib/site-packages', 'include': '{installed_base}/Include',
            'platinclude': '{installed_base}/Include', 'scripts': '{base}/Scripts', 'data': '{base}'}


def _user_unix():
    lib = '{userbase}/lib/python{py_version_short}'
    return {'stdlib': '{userbase}/{platlibdir}/python{py_version_short}',
            'platstdlib': '{userbase}/{platlibdir}/python{py_version_short}', 'purelib': lib + '/site-packages',
            'platlib': lib + '/site-packages', 'include': '{userbase}/include/python{py_version_short}',
            'scripts': '{userbase}/bin', 'data': '{userbase}'}


def _user_nt():
    lib = '{userbase}/Python{py_version_nodot_plat}'
    return {'stdlib': lib, 'platstdlib': lib, 'purelib': lib + '/site-packages', 'platlib': lib + '/site-packages',
            'include': lib + '/Include', 'scripts': lib + '/Scripts', 'data': '{userbase}'}


_INSTALL_SCHEMES = {
    'posix_prefix': _unix('{base}', '{platbase}'),
    'posix_home': _home(),
    'posix_venv': _unix('{base}', '{platbase}'),
    'nt': _nt(),
    'nt_venv': _nt(),
    'posix_user': _user_unix(),
    'nt_user': _user_nt(),
}
_INSTALL_SCHEMES['venv'] = _INSTALL_SCHEMES['nt_venv' if os.name == 'nt' else 'posix_venv']

_SCHEME_KEYS = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')

_PREFIX = os.path.normpath(sys.prefix)
_BASE_PREFIX = os.path.normpath(sys.base_prefix)
_EXEC_PREFIX = os.path.normpath(sys.exec_prefix)
_BASE_EXEC_PREFIX = os.path.normpath(sys.base_exec_prefix)
_PY_VERSION = sys.version.split()[0]
_PY_VERSION_SHORT = f'{sys.version_info[0]}.{sys.version_info[1]}'
_PY_VERSION_SHORT_NO_DOT = f'{sys.version_info[0]}{sys.version_info[1]}'

_config_vars = None


def get_scheme_names():
    """The names of the schemes by which things are installed."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the paths of a scheme."""
    return _SCHEME_KEYS


def get_preferred_scheme(key):
    """The scheme for 'prefix', 'home' or 'user'."""
    names = {'prefix': 'nt', 'home': 'posix_home', 'user': 'nt_user'} if os.name == 'nt' else \
        {'prefix': 'posix_prefix', 'home': 'posix_home', 'user': 'posix_user'}
    if key == 'prefix' and sys.prefix != sys.base_prefix:
        return 'venv'
    if key not in names:
        raise ValueError(f'{key!r} is not a valid preferred scheme key')
    return names[key]


def get_default_scheme():
    """The scheme of this installation."""
    return get_preferred_scheme('prefix')


def get_paths(scheme=None, vars=None, expand=True):
    """The paths of a scheme."""
    paths = _INSTALL_SCHEMES[scheme or get_default_scheme()]
    if not expand:
        return paths
    values = dict(get_config_vars())
    values.update(vars or {})
    if os.name == 'nt':
        paths = {name: path.replace('/', '\\') for name, path in paths.items()}
    return {name: _expand(path, values) for name, path in paths.items()}


def _expand(path, values):
    if os.name in ('posix', 'nt'):
        path = os.path.expanduser(path)
    try:
        return os.path.normpath(path.format(**values))
    except KeyError as e:
        raise AttributeError(f'{e}') from None


def get_path(name, scheme=None, vars=None, expand=True):
    """A path of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def _userbase():
    if base := os.environ.get('PYTHONUSERBASE'):
        return base
    if os.name == 'nt':
        return os.path.join(os.environ.get('APPDATA') or '~', 'Python')
    return os.path.expanduser(os.path.join('~', '.local'))


def _variables():
    tag = getattr(sys.implementation, 'cache_tag', None) or 'minipy'
    d = {
        'prefix': _PREFIX, 'exec_prefix': _EXEC_PREFIX, 'py_version': _PY_VERSION, 'py_version_short': _PY_VERSION_SHORT,
        'py_version_nodot': _PY_VERSION_SHORT_NO_DOT, 'installed_base': _BASE_PREFIX, 'base': _PREFIX,
        'installed_platbase': _BASE_EXEC_PREFIX, 'platbase': _EXEC_PREFIX, 'projectbase': os.path.dirname(sys.executable or ''),
        'platlibdir': getattr(sys, 'platlibdir', 'lib'), 'abiflags': getattr(sys, 'abiflags', ''), 'userbase': _userbase(),
        'py_version_nodot_plat': '', 'VERSION': _PY_VERSION_SHORT, 'EXE': '.exe' if os.name == 'nt' else '',
        'BINDIR': os.path.dirname(sys.executable or ''), 'LIBDIR': os.path.join(_PREFIX, 'lib'), 'SOABI': tag,
        'EXT_SUFFIX': f'.{tag}.so', 'SHLIB_SUFFIX': '.so', 'Py_DEBUG': 0, 'Py_ENABLE_SHARED': 0, 'WITH_DOC_STRINGS': 1,
        'WITH_PYMALLOC': 0, 'HAVE_FORK': int(hasattr(os, 'fork')), 'HAVE_GETRANDOM_SYSCALL': int(sys.platform == 'linux'),
        'TZPATH': '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    }
    d['srcdir'] = d['projectbase']
    return d


def get_config_vars(*args):
    """All that is known of the installation; with arguments, the values of these names."""
    global _config_vars
    if _config_vars is None:
        _config_vars = _variables()
    if args:
        return [_config_vars.get(name) for name in args]
    return _config_vars


def get_config_var(name):
    """A fact about the installation, None if it is not known."""
    return get_config_vars().get(name)


def get_platform():
    """The system and machine, as names of packages for it have them."""
    if os.name == 'nt':
        machine = os.environ.get('PROCESSOR_ARCHITECTURE', '').lower()
        return {'amd64': 'win-amd64', 'arm64': 'win-arm64'}.get(machine, 'win32')
    if not hasattr(os, 'uname'):
        return sys.platform
    name, _, release, _, machine = os.uname()
    name = name.lower().replace('/', '')
    machine = machine.replace(' ', '_').replace('/', '-')
    if name == 'linux':
        return f'linux-{machine}'
    if name == 'darwin':
        return f'macosx-11.0-{machine}'
    return f'{name}-{release}-{machine}'


def get_python_version():
    """The version of the language, as '3.11'."""
    return _PY_VERSION_SHORT


def is_python_build(check_home=None):
    """Whether the interpreter runs where it was built, with a source tree around it."""
    return False


def expand_makefile_vars(s, vars):
    """A text with $(NAME) and ${NAME} replaced."""
    import re
    pattern = re.compile(r'\$(?:\(([A-Za-z][A-Za-z0-9_]*)\)|\{([A-Za-z][A-Za-z0-9_]*)\})')
    while m := pattern.search(s):
        value = str(vars.get(m[1] or m[2], ''))
        s = s[:m.start()] + value + s[m.end():]
    return s


def parse_config_h(fp, vars=None):
    """The definitions in a C header."""
    import re
    vars = {} if vars is None else vars
    for line in fp:
        if m := re.match(r'#define ([A-Z][A-Za-z0-9_]+) (.*)\n', line):
            try:
                vars[m[1]] = int(m[2])
            except ValueError:
                vars[m[1]] = m[2]
        elif m := re.match(r'/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n', line):
            vars[m[1]] = 0
    return vars


def get_config_h_filename():
    """Where a C header of the interpreter would be."""
    return os.path.join(get_path('platinclude'), 'pyconfig.h')


def get_makefile_filename():
    """Where the interpreter's makefile would be."""
    return os.path.join(get_path('stdlib'), f'config-{_PY_VERSION_SHORT}', 'Makefile')


def _main():
    print(f'Platform: "{get_platform()}"')
    print(f'Python version: "{get_python_version()}"')
    print(f'Current installation scheme: "{get_default_scheme()}"')
    for title, facts in ('Paths', get_paths()), ('Variables', get_config_vars()):
        print(f'\n{title}:')
        for name, value in sorted(facts.items()):
            print(f'\t{name} = "{value}"')


if __name__ == '__main__':
    _main()
