package vm_test

import (
	"strings"
	"sync"
	"testing"
)

// TestMachinesSideBySide has machines use what they have in common, the classes
// of Go, at the same time: looked up through caches, called, derived from. The
// race detector says whether one of them writes there.
func TestMachinesSideBySide(t *testing.T) {
	const src = `
import array, builtins, collections, functools, io, itertools, json, math, operator, queue, random, re, struct, threading, time, types, weakref

def look(cls):
    for name in list(vars(cls)):
        if name.isidentifier():
            scope = {}
            exec(f"def read(x):\n    return x.{name}", scope)
            for _ in range(2):
                try:
                    scope['read'](cls)
                except Exception:
                    pass

def derive(cls):
    try:
        class Derived(cls):
            extra = 1
        Derived.__doc__, Derived.extra, Derived.__mro__, Derived.__name__
        for _ in range(3):
            made = Derived()
            made.attribute = made.__class__, repr(made), made == made, hash(made), bool(made)
    except Exception:
        pass

def use(x):
    for f in hash, repr, str, len, bool, dir, list, iter, type, lambda x: {x: x}, lambda x: {x, ''}, lambda x: x + x, lambda x: x * 2, lambda x: x[:1], lambda x: x == x, lambda x: f'{x}{x!r}':
        try:
            f(x)
        except TypeError:
            pass

for x in '', 'a', '\xe9', 'name', b'', b'a', (), frozenset(), 0, -1, 256, 1.5, True, None, ..., range(0), slice(0), len, int:
    use(x)

classes = set()
for space in array, builtins, collections, functools, io, itertools, json, operator, queue, random, re, struct, threading, time, types, weakref:
    classes.update(x for x in vars(space).values() if isinstance(x, type))
for cls in classes:
    look(cls)
    derive(cls)
    type.__subclasses__(cls)
    try:
        raise cls('a', 'b')
    except BaseException as e:
        str(e)
print(len(classes) > 150)
`
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p := newProgram(t, 100)
			if err := p.RunSource([]byte(src), "<side by side>", false); err != nil {
				t.Error(err)
			}
			p.Exit(0)
			if got := strings.TrimSpace(p.out.String()); got != "True" {
				t.Error(got)
			}
		}()
	}
	wg.Wait()
}
