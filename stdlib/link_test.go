package stdlib

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestEmbedderIsSmall builds the least program that embeds a machine with the
// safe library, and looks at what that brings along.
func TestEmbedderIsSmall(t *testing.T) {
	// Packages that have no business in such a program: they are large, or a way to the host.
	unwanted := []string{"net", "os/user", "os/exec", "text/template", "compress/gzip", "golang.org/x/net", "golang.org/x/text/encoding",
		"github.com/minipy/minipy/stdlib/all", "github.com/minipy/minipy/stdlib/osmod", "github.com/minipy/minipy/stdlib/socket"}
	if runtime.GOOS == "linux" {
		unwanted = append(unwanted, "crypto")
	}
	const (
		mostModules = 5
		mostBytes   = 8_000_000 // stripped, besides what hello has
	)
	modules := map[string]bool{}
	for _, line := range strings.Split(run(t, "go", "list", "-deps", "-f", "{{.ImportPath}} {{with .Module}}{{.Path}}{{end}}", "./testdata/embedder"), "\n") {
		pkg, module, _ := strings.Cut(line, " ")
		if module != "" && module != "github.com/minipy/minipy" {
			modules[module] = true
		}
		for _, p := range unwanted {
			if pkg == p || strings.HasPrefix(pkg, p+"/") {
				t.Errorf("a program with the safe library links %s", pkg)
			}
		}
	}
	if len(modules) > mostModules {
		t.Errorf("%d modules: %v", len(modules), modules)
	}
	if testing.Short() {
		return
	}
	dir := t.TempDir()
	size := func(name string) int64 {
		bin := filepath.Join(dir, name+".exe")
		run(t, "go", "build", "-ldflags=-s -w", "-o", bin, "./testdata/"+name)
		st, err := os.Stat(bin)
		if err != nil {
			t.Fatal(err)
		}
		return st.Size()
	}
	added := size("embedder") - size("hello")
	t.Logf("%d modules, %.1f MB", len(modules), float64(added)/1e6)
	if added > mostBytes {
		t.Errorf("a machine with the safe library adds %d bytes, more than %d", added, mostBytes)
	}
	if out := run(t, filepath.Join(dir, "embedder.exe")); out != "6\n<nil>\n" {
		t.Errorf("the program prints %q", out)
	}
}

// run gives a command's output.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return string(out)
}
