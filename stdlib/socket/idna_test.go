//go:build linux

package socket

import (
	"testing"

	rt "github.com/minipy/minipy/runtime"
)

// The expectations are CPython's: name.encode('idna').
func TestIDNA(t *testing.T) {
	for name, want := range map[string]string{
		"example.org": "example.org", "a.": "a.", "é.invalid": "xn--9ca.invalid", "пример.испытание": "xn--e1afmkfd.xn--80akhbyknj4f",
		"Straße.de": "strasse.de", "日本。jp": "xn--wgv71a.jp", "bücher.example": "xn--bcher-kva.example", "É.é": "xn--9ca.xn--9ca",
	} {
		got, err := idna(rt.NewStrObj(name))
		if err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	for _, name := range []string{"a..b", "é..b", "xn--é"} {
		if got, err := idna(rt.NewStrObj(name)); err == nil {
			t.Errorf("%s: %q", name, got)
		}
	}
}
