package compile_test

import (
	"strings"
	"testing"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// TestFolding: an expression of constants is one constant, with the value that it has at run time; what would raise,
// grow large or depend on the run time's arithmetic is left alone ("").
func TestFolding(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"1 + 2", "3"},
		{"7 // -2", "-4"},
		{"-7 % 3", "2"},
		{"7 % -3", "-2"},
		{"7 / 2", "3.5"},
		{"2 ** 100", ""},
		{"2 ** 62", "4611686018427387904"},
		{"2 ** -1", ""},
		{"1 << 64", "18446744073709551616"},
		{"1 << 1000", ""},
		{"-9223372036854775808", "-9223372036854775808"},
		{"9223372036854775807 + 1", "9223372036854775808"},
		{"-9223372036854775808 - 1", "-9223372036854775809"},
		{"-(-9223372036854775808)", "9223372036854775808"},
		{"1 / 0", ""},
		{"1 % 0", ""},
		{"~5", "-6"},
		{"~True", "-2"},
		{"True + True", "2"},
		{"True & False", "False"},
		{"True & 3", "1"},
		{"not 0", "True"},
		{"not ''", "True"},
		{"not None", "True"},
		{"-1.5", "-1.5"},
		{"0.1 + 0.2", "0.30000000000000004"},
		{"1e308 * 10", "+Inf"},
		{"1.0 / 0", ""},
		{"2.0 ** 0.5", ""},
		{"1 + 2j", "(1+2i)"},
		{"3 - 2j", "(3-2i)"},
		{"'a' * 3", `"aaa"`},
		{"'a' * 5000", ""},
		{"'ab' + 'c'", `"abc"`},
		{"b'ab' + b'c'", `b"abc"`},
		{"'ab'[1]", `"b"`},
		{"'ab'[-1]", `"b"`},
		{"'ab'[2]", ""},
		{"b'ab'[0]", "97"},
		{"(1, 2)[1]", "2"},
		{"(1, 2) + (3,)", "(1, 2, 3)"},
		{"(1, 2) * 2", "(1, 2, 1, 2)"},
		{"(1,) * 1000", ""},
		{"(1, (2, 'x'), None)", `(1, (2, "x"), None)`},
		{"1 + 'a'", ""},
		{"6 & 3 | 8 ^ 1", "11"},
		{"__debug__", "True"},
	} {
		co, err := compile.Source("<test>", []byte(test.src), grammar.Eval, compile.Options{})
		if err != nil {
			t.Errorf("%s: %v", test.src, err)
			continue
		}
		got := ""
		if len(co.Insts) == 2 && code.OpOf(co.Insts[0]) == code.LOADK {
			got = code.ConstString(co.Consts[code.BX(co.Insts[0])])
		}
		if got != test.want {
			t.Errorf("%s: folded to %q, want %q", test.src, got, test.want)
		}
	}
}

// TestVerifyRefuses breaks good code in many ways.
func TestVerifyRefuses(t *testing.T) {
	good := func() *code.Code {
		co, err := compile.Source("<test>", []byte("for x in y:\n  try: f(x.a, 1)\n  except E: pass\n"), grammar.Exec, compile.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return co
	}
	if err := code.Verify(good()); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(co *code.Code){
		"register":        func(co *code.Code) { co.Insts[0] = code.MakeX(code.LDNAME, co.NumRegs, 0) },
		"name":            func(co *code.Code) { co.Insts[0] = code.MakeX(code.LDNAME, 0, len(co.Names)) },
		"constant":        func(co *code.Code) { co.Insts[0] = code.MakeX(code.LOADK, 0, len(co.Consts)) },
		"child":           func(co *code.Code) { co.Insts[0] = code.Make(code.MKFUNC, 0, 1, 0) },
		"jump":            func(co *code.Code) { co.Insts[0] = code.MakeX(code.JMP, 0, len(co.Insts)) },
		"jump back":       func(co *code.Code) { co.Insts[0] = code.MakeX(code.JMP, 0, -2) },
		"opcode":          func(co *code.Code) { co.Insts[0] = uint64(code.NumOps) },
		"break mark":      func(co *code.Code) { co.Insts[0] |= 0x8000 },
		"window":          func(co *code.Code) { co.Insts[0] = code.Make(code.CALL, 0, 0, co.NumRegs) },
		"end":             func(co *code.Code) { co.Insts[len(co.Insts)-1] = uint64(code.NOP) },
		"positions":       func(co *code.Code) { co.Positions = co.Positions[1:] },
		"handler range":   func(co *code.Code) { co.Handlers[0].End = int32(len(co.Insts) + 1) },
		"handler target":  func(co *code.Code) { co.Handlers[0].Target = -1 },
		"handler loop":    func(co *code.Code) { co.Handlers[0].Target = co.Handlers[0].Start },
		"site":            func(co *code.Code) { co.Sites[0].Name = 99 },
		"constant's type": func(co *code.Code) { co.Consts[0] = 5 },
		"parameters":      func(co *code.Code) { co.ArgCount = 3 },
		"captures":        func(co *code.Code) { co.Children = []*code.Code{{Captures: []int32{99}}} },
	} {
		co := good()
		spoil(co)
		if err := code.Verify(co); err == nil {
			t.Errorf("%s: accepted", name)
		} else if strings.Contains(err.Error(), "runtime error") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
