package ast

// children calls f for every child of n in source order of the fields. Absent children are left out.
func children(n Node, f func(Node)) {
	switch n := n.(type) {
	case *Module:
		each(n.Body, f)
	case *Interactive:
		each(n.Body, f)
	case *Expression:
		f(n.Body)
	case *FunctionDef:
		f(n.Args)
		each(n.Body, f)
		each(n.DecoratorList, f)
		if n.Returns != nil {
			f(n.Returns)
		}
	case *AsyncFunctionDef:
		f(n.Args)
		each(n.Body, f)
		each(n.DecoratorList, f)
		if n.Returns != nil {
			f(n.Returns)
		}
	case *ClassDef:
		each(n.Bases, f)
		each(n.Keywords, f)
		each(n.Body, f)
		each(n.DecoratorList, f)
	case *Return:
		if n.Value != nil {
			f(n.Value)
		}
	case *Delete:
		each(n.Targets, f)
	case *Assign:
		each(n.Targets, f)
		f(n.Value)
	case *AugAssign:
		f(n.Target)
		f(n.Value)
	case *AnnAssign:
		f(n.Target)
		f(n.Annotation)
		if n.Value != nil {
			f(n.Value)
		}
	case *For:
		f(n.Target)
		f(n.Iter)
		each(n.Body, f)
		each(n.Orelse, f)
	case *AsyncFor:
		f(n.Target)
		f(n.Iter)
		each(n.Body, f)
		each(n.Orelse, f)
	case *While:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *If:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *With:
		each(n.Items, f)
		each(n.Body, f)
	case *AsyncWith:
		each(n.Items, f)
		each(n.Body, f)
	case *Match:
		f(n.Subject)
		each(n.Cases, f)
	case *Raise:
		if n.Exc != nil {
			f(n.Exc)
		}
		if n.Cause != nil {
			f(n.Cause)
		}
	case *Try:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Orelse, f)
		each(n.Finalbody, f)
	case *TryStar:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Orelse, f)
		each(n.Finalbody, f)
	case *Assert:
		f(n.Test)
		if n.Msg != nil {
			f(n.Msg)
		}
	case *Import:
		each(n.Names, f)
	case *ImportFrom:
		each(n.Names, f)
	case *ExprStmt:
		f(n.Value)
	case *BoolOp:
		each(n.Values, f)
	case *NamedExpr:
		f(n.Target)
		f(n.Value)
	case *BinOp:
		f(n.Left)
		f(n.Right)
	case *UnaryOp:
		f(n.Operand)
	case *Lambda:
		f(n.Args)
		f(n.Body)
	case *IfExp:
		f(n.Test)
		f(n.Body)
		f(n.Orelse)
	case *Dict:
		each(n.Keys, f)
		each(n.Values, f)
	case *Set:
		each(n.Elts, f)
	case *ListComp:
		f(n.Elt)
		each(n.Generators, f)
	case *SetComp:
		f(n.Elt)
		each(n.Generators, f)
	case *DictComp:
		f(n.Key)
		f(n.Value)
		each(n.Generators, f)
	case *GeneratorExp:
		f(n.Elt)
		each(n.Generators, f)
	case *Await:
		f(n.Value)
	case *Yield:
		if n.Value != nil {
			f(n.Value)
		}
	case *YieldFrom:
		f(n.Value)
	case *Compare:
		f(n.Left)
		each(n.Comparators, f)
	case *Call:
		f(n.Func)
		each(n.Args, f)
		each(n.Keywords, f)
	case *FormattedValue:
		f(n.Value)
		if n.FormatSpec != nil {
			f(n.FormatSpec)
		}
	case *JoinedStr:
		each(n.Values, f)
	case *Attribute:
		f(n.Value)
	case *Subscript:
		f(n.Value)
		f(n.Slice)
	case *Starred:
		f(n.Value)
	case *List:
		each(n.Elts, f)
	case *Tuple:
		each(n.Elts, f)
	case *Slice:
		if n.Lower != nil {
			f(n.Lower)
		}
		if n.Upper != nil {
			f(n.Upper)
		}
		if n.Step != nil {
			f(n.Step)
		}
	case *Comprehension:
		f(n.Target)
		f(n.Iter)
		each(n.Ifs, f)
	case *ExceptHandler:
		if n.Type != nil {
			f(n.Type)
		}
		each(n.Body, f)
	case *Arguments:
		each(n.PosOnlyArgs, f)
		each(n.Args, f)
		if n.Vararg != nil {
			f(n.Vararg)
		}
		each(n.KwOnlyArgs, f)
		each(n.KwDefaults, f)
		if n.Kwarg != nil {
			f(n.Kwarg)
		}
		each(n.Defaults, f)
	case *Arg:
		if n.Annotation != nil {
			f(n.Annotation)
		}
	case *Keyword:
		f(n.Value)
	case *WithItem:
		f(n.ContextExpr)
		if n.OptionalVars != nil {
			f(n.OptionalVars)
		}
	case *MatchCase:
		f(n.Pattern)
		if n.Guard != nil {
			f(n.Guard)
		}
		each(n.Body, f)
	case *MatchValue:
		f(n.Value)
	case *MatchSequence:
		each(n.Patterns, f)
	case *MatchMapping:
		each(n.Keys, f)
		each(n.Patterns, f)
	case *MatchClass:
		f(n.Cls)
		each(n.Patterns, f)
		each(n.KwdPatterns, f)
	case *MatchAs:
		if n.Pattern != nil {
			f(n.Pattern)
		}
	case *MatchOr:
		each(n.Patterns, f)
	}
}

// each calls f for the elements that are not nil.
//
//go:noinline
func each[N Node](list []N, f func(Node)) {
	for _, n := range list {
		if Node(n) != nil {
			f(n)
		}
	}
}

// Inspect visits n and what is below it, parents first; where f returns false it goes no deeper.
func Inspect(n Node, f func(Node) bool) {
	if f(n) {
		children(n, func(c Node) { Inspect(c, f) })
	}
}

// DeeperThan tells whether the tree has more than limit levels of expressions, statements and patterns. Its own
// recursion is bounded by limit.
func DeeperThan(n Node, limit int) bool {
	switch n.(type) {
	case Stmt, Expr, Pattern:
		limit--
	}
	if limit < 0 {
		return true
	}
	deep := false
	children(n, func(c Node) {
		if !deep {
			deep = DeeperThan(c, limit)
		}
	})
	return deep
}
