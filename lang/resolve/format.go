package resolve

import (
	"strings"

	"github.com/minipy/minipy/lang/ast"
)

// formatted turns 'literal %s' % (a, b) into the f-string that means the same, or returns nil. Only %s, %r and %a
// with a width, precision and flags that a format spec can say are turned, and only when the counts agree.
func formatted(b *ast.BinOp, text string) ast.Expr {
	t, ok := b.Right.(*ast.Tuple)
	if !ok {
		return nil
	}
	for _, e := range t.Elts {
		if _, ok := e.(*ast.Starred); ok {
			return nil
		}
	}
	var values []ast.Expr
	var lit strings.Builder
	used := 0
	flush := func() {
		if lit.Len() > 0 {
			values = append(values, newConst(b.Span, lit.String()))
			lit.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			lit.WriteByte(text[i])
			continue
		}
		if i++; i < len(text) && text[i] == '%' {
			lit.WriteByte('%')
			continue
		}
		conv, spec, next, ok := parseFormat(text, i)
		if !ok || used >= len(t.Elts) {
			return nil
		}
		i = next
		flush()
		v := &ast.FormattedValue{Span: t.Elts[used].Pos(), Value: t.Elts[used], Conversion: int(conv)}
		if spec != "" {
			v.FormatSpec = newConst(b.Span, spec)
		}
		values = append(values, v)
		used++
	}
	if used != len(t.Elts) {
		return nil
	}
	flush()
	return &ast.JoinedStr{Span: b.Span, Values: values}
}

// parseFormat reads what follows a % at text[i:]: flags, width, precision and the letter, whose index is next.
func parseFormat(text string, i int) (conv byte, spec string, next int, ok bool) {
	left := false
	for ; i < len(text) && strings.IndexByte("-+ #0", text[i]) >= 0; i++ {
		if text[i] == '-' {
			left = true
		}
	}
	digits := func() (string, bool) {
		from := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		return text[from:i], i-from < 3 // CPython gives up at three
	}
	width, ok := digits()
	if !ok {
		return 0, "", 0, false
	}
	prec := ""
	if i < len(text) && text[i] == '.' {
		i++
		if prec, ok = digits(); !ok {
			return 0, "", 0, false
		}
		if prec == "" {
			prec = "0"
		}
		prec = "." + prec
	}
	if i >= len(text) || text[i] != 's' && text[i] != 'r' && text[i] != 'a' {
		return 0, "", 0, false
	}
	if width != "" && !left {
		spec = ">"
	}
	return text[i], spec + width + prec, i, true
}
