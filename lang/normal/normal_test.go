package normal

import "testing"

// TestStays holds stays against the tables.
func TestStays(t *testing.T) {
	tab := Load()
	second := map[rune]bool{}
	for p := range tab.pairs {
		second[p[1]] = true
	}
	for r := rune(0x80); r <= 0x10FFFF; r++ {
		if !stays(r) {
			continue
		}
		d := tab.Decompose(nil, r, true)
		tab.Order(d)
		if c := tab.Compose(d); len(c) != 1 || c[0] != r || tab.combining(r) != 0 || second[r] {
			t.Errorf("%U does not stay: %U", r, c)
		}
	}
}

func TestNFKC(t *testing.T) {
	for s, want := range map[string]string{
		"plain": "plain", "été": "été", "ﬁn": "fin", "e\u0301": "é", "ℌ": "H", "ⅳ": "iv", "x²": "x2", "µ": "μ", "Å": "Å",
		"\u1112\u1161\u11ab": "한", "한글": "한글", "q\u0307\u0323": "q\u0323\u0307", "한\u11a8": "한\u11a8", "하\u11ab": "한",
	} {
		if got := NFKC(s); got != want {
			t.Errorf("NFKC(%q) is %q, want %q", s, got, want)
		}
	}
}
