package vm_test

import (
	"context"
	"errors"
	"testing"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// lookers are single operations on much: what prepares them, what is done, and
// what holds after it has been given up ("" where nothing can be seen of it).
var lookers = []struct{ prepare, op, after string }{
	{"l = list(range(600000))", "l.insert(0, 1)", "l == list(range(600000))"},
	{"l = list(range(600000))", "l.insert(1000, 1)", "l == list(range(600000))"},
	{"l = list(range(1200000))", "l.pop(600000)", "l == list(range(1200000))"},
	{"l = list(range(1200000))", "del l[600000:600002]", "l == list(range(1200000))"},
	{"l = list(range(100000))", "del l[::2]", "l == list(range(100000))"},
	{"l = list(range(100000))", "l.reverse()", "l == list(range(100000))"},
	{"l = list(range(1200000))", "l[3:4] = [7, 8]", "l == list(range(1200000))"},
	{"l = list(range(100000))", "l.extend(l)", "l == list(range(100000))"},
	{"l = list(range(100000))", "l += range(100000)", "l == list(range(100000))"},
	{"l = list(range(100000))", "l *= 2", "l == list(range(100000))"},
	{"import random\nl = [random.random() for i in range(100000)]\ns = sorted(l)", "l.sort()", "sorted(l) == s"},
	{"l = [str(i) for i in range(100000)]\ns = sorted(l)", "l.sort(reverse=True)", "sorted(l) == s"},
	{"l = [(-i, i) for i in range(100000)]\ns = sorted(l)", "l.sort()", "sorted(l) == s"},
	{"l = [0] * 100000", "l.copy()", ""},
	{"l = [0] * 100000", "l[::2]", ""},
	{"l = [0] * 100000", "l + l", ""},
	{"l = [0] * 100000", "tuple(l)", ""},
	{"l = (0,) * 100000", "hash(l)", ""},
	{"", "[0] * 100000", ""},
	{"", "list(range(100000))", ""},
	{"d = dict.fromkeys(range(100000))", "list(d)", ""},
	{"d = dict.fromkeys(range(100000))", "d.copy()", ""},
	{"d = dict.fromkeys(range(100000))", "dict(d)", ""},
	{"d, e = dict.fromkeys(range(100000)), {}", "e.update(d)", "e == {}"},
	{"d = dict.fromkeys(range(100000))", "d == d.copy()", ""},
	{"d = dict.fromkeys(range(100000))", "repr(d)", ""},
	{"d = {i: 0 for i in range(87381)}", "d[87381] = 0", "len(d) == 87381 and list(d) == list(range(87381))"},
	{"s = set(range(100000))", "s.copy()", ""},
	{"s, r = set(range(100000)), {-1}", "r.update(s)", "r <= s | {-1} and -1 in r"},
	{"s = set(range(100000))", "s & {*range(50000, 150000)}", ""},
	{"s = set(range(100000))", "s - set(range(50000))", ""},
	{"s = frozenset(range(100000))", "hash(s)", "hash(s) == hash(frozenset(range(100000)))"},
	{"s = set(range(100000))", "repr(s)", ""},
	{"s = 'é' * 300000", "s.upper()", ""},
	{"s = 'e' * 300000", "s.upper()", ""},
	{"s = ' ' * 300000", "s.strip()", ""},
	{"s = 'é' * 300000", "s.isalnum()", ""},
	{"s = 'é' * 300000", "s.encode('utf-16')", ""},
	{"s = 'é' * 300000", "s.encode('cp1252')", ""},
	{"s = 'é' * 300000", "s[::2]", ""},
	{"s = 'é' * 300000", "s[7]", "s[-1] == 'é' and len(s) == 300000"},
	{"s = 'é' * 300000", "repr(s)", ""},
	{"s = 'é' * 300000", "'x' in s", ""},
	{"s = 'a\\t' * 100000", "s.expandtabs()", ""},
	{"s = 'ab' * 100000", "s.translate({97: 'x'})", ""},
	{"", "'{:>300000}'.format(1)", ""},
	{"", "'%300000d' % 1", ""},
	{"", "f'{1:>300000}'", ""},
	{"s = 'é' * 300000", "hash(s + 'x')", ""},
	{"b = 'é'.encode() * 300000", "b.decode()", ""},
	{"b = b'ab' * 300000", "b.decode('latin-1')", ""},
	{"b = b'ab' * 300000", "b.decode('utf-16-le')", ""},
	{"b = b'ab' * 300000", "b.upper()", ""},
	{"b = b'ab' * 300000", "b.hex()", ""},
	{"b = b'ab' * 300000", "repr(b)", ""},
	{"b = b'ab' * 300000", "b == b[:-1] + b'b'", ""},
	{"b = bytearray(b'abc') * 1000000", "b.insert(0, 7)", "b == b'abc' * 1000000"},
	{"b = bytearray(b'abc') * 1000000", "b.reverse()", "b == b'abc' * 1000000"},
	{"b = bytearray(b'abc') * 1000000", "b += b", "b == b'abc' * 1000000"},
	{"b = bytearray(b'ab') * 300000", "b.upper()", "b == b'ab' * 300000"},
	{"a = 1 << 3000000", "hex(a)", ""},
	{"a = 1 << 3000000", "hash(a)", ""},
	{"a, b = 1 << 3000000, 1 << 3000000", "a == b", ""},
	{"s = '7' * 300000", "int(s, 16)", ""},
	{"import collections\nd = collections.deque(range(100000))", "d.rotate(50000)", "list(d) == list(range(100000))"},
	{"import collections\nd = collections.deque(range(100000))", "d.reverse()", "list(d) == list(range(100000))"},
	{"import collections\nd = collections.deque(range(100000))", "-1 in d", ""},
	{"import collections\nd = collections.deque(range(100000))", "d.copy()", ""},
	{"import re\ns = '(a|b)*' * 1000", "re.compile(s)", ""},
	{"import json\ns = json.dumps('é' * 100000)", "json.loads(s)", ""},
	{"import binascii\nb = bytes(300000)", "binascii.b2a_base64(b)", ""},
	{"import binascii\nb = bytes(600000)", "binascii.crc32(b)", ""},
	{"import array\na = array.array('i', range(100000))", "a.byteswap()", "list(a) == list(range(100000))"},
	{"m = memoryview(bytes(600000))", "m[::2].tobytes()", ""},
	{"m = memoryview(bytes(600000))", "m.tolist()", ""},
	{"import pickle\nl = [[i] for i in range(10000)]", "pickle.dumps(l)", ""},
}

// TestOperationsLook: a single operation on much sees that its context is done,
// and its object is as it was, or as it would have become.
func TestOperationsLook(t *testing.T) {
	for _, x := range lookers {
		if runCancelled(t, x.prepare, x.op, x.after) {
			t.Errorf("%s has not looked", x.op)
		}
	}
	if !runCancelled(t, "", "[0] * 100", "") {
		t.Error("something has looked where nothing takes long")
	}
}

// runCancelled does op with a context that is done, in a program too short for
// anything else to look, and says whether it went on after it.
func runCancelled(t *testing.T, prepare, op, after string) (finished bool) {
	m := newMachine(t, vm.Config{Modules: all.Modules()})
	defer m.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := errors.Join(m.Set("cancel", cancel), m.Set("finished", func() { finished = true })); err != nil {
		t.Fatal(err)
	}
	if err := m.Run(context.Background(), "prepare.py", prepare); err != nil {
		t.Fatalf("%s: %v", prepare, err)
	}
	err := m.Run(ctx, "op.py", "cancel()\n"+op+"\nfinished()")
	if !finished && !errors.Is(err, context.Canceled) {
		t.Errorf("%s: %v", op, err)
	}
	if after == "" {
		return finished
	}
	if v, err := m.Eval(context.Background(), after); err != nil || !v.Raw().IsTrue() {
		t.Errorf("after %s: %s: %v", op, after, err)
	}
	return finished
}
