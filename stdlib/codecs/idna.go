package codecs

import (
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

// Punycode (RFC 3492) and the names of hosts made with it (RFC 3490). What
// nameprep does beyond folding case is left out.

const (
	punyBase, punyTMin, punyTMax = 36, 1, 26
	punySkew, punyDamp           = 38, 700
	punyBias, punyFirst          = 72, 128
)

func punyAdapt(delta, n int, first bool) int {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / n
	k := 0
	for delta > (punyBase-punyTMin)*punyTMax/2 {
		delta /= punyBase - punyTMin
		k += punyBase
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

func punyThreshold(k, bias int) int { return min(max(k-bias, punyTMin), punyTMax) }

func punyEncode(s string) string {
	var out []byte
	var runes []rune
	for i := 0; i < len(s); {
		r, w := runtime.DecodeRune(s[i:])
		i += w
		runes = append(runes, r)
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	n, delta, bias := rune(punyFirst), 0, punyBias
	for done := basic; done < len(runes); n++ {
		next := rune(utf8.MaxRune)
		for _, r := range runes {
			if r >= n {
				next = min(next, r)
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := punyBase; ; k += punyBase {
				t := punyThreshold(k, bias)
				if q < t {
					break
				}
				out = append(out, digits[t+(q-t)%(punyBase-t)])
				q = (q - t) / (punyBase - t)
			}
			out = append(out, digits[q])
			bias = punyAdapt(delta, done+1, done == basic)
			delta = 0
			done++
		}
		delta++
	}
	return string(out)
}

// punyDecode decodes s; ok is false where it is no Punycode.
func punyDecode(s string) (text string, ok bool) {
	var out []rune
	rest := s
	if i := strings.LastIndexByte(s, '-'); i >= 0 {
		out = []rune(s[:i])
		rest = s[i+1:]
	}
	n, i, bias := punyFirst, 0, punyBias
	for j := 0; j < len(rest); {
		old, w := i, 1
		for k := punyBase; ; k += punyBase {
			if j == len(rest) {
				return "", false
			}
			c := rest[j] | 0x20
			j++
			d := 0
			switch {
			case c >= 'a' && c <= 'z':
				d = int(c - 'a')
			case rest[j-1] >= '0' && rest[j-1] <= '9':
				d = int(rest[j-1]-'0') + 26
			default:
				return "", false
			}
			if d > (1<<40)/w {
				return "", false
			}
			i += d * w
			t := punyThreshold(k, bias)
			if d < t {
				break
			}
			w *= punyBase - t
		}
		bias = punyAdapt(i-old, len(out)+1, old == 0)
		n += i / (len(out) + 1)
		i %= len(out) + 1
		if n > utf8.MaxRune {
			return "", false
		}
		out = append(out[:i], append([]rune{rune(n)}, out[i:]...)...)
		i++
	}
	return string(out), true
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func encodeIDNA(e *runtime.Encoder) error {
	s := e.Src.String()
	for _, dot := range []string{"\u3002", "\uff0e", "\uff61"} {
		s = strings.ReplaceAll(s, dot, ".")
	}
	if s == "" {
		return nil
	}
	labels := strings.Split(s, ".")
	if labels[len(labels)-1] == "" {
		labels = labels[:len(labels)-1]
		defer func() { e.Out = append(e.Out, '.') }()
	}
	for i, l := range labels {
		if !isASCII(l) {
			if l = runtime.TextCasefold(l); !isASCII(l) {
				l = "xn--" + punyEncode(l)
			}
		}
		if len(l) > 63 {
			return runtime.Errorf(runtime.UnicodeError, "label too long")
		}
		if l == "" {
			return runtime.Errorf(runtime.UnicodeError, "label empty or too long")
		}
		if i > 0 {
			e.Out = append(e.Out, '.')
		}
		e.Out = append(e.Out, l...)
	}
	return nil
}

func decodeIDNA(d *runtime.Decoder) error {
	if !d.Final {
		return nil
	}
	if !isASCII(d.In) {
		return runtime.Errorf(runtime.UnicodeError, "label is not ASCII")
	}
	for i, l := range strings.Split(d.In, ".") {
		if i > 0 {
			d.Out = append(d.Out, '.')
		}
		if rest, ok := strings.CutPrefix(strings.ToLower(l), "xn--"); ok {
			text, ok := punyDecode(rest)
			if !ok {
				return runtime.Errorf(runtime.UnicodeError, "Invalid character in label")
			}
			l = text
		}
		d.Out = append(d.Out, l...)
	}
	d.Pos = len(d.In)
	return nil
}

func decodePunycode(d *runtime.Decoder) error {
	if !d.Final {
		return nil
	}
	text, ok := punyDecode(d.In)
	if !ok {
		return runtime.Errorf(runtime.UnicodeError, "incomplete punicode string")
	}
	d.Out = append(d.Out, text...)
	d.Pos = len(d.In)
	return nil
}

func init() {
	runtime.RegisterCodec(&runtime.Codec{Name: "idna", Whole: encodeIDNA, Decode: decodeIDNA})
	runtime.RegisterCodec(&runtime.Codec{Name: "punycode", Decode: decodePunycode,
		Whole: func(e *runtime.Encoder) error {
			e.Out = append(e.Out, punyEncode(e.Src.String())...)
			return nil
		}})
}
