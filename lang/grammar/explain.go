package grammar

import (
	"github.com/minipy/minipy/lang/lexer"
	"github.com/minipy/minipy/lang/token"
)

type startRule uint8

const (
	ruleFile startRule = iota
	ruleEval
	ruleSingle
	ruleFString
)

func (m Mode) rule() startRule { return [...]startRule{ruleFile, ruleEval, ruleSingle}[m] }

// explain finds out why the text was refused.
func (p *parser) explain(lx *lexer.Lexer, rule startRule) *SyntaxError {
	if lx.Err != nil {
		return p.lexError(lx.Err)
	}
	for i := len(p.toks) - 1; i > 0; i-- {
		if token.Kind(p.toks[i].Type) != token.EOF {
			return p.newError("SyntaxError", "invalid syntax", p.toks[i].Pos.Line, p.toks[i].Pos.Column+1, p.toks[i].Pos.Line, 0)
		}
	}
	return &SyntaxError{Kind: "SyntaxError", Msg: "invalid syntax"}
}
