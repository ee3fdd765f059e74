package runtime

import (
	"math"
	"strconv"
	"strings"
)

// FloatFlags change how FormatFloatCode writes.
type FloatFlags uint8

const (
	FloatAlt     FloatFlags = 1 << iota // '#': keep the point and trailing zeros
	FloatAddDot0                        // end whole numbers in ".0"
	FloatNoNeg0                         // what rounds to -0 is written as 0
	FloatSign                           // '+' before what has no '-'
)

// FormatFloatCode writes f as C's printf does by code (one of e E f F g G),
// or, by code 'r', as repr does (prec counts for nothing then). Infinities and
// NaN are inf and nan, in capitals for a capital code.
func FormatFloatCode(f float64, code byte, prec int, flags FloatFlags) string {
	upper := code == 'E' || code == 'F' || code == 'G'
	var s string
	switch {
	case math.IsInf(f, 1):
		s = "inf"
	case math.IsInf(f, -1):
		s = "-inf"
	case f != f:
		s = "nan"
	default:
		s = finiteText(f, code|0x20, prec, flags)
		if flags&FloatNoNeg0 != 0 && s[0] == '-' && isZeroText(s[1:]) {
			s = s[1:]
		}
	}
	if flags&FloatSign != 0 && s[0] != '-' {
		s = "+" + s
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s
}

// isZeroText says that a formatted number has no digit but 0 before its exponent.
func isZeroText(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == 'e' {
			return true
		}
		if s[i] != '0' && s[i] != '.' {
			return false
		}
	}
	return true
}

func finiteText(f float64, code byte, prec int, flags FloatFlags) string {
	switch code {
	case 'r':
		s := FloatRepr(f)
		if flags&FloatAddDot0 == 0 {
			s = strings.TrimSuffix(s, ".0")
		}
		if flags&FloatAlt != 0 {
			s = withPoint(s)
		}
		return s
	case 'f', 'e':
		s := strconv.FormatFloat(f, code, prec, 64)
		if flags&FloatAlt != 0 {
			s = withPoint(s)
		}
		return s
	}
	return generalText(f, max(prec, 1), flags)
}

// withPoint puts a point behind the whole part if there is none.
func withPoint(s string) string {
	if strings.IndexByte(s, '.') >= 0 {
		return s
	}
	if i := strings.IndexByte(s, 'e'); i >= 0 {
		return s[:i] + "." + s[i:]
	}
	return s + "."
}

// generalText is the g code: prec digits, with an exponent where that is shorter.
func generalText(f float64, prec int, flags FloatFlags) string {
	s := strconv.FormatFloat(f, 'e', prec-1, 64)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	e := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[e+1:])
	digits := s[:1]
	if e > 2 {
		digits += s[2:e]
	}
	alt := flags&FloatAlt != 0
	if !alt {
		digits = strings.TrimRight(digits, "0")
		if digits == "" {
			digits = "0"
		}
	}
	limit := prec
	if flags&FloatAddDot0 != 0 {
		limit--
	}
	decpt := exp + 1
	if decpt <= -4 || decpt > limit {
		m := digits[:1]
		if len(digits) > 1 || alt {
			m += "." + digits[1:]
		}
		return sign + m + s[e:]
	}
	switch {
	case decpt <= 0:
		s = "0." + strings.Repeat("0", -decpt) + digits
		if digits == "0" && !alt {
			s = "0"
		}
	case decpt >= len(digits):
		s = digits + strings.Repeat("0", decpt-len(digits))
		if alt {
			s += "."
		}
	default:
		s = digits[:decpt] + "." + digits[decpt:]
	}
	if flags&FloatAddDot0 != 0 {
		if strings.IndexByte(s, '.') < 0 {
			s += ".0"
		} else if s[len(s)-1] == '.' {
			s += "0"
		}
	}
	return sign + s
}
