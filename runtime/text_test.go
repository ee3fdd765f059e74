package runtime

import (
	"strings"
	"testing"
)

func textThread() *Thread { return &Thread{VM: NewVM()} }

// Every index of mixed text agrees with a plain walk over its code points, in
// text long enough to have an index.
func TestStrIndex(t *testing.T) {
	text := strings.Repeat("aé中😀", 300) + "\xed\xa0\x80z"
	p := newStr(text)
	var at []int
	for i := 0; i < len(text); i += runeLen(text[i]) {
		at = append(at, i)
	}
	if p.Len() != len(at) {
		t.Fatalf("Len %d, want %d", p.Len(), len(at))
	}
	for i, off := range at {
		if got := p.offset(i); got != off {
			t.Fatalf("offset(%d) = %d, want %d", i, got, off)
		}
		if got := p.runeIndex(off); got != i {
			t.Fatalf("runeIndex(%d) = %d, want %d", off, got, i)
		}
	}
	if p.offset(p.Len()) != len(text) {
		t.Error("offset of the end")
	}
}

// Strings of a chain of concatenations share a buffer, and none of them
// changes when another grows.
func TestConcatChain(t *testing.T) {
	th := textThread()
	s := newStr(strings.Repeat("é", concatMin))
	add := newStr("xyz")
	var all []*Str
	for range 500 {
		v, err := Concat(th, s, add)
		if err != nil {
			t.Fatal(err)
		}
		s = As[Str](v)
		all = append(all, s)
	}
	fork, _ := Concat(th, all[100], newStr("!"))
	more, _ := Concat(th, s, newStr("?"))
	for i, p := range all {
		want := strings.Repeat("é", concatMin) + strings.Repeat("xyz", i+1)
		if p.s != want || p.Len() != concatMin+3*(i+1) {
			t.Fatalf("string %d is damaged", i)
		}
	}
	if !strings.HasSuffix(As[Str](fork).s, "xyz!") || !strings.HasSuffix(As[Str](more).s, "xyz?") {
		t.Error("a branch of the chain is wrong")
	}
	if all[300].ext == nil || all[300].ext != all[301].ext {
		t.Error("the chain does not share its buffer")
	}
}

// A bytearray with a live view cannot be resized; one whose views are gone can.
func TestBytearrayViews(t *testing.T) {
	th := textThread()
	b := NewBytearray([]byte("abc"))
	v, err := NewMemoryview(th, b.Value())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.splice(th, 0, 0, "x"); !IsError(err, BufferError) {
		t.Errorf("resize under a view: %v", err)
	}
	As[Memoryview](v).release()
	if err := b.splice(th, 0, 0, "x"); err != nil {
		t.Errorf("resize after release: %v", err)
	}
	func() {
		if _, err := NewMemoryview(th, b.Value()); err != nil {
			t.Fatal(err)
		}
	}()
	if err := b.splice(th, 0, 0, "y"); err != nil {
		t.Errorf("resize after the view was dropped: %v", err)
	}
}

func TestCodecErrors(t *testing.T) {
	th := textThread()
	for _, c := range []struct{ in, enc, errs, want string }{
		{"a\xe4\xb8", "utf-8", "strict", "UnicodeDecodeError"},
		{"a\xe4\xb8", "utf-8", "replace", "a\ufffd"},
		{"\xff\x80", "utf8", "surrogateescape", "\xed\xb3\xbf\xed\xb2\x80"},
		{"\x00\xd8", "utf-16-le", "surrogatepass", "\xed\xa0\x80"},
		{"+AOk-", "utf-7", "strict", "é"},
		{`\x41\u00e9`, "unicode_escape", "strict", "Aé"},
	} {
		v, err := DecodeText(th, c.in, c.enc, c.errs)
		got := ""
		if err != nil {
			got = err.(*Exception).typ.Name
		} else {
			got = As[Str](v).s
		}
		if got != c.want {
			t.Errorf("decode %q as %s, %s: %q, want %q", c.in, c.enc, c.errs, got, c.want)
		}
	}
}

func BenchmarkPercent(b *testing.B) {
	t, f, a := textThread(), newStr("%d %s %5.2f"), TupleOf(Int(12345), NewStr("x"), Float(1.5))
	for b.Loop() {
		if _, err := FormatPercent(t, f, a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	t := textThread()
	a := []Value{NewStr(strings.Repeat("the quick brown fox jumps ", 200)), None, Int(-1)}
	for b.Loop() {
		if _, err := strSplit(t, a); err != nil {
			b.Fatal(err)
		}
	}
}
