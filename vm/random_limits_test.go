package vm_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"os"
	goruntime "runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

var (
	hostilePrograms = flag.Int("hostile", 60, "how many random hostile programs TestRandomLimits runs")
	hostileSeed     = flag.Int("hostileseed", 0, "the seed of the first of them")
)

// TestRandomLimits runs random hostile programs within random limits and with
// contexts that are done at a random moment. Whatever they do, the call ends soon,
// with one of the errors that it may end with, and leaves the machine usable.
// One thread with no more than a limit of steps must do the same each time.
func TestRandomLimits(t *testing.T) {
	before := goruntime.NumGoroutine()
	watch := watchHeap()
	defer watch.end()
	ends := map[string]int{}
	for seed := *hostileSeed; seed < *hostileSeed+*hostilePrograms && !t.Failed(); seed++ {
		ends[runHostile(t, seed, watch)]++
	}
	t.Log(ends)
	awaitGoroutines(t, before+1)
}

// A hostileRun is how a program has ended.
type hostileRun struct {
	end   string
	steps int64
	late  time.Duration // after its context, by the clock or the processor
}

// runHostile runs the program of a seed and says how it has ended.
func runHostile(t *testing.T, seed int, watch *heapWatch) string {
	r := rand.New(rand.NewSource(int64(seed)))
	threads := r.Intn(3) == 0
	src := hostileProgram(r, threads)
	limits := vm.Limits{Memory: 8 << 20 << r.Intn(3)}
	pick := func(p int, most int64) int64 {
		if r.Intn(100) < p {
			return 1 + r.Int63n(most)
		}
		return 0
	}
	limits.Steps = pick(80, []int64{99, 1000, 30_000, 300_000}[r.Intn(4)])
	limits.Output = pick(30, 3000)
	limits.Depth = int(pick(30, 500))
	limits.Threads = int(max(pick(90, 10), 2))
	patience := time.Duration(1+r.Intn(40)) * time.Millisecond
	if limits.Steps > 0 && r.Intn(2) == 0 {
		patience = 300 * time.Millisecond
	}
	run := runOnce(t, seed, src, limits, patience, watch)
	switch run.end {
	case "steps":
		if run.steps > limits.Steps || !threads && run.steps != limits.Steps {
			t.Errorf("program %d: %d steps, the limit is %d\n%s", seed, run.steps, limits.Steps, src)
		}
	case "time", "memory":
		return run.end
	}
	if limits.Steps > 0 && run.steps > limits.Steps {
		t.Errorf("program %d: %d steps, the limit is %d, but it ended with %s\n%s", seed, run.steps, limits.Steps, run.end, src)
	}
	if threads {
		return run.end
	}
	again := runOnce(t, seed, src, limits, time.Second+patience*2, watch)
	if again.end != "time" && again.end != "memory" && (again.end != run.end || again.steps != run.steps) {
		t.Errorf("program %d: first %s after %d steps, then %s after %d\n%s", seed, run.end, run.steps, again.end, again.steps, src)
	}
	return run.end
}

// endings are those of hostile programs besides exceptions.
var endings = map[string]bool{"ok": true, "steps": true, "memory": true, "depth": true, "output": true, "threads": true, "time": true}

// slowest is by how much a call may outlast its context.
const slowest = 10 * time.Second

// runOnce runs a program in a machine of its own and checks what must hold for any.
func runOnce(t *testing.T, seed int, src string, limits vm.Limits, patience time.Duration, watch *heapWatch) (run hostileRun) {
	fail := func(format string, args ...any) {
		t.Errorf("program %d, %+v, %v: %s\n%s", seed, limits, patience, fmt.Sprintf(format, args...), src)
	}
	m, err := vm.New(vm.Config{Modules: stdlib.Safe(), Limits: limits, Rand: zeros{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Set("bug", func(text string) { fail("a bug: %s", text) }); err != nil {
		t.Fatal(err)
	}
	watch.begin(limits.Memory)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	begin, computed := time.Now(), cpuTime()
	done := make(chan struct{})
	hang := time.AfterFunc(patience+10*time.Minute, func() {
		fmt.Fprintf(os.Stderr, "program %d hangs:\n%s\n%s", seed, src, m.DumpStacks(time.Second))
		debug.SetTraceback("all")
		panic("hang")
	})
	go func() {
		defer close(done)
		err = m.Run(ctx, "hostile.py", src)
	}()
	<-done
	hang.Stop()
	run.late = min(time.Since(begin), cpuTime()-computed) - patience
	run.end = ending(err)
	var x *vm.Exception
	switch {
	case errors.As(err, &x):
		if x.Type == "SystemError" {
			fail("%v\n%s", err, x.Format())
		}
	case !endings[run.end]:
		fail("ended with %v", err)
	}
	if run.late > slowest {
		fail("%v late (%v)", run.late, err)
	} else if testing.Verbose() && run.late > 200*time.Millisecond {
		t.Logf("program %d: %v late (%v)\n%s", seed, run.late, err, src)
	}
	if text := watch.check(); text != "" {
		fail("%s (%v)", text, err)
	}
	u, err := m.Usage()
	if err != nil {
		fail("%v", err)
	}
	run.steps = u.Steps
	if limits.Output > 0 && run.end == "ok" && u.Output > limits.Output {
		fail("%d bytes of output", u.Output)
	}
	// It may have left threads behind that reach a limit again after the reset.
	for range 20 {
		if err := m.Reset(); err != nil {
			fail("%v", err)
		}
		v, err := m.Eval(context.Background(), "(lambda: 1 + 1)()")
		if err == nil && v.Raw().AsInt64() == 2 {
			break
		}
		if end := ending(err); !endings[end] || end == "time" {
			fail("afterwards: %v", err)
			break
		}
	}
	m.Close()
	if err := m.Run(context.Background(), "closed.py", "1"); !errors.Is(err, vm.ErrClosed) {
		fail("after Close: %v", err)
	}
	return run
}

// zeros makes random numbers the same each time.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// A heapWatch notes the most that the process has been found to keep alive: the
// collector's own count, so garbage does not matter.
type heapWatch struct {
	most         atomic.Int64
	before, over int64
	stop         chan struct{}
}

func watchHeap() *heapWatch {
	w := &heapWatch{stop: make(chan struct{})}
	go func() {
		s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		for {
			select {
			case <-w.stop:
				return
			case <-time.After(time.Millisecond):
			}
			metrics.Read(s)
			w.most.Store(max(w.most.Load(), int64(s[0].Value.Uint64())))
		}
	}()
	return w
}

func (w *heapWatch) end() { close(w.stop) }

// begin begins to watch a program with this limit of memory.
func (w *heapWatch) begin(limit int64) {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	w.before, w.over = int64(s[0].Value.Uint64()), 5*limit+100<<20
	w.most.Store(0)
}

// check says if the process has kept more alive than a limit allows.
func (w *heapWatch) check() string {
	if most := w.most.Load(); most > w.before+w.over {
		return fmt.Sprintf("%d MB were alive in the process, %d before", most>>20, w.before>>20)
	}
	return ""
}

// hostileProgram writes a program. Nothing in it depends on anything but itself
// if it has no threads: no times, no addresses.
func hostileProgram(r *rand.Rand, threads bool) string {
	w := &hostileWriter{r: r, threads: threads, programWriter: programWriter{r: r}}
	w.line(0, "import %s", strings.Join(hostileModules, ", "))
	w.line(0, "random.seed(1)")
	for i := range hostileVars {
		w.line(0, "v%d = %s", i, w.atom())
	}
	w.line(0, "%s", strings.TrimSpace(hostilePrelude))
	if threads {
		w.line(0, "import threading, queue, time")
		w.line(0, "lock, q = threading.Lock(), queue.Queue(3)")
		w.line(0, "class D:")
		w.line(1, "def __del__(self):")
		w.block(2, 1)
	}
	for i := range hostileFuncs {
		kind := r.Intn(4)
		w.line(0, "def f%d(v0=1, v1='a', *a, **k):", i)
		if r.Intn(3) > 0 {
			w.line(1, "global v2, v3, v4")
		}
		w.block(1, 2)
		switch kind {
		case 0:
			w.line(1, "yield %s", w.expr(2))
		case 1:
			w.line(1, "return %s", w.expr(2))
		}
	}
	w.line(0, "class A(%s):", []string{"object", "list", "dict", "int", "str", "Exception", "tuple", "set"}[r.Intn(8)])
	for _, name := range []string{"__eq__", "__hash__", "__repr__", "__len__", "__getitem__", "__iter__", "__lt__", "__add__", "__bool__", "__exit__", "__getattr__", "__call__", "__index__", "__format__"} {
		if r.Intn(3) == 0 {
			w.line(1, "def %s(self, *a):", name)
			w.block(2, 1)
			w.line(2, "return %s", w.expr(1))
		}
	}
	w.line(1, "pass")
	for range 2 + r.Intn(4) {
		w.block(0, 3)
	}
	return w.b.String()
}

const (
	hostileVars  = 6
	hostileFuncs = 3
)

var hostileModules = []string{"math", "re", "json", "itertools", "functools", "collections", "random", "struct", "string", "heapq", "bisect", "array",
	"io", "unicodedata", "textwrap", "operator", "statistics", "fractions", "binascii", "copy", "types", "sys", "codecs"}

const hostilePrelude = `
def note(e):
    if isinstance(e, SystemError) and 'internal error' in str(e): bug(str(e))
class Swallow:
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        if e is not None: note(e)
        return True
def rec(*a): return rec(*a)
def count(*a):
    i = 0
    while True:
        try: yield i
        except BaseException as e: note(e)
        i += 1
`

type hostileWriter struct {
	programWriter
	r       *rand.Rand
	threads bool
}

func (w *hostileWriter) variable() string { return fmt.Sprint("v", w.r.Intn(hostileVars)) }

func (w *hostileWriter) atom() string {
	if w.r.Intn(3) == 0 {
		return []string{"None", "True", "0", "-1", "1.5", "''", "'a'", "'é€😀' * 1000", "'ab' * 5000", "b'ab' * 3000", "bytearray(b'xyz' * 100)", "[]", "()", "{}", "set()",
			"float('inf')", "float('nan')", "2 ** 64", "3 ** 5000", "1j", "10 ** 18", "-10 ** 9", "10 ** 9", "sys.maxsize", "...", "range(10 ** 12)", "'{:>99}'", "'%99d'", "frozenset('abc')",
			"memoryview(b'abcd' * 9)", "array.array('i', range(99))", "collections.deque(range(99))", "fractions.Fraction(3, 7)", "'\\ud800'", "'1' * 4000"}[w.r.Intn(35)]
	}
	return []string{"1", "2", "3", "10", "100", "1000", "100000", "'xyz'", "[1, 2, 3]", "list(range(100))", "{'a': 1, 'b': [2]}", "(1, 'a', None)", "{1, 2, 3}", "range(50)", "b'abc'", "'a,b c\\n' * 9"}[w.r.Intn(16)]
}

// expr writes an expression; most fail with this or that value, some are bombs.
func (w *hostileWriter) expr(depth int) string {
	if depth <= 0 || w.r.Intn(4) == 0 {
		if w.r.Intn(2) == 0 {
			return w.variable()
		}
		return w.atom()
	}
	var b strings.Builder
	for _, c := range hostileExprs[w.r.Intn(len(hostileExprs))] {
		switch c {
		case '@':
			b.WriteString("(" + w.expr(depth-1) + ")")
		case '¤':
			b.WriteString(w.variable())
		case '§':
			b.WriteString("'" + strings.NewReplacer(`\`, `\\`, "'", `\'`, "\n", `\n`).Replace(w.expr(depth-1)) + "'")
		case '#':
			b.WriteString([]string{"0", "1", "2", "7", "100", "1000", "100000", "10000000", "10 ** 9", "10 ** 15", "-1", "-10 ** 9", "2 ** 62"}[w.r.Intn(13)])
		case '~':
			b.WriteString([]string{"(lambda *a: " + w.expr(depth-1) + ")", "f0", "f1", "f2", "len", "str", "int", "A", "repr", "list", "rec", "(lambda *a: a)", "(lambda *a: v0)", "isinstance", "count"}[w.r.Intn(15)])
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

var hostileExprs = strings.Split(strings.TrimSpace(`
@ + @
@ * #
@ * @
@ - @
@ % @
@ ** @
@ << #
1 << #
@ >> @
@ // @
@ | @
@ & @
@ < @
@ == @
@ in @
@ and @ or @
[@, @, *@]
{@: @, **@}
(@, @) * #
[@ for v5 in @ if @]
{@: v5 for v5 in @}
{v5 for v5 in @}
(@ for v5 in @)
@[@]
@[#:#]
@[::#]
~(@)
~(@, @)
~(*@)
~(**@)
[*@]
f'{¤:>{¤}}'
f'{¤!r:{#}}'
'{:{}}'.format(@, #)
'{0!r:>#}'.format(@)
'%*d' % (#, #)
'%s %r' % (@, @)
str(@)
repr(@)
ascii(@)
int(@)
int('9' * #)
float(@)
complex(@)
bytes(@)
bytes(#)
bytearray(#)
bytearray(@)
list(@)
tuple(@)
set(@)
frozenset(@)
dict(@)
dict(zip(@, @))
dict.fromkeys(@, @)
range(#, #)
list(range(#))
sum(@)
sum(range(#))
sum([[@]] * 50, [])
min(@)
max(@, key=~)
sorted(@)
sorted(@, key=~)
sorted(range(#), key=~)
list(reversed(@))
list(map(~, @))
list(filter(~, @))
list(zip(@, @, itertools.repeat(@)))
list(enumerate(@))
any(@)
all(@)
next(@)
next(iter(@), @)
iter(~, @)
list(iter(~, @))
hash(@)
len(@)
abs(@)
divmod(@, @)
pow(@, @)
pow(@, #, @)
round(@, #)
bin(@)
hex(@)
chr(#)
ord(@)
format(@, '>#')
format(@, '.#f')
isinstance(@, @)
getattr(@, @)
getattr(@, 'a', @)
setattr(A, 'x', @)
setattr(@, 'a', @)
vars(@)
dir(@)
type(@)
type('T', (A,), {'a': @})
eval(§)
exec(§)
compile('x = 1\n' * 1000, 'x', 'exec')
compile('[' * #, 'x', 'eval')
slice(@, @)
super(A, A)
@.join(@)
','.join(map(str, @))
','.join([@] * #)
@.replace(@, @)
'a'.replace('', 'b' * #)
@.split(@)
@.split()
@.splitlines()
@.find(@)
@.count(@)
@.translate({97: 'x' * #})
@.encode(§)
@.encode()
@.encode('utf-16')
@.decode()
@.ljust(#)
@.zfill(#)
@.center(#, @)
@.expandtabs(#)
@.upper()
@.casefold()
@.strip(@)
@.partition(@)
@.format(*@)
@.format_map(@)
@.startswith(@)
@.hex()
@.append(@)
@.extend(@)
@.extend(itertools.repeat(@))
@.insert(0, @)
@.pop()
@.sort()
@.reverse()
@.index(@)
@.clear()
@.copy()
@.update(@)
@.setdefault(@, @)
@.items()
@.get(@, @)
@.add(@)
@.union(@)
@.to_bytes(#, 'big')
int.from_bytes(@, 'little')
@.bit_length()
@.as_integer_ratio()
@.send(@)
@.throw(ValueError)
@.__reduce_ex__(4)
math.factorial(#)
math.comb(#, #)
math.perm(#)
math.gcd(@, @)
math.isqrt(@)
math.prod(@)
math.fsum(@)
math.log(@)
re.match(@, @)
re.findall(@, @)
re.findall('(a|b)*', @)
re.sub(@, @, @)
re.sub('a', 'b' * #, 'a' * #)
re.split(@, @)
re.match('(a+)+$', 'a' * # + 'b')
re.match('(a|ab)*c', 'ab' * 5000)
re.compile('(' * #)
re.compile('a{#}{#}')
re.escape(@)
json.dumps(@)
json.dumps([@] * #)
json.dumps(@, indent=#)
json.loads(json.dumps(@))
json.loads('[' * #)
json.loads('{"a":' * #)
list(itertools.product(@, repeat=#))
list(itertools.permutations(@, #))
list(itertools.combinations(@, #))
list(itertools.islice(@, #))
list(itertools.islice(count(), #))
list(itertools.chain(@, @))
list(itertools.accumulate(@, ~))
list(itertools.groupby(@, ~))
list(itertools.takewhile(~, @))
list(itertools.zip_longest(@, @))
list(itertools.combinations_with_replacement(@, #))
list(itertools.cycle(@))
itertools.tee(@, #)
itertools.repeat(@)
itertools.count(@, @)
next(itertools.dropwhile(~, itertools.repeat(@)))
functools.reduce(~, @)
functools.partial(~, @)()
functools.lru_cache(~)(1)
collections.Counter(@)
collections.deque(@, 10)
collections.deque(itertools.repeat(@), 0)
collections.OrderedDict(@)
collections.defaultdict(list)[@]
collections.namedtuple('N', @)
random.sample(@, #)
random.choices(@, k=#)
random.getrandbits(#)
random.randbytes(#)
random.shuffle(@)
struct.pack('#s', b'')
struct.pack('#x')
struct.unpack('<' + 'i' * #, @)
struct.calcsize(@)
heapq.nsmallest(#, @)
heapq.merge(@, @)
heapq.heapify(@)
bisect.bisect(@, @)
bisect.insort(@, @)
array.array('d', @)
array.array('b', [1]) * #
io.StringIO(@).read()
io.BytesIO(@).getvalue()
io.BytesIO().seek(#)
io.BytesIO().write(bytes(#))
io.StringIO().write('x' * #)
io.TextIOWrapper(io.BytesIO(@)).read()
io.BufferedReader(io.BytesIO(@), #).read(#)
unicodedata.normalize('NFKD', @)
unicodedata.normalize('NFC', 'é' * #)
textwrap.wrap(@, #)
textwrap.fill('a b ' * 1000, #)
operator.itemgetter(@)(@)
operator.attrgetter(@)(@)
operator.concat(@, @)
statistics.mean(@)
statistics.median(@)
fractions.Fraction(@, @)
binascii.hexlify(@)
binascii.b2a_base64(@)
copy.deepcopy(@)
copy.copy(@)
types.SimpleNamespace(**@)
memoryview(@)[#:]
memoryview(@).tolist()
memoryview(@).cast('i')
codecs.encode(@, 'rot13')
codecs.decode(@, 'unicode_escape')
string.Template('$a' * #).substitute(a=@)
sys.intern(@)
sys.getsizeof(@)
sys.setrecursionlimit(#)
sys.set_int_max_str_digits(0)
sys._getframe().f_locals
sys.exc_info()
print(@)
print('x' * #)
open(@)
__import__(@)
A()
A(@)
`), "\n")

func (w *hostileWriter) block(indent, depth int) {
	for range 1 + w.r.Intn(3) {
		w.statement(indent, depth)
	}
}

func (w *hostileWriter) statement(indent, depth int) {
	r := w.r
	if depth > 0 && r.Intn(2) == 0 {
		w.compound(indent, depth)
		return
	}
	switch r.Intn(12) {
	case 0:
		w.line(indent, "%s %s= %s", w.variable(), []string{"+", "*", "-", "|", "<<", "**", "%", "//"}[r.Intn(8)], w.expr(2))
	case 1:
		w.line(indent, "%s, *v5 = %s", w.variable(), w.expr(2))
	case 2:
		w.line(indent, "%s[%s] = %s", w.variable(), w.expr(1), w.expr(2))
	case 3:
		w.line(indent, "del %s[%s]", w.variable(), w.expr(1))
	case 4:
		w.line(indent, "raise %s(%s)", []string{"ValueError", "KeyboardInterrupt", "BaseException", "SystemExit", "MemoryError", "StopIteration", "A"}[r.Intn(7)], w.expr(1))
	case 5:
		w.line(indent, "print(repr(%s)[:100])", w.expr(1))
	case 6:
		if w.threads {
			w.line(indent, "%s", []string{"threading.Thread(target=f0).start()", "threading.Thread(target=f1, daemon=True).start()", "threading.Timer(0.001, f2).start()",
				"lock.acquire(timeout=0.01)", "lock.acquire()", "lock.release()", "q.put(1)", "q.get()", "q.get(timeout=0.001)", "time.sleep(0.001)", "time.sleep(10)",
				"D()", "v4 = D()", "threading.Event().wait()", "[t.join() for t in threading.enumerate() if t is not threading.current_thread()]",
				"with threading.Condition() as c: c.wait(0.01)"}[r.Intn(15)])
			return
		}
		w.line(indent, "rec(%s)", w.expr(1))
	default:
		w.line(indent, "%s = %s", w.variable(), w.expr(3))
	}
}

func (w *hostileWriter) compound(indent, depth int) {
	switch w.r.Intn(9) {
	case 0:
		w.line(indent, "while True:")
	case 1:
		w.line(indent, "while %s:", w.expr(1))
	case 2:
		w.line(indent, "for %s in %s:", w.variable(), w.expr(2))
	case 3:
		w.line(indent, "for i in count():")
	case 4:
		w.line(indent, "if %s:", w.expr(1))
	case 5:
		w.line(indent, "with Swallow():")
	default:
		w.line(indent, "try:")
		w.block(indent+1, depth-1)
		if w.r.Intn(4) == 0 {
			w.line(indent, "except %s as e: note(e)", []string{"Exception", "(ValueError, TypeError)", "MemoryError", "RecursionError"}[w.r.Intn(4)])
		} else {
			w.line(indent, "except BaseException as e:")
			w.line(indent+1, "note(e)")
			w.block(indent+1, depth-1)
		}
		if w.r.Intn(3) == 0 {
			w.line(indent, "finally:")
			w.block(indent+1, depth-1)
		}
		return
	}
	w.block(indent+1, depth-1)
}
