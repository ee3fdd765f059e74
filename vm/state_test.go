package vm_test

import (
	"bytes"
	"testing"

	"github.com/minipy/minipy/stdlib/all"
	"github.com/minipy/minipy/vm"
)

const manyImports = "import threading, queue, collections, re, enum, typing, dataclasses, unittest, argparse\n"

func BenchmarkWriteState(b *testing.B) {
	p := newProgram(b, 100)
	if err := p.RunSource([]byte(manyImports), "<bench>", false); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := p.WriteState(&out); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}

func BenchmarkReadState(b *testing.B) {
	p := newProgram(b, 100)
	if err := p.RunSource([]byte(manyImports), "<bench>", false); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.WriteState(&out); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		m, err := vm.New(vm.Config{Modules: all.Modules()})
		if err != nil {
			b.Fatal(err)
		}
		if err := m.ReadState(bytes.NewReader(out.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
