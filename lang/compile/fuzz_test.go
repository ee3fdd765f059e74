package compile_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// snippets are the sources of testdata/codegen.txt.
func snippets(t testing.TB) []string {
	data, err := os.ReadFile("testdata/codegen.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, block := range strings.Split(string(data), "\n\n") {
		src, _, _ := strings.Cut(block, "    = ")
		out = append(out, src)
	}
	return out
}

// FuzzCompile: any text compiles to code that verifies and survives marshalling, or gives a SyntaxError.
func FuzzCompile(f *testing.F) {
	for _, s := range snippets(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4000 {
			return
		}
		for _, mode := range []grammar.Mode{grammar.Exec, grammar.Eval, grammar.Single} {
			co, err := compile.Source("<fuzz>", []byte(src), mode, compile.Options{Flags: compile.FlagTopLevelAwait})
			if err != nil {
				if _, ok := err.(*grammar.SyntaxError); !ok {
					t.Fatalf("%T %v", err, err)
				}
				continue
			}
			if err := code.Verify(co); err != nil {
				t.Fatal(err)
			}
			data := code.Marshal(co)
			back, err := code.Unmarshal(data)
			if err != nil || !bytes.Equal(data, code.Marshal(back)) {
				t.Fatalf("marshalling: %v", err)
			}
		}
	})
}

// FuzzUnmarshal: damaged bytes with a right checksum give an error or code that verifies and can be shown.
func FuzzUnmarshal(f *testing.F) {
	for _, s := range snippets(f) {
		if co, err := compile.Source("<fuzz>", []byte(s), grammar.Exec, compile.Options{}); err == nil {
			f.Add(code.Marshal(co))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 16 {
			data = bytes.Clone(data)
			binary.LittleEndian.PutUint32(data[12:], crc32.ChecksumIEEE(data[16:]))
		}
		co, err := code.Unmarshal(data)
		if err != nil {
			return
		}
		if err := code.Verify(co); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := code.Disassemble(&out, co); err != nil {
			t.Fatal(err)
		}
	})
}
