package grammar

import (
	"strings"
	"sync"

	"github.com/minipy/minipy/lang/token"
)

// rule is one rule of the text in rules.go.
type rule struct {
	name  string
	index int
	memo  bool // remember results whether or not bad rules are tried
	alts  []*alternative
}

type alternative struct {
	items  []*item
	result result
}

// result says what an alternative yields.
type result struct {
	verb string // "", "node", "name", or what reports: at, range, from, here, block, target, do
	kind string // of the node, of the target, of what is to be done
	a, b int    // items that are named a and b, -1 if none
	msg  string
}

type itemOp uint8

const (
	opToken   itemOp = iota // a token of a kind
	opWord                  // a soft keyword
	opRule                  // a rule
	opBad                   // a rule that reports errors
	opBuiltin               // PRIMARY and others, in Go
	opGroup                 // alternatives
	opOpt
	opStar
	opPlus
	opSep // one or more of sub, separated by sep
	opAnd
	opNot
	opForced
	opCut
)

type item struct {
	op   itemOp
	kind token.Kind
	text string
	rule *rule
	sub  *item
	sep  *item
	alts []*alternative
	name string
}

// ruleset reads the rules when the first error is to be explained; afterwards they are only read.
var ruleset = sync.OnceValue(func() map[string]*rule {
	r := &ruleReader{words: splitRules(rules), rules: map[string]*rule{}, symbols: token.Symbols()}
	for r.at < len(r.words) {
		r.rule()
	}
	return r.rules
})

type ruleReader struct {
	words   []string
	at      int
	rules   map[string]*rule
	symbols map[string]token.Kind
}

// splitRules cuts the text into names, quoted strings and marks.
func splitRules(s string) []string {
	var words []string
	for i := 0; i < len(s); {
		c := s[i]
		j := i + 1
		switch {
		case c == ' ' || c == '\n':
			i++
			continue
		case c == '\'':
			j = i + 1 + strings.IndexByte(s[i+1:], '\'') + 1
		case c == '"':
			for s[j] != '"' || s[j-1] == '\\' {
				j++
			}
			j++
		case c == '&' && s[j] == '&', c == '-' && s[j] == '>':
			j++
		case isWord(c):
			for isWord(s[j]) {
				j++
			}
		}
		words = append(words, s[i:j])
		i = j
	}
	return words
}

func isWord(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func (r *ruleReader) peek() string {
	if r.at < len(r.words) {
		return r.words[r.at]
	}
	return ""
}

func (r *ruleReader) take() string {
	w := r.peek()
	r.at++
	return w
}

func (r *ruleReader) accept(w string) bool {
	if r.peek() == w {
		r.at++
		return true
	}
	return false
}

func (r *ruleReader) get(name string) *rule {
	x := r.rules[name]
	if x == nil {
		x = &rule{name: name, index: len(r.rules)}
		r.rules[name] = x
	}
	return x
}

func (r *ruleReader) rule() {
	memo := r.accept("@")
	x := r.get(r.take())
	x.memo = memo
	r.accept("=")
	x.alts = r.alternatives(";")
}

func (r *ruleReader) alternatives(end string) []*alternative {
	alts := []*alternative{r.alternative(end)}
	for r.accept("|") {
		alts = append(alts, r.alternative(end))
	}
	r.accept(end)
	return alts
}

func (r *ruleReader) alternative(end string) *alternative {
	a := &alternative{result: result{a: -1, b: -1}}
	for r.at < len(r.words) && r.peek() != "|" && r.peek() != end && r.peek() != "->" {
		it := r.item()
		switch it.name {
		case "a":
			a.result.a = len(a.items)
		case "b":
			a.result.b = len(a.items)
		}
		a.items = append(a.items, it)
	}
	if r.accept("->") {
		r.result(&a.result)
	}
	return a
}

func (r *ruleReader) result(res *result) {
	w := r.take()
	switch w {
	case "a":
		res.verb = "name"
		return
	case "at", "range", "from", "here", "block":
		res.verb = w
		for r.peek() == "a" || r.peek() == "b" {
			r.at++
		}
		res.msg = strings.ReplaceAll(strings.Trim(r.take(), `"`), `\"`, `"`)
		if strings.HasSuffix(res.msg, `\`) {
			res.msg = res.msg[:len(res.msg)-1] + `"`
		}
	case "target":
		res.verb, res.kind = w, r.take()
		r.at++ // a
	case "do":
		res.verb, res.kind = w, r.take()
	default:
		res.verb, res.kind = "node", w
	}
}

// item reads one item with its name, prefix and suffixes.
func (r *ruleReader) item() *item {
	w := r.take()
	switch w {
	case "&", "!", "&&":
		op := map[string]itemOp{"&": opAnd, "!": opNot, "&&": opForced}[w]
		return &item{op: op, sub: r.item()}
	case "~":
		return &item{op: opCut}
	case "?":
		return &item{op: opBad, rule: r.get(r.take())}
	}
	if r.peek() == ":" {
		r.at++
		it := r.item()
		it.name = w
		return it
	}
	it := r.atom(w)
	for {
		switch r.peek() {
		case "?":
			if next := r.words[r.at+1]; strings.HasPrefix(next, "bad_") {
				return it
			}
			r.at++
			it = &item{op: opOpt, sub: it}
		case "*":
			r.at++
			it = &item{op: opStar, sub: it}
		case "+":
			r.at++
			it = &item{op: opPlus, sub: it}
		case "%":
			r.at++
			it = &item{op: opSep, sub: it, sep: r.atom(r.take())}
		default:
			return it
		}
	}
}

func (r *ruleReader) atom(w string) *item {
	switch {
	case w == "(":
		return &item{op: opGroup, alts: r.alternatives(")")}
	case w[0] == '\'':
		return &item{op: opToken, kind: r.symbols[strings.Trim(w, "'")], text: strings.Trim(w, "'")}
	case w[0] == '"':
		return &item{op: opWord, text: strings.Trim(w, `"`)}
	case strings.ToUpper(w) == w:
		kinds := map[string]token.Kind{"NAME": token.Name, "NUMBER": token.Number, "STRING": token.String,
			"NEWLINE": token.Newline, "INDENT": token.Indent, "DEDENT": token.Dedent, "EOF": token.EOF}
		if k, ok := kinds[w]; ok {
			return &item{op: opToken, kind: k}
		}
		return &item{op: opBuiltin, text: w}
	}
	return &item{op: opRule, rule: r.get(w)}
}
