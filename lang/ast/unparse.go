package ast

import (
	"math/big"
	"strings"
)

// Levels of precedence, loosest first. An expression gets parentheses where the place it stands in binds tighter.
const (
	levelTuple = iota
	levelTest
	levelOr
	levelAnd
	levelNot
	levelCmp
	levelBitOr
	levelBitXor
	levelBitAnd
	levelShift
	levelArith
	levelTerm
	levelFactor
	levelPower
	levelAwait
	levelAtom
)

// Unparse writes an expression as source, in the form that `from __future__ import annotations` stores.
func Unparse(e Expr) string {
	u := &unparser{}
	u.expr(e, levelTest)
	return u.b.String()
}

type unparser struct{ b strings.Builder }

func (u *unparser) put(s string) { u.b.WriteString(s) }

// wrap writes what f writes, in parentheses if the place binds tighter than the expression.
func (u *unparser) wrap(paren bool, f func()) {
	if paren {
		u.put("(")
	}
	f()
	if paren {
		u.put(")")
	}
}

// list writes expressions with commas.
func (u *unparser) list(es []Expr, level int) {
	for i, e := range es {
		if i > 0 {
			u.put(", ")
		}
		u.expr(e, level)
	}
}

var binText = map[Operator]struct {
	text  string
	level int
}{
	Add: {" + ", levelArith}, Sub: {" - ", levelArith}, Mult: {" * ", levelTerm}, MatMult: {" @ ", levelTerm},
	Div: {" / ", levelTerm}, Modulo: {" % ", levelTerm}, LShift: {" << ", levelShift}, RShift: {" >> ", levelShift},
	BitOr: {" | ", levelBitOr}, BitXor: {" ^ ", levelBitXor}, BitAnd: {" & ", levelBitAnd},
	FloorDiv: {" // ", levelTerm}, Pow: {" ** ", levelPower},
}

var cmpText = [...]string{Eq: " == ", NotEq: " != ", Lt: " < ", LtE: " <= ", Gt: " > ", GtE: " >= ", Is: " is ",
	IsNot: " is not ", In: " in ", NotIn: " not in "}

func (u *unparser) expr(e Expr, level int) {
	switch e := e.(type) {
	case *Name:
		u.put(e.Id)
	case *Constant:
		u.constant(e)
	case *Attribute:
		u.expr(e.Value, levelAtom)
		if c, ok := e.Value.(*Constant); ok && isInt(c.Value) {
			u.put(" ") // 1 .real
		}
		u.put("." + e.Attr)
	case *Subscript:
		u.expr(e.Value, levelAtom)
		u.put("[")
		u.expr(e.Slice, levelTuple)
		u.put("]")
	case *Call:
		u.call(e)
	case *BinOp:
		op := binText[e.Op]
		left, right := op.level, op.level+1
		if e.Op == Pow {
			left, right = right, left
		}
		u.wrap(level > op.level, func() {
			u.expr(e.Left, left)
			u.put(op.text)
			u.expr(e.Right, right)
		})
	case *BoolOp:
		text, own := " and ", levelAnd
		if e.Op == Or {
			text, own = " or ", levelOr
		}
		u.wrap(level > own, func() {
			for i, v := range e.Values {
				if i > 0 {
					u.put(text)
				}
				u.expr(v, own+1)
			}
		})
	case *UnaryOp:
		own := levelFactor
		if e.Op == Not {
			own = levelNot
		}
		u.wrap(level > own, func() {
			u.put([...]string{Invert: "~", Not: "not ", UAdd: "+", USub: "-"}[e.Op])
			u.expr(e.Operand, own)
		})
	case *Compare:
		u.wrap(level > levelCmp, func() {
			u.expr(e.Left, levelCmp+1)
			for i, op := range e.Ops {
				u.put(cmpText[op])
				u.expr(e.Comparators[i], levelCmp+1)
			}
		})
	case *IfExp:
		u.wrap(level > levelTest, func() {
			u.expr(e.Body, levelTest+1)
			u.put(" if ")
			u.expr(e.Test, levelTest+1)
			u.put(" else ")
			u.expr(e.Orelse, levelTest)
		})
	case *Lambda:
		u.wrap(level > levelTest, func() {
			u.put("lambda")
			if len(e.Args.PosOnlyArgs)+len(e.Args.Args) > 0 {
				u.put(" ") // and none before a star: CPython's text, kept for those who compare
			}
			u.arguments(e.Args)
			u.put(": ")
			u.expr(e.Body, levelTest)
		})
	case *NamedExpr:
		u.wrap(level > levelTuple, func() {
			u.expr(e.Target, levelAtom)
			u.put(" := ")
			u.expr(e.Value, levelAtom)
		})
	case *Await:
		u.wrap(level > levelAwait, func() {
			u.put("await ")
			u.expr(e.Value, levelAtom)
		})
	case *Starred:
		u.put("*")
		u.expr(e.Value, levelBitOr)
	case *JoinedStr, *FormattedValue:
		u.put("f" + reprString(fstringBody(e)))
	default:
		u.display(e, level)
	}
}

// display writes what stands in brackets of its own.
func (u *unparser) display(e Expr, level int) {
	switch e := e.(type) {
	case *Tuple:
		u.wrap(level > levelTuple || len(e.Elts) == 0, func() {
			u.list(e.Elts, levelTest)
			if len(e.Elts) == 1 {
				u.put(",")
			}
		})
	case *List:
		u.put("[")
		u.list(e.Elts, levelTest)
		u.put("]")
	case *Set:
		u.put("{")
		u.list(e.Elts, levelTest)
		u.put("}")
	case *Dict:
		u.put("{")
		for i, k := range e.Keys {
			if i > 0 {
				u.put(", ")
			}
			if k == nil {
				u.put("**")
				u.expr(e.Values[i], levelBitOr)
				continue
			}
			u.expr(k, levelTest)
			u.put(": ")
			u.expr(e.Values[i], levelTest)
		}
		u.put("}")
	case *GeneratorExp:
		u.comprehension("(", e.Elt, e.Generators, ")")
	case *ListComp:
		u.comprehension("[", e.Elt, e.Generators, "]")
	case *SetComp:
		u.comprehension("{", e.Elt, e.Generators, "}")
	case *DictComp:
		u.put("{")
		u.expr(e.Key, levelTest)
		u.put(": ")
		u.comprehension("", e.Value, e.Generators, "}")
	case *Yield:
		u.put("(yield")
		if e.Value != nil {
			u.put(" ")
			u.expr(e.Value, levelTest)
		}
		u.put(")")
	case *YieldFrom:
		u.put("(yield from ")
		u.expr(e.Value, levelTest)
		u.put(")")
	case *Slice:
		for i, part := range []Expr{e.Lower, e.Upper, e.Step} {
			if i == 1 || i == 2 && part != nil {
				u.put(":")
			}
			if part != nil {
				u.expr(part, levelTest)
			}
		}
	}
}

func (u *unparser) comprehension(open string, elt Expr, gens []*Comprehension, closing string) {
	u.put(open)
	u.expr(elt, levelTest)
	for _, g := range gens {
		if g.IsAsync {
			u.put(" async")
		}
		u.put(" for ")
		u.expr(g.Target, levelTuple)
		u.put(" in ")
		u.expr(g.Iter, levelTest+1)
		for _, cond := range g.Ifs {
			u.put(" if ")
			u.expr(cond, levelTest+1)
		}
	}
	u.put(closing)
}

func (u *unparser) call(e *Call) {
	u.expr(e.Func, levelAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*GeneratorExp); ok {
			u.expr(g, levelTest) // its own parentheses serve
			return
		}
	}
	u.put("(")
	u.list(e.Args, levelTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			u.put(", ")
		}
		if k.Arg == "" {
			u.put("**")
		} else {
			u.put(k.Arg + "=")
		}
		u.expr(k.Value, levelTest)
	}
	u.put(")")
}

// arguments writes a lambda's parameters.
func (u *unparser) arguments(a *Arguments) {
	sep := ""
	put := func(mark string, arg *Arg, def Expr) {
		u.put(sep + mark)
		sep = ", "
		if arg != nil {
			u.put(arg.Arg)
		}
		if def != nil {
			u.put("=")
			u.expr(def, levelTest)
		}
	}
	all := append(append([]*Arg{}, a.PosOnlyArgs...), a.Args...)
	for i, arg := range all {
		var def Expr
		if d := i - (len(all) - len(a.Defaults)); d >= 0 {
			def = a.Defaults[d]
		}
		put("", arg, def)
		if len(a.PosOnlyArgs) > 0 && i == len(a.PosOnlyArgs)-1 {
			put("/", nil, nil)
		}
	}
	if a.Vararg != nil || len(a.KwOnlyArgs) > 0 {
		put("*", a.Vararg, nil)
	}
	for i, arg := range a.KwOnlyArgs {
		put("", arg, a.KwDefaults[i])
	}
	if a.Kwarg != nil {
		put("**", a.Kwarg, nil)
	}
}

func isInt(v any) bool {
	switch v.(type) {
	case int64, *big.Int, bool:
		return true
	}
	return false
}

func (u *unparser) constant(c *Constant) {
	switch v := c.Value.(type) {
	case Ellipsis:
		u.put("...")
	case float64, complex128:
		// an infinity has no literal but one that overflows
		u.put(strings.ReplaceAll(Repr(v), "inf", "1e309"))
	default:
		u.put(c.Kind + Repr(v))
	}
}

// fstringBody is the text between the quotes of an f-string.
func fstringBody(e Expr) string {
	switch e := e.(type) {
	case *JoinedStr:
		var b strings.Builder
		for _, v := range e.Values {
			b.WriteString(fstringBody(v))
		}
		return b.String()
	case *Constant:
		s, _ := e.Value.(string)
		return strings.ReplaceAll(strings.ReplaceAll(s, "{", "{{"), "}", "}}")
	case *FormattedValue:
		u := &unparser{}
		u.expr(e.Value, levelTest+1)
		s := u.b.String()
		if strings.HasPrefix(s, "{") {
			s = " " + s
		}
		s = "{" + s
		if e.Conversion > 0 {
			s += "!" + string(rune(e.Conversion))
		}
		if e.FormatSpec != nil {
			s += ":" + fstringBody(e.FormatSpec)
		}
		return s + "}"
	}
	return ""
}
