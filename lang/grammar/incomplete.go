package grammar

import (
	"strings"

	"github.com/minipy/minipy/lang/ast"
	"github.com/minipy/minipy/lang/lexer"
)

// Incomplete tells whether interactive input, lines joined by line breaks, needs further lines before it can be
// judged: it ends inside brackets, a string of three quotes or a block. A compound statement is complete when an empty
// line follows it, that is when src ends with a line break. Where it says false Parse in mode Single gives the tree or
// the error.
func Incomplete(src string) bool {
	blank := true
	for line := range strings.SplitSeq(src, "\n") {
		line = strings.TrimSpace(line)
		blank = blank && (line == "" || line[0] == '#')
	}
	if blank {
		return false
	}
	text, lexErr := lexer.Decode([]byte(src+"\n"), lexer.Origin{Unicode: true})
	if lexErr != nil {
		return false
	}
	lx := lexer.New(text.String, Single.start())
	r, err := runParser(lx, &Options{Unicode: true})
	if err != nil {
		return false
	}
	p := &r.parser
	if !p.failed {
		body := r.mod.(*ast.Interactive).Body
		return len(body) == 1 && isCompound(body[0]) && !strings.HasSuffix(src, "\n")
	}
	if p.err != nil {
		return false
	}
	p.explain(lx, ruleSingle)
	if e := lx.Err; e != nil && (e.Code == lexer.UnexpectedEOF || e.Code == lexer.UnterminatedTriple) {
		return p.sawLexError
	}
	return p.sawEnd
}

func isCompound(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.If, *ast.For, *ast.While, *ast.Try, *ast.TryStar, *ast.With, *ast.Match, *ast.FunctionDef, *ast.ClassDef,
		*ast.AsyncFunctionDef, *ast.AsyncFor, *ast.AsyncWith:
		return true
	}
	return false
}
