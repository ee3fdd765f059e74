package vm_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

// showHashes prints what depends on the seed of hashes.
const showHashes = `
import collections, dataclasses, enum, fractions, functools, types, weakref, sys

@dataclasses.dataclass(frozen=True)
class Point:
    name: str
    x: int

class Colour(str, enum.Enum):
    red = 'RED'
    green = 'GREEN'

words = 'the quick brown fox jumps over the lazy dog and runs away from it'.split()
print([hash(w) for w in words], hash(b'bytes'), hash(''), hash(memoryview(b'bytes')) == hash(b'bytes'))
print(hash(('a', 1)), hash(('a', (b'b', None))), hash(frozenset(words)), hash(Point('p', 1)), hash(Colour.red))
print(set(words), frozenset(words), {w.encode() for w in words}, {Point(w, 0) for w in words})
print({'constant', 'set', 'of', 'strings', 'made', 'at', 'once'}, [x for x in {'a', 'b', 'c', 'd', 'e'}])
print(set(words) & set('the dog is a fox'.split()), set(words) ^ set('the dog is a fox'.split()), set(words) - {'the'})
print(set(dict.fromkeys(words)), dict.fromkeys(words).keys() & set(words), set(words).symmetric_difference(dict.fromkeys(['fox', 'cat'])))
print(set(vars(Point)) - {'__dict__'}, set(dir(str)), set(sys.stdlib_module_names))
print(str.__hash__('a'), 'a'.__hash__(), object.__hash__(1) == 1 or int.__hash__(7), hash(1.5), hash(fractions.Fraction(1, 3)))
`

// checkKeys finds keys in dicts by what is equal to them, and asserts the rest.
const checkKeys = `
import collections, enum, functools, sys, types

class Name:
    def __init__(self, s): self.s = s
    def __hash__(self): return hash(self.s)
    def __eq__(self, o): return self.s == (o.s if isinstance(o, Name) else o)
class Text(str): pass
class Colour(str, enum.Enum):
    red = 'red'
    def __hash__(self): return hash(self.value)
    def __eq__(self, o): return self.value == o
def equals(s): return [s, Name(s), Text(s)]

for n in (1, 5, 8, 9, 40):
    keys = ['k%d' % i for i in range(n)]
    for k in equals('k0'):
        d = dict.fromkeys(keys)
        assert k in d and d.pop(k) is None and k not in d and 'k0' not in d
        d['k0'] = 1
        d[k] = 2
        assert d['k0'] == 2 and len(d) == n and d == {**dict.fromkeys(keys), 'k0': 2}
        assert {**dict.fromkeys(keys), 'k0': 2} == d
        e = {Name(x): None for x in keys}
        e[k] = 2
        assert e == d and d == e and e['k0'] == 2
        assert set(e) == set(d) == set(keys) | {k} and set(d) - e.keys() == set()
        assert dict.fromkeys(set(d), 3)[k] == 3 and dict.fromkeys(set(e), 3)['k0'] == 3
        f = {}
        f.update(d); f.update(e)
        assert len(f) == n and f.setdefault('k0', 5) == f.setdefault(k, 5) == 2
        f = {1: 2, 'k0': 1, (1, 'a'): 3}
        assert f[k] == 1 and f[1, 'a'] == 3 and f.get(Name('nothing')) is None and f['k0'] == 1
        f.clear(); f['k0'] = 4
        assert f[k] == 4 and f.copy()[k] == 4 and dict(f)['k0'] == 4
        c = collections.Counter(keys + [k, Name('k0'), 'k0'])
        assert c['k0'] == c[k] == 4
        o = collections.OrderedDict.fromkeys(keys)
        for x in o: assert o[Name(x)] is None
        o.move_to_end(k)
        assert list(o)[-1] == 'k0'
        dd = collections.defaultdict(list, {'k0': []})
        dd[k].append(1); dd['k0'].append(2)
        assert dd == {'k0': [1, 2]}

assert {'red': 1}[Colour.red] == 1 and {Colour.red: 1}['red'] == 1
assert {'a', 'b'} == {Name('a'), Text('b')} and Name('a') in frozenset(['a'])
for k in equals('upper'):
    assert vars(str)[k] is str.upper, 'the dict of a class that all machines share'
assert Name('nothing') not in vars(str)
class Space: upper = 1
assert vars(Space)[Name('upper')] == 1 and Space.upper == 1
s = Space()
s.__dict__[Name('attr')] = 1
s.other = 2
assert s.__dict__['attr'] == 1 and s.__dict__[Name('other')] == 2 and s.other == 2
value = 1
assert globals()[Name('value')] == 1
value = 2
def get(): return value, len
assert get()[0] == globals()['value'] == globals()[Name('value')] == 2
globals()[Name('more')] = 3
assert globals()['more'] == 3 and get()[0] == 2
assert sys.modules[Name('sys')] is sys

@functools.lru_cache
def twice(x): return x * 2
assert [twice(x) for x in ('a', Text('a'), 'a', 1, 'b')] == ['aa', 'aa', 'aa', 2, 'bb'] and twice.cache_info().hits

class Opens(Name):
    __hash__ = Name.__hash__
    def __eq__(self, o):
        d.get(Name('x')); return Name.__eq__(self, o)
d = {'x': 1, (Opens('t'),): 2}
assert d[Opens('t'),] == 2 and d['x'] == 1 and d[Name('x')] == 1
`

// TestHashSeedChild prints showHashes of machines with seeds: for TestHashSeed.
func TestHashSeedChild(t *testing.T) {
	seed := os.Getenv("MINIPY_TEST_SEED")
	if seed == "" {
		t.Skip("for TestHashSeed")
	}
	var n uint64
	fmt.Sscan(seed, &n)
	fmt.Printf("<<%s>>", hashes(t, n, nil))
}

func hashes(t *testing.T, seed uint64, prog *vm.Program) string {
	t.Helper()
	var out bytes.Buffer
	m, err := vm.New(vm.Config{Modules: stdlib.Safe(), Stdout: &out, HashSeed: seed})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if prog == nil {
		err = m.Run(context.Background(), "hashes.py", showHashes)
	} else {
		err = m.RunProgram(context.Background(), prog)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestHashSeed: machines with the same seed show the same, in whatever process,
// beside whatever others, and with others' programs.
func TestHashSeed(t *testing.T) {
	prog, err := vm.Compile("hashes.py", showHashes)
	if err != nil {
		t.Fatal(err)
	}
	one, own, two := hashes(t, 1, prog), hashes(t, 0, prog), hashes(t, 2, prog)
	if one == two || one == own || two == own {
		t.Error("another seed shows the same")
	}
	if hashes(t, 1, prog) != one || hashes(t, 1, nil) != one || hashes(t, 0, prog) != own {
		t.Error("the same seed shows something else in the same process")
	}
	for _, process := range []string{"1", "77", ""} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestHashSeedChild$")
		cmd.Env = append(os.Environ(), "MINIPY_TEST_SEED=1", "MINIPYHASHSEED="+process)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		_, text, _ := strings.Cut(string(out), "<<")
		text, _, _ = strings.Cut(text, ">>")
		if text != one {
			t.Errorf("in a process with seed %q:\n%s\nhere:\n%s", process, text, one)
		}
	}
}

// TestHashSeedOfProcess: a machine without a seed has the process's, which is random.
func TestHashSeedOfProcess(t *testing.T) {
	for range 3 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestHashSeedChild$")
		cmd.Env = append(os.Environ(), "MINIPY_TEST_SEED=0", "MINIPYHASHSEED=", "PYTHONHASHSEED=")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		_, text, _ := strings.Cut(string(out), "<<")
		text, _, _ = strings.Cut(text, ">>")
		if text == hashes(t, 0, nil) {
			t.Error("two processes have the same seed")
		}
	}
}

// TestHashSeedKeys: dicts find what is equal to their keys, with a seed or without.
func TestHashSeedKeys(t *testing.T) {
	for _, seed := range []uint64{0, 1, 1 << 63} {
		m, err := vm.New(vm.Config{Modules: stdlib.Safe(), HashSeed: seed})
		if err != nil {
			t.Fatal(err)
		}
		run(t, m, checkKeys)
		m.Close()
	}
}

// TestHashSeedRestored: a machine finds what is in the dicts and sets of one with
// another seed. Without one of its own it has that one's.
func TestHashSeedRestored(t *testing.T) {
	const prepare = `
import sys
class Name:
    def __init__(self, s): self.s = s
    def __hash__(self): return hash(self.s)
    def __eq__(self, o): return self.s == (o.s if isinstance(o, Name) else o)
letters = 'abcdefghijklm'
strs, mixed, names = dict.fromkeys(letters), dict.fromkeys([1, *letters]), dict.fromkeys(map(Name, letters))
opened = dict.fromkeys(letters)
opened[Name('a')] = 1
tuples, octets = {(c, 1) for c in letters}, {c.encode() for c in letters}
texts, frozen, nested = set(letters), frozenset(letters), {frozenset(letters): 1}
def known(): return 'b' in {'a', 'b', 'c'}
before = hash('a')
modules = sys.stdlib_module_names
`
	const check = `
for c in letters:
    assert c in strs and c in mixed and c in names and c in opened and (c, 1) in tuples
    assert Name(c) in strs and Name(c) in mixed and Name(c) in names and Name(c) in opened
    assert c.encode() in octets and c in texts and Name(c) in texts and c in frozen
assert opened['a'] == 1 and nested[frozenset(letters)] == 1 and known() and hash(frozen) == hash(frozenset(letters))
assert 'os' in sys.stdlib_module_names
strs['new'] = names['new'] = opened['new'] = 1
assert strs[Name('new')] == names[Name('new')] == opened[Name('new')] == 1
order = list(texts), list(set(letters))
`
	for _, from := range []uint64{0, 1, 2} {
		cfg := snapshotConfig()
		cfg.HashSeed = from
		m, err := vm.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		run(t, m, prepare)
		data, err := m.Snapshot()
		m.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, to := range []uint64{0, 1, 2} {
			cfg.HashSeed = to
			m, err := vm.Restore(cfg, data)
			if err != nil {
				t.Fatal(err)
			}
			run(t, m, check)
			same, err := m.Eval(context.Background(), "hash('a') == before")
			if err != nil {
				t.Fatal(err)
			}
			if keeps := to == from || to == 0; same.String() != map[bool]string{true: "True", false: "False"}[keeps] {
				t.Errorf("from seed %d to %d: hashes stay the same: %v", from, to, same)
			}
			m.Close()
		}
	}
}
