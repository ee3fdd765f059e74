package repl

import (
	"fmt"
	"strings"
	"testing"
)

func (c *chain) String() string {
	if c == nil {
		return "-"
	}
	out := c.name + c.literal
	for _, s := range c.steps {
		if s.item {
			out += "[" + s.key + "]"
		} else {
			out += "." + s.name
		}
	}
	return out
}

func TestLookAt(t *testing.T) {
	for text, want := range map[string]string{
		"pri":                  "name pri -",
		"x = pri":              "name pri -",
		"a.b.c":                "attr c a.b",
		"a.":                   "attr  a",
		"f(x).y":               "nowhere y -", // not without running
		"d['k'].":              "attr  d['k]",
		"d[0][1].x":            "attr x d[0][1]",
		"'abc'.up":             "attr up str",
		"b''.":                 "attr  bytes",
		"[1, 2].":              "attr  list",
		"{}.":                  "attr  dict",
		"{1, 2}.":              "attr  set",
		"(1,).":                "attr  tuple",
		"x = 1 # pri":          "nowhere  -",
		"'some/fi":             "file some/fi -",
		"open(\"a":             "file a -",
		"d['ke":                "key ke d",
		"a.b[\"ke":             "key ke a.b",
		"d[x['":                "key  x",
		"d['it\\'s":            "key it\\'s d",
		"d[b'ke":               "key ke d",
		"d[f'ke":               "nowhere  -",
		"f()['ke":              "nowhere  -",
		"['fi":                 "file fi -",
		"x = ['fi":             "file fi -",
		"d[":                   "item  d",
		"a.b[":                 "item  a.b",
		"[":                    "name  -",
		"import js":            "module js -",
		"import os, js":        "module js -",
		"import a.b.c":         "module c - a.b",
		"from js":              "module js -",
		"from a.b":             "module b - a",
		"from json ":           "import  -",
		"from json import lo":  "from lo - json",
		"from a.b import c, d": "from d - a.b",
		"x = 1; import js":     "module js -",
		"x = 1\nimport js":     "module js -",
		"import os\npri":       "name pri -",
		"f(a, ke":              "name ke - f",
		"f(g(1), ke":           "name ke - f",
		"a.b(":                 "name  - a.b",
		"f([ke":                "name ke -",
		"def na":               "nowhere  -",
		"1.5":                  "nowhere  -",
		"def f(a":              "name a -",
	} {
		c := lookAt([]rune(text))
		places := []string{"nowhere", "name", "attr", "key", "item", "file", "module", "from", "import", "module"}
		got := fmt.Sprintf("%s %s %s %s", places[c.place], c.word, c.expr, c.module)
		if c.callee != nil {
			got += c.callee.String()
		}
		if got = strings.TrimRight(got, " "); got != want {
			t.Errorf("lookAt(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestIndentation(t *testing.T) {
	for text, want := range map[string]int{
		"x = 1":                          0,
		"if x:":                          4,
		"if x:  # why":                   4,
		"    y = [":                      8,
		"if x:\n    return 1":            0,
		"if x:\n    y":                   4,
		"s = '''a:":                      0,
		"if x:\n    if y:\n        pass": 4,
		"x = 'a:'":                       0,
	} {
		if got := len(indentation([]rune(text))); got != want {
			t.Errorf("indentation(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestDedent(t *testing.T) {
	for src, want := range map[string]string{
		"x":                          "x",
		" x":                         "x",
		"  if a:\n    b\n\n  c":      "if a:\n  b\n\nc",
		"  a\nb":                     "  a\nb",
		"\tx\n\ty":                   "x\ny",
		"if a:\n  b":                 "if a:\n  b",
		" s = '''\n text at left'''": "s = '''\ntext at left'''",
	} {
		if got := dedent(src); got != want {
			t.Errorf("dedent(%q) = %q, want %q", src, got, want)
		}
	}
}
