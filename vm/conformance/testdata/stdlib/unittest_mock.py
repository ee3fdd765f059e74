from unittest import mock
from unittest.mock import *
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
m = Mock()
m(1, a=2); m.foo.bar(3); m().baz()
print(m.mock_calls, m.call_args, m.call_args_list, m.method_calls, m.called, m.call_count)
print(m.foo.bar.call_args.args, m.call_args.kwargs, m.mock_calls == [call(1, a=2), call.foo.bar(3), call(), call().baz()])
for f in (lambda: m.assert_called_with(2), lambda: m.assert_called_once(), lambda: m.assert_not_called(), lambda: m.foo.assert_called(), lambda: m.assert_called_once_with(1), lambda: m.assert_any_call(7), lambda: m.assert_has_calls([call(9)]), lambda: m.assert_has_calls([call(9)], any_order=True), lambda: m.zzz.assert_called_with(1), lambda: m.assert_foo, lambda: m.foo.bar.assert_called_once_with(3)):
    show(f)
r = Mock(return_value=5, side_effect=None)
print(r(), r.return_value)
s = Mock(side_effect=[1, 2, ValueError('x')])
print(s(), s()); show(s); show(s)
s = Mock(side_effect=KeyError('k')); show(s)
s = Mock(side_effect=lambda x: x * 2); print(s(4))
class C:
    def m(self, a): return a
    @property
    def p(self): return 1
    attr = 3
sp = Mock(spec=C)
print(isinstance(sp, C), sp.m(1) is sp.m.return_value); show(lambda: sp.nope)
ss = Mock(spec_set=C)
show(lambda: setattr(ss, 'zz', 1))
mm = MagicMock()
print(len(mm), int(mm), bool(mm), list(mm), 'x' in mm, mm == mm, mm != mm, mm[3] is mm[4], float(mm))
mm.__len__.return_value = 7; mm.__getitem__.side_effect = lambda k: k * 2; mm.__iter__.return_value = [1, 2]
print(len(mm), mm[5], list(mm), mm.__getitem__.call_args_list)
with mm as cm: print(cm is mm.__enter__.return_value)
mm.__str__.return_value = 'text'; print(str(mm))
show(lambda: mm < 3)
n = Mock(name='named'); print(repr(n)[:19], repr(n.a.b())[:29])
m.reset_mock(); print(m.mock_calls, m.called)
m.configure_mock(**{'a.b.return_value': 3}); print(m.a.b())
del m.gone; show(lambda: m.gone)
p = Mock(); c1 = Mock(); p.attach_mock(c1, 'child'); c1(5); print(p.mock_calls)
print(call(1, 2), call.a.b(3), call().x(y=1), call(1) == call(1), call.foo(1).bar(2).call_list(), ANY == 5, sentinel.abc, sentinel.abc is sentinel.abc)
import os
with patch('os.getcwd', return_value='/fake') as g:
    print(os.getcwd(), g.called)
print(os.getcwd() != '/fake')
@patch('os.getpid')
@patch('os.getcwd')
def t(a, b):
    a.return_value = 'A'; b.return_value = 'B'
    return os.getcwd(), os.getpid()
print(t())
with patch.object(C, 'm', autospec=True) as am:
    C().m(3); show(lambda: C().m()); print(am.call_count)
with patch.dict('os.environ', {'XX': '1'}): print(os.environ['XX'])
print('XX' in os.environ)
d = {'a': 1}
with patch.dict(d, {'b': 2}, clear=True): print(d)
print(d)
with patch.multiple(C, attr=9, p=DEFAULT) as mk: print(C.attr, list(mk))

show(lambda: patch('bad'))
with patch('builtins.open', mock_open(read_data='l1\nl2\n')) as mo:
    with open('f') as h: print(h.read())
    with open('f') as h: print(list(h)); 
    open('w', 'w').write('x')
    print(mo.call_args_list, mo().write.call_args)
pt = patch('os.sep', 'S'); pt.start(); print(os.sep); pt.stop(); print(os.sep)
class Q: pass
q = Q(); type(q).prop = PropertyMock(return_value=8); print(q.prop)
def fn(a, b=1): ...
a = create_autospec(fn); a(1); show(lambda: a()); a.assert_called_with(1)
ca = create_autospec(C); inst = ca(); inst.m(1); show(lambda: inst.m()); show(lambda: inst.other)
sl = Mock(); sl.x = 1; seal(sl); show(lambda: sl.y)
am = AsyncMock(return_value=4)
def run(co):
    try:
        co.send(None)
    except StopIteration as e: return e.value
print(run(am(1)), am.await_count, am.await_args); am.assert_awaited_once_with(1)
w = Mock(wraps={'a': 1}); print(w.get('a'), w.get.call_args)
