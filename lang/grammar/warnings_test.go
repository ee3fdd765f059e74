package grammar

import (
	"fmt"
	"strings"
	"testing"
)

func TestWarnings(t *testing.T) {
	for src, want := range map[string]string{
		"1if 2else 3":            "SyntaxWarning 1 invalid decimal literal; SyntaxWarning 1 invalid decimal literal",
		"\nx = '''\n\\d\n\\q'''": `DeprecationWarning 2 invalid escape sequence '\d'`,
		"b'\\777'":               `DeprecationWarning 1 invalid octal escape sequence '\777'`,
		"'\\400'":                `DeprecationWarning 1 invalid octal escape sequence '\400'`,
		"f'{x}\\{y}'":            `DeprecationWarning 1 invalid escape sequence '\{'`,
		"f'{1if 2else 3}'":       "SyntaxWarning 1 invalid decimal literal; SyntaxWarning 1 invalid decimal literal",
		"('a'\n'\\é')":           `DeprecationWarning 2 invalid escape sequence '\é'`,
		"'\\n\\x41' r'\\d'":      "",
	} {
		var got []string
		Parse("", []byte(src), Exec, Options{Warn: func(category, msg string, line int) {
			got = append(got, fmt.Sprintf("%s %d %s", category, line, msg))
		}})
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: got %s, want %s", src, s, want)
		}
	}
}
