package vm_test

import (
	"context"
	"testing"

	"github.com/minipy/minipy/vm"
)

// BenchmarkHostFunc is what a call of func(int, int) int from a script costs:
// the loop around it, measured with `pass` in place of the call, is taken off.
func BenchmarkHostFunc(b *testing.B) {
	type number int
	for _, c := range []struct {
		name string
		fn   any
	}{
		{"typed", func(a, b int) int { return a + b }},
		{"reflect", func(a int, b number) int { return a + int(b) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			m := newMachine(b, vm.Config{})
			set(b, m, "f", c.fn)
			run(b, m, "def loop(n):\n    g = f\n    for i in range(n): g(i, 2)\ndef empty(n):\n    for i in range(n): pass")
			fn, _ := m.Get("loop")
			b.ReportAllocs()
			b.ResetTimer()
			if _, err := m.Call(bg, fn, b.N); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// BenchmarkCallScript is what a call of a Python function of two ints from Go costs.
func BenchmarkCallScript(b *testing.B) {
	ctx, cancel := context.WithCancel(bg)
	defer cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
	}{{"background", bg}, {"cancelable", ctx}} {
		b.Run(c.name, func(b *testing.B) {
			m := newMachine(b, vm.Config{})
			run(b, m, "def add(a, b):\n    return a + b")
			fn, _ := m.Get("add")
			b.ReportAllocs()
			for i := range b.N {
				if _, err := m.Call(c.ctx, fn, i, 2); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCallback is what a call of a Python function that a host function has
// been given costs.
func BenchmarkCallback(b *testing.B) {
	m := newMachine(b, vm.Config{})
	set(b, m, "each", func(n int, f func(int) int) {
		for i := range n {
			f(i)
		}
	})
	run(b, m, "def loop(n): each(n, lambda i: i)")
	fn, _ := m.Get("loop")
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := m.Call(bg, fn, b.N); err != nil {
		b.Fatal(err)
	}
}
