package vm_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

// cancelled are operations that take long: what prepares them, and what is
// done again and again until the context is cancelled.
var cancelled = []struct{ name, prepare, again string }{
	{"tight loop", "", "pass"},
	{"calls", "def f(x): return x", "f(1)"},
	{"generator", "def g():\n    while True: yield", "for x in g(): pass"},
	{"sleep", "import time", "time.sleep(100)"},
	{"lock", "import _thread\nl = _thread.allocate_lock()\nl.acquire()", "l.acquire()"},
	{"input", "", "input()"},
	{"subprocess", "import subprocess", "subprocess.run(['sleep', '5'])"},
	{"socket", "import socket\na, b = socket.socketpair()", "a.recv(1)"},
	{"re bomb", "import re\ns = 'a' * 30 + 'b'", "re.match('(a+)+$', s)"},
	{"re alternation", "import re\ns = 'ab' * 500000", "re.match('(a|b|ab)*c', s)"},
	{"re findall", "import re\ns = 'ab' * 1000000", "re.findall('a', s)"},
	{"re sub", "import re\ns = 'ab' * 1000000", "re.sub('a', 'x', s)"},
	{"re split", "import re\ns = 'ab' * 1000000", "re.split('a', s)"},
	{"re search", "import re\ns = 'a' * 10000000", "re.search('[bc]d', s)"},
	{"re search quadratic", "import re\ns = 'a' * 1000000", "re.search('a*b', s)"},
	{"re compile", "import re\ns = '(a|b)*' * 20000", "re.compile(s); re.purge()"},
	{"re escape", "import re\ns = '.' * 1000000", "re.escape(s)"},
	{"int pow", "", "3 ** 10000000"},
	{"int pow mod", "a = 3 ** 300000", "pow(a, a, a + 2)"},
	{"int mul", "a = 3 ** 3000000", "a * a"},
	{"int divide", "a, b = 3 ** 3000000, 7 ** 500000", "a // b"},
	{"int add", "a = 1 << 10 ** 8", "a + a"},
	{"int shift", "", "1 << 10 ** 8"},
	{"int of str", "import sys\nsys.set_int_max_str_digits(0)\ns = '7' * 3000000", "int(s)"},
	{"int of hex", "s = '7' * 10000000", "int(s, 16)"},
	{"str of int", "import sys\nsys.set_int_max_str_digits(0)\na = 3 ** 3000000", "str(a)"},
	{"hex of int", "a = 1 << 10 ** 8", "hex(a)"},
	{"int to bytes", "a = 1 << 10 ** 8", "a.to_bytes(20000000, 'little')"},
	{"int from bytes", "a = b'x' * 20000000", "int.from_bytes(a, 'little')"},
	{"hash of int", "a = 1 << 10 ** 8", "hash(a)"},
	{"int compare", "a, b = 1 << 10 ** 8, 1 << 10 ** 8", "a == b"},
	{"gcd", "import math\na, b = 3 ** 1000000, 7 ** 1000000", "math.gcd(a, b)"},
	{"factorial", "import math", "math.factorial(300000)"},
	{"isqrt", "import math\na = 3 ** 1000000", "math.isqrt(a)"},
	{"comb", "import math", "math.comb(1000000, 500000)"},
	{"sort", "import random\nl = [random.random() for i in range(1000000)]", "sorted(l)"},
	{"sort of str", "import random\nl = [str(random.random()) for i in range(300000)]", "sorted(l)"},
	{"sort with key", "import random\nl = [random.random() for i in range(300000)]", "sorted(l, key=lambda x: -x)"},
	{"sort sorted", "l = list(range(3000000))", "l.sort()"},
	{"str times", "", "'abc' * 10 ** 8"},
	{"join", "l = ['abc'] * 3000000", "''.join(l)"},
	{"join of generator", "", "''.join('abc' for i in range(10 ** 9))"},
	{"json.dumps", "import json\nl = [{'a': 1, 'b': 'x', 'c': [1.5, None]}] * 100000", "json.dumps(l)"},
	{"json.dumps of str", "import json\ns = 'é' * 5000000", "json.dumps(s)"},
	{"json.dumps indent", "import json\nl = [{'a': 1, 'b': 'x', 'c': [1.5, None]}] * 100000", "json.dumps(l, indent=1)"},
	{"json.loads", "import json\ns = json.dumps([{'a': 1, 'b': 'x', 'c': [1.5, None]}] * 100000)", "json.loads(s)"},
	{"json.loads of str", "import json\ns = json.dumps('é' * 5000000)", "json.loads(s)"},
	{"json.loads of digits", "import json, sys\nsys.set_int_max_str_digits(0)\ns = '1' * 2000000", "json.loads(s)"},
	{"normalize", "import unicodedata\ns = 'é' * 3000000", "unicodedata.normalize('NFD', s)"},
	{"normalize marks", "import unicodedata\ns = 'a' + '\\u0301\\u0323' * 500000", "unicodedata.normalize('NFC', s)"},
	{"is_normalized", "import unicodedata\ns = 'é' * 3000000", "unicodedata.is_normalized('NFC', s)"},
	{"compile", "s = 'x = f(1, a.b[2]) + 3\\n' * 100000", "compile(s, 'x', 'exec')"},
	{"compile one line", "s = 'x = [' + '1,' * 1000000 + ']'", "compile(s, 'x', 'exec')"},
	{"compile sum", "s = '+'.join(['x'] * 500000)", "compile(s, 'x', 'eval')"},
	{"compile names", "s = '\\n'.join('x%d = y%d' % (i, i) for i in range(100000))", "compile(s, 'x', 'exec')"},
	{"compile functions", "s = '\\n'.join('def f%d(a): return a' % i for i in range(30000))", "compile(s, 'x', 'exec')"},
	{"compile string", "s = 'x = \"' + 'a' * 10000000 + '\"'", "compile(s, 'x', 'exec')"},
	{"compile comment", "s = '#' + 'a' * 20000000", "compile(s, 'x', 'exec')"},
	{"pickle.dumps", "import pickle\nl = [[i, str(i)] for i in range(300000)]", "pickle.dumps(l)"},
	{"pickle.loads", "import pickle\nl = pickle.dumps([[i, str(i)] for i in range(300000)])", "pickle.loads(l)"},
	{"list.index", "l = [0] * 10000000", "l.index(1) if 1 in l else 0"},
	{"list in", "l = [0] * 10000000", "1 in l"},
	{"list count", "l = [0] * 10000000", "l.count(1)"},
	{"list count str", "l = ['abcdef'] * 5000000\ns = 'abcde' + 'g'", "l.count(s)"},
	{"list reverse", "l = [0] * 10000000", "l.reverse()"},
	{"list copy", "l = [0] * 10000000", "l.copy()"},
	{"list times", "", "[0] * 20000000"},
	{"list slice", "l = [0] * 10000000", "l[::2]"},
	{"list del slice", "l = [0] * 10000000", "m = l[:]; del m[::2]"},
	{"list insert", "l = [0] * 10000000", "l.insert(0, 0)"},
	{"list insert middle", "l = [0] * 10000000", "l.insert(5000000, 0); l.pop(5000000)"},
	{"list append", "", "l = []\n    for i in range(10 ** 7): l.append(i)"},
	{"list set slice", "l = [0] * 10000000", "l[::2] = l[::2]"},
	{"dict grows", "", "d = {}\n    for i in range(3000000): d[i] = i"},
	{"set grows", "", "d = set()\n    for i in range(3000000): d.add(i)"},
	{"sort of tuples", "import random\nl = [(random.random(), 1) for i in range(300000)]", "sorted(l, reverse=True)"},
	{"deque reverse", "import collections\nd = collections.deque(range(3000000))", "d.reverse()"},
	{"deque copy", "import collections\nd = collections.deque(range(3000000))", "d.copy()"},
	{"bytearray insert", "b = bytearray(20000000)", "b.insert(0, 1)"},
	{"bytearray upper", "b = bytearray(20000000)", "b.upper()"},
	{"format of int", "a = 1 << 10 ** 8", "format(a, 'X')"},
	{"float precision", "", "format(1.5, '.10000000f')"},
	{"list equal", "l, m = [0] * 10000000, [0] * 10000000", "l == m"},
	{"list less", "l, m = [0] * 10000000, [0] * 10000000", "l < m"},
	{"tuple of list", "l = [0] * 10000000", "tuple(l)"},
	{"list of range", "", "list(range(10 ** 7))"},
	{"list of dict", "d = dict.fromkeys(range(3000000))", "list(d)"},
	{"list of zip", "l = [0] * 3000000", "list(zip(l, l))"},
	{"sum", "l = [1] * 10000000", "sum(l)"},
	{"sum of floats", "l = [1.5] * 10000000", "sum(l)"},
	{"sum of range", "", "sum(range(10 ** 9))"},
	{"min", "l = [1] * 10000000", "min(l)"},
	{"max of str", "l = ['abc'] * 5000000", "max(l)"},
	{"any", "l = [0] * 10000000", "any(l)"},
	{"math.fsum", "import math\nl = [1.5] * 5000000", "math.fsum(l)"},
	{"math.prod", "import math\nl = [1] * 5000000", "math.prod(l)"},
	{"list of map", "l = ['1'] * 3000000", "list(map(int, l))"},
	{"list of filter", "l = [0] * 10000000", "list(filter(None, l))"},
	{"list of reversed", "l = [0] * 5000000", "list(reversed(l))"},
	{"list of enumerate", "l = [0] * 3000000", "list(enumerate(l))"},
	{"deque of repeat", "import itertools, collections", "collections.deque(itertools.repeat(1), 0)"},
	{"deque rotate", "import collections\nd = collections.deque(range(3000000))", "d.rotate(1000000)"},
	{"deque in", "import collections\nd = collections.deque(range(3000000))", "-1 in d"},
	{"islice", "import itertools", "list(itertools.islice(itertools.count(), 10 ** 9, None))"},
	{"product", "import itertools", "sum(1 for x in itertools.product(range(100), repeat=10))"},
	{"combinations", "import itertools, collections", "collections.deque(itertools.combinations(range(40), 20), 0)"},
	{"Counter", "import collections\ns = 'abcd' * 1000000", "collections.Counter(s)"},
	{"reduce", "import functools, operator\nl = [1] * 5000000", "functools.reduce(operator.add, l)"},
	{"bytes find", "b = b'ab' * 10000000", "b.find(b'aa')"},
	{"bytes replace", "b = b'ab' * 5000000", "b.replace(b'a', b'xx')"},
	{"bytes count", "b = b'ab' * 10000000", "b.count(b'aa')"},
	{"bytes translate", "b = b'ab' * 10000000\nt = bytes(range(256))", "b.translate(t)"},
	{"bytes split", "b = b'a ' * 3000000", "b.split()"},
	{"bytes hex", "b = b'ab' * 10000000", "b.hex()"},
	{"bytes of list", "l = [1] * 10000000", "bytes(l)"},
	{"bytes equal", "a, b = b'ab' * 20000000, b'ab' * 20000000", "a == b"},
	{"bytes upper", "b = b'ab' * 10000000", "b.upper()"},
	{"bytes times", "", "b'ab' * 10 ** 8"},
	{"bytes join", "l = [b'abc'] * 3000000", "b''.join(l)"},
	{"bytes decode", "b = 'é'.encode() * 10000000", "b.decode()"},
	{"bytes decode utf-16", "b = 'é'.encode('utf-16-le') * 5000000", "b.decode('utf-16-le')"},
	{"bytes decode latin-1", "b = b'\\xe9' * 5000000", "b.decode('latin-1')"},
	{"bytes repr", "b = b'\\xe9' * 5000000", "repr(b)"},
	{"bytearray", "b = bytearray(20000000)", "b[::2]"},
	{"bytearray reverse", "b = bytearray(20000000)", "b.reverse()"},
	{"str find", "s = 'ab' * 10000000", "s.find('aa')"},
	{"str find in wide", "s = 'é' * 10000000", "s.find('x')"},
	{"str find quadratic", "s = 'a' * 1000000\nt = 'a' * 500000 + 'b' + 'a' * 400000", "s.find(t)"},
	{"str replace", "s = 'ab' * 5000000", "s.replace('a', 'xx')"},
	{"str count", "s = 'ab' * 10000000", "s.count('a')"},
	{"str translate", "s = 'ab' * 3000000", "s.translate({97: 'x'})"},
	{"str split", "s = 'a ' * 3000000", "s.split()"},
	{"str splitlines", "s = 'a\\n' * 3000000", "s.splitlines()"},
	{"str upper", "s = 'ab' * 10000000", "s.upper()"},
	{"str casefold", "s = 'é' * 5000000", "s.casefold()"},
	{"str title", "s = 'é a' * 3000000", "s.title()"},
	{"str strip", "s = ' ' * 20000000", "s.strip()"},
	{"str isalnum", "s = 'é' * 10000000", "s.isalnum()"},
	{"str isidentifier", "s = 'é' * 10000000", "s.isidentifier()"},
	{"str encode", "s = 'é' * 10000000", "s.encode('utf-16')"},
	{"str repr", "s = 'é\\n' * 5000000", "repr(s)"},
	{"str ascii", "s = 'é' * 5000000", "ascii(s)"},
	{"str hash", "s = 'x' * 30000000", "hash(s + 'a')"},
	{"str equal", "a, b = 'x' * 30000000, 'x' * 30000000", "a == b"},
	{"str index", "a = 'é' * 30000000", "a[20000000]"},
	{"str slice", "a = 'é' * 30000000", "a[::3]"},
	{"str reversed", "a = 'é' * 10000000", "a[::-1]"},
	{"str expandtabs", "a = 'a\\t' * 3000000", "a.expandtabs()"},
	{"str format", "", "'{:>100000000}'.format(1)"},
	{"str percent", "l = (1,) * 1000000\ns = '%d ' * 1000000", "s % l"},
	{"str.format fields", "l = (1,) * 1000000\ns = '{} ' * 1000000", "s.format(*l)"},
	{"list of str", "a = 'é' * 3000000", "list(a)"},
	{"repr of list", "l = [1] * 3000000", "repr(l)"},
	{"repr of dict", "d = {i: str(i) for i in range(500000)}", "repr(d)"},
	{"dict copy", "d = dict.fromkeys(range(3000000))", "d.copy()"},
	{"dict of dict", "d = dict.fromkeys(range(3000000))", "dict(d)"},
	{"dict update", "d = dict.fromkeys(range(3000000))", "{}.update(d)"},
	{"dict equal", "d = dict.fromkeys(range(3000000))\ne = d.copy()", "d == e"},
	{"dict fromkeys", "", "dict.fromkeys(range(3000000))"},
	{"dict of zip", "l = list(range(3000000))", "dict(zip(l, l))"},
	{"dict clear", "d = dict.fromkeys(range(3000000))", "e = d.copy(); e.clear()"},
	{"dict pop", "d = dict.fromkeys(range(3000000))\nfor i in range(2999999): del d[i]", "next(iter(d))"},
	{"set of list", "l = list(range(3000000))", "set(l)"},
	{"set and", "a, b = set(range(3000000)), set(range(1000000, 4000000))", "a & b"},
	{"set or", "a, b = set(range(3000000)), set(range(1000000, 4000000))", "a | b"},
	{"set minus", "a, b = set(range(3000000)), set(range(1000000, 4000000))", "a - b"},
	{"set subset", "a, b = set(range(3000000)), set(range(4000000))", "a <= b"},
	{"set copy", "a = set(range(3000000))", "a.copy()"},
	{"frozenset hash", "a = frozenset(range(3000000))", "hash(frozenset(a))"},
	{"hash collisions", "m = 2 ** 61 - 1", "{i * m for i in range(20000)}"},
	{"hash of tuple", "t = (1,) * 10000000", "hash(t)"},
	{"hash of nested", "t = ()\nfor i in range(40): t = (t, t)", "hash(t)"},
	{"deep equal", "a, b = [], []\nfor i in range(40): a, b = [a, a], [b, b]", "a == b"},
	{"deep repr", "a = []\nfor i in range(40): a = [a, a]", "repr(a)"},
	{"deep copy", "import copy\na = [[i] for i in range(300000)]", "copy.deepcopy(a)"},
	{"del of deep", "l = []\nfor i in range(1000000): l = [l]", "m = [l]; l = []; del m"},
	{"clear of much", "l = [[] for i in range(2000000)]", "l.clear()"},
	{"isinstance of nested", "t = (int,)\nfor i in range(40): t = (t, t)", "isinstance('', t)"},
	{"struct pack", "import struct\nl = [1] * 1000000", "struct.pack('1000000i', *l)"},
	{"struct unpack", "import struct\nb = bytes(8000000)", "struct.unpack('2000000i', b)"},
	{"struct iter_unpack", "import struct\nb = bytes(8000000)", "list(struct.iter_unpack('i', b))"},
	{"array of list", "import array\nl = [1] * 5000000", "array.array('i', l)"},
	{"array tolist", "import array\na = array.array('i', bytes(20000000))", "a.tolist()"},
	{"array index", "import array\na = array.array('i', bytes(20000000))", "-1 in a"},
	{"array byteswap", "import array\na = array.array('i', bytes(20000000))", "a.byteswap()"},
	{"memoryview tolist", "m = memoryview(bytes(5000000))", "m.tolist()"},
	{"memoryview equal", "m = memoryview(bytes(20000000)).cast('i')", "m == m[:]"},
	{"memoryview tobytes", "m = memoryview(bytes(20000000))", "m[::2].tobytes()"},
	{"base64", "import binascii\nb = bytes(10000000)", "binascii.b2a_base64(b)"},
	{"base64 back", "import binascii\nb = binascii.b2a_base64(bytes(10000000))", "binascii.a2b_base64(b)"},
	{"hexlify", "import binascii\nb = bytes(10000000)", "binascii.hexlify(b)"},
	{"crc32", "import binascii\nb = bytes(50000000)", "binascii.crc32(b)"},
	{"random bytes", "import random", "random.randbytes(10000000)"},
	{"random bits", "import random", "random.getrandbits(10 ** 8)"},
	{"random shuffle", "import random\nl = list(range(1000000))", "random.shuffle(l)"},
	{"random sample", "import random\nl = range(10 ** 9)", "random.sample(l, 1000000)"},
	{"random choices", "import random\nl = range(10 ** 9)", "random.choices(l, k=1000000)"},
	{"urandom", "import os", "os.urandom(50000000)"},
	{"StringIO lines", "import io\ns = io.StringIO('a\\n' * 2000000)", "s.seek(0); s.readlines()"},
	{"BytesIO lines", "import io\ns = io.BytesIO(b'a\\n' * 2000000)", "s.seek(0); s.readlines()"},
	{"StringIO newline", "import io\nt = 'a\\r\\n' * 2000000", "io.StringIO(t, newline=None).read()"},
	{"TextIOWrapper", "import io\nb = b'a\\r\\n' * 2000000", "io.TextIOWrapper(io.BytesIO(b)).read()"},
	{"heapify", "import heapq, random\nl = [random.random() for i in range(1000000)]", "heapq.heapify(l[:])"},
	{"nsmallest", "import heapq, random\nl = [random.random() for i in range(1000000)]", "heapq.nsmallest(1000, l)"},
	{"textwrap", "import textwrap\ns = 'ab cd ' * 200000", "textwrap.wrap(s)"},
	{"print", "", "print('x' * 20000000)"},
	{"range in", "class A:\n    def __eq__(self, o): return False\na = A()", "a in range(10 ** 9)"},
	{"str in generator", "", "'a' in (x for x in iter(int, 1))"},
	{"unpack", "r = range(5000000)", "a, *b = r"},
	{"star call", "r = range(3000000)\ndef f(*a): pass", "f(*r)"},
	{"dir", "class A: pass\na = A()\nfor i in range(200000): setattr(a, 'a%d' % i, i)", "dir(a)"},
	{"vars", "class A: pass\na = A()\nfor i in range(200000): setattr(a, 'a%d' % i, i)", "dict(vars(a))"},
	{"class many bases", "c = [type('C%d' % i, (), {}) for i in range(3000)]", "type('D', tuple(c), {})"},
	{"subclasses", "class A: pass\nl = [type('B', (A,), {}) for i in range(20000)]", "A.x = 1; A.__subclasses__()"},
	{"gc.collect", "import gc\nl = [[i] for i in range(1000000)]", "gc.collect()"},
	{"gc.get_objects", "import gc\nl = [[i] for i in range(300000)]", "gc.get_objects()"},
	{"traceback", "import traceback\ndef f(n):\n    if n: f(n - 1)\n    else: 1 / 0", "try: f(900)\n    except ZeroDivisionError: traceback.format_exc()"},
	{"difflib", "import difflib\na, b = 'abcd' * 500, 'bacd' * 500", "difflib.SequenceMatcher(None, a, b).ratio()"},
	{"string template", "import string\nt = string.Template('$a ' * 200000)", "t.substitute(a=1)"},
	{"open and read", "import sys\nname = sys.executable or '/proc/self/exe'", "open('/proc/self/exe', 'rb').read()"},
	{"float of str", "s = '1' * 10000000", "float(s)"},
	{"fraction", "from fractions import Fraction\na = Fraction(3 ** 100000, 7 ** 100000)", "a * a + a"},
	{"statistics", "import statistics\nl = list(range(100000))", "statistics.pstdev(l)"},
	{"codecs charmap", "s = 'é' * 5000000", "s.encode('cp1252')"},
	{"unicode_escape", "b = b'\\\\u00e9' * 2000000", "b.decode('unicode_escape')"},
	{"literal_eval", "s = '[' + '1,' * 300000 + ']'", "eval(s)"},
	{"zlib", "import zlib\nb = bytes(range(256)) * 40000", "zlib.decompress(zlib.compress(b))"},
}

// BenchmarkCancel measures how long a call goes on after its context has been
// cancelled, in the middle of all kinds of long operations; the worst first:
//
//	go test ./vm -run xxx -bench Cancel -benchtime 100x
//
// CANCEL=part of a name restricts it.
func BenchmarkCancel(b *testing.B) {
	var rows []delayRow
	for _, op := range cancelled {
		if !strings.Contains(op.name, os.Getenv("CANCEL")) {
			continue
		}
		if delays := cancelDelays(b, op.prepare, op.again, max(b.N, 8)); len(delays) > 0 {
			slices.Sort(delays)
			n := len(delays)
			r := delayRow{op.name, delays[n/2], delays[(n-1)*99/100], delays[n-1]}
			if rows = append(rows, r); testing.Verbose() {
				fmt.Println(r)
			}
		}
	}
	slices.SortFunc(rows, func(x, y delayRow) int { return int(y.p99 - x.p99) })
	fmt.Println()
	late := 0
	for _, r := range rows {
		if fmt.Println(r); r.p99 > time.Millisecond {
			late++
		}
	}
	b.ReportMetric(float64(late), "late")
}

// A delayRow says how an operation has answered.
type delayRow struct {
	name           string
	p50, p99, most time.Duration
}

func (r delayRow) String() string {
	return fmt.Sprintf("%-24s p50 %9v  p99 %9v  max %9v", r.name, r.p50.Round(time.Microsecond), r.p99.Round(time.Microsecond), r.most.Round(time.Microsecond))
}

// cancelDelays measures n times.
func cancelDelays(b *testing.B, prepare, again string, n int) (delays []time.Duration) {
	r, w := io.Pipe()
	defer w.Close()
	m, err := vm.New(vm.Config{Modules: all.Modules(), Stdin: r, Stdout: io.Discard, Stderr: os.Stderr})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	started := make(chan struct{}, 1)
	if err := m.Set("started", func() { started <- struct{}{} }); err != nil {
		b.Fatal(err)
	}
	if err := m.Run(context.Background(), "prepare.py", prepare); err != nil {
		b.Logf("%s: %v", prepare, err)
		return nil
	}
	p, err := vm.Compile("again.py", "started()\nwhile True:\n    "+again)
	if err != nil {
		b.Fatal(err)
	}
	for range n {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		go func() { done <- m.RunProgram(ctx, p) }()
		select {
		case <-started:
		case err := <-done:
			b.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Intn(30_000)) * time.Microsecond)
		begin := time.Now()
		cancel()
		err := <-done
		delays = append(delays, time.Since(begin))
		if !errors.Is(err, context.Canceled) {
			b.Logf("%s: %v", again, err)
			return nil
		}
	}
	return delays
}
