package lexer

import (
	"unicode"
	"unicode/utf8"

	plex "github.com/alecthomas/participle/v2/lexer"

	"github.com/minipy/minipy/lang/token"
)

type charClass uint8

const (
	cOperator charClass = iota
	cName
	cDigit
	cQuote
	cNewline
	cHash
	cBackslash
	cDot
	cBad
)

// class and identPart are built once and only read.
var class, identPart = func() (class [256]charClass, part [256]bool) {
	for c := range class {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			class[c], part[c] = cName, true
		case c >= 0x80:
			class[c] = cName
		case c >= '0' && c <= '9':
			class[c], part[c] = cDigit, true
		case c < ' ' || c == 0x7f:
			class[c] = cBad
		}
	}
	class['"'], class['\''] = cQuote, cQuote
	class['\n'], class['#'], class['\\'], class['.'] = cNewline, cHash, cBackslash, cDot
	return
}()

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// match returns the longest operator that s, which is not empty, begins with.
func match(s string) (token.Kind, int) {
	var c1, c2 byte
	if len(s) > 1 {
		c1 = s[1]
	}
	if len(s) > 2 {
		c2 = s[2]
	}
	// with, doubled and assigned: op=, opop, opop=
	pick := func(one, eq, two, twoEq token.Kind) (token.Kind, int) {
		switch {
		case c1 == '=' && eq != 0:
			return eq, 2
		case c1 == s[0] && two != 0:
			if c2 == '=' && twoEq != 0 {
				return twoEq, 3
			}
			return two, 2
		}
		return one, 1
	}
	switch s[0] {
	case '(':
		return token.LParen, 1
	case ')':
		return token.RParen, 1
	case '[':
		return token.LBracket, 1
	case ']':
		return token.RBracket, 1
	case '{':
		return token.LBrace, 1
	case '}':
		return token.RBrace, 1
	case ',':
		return token.Comma, 1
	case ';':
		return token.Semi, 1
	case '~':
		return token.Tilde, 1
	case ':':
		return pick(token.Colon, token.Walrus, 0, 0)
	case '.':
		if c1 == '.' && c2 == '.' {
			return token.Ellipsis, 3
		}
		return token.Dot, 1
	case '=':
		return pick(token.Equal, token.EqEqual, 0, 0)
	case '+':
		return pick(token.Plus, token.PlusEqual, 0, 0)
	case '-':
		if c1 == '>' {
			return token.Arrow, 2
		}
		return pick(token.Minus, token.MinusEqual, 0, 0)
	case '*':
		return pick(token.Star, token.StarEqual, token.DoubleStar, token.DoubleStarEqual)
	case '/':
		return pick(token.Slash, token.SlashEqual, token.DoubleSlash, token.DoubleSlashEqual)
	case '%':
		return pick(token.Percent, token.PercentEqual, 0, 0)
	case '@':
		return pick(token.At, token.AtEqual, 0, 0)
	case '|':
		return pick(token.VBar, token.VBarEqual, 0, 0)
	case '&':
		return pick(token.Amper, token.AmperEqual, 0, 0)
	case '^':
		return pick(token.Caret, token.CaretEqual, 0, 0)
	case '<':
		if c1 == '>' {
			return token.Diamond, 2
		}
		return pick(token.Less, token.LessEqual, token.LeftShift, token.LeftShiftEqual)
	case '>':
		return pick(token.Greater, token.GreaterEqual, token.RightShift, token.RightShiftEqual)
	case '!':
		if c1 == '=' {
			return token.NotEqual, 2
		}
	}
	return token.Unknown, 1
}

// unicodeName reads a name with characters beyond ASCII. Making it NFKC is left to the parser, for the token's length
// is that of the text.
func (l *Lexer) unicodeName(start int) plex.Token {
	src := l.src
	i := start
	for i < len(src) && (identPart[src[i]] || src[i] >= 0x80) {
		i++
	}
	for j := start; j < i; {
		r, n := utf8.DecodeRuneInString(src[j:i])
		if j == start && !IsIDStart(r) || j > start && !IsIDContinue(r) {
			l.pos = j + n
			if Printable(r) {
				l.syntaxf("invalid character '%c' (U+%04X)", r, r)
			} else {
				l.syntaxf("invalid non-printable character U+%04X", r)
			}
			return plex.Token{}
		}
		j += n
	}
	l.pos = i
	return l.tok(token.Name, start)
}

// IsIDStart tells whether an identifier may begin with r (Unicode's XID_Start and the underscore).
func IsIDStart(r rune) bool {
	if r < 0x80 {
		return identPart[r] && !isDigit(byte(r))
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) && !notXID(r, true)
}

// IsIDContinue tells whether r may stand inside an identifier (XID_Continue).
func IsIDContinue(r rune) bool {
	if r < 0x80 {
		return identPart[r]
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
		unicode.Other_ID_Start, unicode.Other_ID_Continue) && !notXID(r, false)
}

// notXID tells the few characters that ID_Start and ID_Continue have and XID_Start and XID_Continue, closed under
// NFKC, have not.
func notXID(r rune, start bool) bool {
	switch {
	case r == 0x037a, r == 0x2e2f, r >= 0xfc5e && r <= 0xfc63, r == 0xfdfa, r == 0xfdfb, r == 0xfe70, r == 0xfe72,
		r == 0xfe74, r == 0xfe76, r == 0xfe78, r == 0xfe7a, r == 0xfe7c, r == 0xfe7e:
		return true
	case start:
		return r == 0x0e33 || r == 0x0eb3 || r == 0xff9e || r == 0xff9f
	}
	return false
}

// Printable tells what str.isprintable says of r.
func Printable(r rune) bool { return unicode.IsPrint(r) }
