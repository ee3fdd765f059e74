package vm_test

import (
	"bytes"
	"errors"
	"math/rand"
	"testing"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
	"github.com/minipy/minipy/vm/snapshot"
)

// TestBadState: bytes that are cut off or changed are refused, whatever they are.
func TestBadState(t *testing.T) {
	p := newProgram(t, 100)
	if err := p.RunSource([]byte("class C: pass\nx = [C(), {1: C}, 'text', 2.5, 10**40]\n"), "<test>", false); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.WriteState(&out); err != nil {
		t.Fatal(err)
	}
	read := func(b []byte) error {
		m, err := vm.New(vm.Config{Modules: all.Modules()})
		if err != nil {
			t.Fatal(err)
		}
		return m.ReadState(bytes.NewReader(b))
	}
	if err := read(out.Bytes()); err != nil {
		t.Fatalf("the state itself: %v", err)
	}
	r := rand.New(rand.NewSource(1))
	for range 40 {
		bad := bytes.Clone(out.Bytes())
		if r.Intn(2) == 0 {
			bad = bad[:r.Intn(len(bad))]
		} else {
			bad[r.Intn(len(bad))] ^= byte(1 + r.Intn(255))
		}
		if err := read(bad); !errors.Is(err, snapshot.ErrFormat) {
			t.Fatalf("changed bytes give %v", err)
		}
	}
}
