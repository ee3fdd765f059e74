"""How a child with a fresh interpreter begins: what it is told, and what it makes of it."""

import os
import sys

from . import process
from .context import get_spawning_popen, set_spawning_popen

__all__ = ['_main', 'freeze_support', 'set_executable', 'get_executable', 'get_preparation_data', 'get_command_line',
           'import_main_path']

WINEXE = WINSERVICE = False
_executable = os.fsencode(getattr(sys, '_base_executable', None) or sys.executable or '')
if not _executable:
    # A program that embeds the interpreter: it is its own children's, too.
    import _processes
    _executable = _processes.executable()


def set_executable(exe):
    """The interpreter that children are started with."""
    global _executable
    _executable = None if exe is None else os.fsencode(exe)


def get_executable():
    """The interpreter that children are started with."""
    return _executable


def is_forking(argv):
    """Whether a command line is that of a child."""
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'


def freeze_support():
    """For frozen programs: become the child that the command line says."""
    if not is_forking(sys.argv):
        return
    facts = {}
    for arg in sys.argv[2:]:
        name, value = arg.split('=')
        facts[name] = None if value == 'None' else int(value)
    spawn_main(**facts)
    sys.exit()


def _interpreter_flags():
    f = sys.flags
    args = []
    for name, letter in (('debug', 'd'), ('dont_write_bytecode', 'B'), ('no_site', 'S'), ('verbose', 'v'),
                         ('bytes_warning', 'b'), ('quiet', 'q'), ('optimize', 'O')):
        n = getattr(f, name, 0)
        if n and not (name == 'dont_write_bytecode' and not _told('B')):
            args.append('-' + letter * n)
    if f.isolated:
        args.append('-I')
    else:
        if f.ignore_environment:
            args.append('-E')
        if f.no_user_site:
            args.append('-s')
        if f.safe_path:
            args.append('-P')
    args += ['-W' + w for w in sys.warnoptions if not (f.dev_mode and w == 'default')]
    for name, value in getattr(sys, '_xoptions', {}).items():
        args += ['-X', name if value is True else f'{name}={value}']
    return args


def _told(letter):
    return any(a.startswith('-') and not a.startswith('--') and letter in a for a in sys.orig_argv[1:])


def get_command_line(**kwds):
    """The command line of a child."""
    if getattr(sys, 'frozen', False):
        return [sys.executable, '--multiprocessing-fork'] + [f'{k}={v!r}' for k, v in kwds.items()]
    call = ', '.join(f'{k}={v!r}' for k, v in kwds.items())
    return [_executable, *_interpreter_flags(), '-c', f'from multiprocessing.spawn import spawn_main; spawn_main({call})',
            '--multiprocessing-fork']


def spawn_main(pipe_handle, parent_handle=None, parent_pid=None, tracker_fd=None):
    """The whole life of a child."""
    assert is_forking(sys.argv), 'Not forking'
    from . import util
    if parent_handle is not None:
        util._watch_parent(parent_handle)
    sys.exit(_main(pipe_handle, parent_handle))


def _main(fd, parent_sentinel):
    import pickle
    with open(fd, 'rb', closefd=True) as source:
        if not source.peek(1):
            return 1    # who has asked for this process was interrupted before it could say what for
        process.current_process()._inheriting = True
        try:
            prepare(pickle.load(source))
            self = pickle.load(source)
        finally:
            del process.current_process()._inheriting
    return self._bootstrap(parent_sentinel)


_NO_CHILD_YET = '''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.'''


def _check_not_importing_main():
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError(_NO_CHILD_YET)


def get_preparation_data(name):
    """What a child has to know of its parent before it gets anything else."""
    _check_not_importing_main()
    from . import context, util
    me = process.current_process()
    d = {'log_to_stderr': util._log_to_stderr, 'authkey': me.authkey, 'name': name, 'sys_argv': sys.argv,
         'orig_dir': process.ORIGINAL_DIR, 'dir': os.getcwd(), 'start_method': context._default_context.get_start_method()}
    if util._logger is not None:
        d['log_level'] = util._logger.getEffectiveLevel()
    path = sys.path.copy()
    if '' in path:
        path[path.index('')] = process.ORIGINAL_DIR
    d['sys_path'] = path
    if tracker := sys.modules.get(__package__ + '.resource_tracker'):
        dup = tracker.for_child(get_spawning_popen())
        if dup is not None:
            d['tracker'] = dup
    # The main module, by the name that -m gave it or by its file.
    main = sys.modules['__main__']
    spec_name = getattr(getattr(main, '__spec__', None), 'name', None)
    if spec_name is not None:
        d['init_main_from_name'] = spec_name
    else:
        file = getattr(main, '__file__', None)
        if file is not None:
            if not os.path.isabs(file) and process.ORIGINAL_DIR is not None:
                file = os.path.join(process.ORIGINAL_DIR, file)
            d['init_main_from_path'] = os.path.normpath(file)
    return d


old_main_modules = []


def prepare(data):
    """Make this process what its parent says."""
    me = process.current_process()
    if 'name' in data:
        me.name = data['name']
    if 'authkey' in data:
        me.authkey = data['authkey']
    if data.get('log_to_stderr') or 'log_level' in data:
        from . import util
        if data.get('log_to_stderr'):
            util.log_to_stderr()
        if 'log_level' in data:
            util.get_logger().setLevel(data['log_level'])
    if 'sys_path' in data:
        sys.path = data['sys_path']
    if 'sys_argv' in data:
        sys.argv = data['sys_argv']
    if 'dir' in data:
        os.chdir(data['dir'])
    if 'orig_dir' in data:
        process.ORIGINAL_DIR = data['orig_dir']
    if 'start_method' in data:
        from .context import _force_start_method
        _force_start_method(data['start_method'])
    if 'tracker' in data:
        from . import resource_tracker
        resource_tracker.adopt(data['tracker'])
    if 'init_main_from_name' in data:
        _fixup_main_from_name(data['init_main_from_name'])
    elif 'init_main_from_path' in data:
        _fixup_main_from_path(data['init_main_from_path'])


def _main_module(name):
    module = type(sys)(name)
    old_main_modules.append(sys.modules['__main__'])
    return module


def _fixup_main_from_name(mod_name):
    current = sys.modules['__main__']
    if mod_name == '__main__' or mod_name.endswith('.__main__'):
        return
    if getattr(getattr(current, '__spec__', None), 'name', None) == mod_name:
        return
    from importlib.util import find_spec
    spec = find_spec(mod_name)
    if spec is None:
        raise ImportError(f'No module named {mod_name}')
    module = _main_module('__mp_main__')
    vars(module).update(__file__=spec.origin, __package__=spec.parent, __spec__=spec, __loader__=spec.loader)
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module
    exec(spec.loader.get_code(mod_name), vars(module))


def _fixup_main_from_path(main_path):
    current = sys.modules['__main__']
    main_name = os.path.splitext(os.path.basename(main_path))[0]
    if main_name == 'ipython' or getattr(current, '__file__', None) == main_path:
        return
    if os.path.isdir(main_path):
        file = os.path.join(main_path, '__main__.py')
    else:
        file = main_path
    module = _main_module('__mp_main__')
    vars(module).update(__file__=file, __package__='', __spec__=None, __loader__=None, __cached__=None)
    with open(file, 'rb') as f:
        code = compile(f.read(), file, 'exec')
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module
    exec(code, vars(module))


def import_main_path(main_path):
    """Import the main module of the parent from its file."""
    _fixup_main_from_path(main_path)
