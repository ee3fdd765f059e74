package compile

import (
	"strconv"
	"strings"

	"github.com/minipy/minipy/lang/ast"
)

// Precedence levels of what annotationText prints, loosest first.
const (
	precTuple = iota
	precTest
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

// annotationText is the text of an annotation under `from __future__ import annotations`, spaced as CPython does.
func annotationText(e ast.Expr) string {
	var w textWriter
	w.expr(e, precTest)
	return w.String()
}

// textWriter prints expressions with as few parentheses as they need.
type textWriter struct{ strings.Builder }

var binarySigns = [...]struct {
	sign string
	prec int
}{
	ast.Add: {" + ", precArith}, ast.Sub: {" - ", precArith}, ast.Mult: {" * ", precTerm},
	ast.MatMult: {" @ ", precTerm}, ast.Div: {" / ", precTerm}, ast.Modulo: {" % ", precTerm},
	ast.LShift: {" << ", precShift}, ast.RShift: {" >> ", precShift}, ast.BitOr: {" | ", precBitOr},
	ast.BitXor: {" ^ ", precBitXor}, ast.BitAnd: {" & ", precBitAnd}, ast.FloorDiv: {" // ", precTerm},
	ast.Pow: {" ** ", precPower},
}

var compareSigns = [...]string{
	ast.Eq: " == ", ast.NotEq: " != ", ast.Lt: " < ", ast.LtE: " <= ", ast.Gt: " > ", ast.GtE: " >= ",
	ast.Is: " is ", ast.IsNot: " is not ", ast.In: " in ", ast.NotIn: " not in ",
}

// paren prints f in parentheses if the place binds tighter than the expression.
func (w *textWriter) paren(level, own int, f func()) {
	if level > own {
		w.WriteByte('(')
		f()
		w.WriteByte(')')
		return
	}
	f()
}

func (w *textWriter) list(elts []ast.Expr, level int) {
	for i, e := range elts {
		if i > 0 {
			w.WriteString(", ")
		}
		w.expr(e, level)
	}
}

func (w *textWriter) expr(e ast.Expr, level int) {
	switch x := e.(type) {
	case *ast.Name:
		w.WriteString(x.Id)
	case *ast.Constant:
		w.constant(x)
	case *ast.Attribute:
		w.expr(x.Value, precAtom)
		if c, ok := x.Value.(*ast.Constant); ok {
			if _, ok := c.Value.(int64); ok {
				w.WriteByte(' ')
			}
		}
		w.WriteString("." + x.Attr)
	case *ast.Subscript:
		w.expr(x.Value, precAtom)
		w.WriteByte('[')
		w.expr(x.Slice, precTuple)
		w.WriteByte(']')
	case *ast.Tuple:
		if len(x.Elts) == 0 {
			w.WriteString("()")
			break
		}
		w.paren(level, precTuple, func() {
			w.list(x.Elts, precTest)
			if len(x.Elts) == 1 {
				w.WriteByte(',')
			}
		})
	case *ast.List:
		w.WriteByte('[')
		w.list(x.Elts, precTest)
		w.WriteByte(']')
	case *ast.BinOp:
		op := binarySigns[x.Op]
		left, right := op.prec, op.prec+1
		if x.Op == ast.Pow {
			left, right = right, left
		}
		w.paren(level, op.prec, func() {
			w.expr(x.Left, left)
			w.WriteString(op.sign)
			w.expr(x.Right, right)
		})
	case *ast.Call:
		w.call(x)
	case *ast.Starred:
		w.WriteByte('*')
		w.expr(x.Value, precBitOr)
	default:
		w.rare(e, level)
	}
}

func (w *textWriter) call(x *ast.Call) {
	w.expr(x.Func, precAtom)
	if len(x.Args) == 1 && len(x.Keywords) == 0 {
		if g, ok := x.Args[0].(*ast.GeneratorExp); ok {
			w.expr(g, precAtom)
			return
		}
	}
	w.WriteByte('(')
	w.list(x.Args, precTest)
	for i, k := range x.Keywords {
		if i+len(x.Args) > 0 {
			w.WriteString(", ")
		}
		if k.Arg == "" {
			w.WriteString("**")
		} else {
			w.WriteString(k.Arg + "=")
		}
		w.expr(k.Value, precTest)
	}
	w.WriteByte(')')
}

// rare prints what is seldom in an annotation.
func (w *textWriter) rare(e ast.Expr, level int) {
	switch x := e.(type) {
	case *ast.UnaryOp:
		sign, own := [...]string{ast.Invert: "~", ast.Not: "not ", ast.UAdd: "+", ast.USub: "-"}[x.Op], precFactor
		if x.Op == ast.Not {
			own = precNot
		}
		w.paren(level, own, func() {
			w.WriteString(sign)
			w.expr(x.Operand, own)
		})
	case *ast.BoolOp:
		sign, own := " and ", precAnd
		if x.Op == ast.Or {
			sign, own = " or ", precOr
		}
		w.paren(level, own, func() {
			for i, v := range x.Values {
				if i > 0 {
					w.WriteString(sign)
				}
				w.expr(v, own+1)
			}
		})
	case *ast.Compare:
		w.paren(level, precCompare, func() {
			w.expr(x.Left, precCompare+1)
			for i, op := range x.Ops {
				w.WriteString(compareSigns[op])
				w.expr(x.Comparators[i], precCompare+1)
			}
		})
	case *ast.IfExp:
		w.paren(level, precTest, func() {
			w.expr(x.Body, precTest+1)
			w.WriteString(" if ")
			w.expr(x.Test, precTest+1)
			w.WriteString(" else ")
			w.expr(x.Orelse, precTest)
		})
	case *ast.Lambda:
		w.paren(level, precTest, func() {
			w.WriteString("lambda")
			w.params(x.Args)
			w.WriteString(": ")
			w.expr(x.Body, precTest)
		})
	case *ast.Dict:
		w.WriteByte('{')
		for i, k := range x.Keys {
			if i > 0 {
				w.WriteString(", ")
			}
			if k == nil {
				w.WriteString("**")
				w.expr(x.Values[i], precBitOr)
				continue
			}
			w.expr(k, precTest)
			w.WriteString(": ")
			w.expr(x.Values[i], precTest)
		}
		w.WriteByte('}')
	case *ast.Set:
		w.WriteByte('{')
		w.list(x.Elts, precTest)
		w.WriteByte('}')
	case *ast.ListComp:
		w.comp("[", "]", x.Elt, nil, x.Generators)
	case *ast.SetComp:
		w.comp("{", "}", x.Elt, nil, x.Generators)
	case *ast.GeneratorExp:
		w.comp("(", ")", x.Elt, nil, x.Generators)
	case *ast.DictComp:
		w.comp("{", "}", x.Key, x.Value, x.Generators)
	case *ast.Slice:
		for i, p := range []ast.Expr{x.Lower, x.Upper, x.Step} {
			if i == 1 || i == 2 && p != nil {
				w.WriteByte(':')
			}
			if p != nil {
				w.expr(p, precTest)
			}
		}
	case *ast.JoinedStr, *ast.FormattedValue:
		var body textWriter
		body.joined(e, false)
		w.WriteString("f" + ast.Repr(body.String()))
	}
}

// joined prints the inside of an f-string.
func (w *textWriter) joined(e ast.Expr, spec bool) {
	switch x := e.(type) {
	case *ast.Constant:
		s, _ := x.Value.(string)
		if !spec {
			s = strings.NewReplacer("{", "{{", "}", "}}").Replace(s)
		}
		w.WriteString(s)
	case *ast.JoinedStr:
		for _, v := range x.Values {
			w.joined(v, spec)
		}
	case *ast.FormattedValue:
		var inner textWriter
		inner.expr(x.Value, precTest+1)
		w.WriteByte('{')
		if strings.HasPrefix(inner.String(), "{") {
			w.WriteByte(' ')
		}
		w.WriteString(inner.String())
		if x.Conversion > 0 {
			w.WriteByte('!')
			w.WriteByte(byte(x.Conversion))
		}
		if x.FormatSpec != nil {
			w.WriteByte(':')
			w.joined(x.FormatSpec, true)
		}
		w.WriteByte('}')
	}
}

func (w *textWriter) comp(open, end string, elt, value ast.Expr, gens []*ast.Comprehension) {
	w.WriteString(open)
	w.expr(elt, precTest)
	if value != nil {
		w.WriteString(": ")
		w.expr(value, precTest)
	}
	for _, g := range gens {
		if g.IsAsync {
			w.WriteString(" async")
		}
		w.WriteString(" for ")
		w.expr(g.Target, precTuple)
		w.WriteString(" in ")
		w.expr(g.Iter, precTest+1)
		for _, c := range g.Ifs {
			w.WriteString(" if ")
			w.expr(c, precTest+1)
		}
	}
	w.WriteString(end)
}

func (w *textWriter) params(a *ast.Arguments) {
	first := true
	next := func(s string) {
		if first {
			w.WriteByte(' ')
		} else {
			w.WriteString(", ")
		}
		first = false
		w.WriteString(s)
	}
	all := append(append([]*ast.Arg(nil), a.PosOnlyArgs...), a.Args...)
	for i, p := range all {
		next(p.Arg)
		if d := i - (len(all) - len(a.Defaults)); d >= 0 {
			w.WriteByte('=')
			w.expr(a.Defaults[d], precTest)
		}
		if i == len(a.PosOnlyArgs)-1 {
			next("/")
		}
	}
	if a.Vararg != nil {
		next("*" + a.Vararg.Arg)
	} else if len(a.KwOnlyArgs) > 0 {
		next("*")
	}
	for i, p := range a.KwOnlyArgs {
		next(p.Arg)
		if d := a.KwDefaults[i]; d != nil {
			w.WriteByte('=')
			w.expr(d, precTest)
		}
	}
	if a.Kwarg != nil {
		next("**" + a.Kwarg.Arg)
	}
}

func (w *textWriter) constant(c *ast.Constant) {
	switch v := c.Value.(type) {
	case ast.Ellipsis:
		w.WriteString("...")
		return
	case int64:
		w.WriteString(strconv.FormatInt(v, 10))
		return
	case string:
		if c.Kind == "u" {
			w.WriteByte('u')
		}
	}
	text := ast.Repr(c.Value)
	switch c.Value.(type) {
	case float64, complex128:
		text = strings.ReplaceAll(text, "inf", "1e309")
	}
	w.WriteString(text)
}
