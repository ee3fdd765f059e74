package resolve

import "github.com/minipy/minipy/lang/ast"

// futures reads the `from __future__` imports at the head of a file. They come before all errors of names.
func (r *resolver) futures(body []ast.Stmt) {
	for i, s := range body {
		switch s := s.(type) {
		case *ast.ImportFrom:
			if s.Module != "__future__" || s.Level != 0 {
				return
			}
			for _, a := range s.Names {
				if !r.feature(s, a.Name) {
					return
				}
			}
			r.futureLine = s.Line
		case *ast.ExprStmt:
			if c, ok := s.Value.(*ast.Constant); i == 0 && ok {
				if _, ok := c.Value.(string); ok {
					continue
				}
			}
			return
		default:
			return
		}
	}
}

func (r *resolver) feature(s *ast.ImportFrom, name string) bool {
	switch name {
	case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
		"unicode_literals", "generator_stop", "barry_as_FLUFL":
		return true
	case "annotations":
		r.future = true
		return true
	}
	msg := "future feature " + name + " is not defined"
	if name == "braces" {
		msg = "not a chance"
	}
	at := s.Span
	at.Col = 0
	r.err = &Error{Msg: msg, Span: at, NoEnd: true}
	return false
}

// isFuture says that futures has seen the import.
func (r *resolver) isFuture(s *ast.ImportFrom) bool {
	return r.scope.Parent == nil && s.Line <= r.futureLine
}
