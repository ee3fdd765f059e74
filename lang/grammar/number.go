package grammar

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/minipy/minipy/lang/lexer"
)

// number returns the value of the current token.
func (p *parser) number() any {
	s := p.toks[p.i].Value
	if len(s) < 18 {
		v := int64(0)
		i := 0
		for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
			v = v*10 + int64(s[i]-'0')
		}
		if i == len(s) {
			return v
		}
	}
	if strings.IndexByte(s, '_') >= 0 {
		s = strings.ReplaceAll(s, "_", "")
	}
	base := 10
	if len(s) > 1 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
	}
	if base == 10 {
		if s[len(s)-1]|0x20 == 'j' {
			f, _ := strconv.ParseFloat(s[:len(s)-1], 64)
			return complex(0, f)
		}
		if strings.ContainsAny(s, ".eE") {
			f, _ := strconv.ParseFloat(s, 64) // out of range gives the infinity that CPython has too
			return f
		}
	} else {
		s = s[2:]
	}
	if v, err := strconv.ParseInt(s, base, 64); err == nil {
		return v
	}
	if limit := p.opts.intDigits(); base == 10 && limit > 0 && len(s) > limit {
		p.abort(p.digitsError(len(s), limit))
		return int64(0)
	}
	v, ok := new(big.Int).SetString(s, base)
	if !ok {
		p.fail()
		return int64(0)
	}
	return v
}

func (p *parser) digitsError(digits, limit int) *SyntaxError {
	t := &p.toks[p.i]
	return p.newError("SyntaxError", fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
		"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid "+
		"decimal conversion limits.", limit, digits), t.Pos.Line, 0, t.Pos.Line, 0)
}

func (p *parser) warn(category, msg string, line int) {
	p.warnings = append(p.warnings, lexer.Warning{Category: category, Msg: msg, Line: line})
}
