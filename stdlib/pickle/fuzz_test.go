package pickle

import (
	"math/big"
	"strings"
	"testing"

	rt "github.com/minipy/minipy/runtime"
)

// newThread makes a thread without a machine: nothing can be imported, so no
// pickle can name a class or function. What it may call is given to it.
func newThread() (*thread, *state) {
	t := &rt.Thread{VM: rt.NewVM()}
	st := &state{dispatch: rt.NewDict(), extensions: rt.NewDict(), inverted: rt.NewDict(), cache: rt.NewDict(), modNames: map[string]value{}}
	t.VM.Ext["_pickle"] = st
	return t, st
}

// samples are values of all kinds that need no import.
func samples(t *thread) []value {
	big1 := rt.NewInt(new(big.Int).Lsh(big.NewInt(-3), 200))
	text := rt.NewStr("shared text")
	loop := rt.NewList(nil)
	loop.Append(rt.TupleOf(loop.Value(), text))
	d := rt.NewDict()
	d.Store("key", text)
	d.Store("none", rt.None)
	set := rt.NewSet()
	_ = set.Add(t, rt.Int(5))
	frozen := rt.NewFrozenset()
	_ = frozen.Add(t, text)
	var many []value
	for i := range 1500 {
		many = append(many, rt.Int(int64(i*i)))
	}
	return []value{rt.None, rt.True, rt.Int(1), rt.Int(-70000), rt.Int(1 << 40), big1, rt.Float(2.5), text, rt.NewStr("\u20ac\n\\"), rt.NewBytesString("bytes"),
		rt.NewBytearray([]byte("ba")).Value(), rt.TupleOf(), rt.TupleOf(rt.Int(1)), rt.TupleOf(text, text, text, text), loop.Value(), d.Value(), set.Value(), frozen.Value(),
		rt.NewList(many).Value(), rt.NewList([]value{d.Value(), d.Value(), rt.TupleOf(rt.TupleOf(loop.Value()))}).Value(), rt.NewStr(strings.Repeat("z", 70000))}
}

// dumpSample is dumps() without arguments; ok is false where the protocol
// would have to name something.
func dumpSample(t *thread, st *state, v value, proto int) (string, bool) {
	p := newPickler()
	p.proto, p.bin = proto, proto > 0
	if err := p.dump(t, st, v); err != nil {
		return "", false
	}
	return string(p.out), true
}

func loadString(t *thread, st *state, data string, memo []value) (*unpickler, value, error) {
	u := &unpickler{encoding: "ASCII", errors: "strict", in: data, looked: len(data), memo: memo, memoLen: len(memo)}
	u.Object.Init(&unpicklerType)
	u.t, u.st = t, st
	v, err := u.run()
	return u, v, err
}

// TestSamples has every sample come back from every protocol, the same bytes
// being written again.
func TestSamples(t *testing.T) {
	th, st := newThread()
	n := 0
	for i, v := range samples(th) {
		for proto := 0; proto <= highestProtocol; proto++ {
			data, ok := dumpSample(th, st, v, proto)
			if !ok {
				continue
			}
			n++
			_, back, err := loadString(th, st, data, nil)
			if err != nil {
				t.Errorf("sample %d, protocol %d: %v", i, proto, err)
				continue
			}
			if again, _ := dumpSample(th, st, back, proto); again != data {
				t.Errorf("sample %d, protocol %d: %.80q, then %.80q", i, proto, data, again)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d pickles", n)
	}
}

// FuzzLoads has any bytes end in a value or an exception, with no more on the
// stacks than there are bytes. The memo holds a few classes to call.
//
//	go test ./stdlib/pickle -run xxx -fuzz FuzzLoads
func FuzzLoads(f *testing.F) {
	th, st := newThread()
	for _, v := range samples(th) {
		for proto := 0; proto <= highestProtocol; proto++ {
			if data, ok := dumpSample(th, st, v, proto); ok && len(data) < 4096 {
				f.Add([]byte(data))
			}
		}
	}
	for _, s := range []string{"", ".", "(((lll.", "(dp0\nS'k'\np1\nI5\ns.", "h\x00)R.", "h\x01]\x85R.", "h\x02)\x81}\x8c\x01aK\x01sb.", "(h\x00K\x05o.", "(h\x03\x8c\x01e\x86\x81.", "h\x02)}\x92.",
		"Np99999999999\ng99999999999\n.", "r\xff\xff\xff\xff.", "Nr\xff\xff\xff\xffj\xff\xff\xff\xff.", "\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.", "\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.", "\x96\x00\x00\x00\x00\x00\x00\x00\x01.",
		"\x8b\xff\xff\xff\x7f.", "\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x00\x80.", "L" + strings.Repeat("9", 5000) + "L\n.", "V\\ud800\\U00110000\n.", "U\x01\xe9.", "\x8f(K\x01]\x90.", "cbuiltins\nint\n.", "\x8c\x01a\x8c\x01b\x93.",
		"(i__main__\nC\n.", "\x82\x01.", "\x97\x98.", "Pid\n.", "NQ.", "(0(1N.", "](e(e.", "}(u(u.", "\x80\x05N\x94\x94h\x01."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		th, st := newThread()
		memo := []value{rt.IntType.Value(), rt.DictType.Value(), rt.ListType.Value(), rt.ExceptionType.Value(), rt.StrType.Value(), rt.FloatType.Value()}
		u, _, err := loadString(th, st, string(data), memo)
		if len(u.stack) > len(data) || len(u.marks) > len(data) || len(u.memo) > 3*len(data)+2048 || len(u.sparse) > len(data) {
			t.Errorf("stack %d, marks %d, memo %d, sparse %d for %d bytes", len(u.stack), len(u.marks), len(u.memo), len(u.sparse), len(data))
		}
		if err == nil {
			return
		}
		if _, ok := err.(*rt.Exception); !ok {
			t.Errorf("%T %v", err, err)
		}
	})
}
