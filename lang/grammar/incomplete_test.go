package grammar

import "testing"

func TestIncomplete(t *testing.T) {
	for src, want := range map[string]bool{
		"":                                false,
		"# only this":                     false,
		"x = 1":                           false,
		"x = 1 +":                         false,
		"x = (1,":                         true,
		"x = (1,\n2":                      true,
		"x = (1,\n2)":                     false,
		"x = (1 2":                        false,
		"'''abc":                          true,
		"'''abc\n'''":                     false,
		"'abc":                            false,
		"x = \\":                          true,
		"if x:":                           true,
		"if x: pass":                      true,
		"if x: pass\n":                    false,
		"if x:\n  y":                      true,
		"if x:\n  y\n":                    false,
		"if x:\n  y\nelse:":               true,
		"if x:\n  y\nelse:\n  z\n":        false,
		"if x:\n  y z":                    false,
		"def f():":                        true,
		"def f(a,":                        true,
		"@d":                              true,
		"@d\ndef f(): pass":               true,
		"class A:\n  def f(self):\n    1": true,
		"try:\n  x":                       true,
		"try:\n  x\n":                     true,
		"try:\n  x\nexcept E:\n  y\n":     false,
		"x)":                              false,
		"x = 1; y = (":                    true,
		"match x:":                        true,
		"match x:\n case 1:\n  pass\n":    false,
		"match(x)":                        false,
		"while 1 print":                   false,
		"f'{x":                            false,
		"f'''{x":                          true,
		"a b (":                           false,
	} {
		if got := Incomplete(src); got != want {
			t.Errorf("Incomplete(%q) = %v", src, got)
		}
	}
}

func TestIncompleteBlock(t *testing.T) {
	for src, want := range map[string]bool{
		"":                          false,
		"x = 1\ny = 2":              false,
		"x = 1\n\ny = (2,":          true,
		"x = 1\ndef f():":           true,
		"x = 1\ndef f():\n  1":      true,
		"x = 1\ndef f():\n  1\n":    false,
		"def f():\n\n  1\n\nf()":    false,
		"def f():\n\n  1\n\n  2":    true,
		"if x:\n  y\n\nelse:\n":     true,
		"x = 1\ny = = 2":            false,
		"def f():\n  '''a\n\nb":     true,
		"x = 1\nclass A:\n  y z\nb": false,
	} {
		if got := IncompleteBlock(src); got != want {
			t.Errorf("IncompleteBlock(%q) = %v", src, got)
		}
	}
}
