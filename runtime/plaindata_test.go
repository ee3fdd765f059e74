package runtime

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// allowedFields are fields of objects that are no plain data, with the reason
// why the VM's state can still be written as bytes.
var allowedFields = map[string]string{
	"Native.sig":         "parsed from Def.Sig at the first call",
	"Native.Def":         "a row of a table, known by module and name",
	"Native.slot":        "a row of a table, known by its name",
	"Native.plain":       "the same function unbound",
	"Type.Slots":         "of a builtin type: known by its name; of a heap type: made from the MRO",
	"Type.spec":          "of a builtin type",
	"Type.VM":            "the owner",
	"Native.arity":       "counted from Def.Sig",
	"Type.makeFn":        "of a builtin type",
	"data.registry":      "weak references to classes: written as those that live",
	"CodeObject.Impl":    "inline caches, rebuilt",
	"Frame.Impl":         "the frame pictured, or what is left of it",
	"Function.Unit":      "found again from Code",
	"CodeObject.Unit":    "found again from Code",
	"Module.Spec":        "known by the module's name",
	"getsetDescr.def":    "a row of a table, known by type and name",
	"Bytearray.views":    "weak: only counts exports",
	"WeakRef.target":     "a weak pointer: written as the object it names, or dead",
	"Memoryview.buf":     "the view of Owner's memory, taken again",
	"Memoryview.release": "the view of Owner's memory, taken again",
}

// TestObjectsArePlainData holds the design's rule from the first type on: the
// structs of Python objects (those that embed Object) hold no Go function,
// channel, interface, file or lock, so that a VM's state can be written as
// bytes. It reads the sources of this package and of the library.
func TestObjectsArePlainData(t *testing.T) {
	n := 0
	for _, dir := range []string{".", "../stdlib"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(node ast.Node) bool {
				spec, ok := node.(*ast.TypeSpec)
				if !ok {
					return true
				}
				if st, ok := spec.Type.(*ast.StructType); ok && embedsObject(st) {
					n++
					checkFields(t, path, spec.Name.Name, st)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 60 {
		t.Fatalf("only %d object types found", n)
	}
}

func embedsObject(st *ast.StructType) bool {
	for _, f := range st.Fields.List {
		if len(f.Names) > 0 {
			continue
		}
		switch x := f.Type.(type) {
		case *ast.Ident:
			if x.Name == "Object" {
				return true
			}
		case *ast.SelectorExpr:
			if x.Sel.Name == "Object" {
				return true
			}
		}
	}
	return false
}

func checkFields(t *testing.T, path, name string, st *ast.StructType) {
	for _, f := range st.Fields.List {
		why := impure(f.Type)
		if why == "" {
			continue
		}
		for _, id := range f.Names {
			if _, ok := allowedFields[name+"."+id.Name]; !ok {
				t.Errorf("%s: %s.%s is %s, which cannot be written as bytes", path, name, id.Name, why)
			}
		}
	}
}

// impure says what in a type is no plain data.
func impure(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.FuncType:
		return "a function"
	case *ast.ChanType:
		return "a channel"
	case *ast.InterfaceType:
		return "an interface"
	case *ast.StarExpr:
		return impure(x.X)
	case *ast.ArrayType:
		return impure(x.Elt)
	case *ast.MapType:
		if s := impure(x.Key); s != "" {
			return s
		}
		return impure(x.Value)
	case *ast.IndexExpr:
		return impure(x.X)
	case *ast.Ident:
		switch x.Name {
		case "any", "error":
			return "an interface"
		case "Slots", "TypeSpec", "Method", "GetSet", "ModuleSpec", "UnaryFn", "NativeFn", "RawFn", "Host", "slotDef", "Buffer":
			return "a " + x.Name
		}
	case *ast.SelectorExpr:
		pkg, _ := x.X.(*ast.Ident)
		if pkg == nil {
			return ""
		}
		switch pkg.Name {
		case "os", "net", "sync", "context", "weak", "atomic":
			return "a " + pkg.Name + "." + x.Sel.Name
		case "unsafe":
			return "an unsafe.Pointer"
		}
		switch x.Sel.Name {
		case "Buffer", "NativeFn", "RawFn", "UnaryFn", "Host", "Slots", "Method", "ModuleSpec":
			if pkg.Name == "rt" || pkg.Name == "runtime" {
				return "a " + x.Sel.Name
			}
		}
	}
	return ""
}
