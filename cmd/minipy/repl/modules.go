package repl

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// A moduleFinder knows the modules that could be imported, without importing any.
type moduleFinder struct {
	specs []*runtime.ModuleSpec
}

// children are the modules inside a package by its dotted name; "": all at the top.
func (f moduleFinder) children(t *runtime.Thread, pkg string) []string {
	var out []string
	for _, s := range f.specs {
		if s == nil {
			continue
		}
		parent, name := "", s.Name
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			parent, name = name[:i], name[i+1:]
		}
		if parent == pkg && name != "__main__" {
			out = append(out, name)
		}
	}
	for _, name := range stringKeys(t.VM.Modules) {
		if child, ok := strings.CutPrefix(name, pkg+"."); ok && pkg != "" && !strings.Contains(child, ".") {
			out = append(out, child) // such as os.path
		}
	}
	switch pkg {
	case "":
		out = append(out, "sys", "builtins")
	case "os":
		out = append(out, "path")
	}
	for _, dir := range f.folders(t, pkg) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			name, isFile := strings.CutSuffix(e.Name(), ".py")
			switch {
			case !isIdentifier(name) || name == "__init__" || name == "__main__" || name == "__pycache__":
			case isFile:
				out = append(out, name)
			case e.IsDir() && hasPython(filepath.Join(dir, name)):
				out = append(out, name)
			}
		}
	}
	return out
}

// folders are those in which the modules of a package are.
func (f moduleFinder) folders(t *runtime.Thread, pkg string) []string {
	path, _ := t.Sys().Dict.Lookup("path")
	if pkg != "" {
		if mod, ok := t.VM.Modules.Lookup(pkg); ok {
			if p, ok := attribute(t, mod, "__path__"); ok {
				return stringItems(p)
			}
		}
	}
	var out []string
	for _, dir := range stringItems(path) {
		if dir == "" {
			dir = "."
		}
		out = append(out, filepath.Join(dir, filepath.FromSlash(strings.ReplaceAll(pkg, ".", "/"))))
	}
	return out
}

// stringItems are the strings in a list.
func stringItems(v runtime.Value) []string {
	var out []string
	if l, ok := runtime.AsList(v); ok {
		for _, x := range l.Items() {
			if s, ok := runtime.AsStr(x); ok {
				out = append(out, s.String())
			}
		}
	}
	return out
}

func isIdentifier(s string) bool {
	for i, r := range s {
		if !isNameRune(r) || i == 0 && isDigitRune(r) {
			return false
		}
	}
	return s != ""
}

// hasPython says that a folder can be a package.
func hasPython(dir string) bool {
	found, _ := filepath.Glob(filepath.Join(dir, "*.py"))
	return len(found) > 0
}

// contents are the names that a module has, and the modules inside it.
func (c *completer) contents(t *runtime.Thread, module string) []string {
	out := c.modules.children(t, module)
	if mod, ok := t.VM.Modules.Lookup(module); ok {
		return append(out, attributes(t, mod)...)
	}
	if module == "os.path" { // which it is, before os has been imported
		module = "posixpath"
	}
	for _, s := range c.modules.specs {
		if s == nil || s.Name != module {
			continue
		}
		if s.Source != nil {
			return append(out, topNames(s.Source())...)
		}
		for _, m := range s.Methods {
			out = append(out, m.Name)
		}
		for _, typ := range s.Types {
			out = append(out, typ.Name[strings.LastIndexByte(typ.Name, '.')+1:])
		}
		for _, k := range s.Consts {
			out = append(out, k.Name)
		}
		return out
	}
	if src, ok := c.modules.source(t, module); ok {
		out = append(out, topNames(src)...)
	}
	return out
}

// source reads a module from the folders of sys.path.
func (f moduleFinder) source(t *runtime.Thread, module string) ([]byte, bool) {
	name := strings.ReplaceAll(module, ".", "/")
	for _, dir := range f.folders(t, "") {
		for _, n := range []string{name + ".py", name + "/__init__.py"} {
			if src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(n))); err == nil {
				return src, true
			}
		}
	}
	return nil, false
}

// topNames are the names that the statements of a module bind, as far as they
// stand at its top.
func topNames(src []byte) []string {
	tree, err := grammar.Parse("", src, grammar.Exec, grammar.Options{File: true})
	if err != nil {
		return nil
	}
	var out []string
	add := func(e ast.Expr) {
		if n, ok := e.(*ast.Name); ok {
			out = append(out, n.Id)
		}
	}
	alias := func(names []*ast.Alias) {
		for _, a := range names {
			name := a.Asname
			if name == "" {
				name, _, _ = strings.Cut(a.Name, ".")
			}
			if name != "*" {
				out = append(out, name)
			}
		}
	}
	for _, s := range tree.(*ast.Module).Body {
		switch s := s.(type) {
		case *ast.FunctionDef:
			out = append(out, s.Name)
		case *ast.AsyncFunctionDef:
			out = append(out, s.Name)
		case *ast.ClassDef:
			out = append(out, s.Name)
		case *ast.Assign:
			for _, target := range s.Targets {
				add(target)
			}
		case *ast.AnnAssign:
			add(s.Target)
		case *ast.Import:
			alias(s.Names)
		case *ast.ImportFrom:
			alias(s.Names)
		}
	}
	return out
}
