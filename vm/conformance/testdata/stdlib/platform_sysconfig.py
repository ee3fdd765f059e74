"""platform and sysconfig: what is the same everywhere on this system."""
import platform
import sysconfig

print(platform.system(), platform.uname() == platform.uname(), len(platform.uname()), platform.node() == platform.uname()[1])
print(platform.architecture(), platform.mac_ver(), platform.win32_ver(), platform.java_ver()[0] == '')
print(platform.python_version_tuple()[:2], platform.python_version().count('.'), platform.system_alias('SunOS', '5.9', 'x'))
print(platform.platform().startswith(f'{platform.system()}-{platform.release()}-{platform.machine()}'))
print(sysconfig.get_path_names(), sysconfig.get_python_version(), sysconfig.get_platform() == f'linux-{platform.machine()}')
where = {'base': '/B', 'platbase': '/P', 'installed_base': '/I', 'installed_platbase': '/IP', 'userbase': '/U', 'abiflags': ''}
for s in sysconfig.get_scheme_names():
    if not s.startswith('osx'):
        print(s, sysconfig.get_paths(s, where))
print(sysconfig.get_path('stdlib', 'posix_prefix', where), sysconfig.get_config_var('no such'), sysconfig.get_config_vars('VERSION', 'EXE'))
