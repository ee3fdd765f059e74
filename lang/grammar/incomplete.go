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
func Incomplete(src string) bool { return incomplete(src, Single) }

// IncompleteBlock is Incomplete for input of several statements, with blank lines inside, as an editor of many lines or
// a paste gives it: the last statement decides. Parse in mode Exec gives the tree or the error.
func IncompleteBlock(src string) bool { return incomplete(src, Exec) }

func incomplete(src string, mode Mode) bool {
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
	lx := lexer.New(text.String, mode.start())
	r, err := runParser(lx, &Options{Unicode: true})
	if err != nil {
		return false
	}
	p := &r.parser
	if !p.failed {
		var body []ast.Stmt
		switch m := r.mod.(type) {
		case *ast.Interactive:
			if len(m.Body) == 1 {
				body = m.Body
			}
		case *ast.Module:
			body = m.Body
		}
		return len(body) > 0 && isCompound(body[len(body)-1]) && !strings.HasSuffix(src, "\n")
	}
	if p.err != nil {
		return false
	}
	p.explain(lx, mode.rule())
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
