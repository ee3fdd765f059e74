package runtime

import (
	"strings"
	"unicode/utf8"
)

// UTF-7 (RFC 2152): ASCII as it stands, the rest as base64 of UTF-16 between
// '+' and '-'.

const base64Chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func utf7Direct(r rune) bool {
	return r < utf8.RuneSelf && r != '+' && r != '\\' && r != '~' && (r > ' ' && r < 0x7f || r == ' ' || r == '\t' || r == '\n' || r == '\r')
}

func encodeUTF7(e *Encoder) error {
	s := e.Src.s
	in := false
	var acc uint32
	n := 0 // bits in acc
	put := func(u uint16) {
		acc = acc<<16 | uint32(u)
		for n += 16; n >= 6; {
			n -= 6
			e.Out = append(e.Out, base64Chars[acc>>n&63])
		}
		acc &= 1<<n - 1
	}
	leave := func() {
		if n > 0 {
			e.Out = append(e.Out, base64Chars[acc<<(6-n)&63])
			acc, n = 0, 0
		}
		in = false
	}
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		i += w
		if utf7Direct(r) {
			if in {
				leave()
				if r == '-' || strings.IndexByte(base64Chars, byte(r)) >= 0 {
					e.Out = append(e.Out, '-')
				}
			}
			e.Out = append(e.Out, byte(r))
			continue
		}
		if !in {
			if r == '+' {
				e.Out = append(e.Out, '+', '-')
				continue
			}
			e.Out = append(e.Out, '+')
			in = true
		}
		if r > 0xFFFF {
			r -= 0x10000
			put(uint16(0xD800 + r>>10))
			r = 0xDC00 + r&0x3FF
		}
		put(uint16(r))
	}
	if in {
		leave()
		e.Out = append(e.Out, '-')
	}
	return nil
}

// decodeUTF7 takes whole shift sequences: one that is cut off is left, unless
// no more is to come.
func decodeUTF7(d *Decoder) error {
	for d.Pos < len(d.In) {
		if err := d.often(); err != nil {
			return err
		}
		i := d.Pos
		c := d.In[i]
		var err error
		switch {
		case c == '+':
			if err = d.shifted(i); err == nil && d.Pos == i {
				return nil
			}
		case c >= utf8.RuneSelf:
			d.Pos, err = d.Fail(i, i+1, "unexpected special character")
		default:
			d.Out = append(d.Out, c)
			d.Pos++
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// shifted decodes the shift sequence at i.
func (d *Decoder) shifted(i int) (err error) {
	s := d.In
	j := i + 1
	for j < len(s) && strings.IndexByte(base64Chars, s[j]) >= 0 {
		j++
	}
	if j == len(s) && !d.Final {
		return nil
	}
	if j == i+1 {
		switch {
		case j == len(s):
			d.Pos = j
		case s[j] == '-':
			d.Out = append(d.Out, '+')
			d.Pos = j + 1
		default:
			d.Pos, err = d.Fail(i, j+1, "ill-formed sequence")
		}
		return err
	}
	var acc uint32
	n := 0
	var high rune
	for k := i + 1; k < j; k++ {
		acc = acc<<6 | uint32(strings.IndexByte(base64Chars, s[k]))
		if n += 6; n < 16 {
			continue
		}
		n -= 16
		u := rune(acc >> n)
		acc &= 1<<n - 1
		if high != 0 && u >= 0xDC00 && u <= 0xDFFF {
			d.Out = utf8.AppendRune(d.Out[:len(d.Out)-3], 0x10000+(high-0xD800)<<10+(u-0xDC00))
			high = 0
			continue
		}
		d.Out = AppendRune(d.Out, u)
		high = 0
		if u >= 0xD800 && u < 0xDC00 {
			high = u
		}
	}
	reason := ""
	switch {
	case n < 6 && acc == 0 && (high == 0 || j < len(s)):
	case j == len(s):
		reason = "unterminated shift sequence"
	case n >= 6:
		reason = "partial character in shift sequence"
	default:
		reason = "non-zero padding bits in shift sequence"
	}
	if reason != "" {
		if high != 0 { // half of a pair is not kept
			d.Out = d.Out[:len(d.Out)-3]
		}
		d.Pos, err = d.Fail(i, min(j+1, len(s)), reason)
	} else if d.Pos = j; j < len(s) && s[j] == '-' {
		d.Pos++
	}
	return err
}

func init() {
	RegisterCodec(&Codec{Name: "utf-7", ErrName: "utf7", Whole: encodeUTF7, Decode: decodeUTF7}, "u7", "utf7", "unicode_1_1_utf_7")
}
