"""Managers: a process that keeps objects, and proxies by which others use them.

The server keeps each object under a number, as long as anybody has a proxy for it. Every thread of a client has
a connection of its own to the server, where a thread of its own serves it. A request is (number, method, args,
kwds); the answer is a kind and a value: '#RETURN', '#ERROR' with the exception, '#TRACEBACK' with a text,
'#PROXY' with what a new proxy is made of.
"""

import array
import os
import queue
import sys
import threading
import time
import traceback
import types
from traceback import format_exc

from . import get_context, pool, process, util
from .connection import Client, Listener, XmlClient, XmlListener, answer_challenge, deliver_challenge
from .context import ProcessError, get_spawning_popen
from .reduction import register as _register_reducer

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

HAS_SHMEM = True


def _reduce_array(a):
    return array.array, (a.typecode, a.tobytes())


_register_reducer(array.array, _reduce_array)

view_types = [type(getattr({}, name)()) for name in ('items', 'keys', 'values')]


def _rebuild_as_list(obj):
    return list, (list(obj),)


for _view in view_types:
    _register_reducer(_view, _rebuild_as_list)


class Token:
    """What identifies an object: its type's name, where its server listens, and its number there."""

    __slots__ = 'typeid', 'address', 'id'

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return f'{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})'


# Requests and answers.

def dispatch(c, id, methodname, args=(), kwds={}):
    """Have the server do something; its answer, or the exception."""
    c.send((id, methodname, args, kwds))
    kind, result = c.recv()
    if kind == '#RETURN':
        return result
    raise convert_to_error(kind, result)


def convert_to_error(kind, result):
    """The exception that an answer stands for."""
    if kind == '#ERROR':
        return result
    if kind in ('#TRACEBACK', '#UNSERIALIZABLE'):
        if not isinstance(result, str):
            raise TypeError(f"Result {result!r} (kind '{kind}') type is {type(result)}, not str")
        return RemoteError(('Unserializable message: %s\n' if kind == '#UNSERIALIZABLE' else '%s') % result)
    return ValueError(f'Unrecognized message type {kind!r}')


class RemoteError(Exception):
    """What went wrong in the server, as text."""

    def __str__(self):
        rule = '\n' + '-' * 75 + '\n'
        return rule + str(self.args[0]) + '-' * 75


def all_methods(obj):
    """The names of an object's methods."""
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    """The names of an object's methods that do not begin with '_'."""
    return [name for name in all_methods(obj) if name[0] != '_']


class Server:
    """The process's part: keeps the objects and does what clients ask."""

    public = ['shutdown', 'create', 'accept_connection', 'get_methods', 'debug_info', 'number_of_objects', 'dummy',
              'incref', 'decref']

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError(f'Authkey {authkey!r} is type {type(authkey)!s}, not bytes')
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        listener, client = listener_client[serializer]
        self.listener = listener(address=address, backlog=128)
        self.address = self.listener.address
        self.id_to_obj = {'0': (None, ())}
        self.id_to_refcount = {}
        self.id_to_local_proxy_obj = {}
        self.mutex = threading.Lock()

    def serve_forever(self):
        """Serve until told to stop; ends the process."""
        self.stop_event = threading.Event()
        process.current_process()._manager_server = self
        try:
            accepter = threading.Thread(target=self.accepter, daemon=True)
            accepter.start()
            try:
                while not self.stop_event.is_set():
                    self.stop_event.wait(1)
            except (KeyboardInterrupt, SystemExit):
                pass
        finally:
            if sys.stdout != sys.__stdout__:
                util.debug('resetting stdout, stderr')
                sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
            sys.exit(0)

    def accepter(self):
        """Serve each connection in a thread of its own."""
        while True:
            try:
                c = self.listener.accept()
            except OSError:
                continue
            except Exception:
                # Who does not have the key, or hangs up, is not served.
                continue
            threading.Thread(target=self.handle_request, args=(c,), daemon=True).start()

    def handle_request(self, c):
        """Do one thing for the server itself: create an object, count a reference, ..."""
        try:
            funcname = None
            try:
                deliver_challenge(c, self.authkey)
                answer_challenge(c, self.authkey)
                ignore, funcname, args, kwds = c.recv()
                assert funcname in self.public, f'{funcname!r} unrecognized'
                func = getattr(self, funcname)
            except Exception:
                msg = '#TRACEBACK', format_exc()
            else:
                try:
                    result = func(c, *args, **kwds)
                except Exception:
                    msg = '#TRACEBACK', format_exc()
                else:
                    msg = '#RETURN', result
            try:
                c.send(msg)
            except Exception as e:
                try:
                    c.send(('#TRACEBACK', format_exc()))
                except Exception:
                    pass
                util.info('Failure to send message: %r', msg)
                util.info(' ... request was %r', funcname)
                util.info(' ... exception was %r', e)
        finally:
            c.close()

    def serve_client(self, conn):
        """Do what a client's thread asks of objects, until it hangs up."""
        util.debug('starting server thread to service %r', threading.current_thread().name)
        while not self.stop_event.is_set():
            methodname = obj = None
            try:
                ident, methodname, args, kwds = conn.recv()
                msg = self._answer(conn, ident, methodname, args, kwds)
            except EOFError:
                util.debug('got EOF; exiting thread serving %r', threading.current_thread().name)
                return
            except Exception:
                msg = '#TRACEBACK', format_exc()
            try:
                try:
                    conn.send(msg)
                except Exception:
                    conn.send(('#UNSERIALIZABLE', format_exc()))
            except Exception as e:
                util.info('exception in thread serving %r: %r', threading.current_thread().name, e)
                conn.close()
                return

    def _answer(self, conn, ident, methodname, args, kwds):
        try:
            obj, exposed, method_to_typeid = self.id_to_obj[ident]
        except KeyError:
            try:
                obj, exposed, method_to_typeid = self.id_to_local_proxy_obj[ident]
            except KeyError:
                return '#TRACEBACK', _traceback_of_missing(ident)
        if methodname not in exposed:
            special = self.fallback_mapping.get(methodname)
            if special is None:
                try:
                    raise AttributeError(f'method {methodname!r} of {type(obj)!r} object is not in exposed={exposed!r}')
                except AttributeError:
                    return '#TRACEBACK', format_exc()
            try:
                return '#RETURN', special(self, conn, ident, obj, *args, **kwds)
            except Exception:
                return '#TRACEBACK', format_exc()
        try:
            result = getattr(obj, methodname)(*args, **kwds)
        except Exception as e:
            return '#ERROR', e
        typeid = method_to_typeid and method_to_typeid.get(methodname)
        if typeid:
            rident, rexposed = self.create(conn, typeid, result)
            return '#PROXY', (rexposed, Token(typeid, self.address, rident))
        return '#RETURN', result

    def fallback_getvalue(self, conn, ident, obj):
        """The object itself."""
        return obj

    def fallback_str(self, conn, ident, obj):
        """str() of the object."""
        return str(obj)

    def fallback_repr(self, conn, ident, obj):
        """repr() of the object."""
        return repr(obj)

    fallback_mapping = {'__str__': fallback_str, '__repr__': fallback_repr, '#GETVALUE': fallback_getvalue}

    def dummy(self, c):
        """Nothing: the server is there."""

    def debug_info(self, c):
        """The objects, as text."""
        with self.mutex:
            return '\n'.join(f'  {ident}:       refcount={self.id_to_refcount[ident]}\n    {str(self.id_to_obj[ident][0])[:75]}'
                             for ident in sorted(self.id_to_refcount) if ident != '0')

    def number_of_objects(self, c):
        """How many objects there are."""
        return len(self.id_to_refcount)

    def shutdown(self, c):
        """Stop the server."""
        try:
            util.debug('manager received shutdown message')
            c.send(('#RETURN', None))
        except Exception:
            traceback.print_exc()
        finally:
            self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        """Make an object of a registered type; its number and the methods that can be called."""
        with self.mutex:
            function, exposed, method_to_typeid, proxytype = self.registry[typeid]
        # Without the lock: it may take its time, or use the server.
        if function is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = function(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        if method_to_typeid is not None:
            if not isinstance(method_to_typeid, dict):
                raise TypeError(f'Method_to_typeid {method_to_typeid!r}: type {type(method_to_typeid)!s}, not dict')
            exposed = list(exposed) + list(method_to_typeid)
        with self.mutex:
            ident = f'{id(obj):x}'
            util.debug('%r callable returned object with id %r', typeid, ident)
            self.id_to_obj[ident] = obj, set(exposed), method_to_typeid
            self.id_to_refcount.setdefault(ident, 0)
        self.incref(c, ident)
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        """The methods of an object that can be called."""
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, c, name):
        """The connection is for calls of objects' methods from now on."""
        threading.current_thread().name = name
        c.send(('#RETURN', None))
        self.serve_client(c)

    def incref(self, c, ident):
        """There is another proxy for an object."""
        with self.mutex:
            try:
                self.id_to_refcount[ident] += 1
            except KeyError:
                # A proxy of the server's own process, for an object that was to go.
                if ident not in self.id_to_local_proxy_obj:
                    raise
                self.id_to_refcount[ident] = 1
                self.id_to_obj[ident] = self.id_to_local_proxy_obj[ident]
                util.debug('Server re-enabled tracking & INCREF %r', ident)

    def decref(self, c, ident):
        """There is one proxy less for an object; the last takes the object with it."""
        with self.mutex:
            if ident not in self.id_to_refcount and ident in self.id_to_local_proxy_obj:
                util.debug('Server DECREF skipping %r', ident)
                return
            if self.id_to_refcount[ident] <= 0:
                raise AssertionError(f'Id {ident!s} ({self.id_to_obj[ident]!r}) has refcount {self.id_to_refcount[ident]:n}, not 1+')
            self.id_to_refcount[ident] -= 1
            if self.id_to_refcount[ident]:
                return
            del self.id_to_refcount[ident]
            gone = self.id_to_obj.pop(ident)
            util.debug('disposing of obj with id %r', ident)
        del gone     # without the lock: its end may use the server


def _traceback_of_missing(ident):
    try:
        raise KeyError(ident)
    except KeyError:
        return format_exc()


class State:
    """Where a manager is in its life."""

    __slots__ = ['value']
    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2


listener_client = {'pickle': (Listener, Client), 'xmlrpclib': (XmlListener, XmlClient)}


class BaseManager:
    """Starts a server, or connects to one, and makes objects there and proxies for them.

    ctx                make it with get_context(method)
    shutdown_timeout   how long, in seconds, the server has for its end when told to stop
    """

    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = State()
        self._state.value = State.INITIAL
        self._serializer = serializer
        self._Listener, self._Client = listener_client[serializer]
        self._ctx = ctx or get_context()
        self._shutdown_timeout = shutdown_timeout

    def _require_initial(self):
        if self._state.value == State.STARTED:
            raise ProcessError('Already started server')
        if self._state.value == State.SHUTDOWN:
            raise ProcessError('Manager has shut down')
        if self._state.value != State.INITIAL:
            raise ProcessError(f'Unknown state {self._state.value!r}')

    def get_server(self):
        """A server in this process, whose serve_forever() is to be called."""
        self._require_initial()
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """Use the server that listens at the address."""
        conn = self._Client(self._address, authkey=self._authkey)
        dispatch(conn, None, 'dummy')
        conn.close()
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        """Start a server in a process of its own."""
        self._require_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(target=type(self)._run_server, args=(
            self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs))
        ident = ':'.join(map(str, self._process._identity))
        self._process.name = f'{type(self).__name__}-{ident}'
        try:
            with reader:
                with writer:
                    self._process.start()
                self._address = reader.recv()
        except BaseException as e:
            # Nobody would tell the server to end.
            if self._process.pid is not None:
                self._process.kill()
                self._process.join()
                # One that ends before it has an address may have been interrupted, whatever its status.
                util._await_interrupt(-2 if isinstance(e, EOFError) else self._process.exitcode)
            raise
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(
            self, type(self)._finalize_manager,
            args=(self._process, self._address, self._authkey, self._state, self._Client, self._shutdown_timeout),
            exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        # Ctrl-C is for the program; the server ends when told to, or with its parent.
        try:
            import signal
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        except ImportError:
            pass
        except KeyboardInterrupt:
            util._die_of_interrupt()    # the program tells of its own
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey, serializer)
        try:
            writer.send(server.address)
        except BrokenPipeError:
            return      # nobody waits for it any more
        writer.close()
        util.info('manager serving at %r', server.address)
        server.serve_forever()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, 'server not yet started'
        conn = self._Client(self._address, authkey=self._authkey)
        try:
            ident, exposed = dispatch(conn, None, 'create', (typeid,) + args, kwds)
        finally:
            conn.close()
        return Token(typeid, self._address, ident), exposed

    def join(self, timeout=None):
        """Wait for the server's end."""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _ask(self, what):
        conn = self._Client(self._address, authkey=self._authkey)
        try:
            return dispatch(conn, None, what)
        finally:
            conn.close()

    def _debug_info(self):
        return self._ask('debug_info')

    def _number_of_objects(self):
        return self._ask('number_of_objects')

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        if self._state.value != State.STARTED:
            if self._state.value == State.INITIAL:
                raise ProcessError('Unable to start server')
            if self._state.value == State.SHUTDOWN:
                raise ProcessError('Manager has shut down')
            raise ProcessError(f'Unknown state {self._state.value!r}')
        return self

    def __exit__(self, *exc):
        self.shutdown()

    @staticmethod
    def _finalize_manager(process, address, authkey, state, _Client, shutdown_timeout):
        if process.is_alive():
            util.info('sending shutdown message to manager')
            try:
                conn = _Client(address, authkey=authkey)
                try:
                    dispatch(conn, None, 'shutdown')
                finally:
                    conn.close()
            except Exception:
                pass
            except BaseException:
                # There is no time to ask.
                process.kill()
                raise
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                util.info('manager still alive')
                process.terminate()
                process.join(timeout=shutdown_timeout)
                if process.is_alive():
                    process.kill()
                    process.join()
        state.value = State.SHUTDOWN
        try:
            del BaseProxy._address_to_local[address]
        except KeyError:
            pass

    @property
    def address(self):
        """Where the server listens."""
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Register a type of objects, for which the manager gets a method of that name."""
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        if method_to_typeid:
            for key, value in method_to_typeid.items():
                assert type(key) is str, f'{key!r} is not a string'
                assert type(value) is str, f'{value!r} is not a string'
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                util.debug('requesting creation of a shared %r object', typeid)
                token, exp = self._create(typeid, *args, **kwds)
                proxy = proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exp)
                conn = self._Client(token.address, authkey=self._authkey)
                dispatch(conn, None, 'decref', (token.id,))
                conn.close()
                return proxy
            make.__name__ = typeid
            setattr(cls, typeid, make)


class ProcessLocalSet(set):
    """A set that is empty in a copy of the process."""

    def __init__(self):
        util.register_after_fork(self, lambda obj: obj.clear())

    def __reduce__(self):
        return type(self), ()


class BaseProxy:
    """What stands for an object in a server."""

    _address_to_local = {}
    _mutex = util.ForkAwareThreadLock()

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        with BaseProxy._mutex:
            tls_idset = BaseProxy._address_to_local.get(token.address)
            if tls_idset is None:
                tls_idset = util.ForkAwareLocal(), ProcessLocalSet()
                BaseProxy._address_to_local[token.address] = tls_idset
        self._tls, self._idset = tls_idset
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._Client = listener_client[serializer][1]
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        elif manager is not None:
            self._authkey = manager._authkey
        else:
            self._authkey = process.current_process().authkey
        if incref:
            self._incref()
        util.register_after_fork(self, BaseProxy._after_fork)

    def _connect(self):
        util.debug('making connection to manager')
        name = process.current_process().name
        if threading.current_thread().name != 'MainThread':
            name += '|' + threading.current_thread().name
        conn = self._Client(self._token.address, authkey=self._authkey)
        dispatch(conn, None, 'accept_connection', (name,))
        self._tls.connection = conn

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object."""
        try:
            conn = self._tls.connection
        except AttributeError:
            util.debug('thread %r does not own a connection', threading.current_thread().name)
            self._connect()
            conn = self._tls.connection
        conn.send((self._id, methodname, args, kwds))
        kind, result = conn.recv()
        if kind == '#RETURN':
            return result
        if kind == '#PROXY':
            exposed, token = result
            proxytype = self._manager._registry[token.typeid][-1]
            token.address = self._token.address
            proxy = proxytype(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed)
            conn = self._Client(token.address, authkey=self._authkey)
            dispatch(conn, None, 'decref', (token.id,))
            conn.close()
            return proxy
        raise convert_to_error(kind, result)

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod('#GETVALUE')

    def _incref(self):
        if self._owned_by_manager:
            util.debug('owned_by_manager skipped INCREF of %r', self._token.id)
            return
        conn = self._Client(self._token.address, authkey=self._authkey)
        dispatch(conn, None, 'incref', (self._id,))
        conn.close()
        util.debug('INCREF %r', self._token.id)
        self._idset.add(self._id)
        self._close = util.Finalize(
            self, BaseProxy._decref,
            args=(self._token, self._authkey, self._manager and self._manager._state, self._tls, self._idset, self._Client),
            exitpriority=10)

    @staticmethod
    def _decref(token, authkey, state, tls, idset, _Client):
        idset.discard(token.id)
        if state is None or state.value == State.STARTED:
            try:
                util.debug('DECREF %r', token.id)
                conn = _Client(token.address, authkey=authkey)
                dispatch(conn, None, 'decref', (token.id,))
                conn.close()
            except Exception as e:
                util.debug('... decref failed %s', e)
        else:
            util.debug('DECREF %r -- manager already shutdown', token.id)
        # The last proxy takes this thread's connection with it.
        if not idset and hasattr(tls, 'connection'):
            util.debug('thread %r has no more proxies so closing conn', threading.current_thread().name)
            tls.connection.close()
            del tls.connection

    def _after_fork(self):
        self._manager = None
        try:
            self._incref()
        except Exception as e:
            util.info('incref failed: %s', e)

    def __reduce__(self):
        kwds = {}
        if get_spawning_popen() is not None:
            kwds['authkey'] = self._authkey
        if getattr(self, '_isauto', False):
            kwds['exposed'] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, self._serializer, kwds)
        return RebuildProxy, (type(self), self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>'

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    """A proxy from its pickle. In the server's own process it does not count as a reference."""
    server = getattr(process.current_process(), '_manager_server', None)
    if server and server.address == token.address:
        util.debug('Rebuild a proxy owned by manager, token=%r', token)
        kwds['manager_owned'] = True
        if token.id not in server.id_to_local_proxy_obj:
            server.id_to_local_proxy_obj[token.id] = server.id_to_obj[token.id]
    incref = kwds.pop('incref', True) and not getattr(process.current_process(), '_inheriting', False)
    return func(token, serializer, incref=incref, **kwds)


def MakeProxyType(name, exposed, _cache={}):
    """A type of proxies with these methods."""
    exposed = tuple(exposed)
    try:
        return _cache[name, exposed]
    except KeyError:
        pass
    proxy_type = type(name, (BaseProxy,), {meth: _caller(meth) for meth in exposed})
    proxy_type._exposed_ = exposed
    _cache[name, exposed] = proxy_type
    return proxy_type


def _caller(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    call.__name__ = name
    return call


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy whose methods are those that the server says can be called."""
    _Client = listener_client[serializer][1]
    if exposed is None:
        conn = _Client(token.address, authkey=authkey)
        try:
            exposed = dispatch(conn, None, 'get_methods', (token,))
        finally:
            conn.close()
    if authkey is None and manager is not None:
        authkey = manager._authkey
    if authkey is None:
        authkey = process.current_process().authkey
    proxy = MakeProxyType(f'AutoProxy[{token.typeid}]', exposed)(
        token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy


# The objects of a SyncManager and their proxies.

class Namespace:
    """An object with the attributes that it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f'{k}={v!r}' for k, v in self.__dict__.items() if not k.startswith('_'))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        """The value."""
        return self._value

    def set(self, value):
        """Set the value."""
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'


def Array(typecode, sequence, lock=True):
    """An array."""
    return array.array(typecode, sequence)


class IteratorProxy(BaseProxy):
    """A proxy for an iterator."""

    _exposed_ = '__next__', 'send', 'throw', 'close'

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def send(self, *args):
        """Resume a generator with a value."""
        return self._callmethod('send', args)

    def throw(self, *args):
        """Resume a generator with an exception."""
        return self._callmethod('throw', args)

    def close(self, *args):
        """Close a generator."""
        return self._callmethod('close', args)


class AcquirerProxy(BaseProxy):
    """A proxy for a lock."""

    _exposed_ = 'acquire', 'release'

    def acquire(self, blocking=True, timeout=None):
        """Acquire the lock."""
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        """Release the lock."""
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, *exc):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    """A proxy for a condition."""

    _exposed_ = 'acquire', 'release', 'wait', 'notify', 'notify_all'

    def wait(self, timeout=None):
        """Wait to be notified."""
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        """Wake some that wait."""
        return self._callmethod('notify', (n,))

    def notify_all(self):
        """Wake all that wait."""
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true."""
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    """A proxy for an event."""

    _exposed_ = 'is_set', 'set', 'clear', 'wait'

    def is_set(self):
        """Whether the flag is set."""
        return self._callmethod('is_set')

    def set(self):
        """Set the flag."""
        return self._callmethod('set')

    def clear(self):
        """Take the flag back."""
        return self._callmethod('clear')

    def wait(self, timeout=None):
        """Wait for the flag."""
        return self._callmethod('wait', (timeout,))


class BarrierProxy(BaseProxy):
    """A proxy for a barrier."""

    _exposed_ = '__getattribute__', 'wait', 'abort', 'reset'

    def wait(self, timeout=None):
        """Wait for the others."""
        return self._callmethod('wait', (timeout,))

    def abort(self):
        """Break the barrier."""
        return self._callmethod('abort')

    def reset(self):
        """Begin anew."""
        return self._callmethod('reset')

    @property
    def parties(self):
        """How many it takes."""
        return self._callmethod('__getattribute__', ('parties',))

    @property
    def n_waiting(self):
        """How many wait."""
        return self._callmethod('__getattribute__', ('n_waiting',))

    @property
    def broken(self):
        """Whether it is broken."""
        return self._callmethod('__getattribute__', ('broken',))


class NamespaceProxy(BaseProxy):
    """A proxy for a namespace."""

    _exposed_ = '__getattribute__', '__setattr__', '__delattr__'

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, '_callmethod')('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, '_callmethod')('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            return object.__delattr__(self, key)
        return object.__getattribute__(self, '_callmethod')('__delattr__', (key,))


class ValueProxy(BaseProxy):
    """A proxy for a value."""

    _exposed_ = 'get', 'set'

    def get(self):
        """The value."""
        return self._callmethod('get')

    def set(self, value):
        """Set the value."""
        return self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(types.GenericAlias)


BaseListProxy = MakeProxyType('BaseListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


class ListProxy(BaseListProxy):
    """A proxy for a list."""

    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


DictProxy = MakeProxyType('DictProxy', (
    '__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get', 'items',
    'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'))
DictProxy._method_to_typeid_ = {'__iter__': 'Iterator'}

ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))

BasePoolProxy = MakeProxyType('PoolProxy', (
    'apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap', 'starmap_async',
    'terminate'))
BasePoolProxy._method_to_typeid_ = {
    'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult', 'imap': 'Iterator',
    'imap_unordered': 'Iterator'}


class PoolProxy(BasePoolProxy):
    """A proxy for a pool."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.terminate()


class SyncManager(BaseManager):
    """A manager of what threads share: queues, locks, lists, dicts, ..."""


for _name, _callable, _proxy in (
        ('Queue', queue.Queue, None), ('JoinableQueue', queue.Queue, None), ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('Pool', pool.Pool, PoolProxy), ('list', list, ListProxy), ('dict', dict, DictProxy), ('Value', Value, ValueProxy),
        ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_name, _callable, _proxy)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)


def __getattr__(name):
    # Managers of shared memory need the modules that have it.
    if name in ('SharedMemoryManager', 'SharedMemoryServer', '_SharedMemoryTracker'):
        from . import _shmanager
        value = getattr(_shmanager, name)
        globals()[name] = value
        return value
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
