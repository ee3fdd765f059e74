package vm

import "testing"

// BenchmarkNewVM is a machine from nothing to the end of its first statement.
func BenchmarkNewVM(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		m, err := New(Config{})
		if err != nil {
			b.Fatal(err)
		}
		if err := m.RunSource([]byte("x = 1 + 2"), "<string>", false); err != nil {
			b.Fatal(err)
		}
		m.Close()
	}
}
