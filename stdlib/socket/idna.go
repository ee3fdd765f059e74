//go:build linux

package socket

import (
	"strings"

	"github.com/minipy/minipy/lang/normal"
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/text/cases"
)

// Host names in other scripts, by RFC 3490: each label is folded and
// normalised (RFC 3491), and what is not ASCII then is written in Punycode.

func idnaError(text string) error {
	return rt.Errorf(rt.UnicodeError, "encoding with 'idna' codec failed (UnicodeError: %s)", text)
}

// idna makes a host name of text that the resolver takes.
func idna(s *rt.Str) (string, error) {
	parts := strings.Split(dots.Replace(s.String()), ".")
	ascii := s.IsASCII()
	for i, l := range parts {
		if !ascii {
			if l == "" && i == len(parts)-1 {
				continue
			}
			var err error
			if l, err = asciiLabel(l); err != nil {
				return "", err
			}
			parts[i] = l
		}
		switch {
		case ascii && i == len(parts)-1 && len(l) >= 64:
			return "", idnaError("label too long")
		case (!ascii || i < len(parts)-1) && (l == "" || len(l) >= 64):
			return "", idnaError("label empty or too long")
		}
	}
	return strings.Join(parts, "."), nil
}

// dots are the full stops that separate labels.
var dots = strings.NewReplacer("\u3002", ".", "\uff0e", ".", "\uff61", ".")

// ignored are the characters that a label loses.
var ignored = strings.NewReplacer("\u00ad", "", "\u034f", "", "\u1806", "", "\u180b", "", "\u180c", "", "\u180d", "",
	"\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufe0f", "", "\ufeff", "")

func asciiLabel(l string) (string, error) {
	l = normal.NFKC(cases.Fold().String(normal.NFKC(ignored.Replace(l))))
	if strings.IndexFunc(l, func(r rune) bool { return r >= 0x80 }) < 0 {
		return l, nil
	}
	if strings.HasPrefix(l, "xn--") {
		return "", idnaError("Label starts with ACE prefix")
	}
	return "xn--" + punycode([]rune(l)), nil
}

// punycode is RFC 3492's encoding.
func punycode(in []rune) string {
	const base, tmin, tmax, skew, damp, firstBias = 36, 1, 26, 38, 700, 72
	var out []byte
	for _, r := range in {
		if r < 0x80 {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(0x80), 0, firstBias
	for done := basic; done < len(in); {
		next := rune(0x7fffffff)
		for _, r := range in {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range in {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tmin), tmax)
				if q < t {
					break
				}
				out = append(out, digit(t+(q-t)%(base-t)))
				q = (q - t) / (base - t)
			}
			out = append(out, digit(q))
			// the bias follows how large the last step was
			if done == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			done++
			delta += delta / done
			k := 0
			for ; delta > (base-tmin)*tmax/2; k += base {
				delta /= base - tmin
			}
			bias = k + (base-tmin+1)*delta/(delta+skew)
			delta = 0
		}
		delta++
		n++
	}
	return string(out)
}

func digit(d int) byte {
	if d < 26 {
		return 'a' + byte(d)
	}
	return '0' + byte(d-26)
}
