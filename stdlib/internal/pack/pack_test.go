package pack

import (
	"testing"
	"testing/fstest"
)

func TestPack(t *testing.T) {
	files := fstest.MapFS{
		"lib/a.py":             {Data: []byte("x = 1\n")},
		"lib/empty.py":         {},
		"lib/p/__init__.py":    {Data: []byte("from p import q\n")},
		"lib/p/q.py":           {Data: []byte("y = 'é'\n")},
		"lib/p/data.txt":       {Data: []byte("no module")},
		"lib/p/r/__init__.py":  {Data: []byte("#\n")},
		"elsewhere/ignored.py": {},
	}
	data, err := Make(files, "lib")
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		name string
		pkg  bool
		src  string
	}{{"a", false, "x = 1\n"}, {"empty", false, ""}, {"p", true, "from p import q\n"}, {"p.q", false, "y = 'é'\n"}, {"p.r", true, "#\n"}}
	list := Open(string(data))
	if len(list) != len(want) {
		t.Fatalf("%d modules, want %d", len(list), len(want))
	}
	for i, m := range list {
		src, err := m.Source()
		if w := want[i]; m.Name != w.name || m.Package != w.pkg || string(src) != w.src || err != nil {
			t.Errorf("%s, %v, %q, %v; want %v", m.Name, m.Package, src, err, w)
		}
	}
}
