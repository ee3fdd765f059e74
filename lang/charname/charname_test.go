package charname

import "testing"

func TestRune(t *testing.T) {
	for name, want := range map[string]rune{
		"LATIN SMALL LETTER A": 'a', "greek small letter alpha": 'α', "HANGUL SYLLABLE GAG": '각', "HANGUL SYLLABLE A": '아',
		"CJK UNIFIED IDEOGRAPH-4E2D": '中', "LINE FEED": '\n', "NBSP": 0xa0, "NO-BREAK SPACE": 0xa0, "SNOWMAN": '☃',
		"PILE OF POO": '💩', "BOM": 0xfeff, "DIGIT ONE": '1',
	} {
		if got, ok := Rune(name); !ok || got != want {
			t.Errorf("%s: %q %v", name, got, ok)
		}
	}
	for _, name := range []string{"", "LATIN", "CJK UNIFIED IDEOGRAPH-41", "HANGUL SYLLABLE X", "<control>"} {
		if got, ok := Rune(name); ok {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, r := range []rune{'a', 'α', '각', '中', '☃', '💩', 0xfa6d, 0x3134a} {
		if got, ok := Rune(Name(r)); !ok || got != r {
			t.Errorf("%q: %q %q", r, Name(r), got)
		}
	}
	if s := Name('\n'); s != "" {
		t.Errorf("a control character is called %q", s)
	}
}
