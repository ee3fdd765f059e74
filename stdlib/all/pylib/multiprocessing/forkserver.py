"""The fork server: a small process from which children are made that have nothing of their parent's.

The server is a fresh interpreter that imports what set_forkserver_preload() says, and then makes children by os.fork().
It is asked through a socket of messages that its clients have inherited: nobody else can. A request carries
descriptors: what the child reads its orders from, what the server answers on, the pipe that says that the parent
lives, the client's end of the socket, which the child has then, too, and those that the child's objects need. The answer is the child's pid, or a negative error
number, and when it ends its status. When all clients are gone the socket comes to its end, and the server with it.
"""

import errno
import os
import sys
import threading

from . import process, util

__all__ = ['ensure_running', 'get_inherited_fds', 'connect_to_new_process', 'set_forkserver_preload']

MAXFDS_TO_SEND = 250
_ITEM = 8
_ATTEMPTS = 3   # how many children may die before they begin


def read_signed(fd):
    """A number from a descriptor."""
    data = b''
    while len(data) < _ITEM:
        s = os.read(fd, _ITEM - len(data))
        if not s:
            raise EOFError('unexpected EOF')
        data += s
    return int.from_bytes(data, sys.byteorder, signed=True)


def write_signed(fd, n):
    """A number to a descriptor."""
    data = n.to_bytes(_ITEM, sys.byteorder, signed=True)
    while data:
        data = data[os.write(fd, data):]


class ForkServer:
    """The server, as its clients see it."""

    def __init__(self):
        self._lock = threading.Lock()
        self._forget()
        self._preload_modules = ['__main__']

    def _forget(self):
        self._forkserver_pid = None
        self._forkserver_address = None
        self._forkserver_alive_fd = None
        self._inherited_fds = None
        self._socket = None
        self._served = False

    def _stop(self):
        with self._lock:
            if self._socket is None:
                return
            self._socket.close()
            if self._forkserver_pid is not None:
                os.waitpid(self._forkserver_pid, 0)
            self._forget()

    def set_forkserver_preload(self, modules_names):
        """The modules that the server imports; for a server that is started afterwards."""
        if not all(type(mod) is str for mod in modules_names):
            raise TypeError('module_names must be a list of strings')
        self._preload_modules = modules_names

    def get_inherited_fds(self):
        """In a child: the descriptors that came with the request. None elsewhere."""
        return self._inherited_fds

    def request(self, fds):
        """Ask for a child, which gets the descriptors."""
        import array
        import socket
        if len(fds) + 1 > MAXFDS_TO_SEND:
            raise ValueError('too many fds')
        child_r, status_w, parent_r, *others = fds
        for attempt in (0, 1):
            self.ensure_running()
            a = array.array('i', [child_r, status_w, parent_r, self._socket.fileno(), *others])
            rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, a)]
            try:
                self._socket.sendmsg([b'+'], rights)
                return
            except (BrokenPipeError, ConnectionResetError):
                if attempt:
                    raise
                self._socket.close()
                self._forget()

    def connect_to_new_process(self, fds):
        """Ask for a child: where to read its pid and status from, and where its orders are written to."""
        pipes = []
        try:
            pipes += os.pipe()
            pipes += os.pipe()
            child_r, parent_w, status_r, status_w = pipes
            self.request([child_r, status_w, util._alive_pipe(), *fds])
        except BaseException:
            util.close_fds(*pipes)
            raise
        util.close_fds(child_r, status_w)
        return status_r, parent_w

    def read_pid(self, status_r):
        """The server's answer to a request."""
        pid = read_signed(status_r)
        self._served = True
        return pid

    def has_served(self):
        """Whether the server has answered before: one that has not cannot begin, perhaps, and nor could another."""
        return self._served

    def _ended(self):
        if self._forkserver_pid is None:
            return False
        try:
            return os.waitpid(self._forkserver_pid, os.WNOHANG)[0] != 0
        except ChildProcessError:
            return True

    def exitcode(self):
        """How the server of this process has ended; None if it runs, or is another process's."""
        with self._lock:
            try:
                pid, status = os.waitpid(self._forkserver_pid, os.WNOHANG)
            except (ChildProcessError, TypeError):
                return None
            if pid == 0:
                return None
            self._socket.close()
            self._forget()
            return os.waitstatus_to_exitcode(status)

    def ensure_running(self):
        """Start the server unless it runs."""
        with self._lock:
            if self._socket is not None:
                if not self._ended():
                    return
                self._socket.close()
                self._forget()
            self._start()

    def _start(self):
        import socket
        from . import spawn
        facts = {'sys_path': None}
        if self._preload_modules:
            data = spawn.get_preparation_data('ignore')
            facts = {k: data[k] for k in ('sys_path', 'init_main_from_path', 'init_main_from_name') if k in data}
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        alive_r = util._alive_pipe()
        code = (f'from multiprocessing.forkserver import main; '
                f'main({its.fileno()}, {alive_r}, {list(self._preload_modules)!r}, **{facts!r})')
        exe = spawn.get_executable()
        try:
            self._forkserver_pid = util.spawnv_passfds(exe, [exe, *spawn._interpreter_flags(), '-c', code],
                                                       [its.fileno(), alive_r])
        except BaseException:
            ours.close()
            raise
        finally:
            its.close()
        self._socket = ours


def _preload(modules, sys_path=None, init_main_from_path=None, init_main_from_name=None):
    if sys_path is not None:
        sys.path[:] = sys_path
    for name in modules:
        if name == '__main__':
            from . import spawn
            process.current_process()._inheriting = True
            try:
                if init_main_from_path is not None:
                    spawn.import_main_path(init_main_from_path)
            finally:
                del process.current_process()._inheriting
        else:
            try:
                __import__(name)
            except ImportError:
                pass
    util._flush_std_streams()


def main(sock_fd, alive_r, preload, **facts):
    """The life of the server."""
    from . import reduction, spawn     # for the children
    util._watch_parent(alive_r)        # what it imports may take its time
    _preload([m for m in preload if m != '__main__' or 'init_main_from_path' in facts], **facts)
    _ignore_interrupts(True)
    util._close_stdin()
    _Server(sock_fd).serve()


class _Server:
    # One child is always made ahead, the spare: it waits for the descriptors of a request while the program
    # is busy with the child before. It answers when it has them: one that dies before, for a reason of its own, has
    # taken no request with it.
    #
    # children  of each that has answered, by the descriptor that says that it has ended: its pid and where to write
    #           its status to
    # asked     of each that has been sent a request, by the descriptor of the link to it: its pid, the link, the
    #           request and how many have died of it

    def __init__(self, sock_fd):
        import select
        import socket
        self.sock_fd = sock_fd
        self.listener = socket.socket(fileno=sock_fd)
        self.poller = select.poll()
        self.poller.register(sock_fd, select.POLLIN)
        self.children = {}
        self.asked = {}
        self.spare = None

    def serve(self):
        while True:
            for fd, _ in self.poller.poll():
                if fd in self.asked:
                    self.hear_from(fd)
                elif fd in self.children:
                    self.bury(fd)
                else:
                    fds = _receive(self.listener)
                    if fds is None:
                        return
                    self.request(fds)

    def request(self, fds, died=0):
        import array
        import select
        import socket
        child_r, status_w, *passed = fds
        try:
            if died == _ATTEMPTS:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            pid, link = self.spare or self.make_spare(fds)
        except OSError as e:
            _answer(status_w, -e.errno)
            util.close_fds(*fds)
            return
        self.spare = None
        try:
            link.sendmsg([b'+'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [child_r, *passed]))])
        except OSError:
            pass     # its end of the link says so, too
        self.asked[link.fileno()] = pid, link, fds, died
        self.poller.register(link.fileno(), select.POLLIN)
        try:
            self.spare = self.make_spare()
        except OSError:
            pass     # the next child will be made when it is asked for

    def hear_from(self, fd):
        import select
        import _processes
        pid, link, fds, died = self.asked.pop(fd)
        self.poller.unregister(fd)
        try:
            begun = link.recv(1)
        except OSError:
            begun = b''
        link.close()
        if not begun:
            os.waitpid(pid, 0)
            self.request(fds, died + 1)
            return
        child_r, status_w, *passed = fds
        ended = _processes.pidfd(pid)
        self.children[ended] = pid, status_w
        self.poller.register(ended, select.POLLIN)
        _answer(status_w, pid)
        util.close_fds(child_r, *passed)

    def bury(self, fd):
        pid, status_w = self.children.pop(fd)
        self.poller.unregister(fd)
        _, status = os.waitpid(pid, 0)
        os.close(fd)
        _answer(status_w, os.waitstatus_to_exitcode(status))
        os.close(status_w)

    def own(self):
        # The descriptors that no child is to have.
        yield self.sock_fd
        for fd, (_, status_w) in self.children.items():
            yield from (fd, status_w)
        for fd, (_, _, fds, _) in self.asked.items():
            yield from (fd, *fds)

    def make_spare(self, fds=()):
        """A child that waits for the descriptors of its request: its pid, and where to send them.

        fds are those of a request that is about to be sent. When the server is gone, the child ends.
        """
        import socket
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            pid = os.fork()
        except OSError:
            ours.close()
            its.close()
            raise
        if pid:
            its.close()
            return pid, ours
        code = 1
        try:
            ours.close()
            util.close_fds(*self.own(), *fds)
            code = _live(its)
        except KeyboardInterrupt:
            util._die_of_interrupt()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        finally:
            os._exit(code)


def _live(link):
    # A child: its exit status.
    fds = _receive(link)
    if fds is None:
        return 0
    try:
        link.send(b'+')
    except BrokenPipeError:
        return 0
    link.close()
    child_r, parent_r, client, *others = fds
    _ignore_interrupts(False)
    return _serve_one(child_r, parent_r, client, others)


def _ignore_interrupts(on):
    # Ctrl-C is for the program's other processes.
    try:
        import signal
    except ImportError:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN if on else signal.default_int_handler)


def _receive(listener):
    # The descriptors of a request; None when there will be no more.
    import array
    import socket
    a = array.array('i')
    msg, ancdata, flags, addr = listener.recvmsg(1, socket.CMSG_SPACE(a.itemsize * MAXFDS_TO_SEND))
    if not msg:
        return None
    for level, kind, data in ancdata:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            a.frombytes(data[:len(data) - len(data) % a.itemsize])
    return list(a)


def _answer(status_w, number):
    # Tell who has asked for a child, if it still wants to know.
    try:
        write_signed(status_w, number)
    except BrokenPipeError:
        pass


def _serve_one(child_r, parent_r, client, others):
    # A child: its further children come from the same server.
    import socket
    from . import spawn
    util._watch_parent(parent_r)
    _forkserver._socket = socket.socket(fileno=client)
    _forkserver._inherited_fds = others
    _forkserver._served = True
    return spawn._main(child_r, parent_r)


_forkserver = ForkServer()
ensure_running = _forkserver.ensure_running
exitcode = _forkserver.exitcode
get_inherited_fds = _forkserver.get_inherited_fds
connect_to_new_process = _forkserver.connect_to_new_process
has_served = _forkserver.has_served
read_pid = _forkserver.read_pid
request = _forkserver.request
set_forkserver_preload = _forkserver.set_forkserver_preload
