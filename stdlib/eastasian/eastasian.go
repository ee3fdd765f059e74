// Package eastasian adds the East Asian encodings, by golang.org/x/text, which
// takes half a megabyte: stdlib/all has them, other programs import them. They
// follow the web's tables: gb2312 is read as gbk, shift_jis as cp932, euc_kr as
// cp949, a superset each.
package eastasian

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/transform"

	"github.com/minipy/minipy/runtime"
)

const illegal = "illegal multibyte sequence"

var multibyte = []struct {
	name    string
	enc     encoding.Encoding
	longest int // bytes of a character
	aliases []string
}{
	{"gb2312", simplifiedchinese.GBK, 2, []string{"chinese", "csiso58gb231280", "euc_cn", "euccn", "eucgb2312_cn", "gb2312_1980", "gb2312_80", "iso_ir_58", "x_mac_simp_chinese"}},
	{"gbk", simplifiedchinese.GBK, 2, []string{"936", "cp936", "ms936"}},
	{"gb18030", simplifiedchinese.GB18030, 4, []string{"gb18030_2000"}},
	{"big5", traditionalchinese.Big5, 2, []string{"big5_tw", "csbig5", "x_mac_trad_chinese"}},
	{"cp950", traditionalchinese.Big5, 2, []string{"950", "ms950"}},
	{"shift_jis", japanese.ShiftJIS, 2, []string{"csshiftjis", "s_jis", "shiftjis", "sjis", "x_mac_japanese"}},
	{"cp932", japanese.ShiftJIS, 2, []string{"932", "ms932", "ms_kanji", "mskanji"}},
	{"euc_jp", japanese.EUCJP, 3, []string{"eucjp", "u_jis", "ujis"}},
	{"euc_kr", korean.EUCKR, 2, []string{"euckr", "korean", "ks_c_5601", "ks_c_5601_1987", "ks_x_1001", "ksc5601", "ksx1001", "x_mac_korean"}},
	{"cp949", korean.EUCKR, 2, []string{"949", "ms949", "uhc"}},
}

// multiDecoder decodes character by character, to know where errors are.
func multiDecoder(enc encoding.Encoding, longest int) func(d *runtime.Decoder) error {
	return func(d *runtime.Decoder) error {
		tr := enc.NewDecoder().Transformer
		var buf [16]byte
		for d.Pos < len(d.In) {
			if err := d.Often(); err != nil {
				return err
			}
			i := d.Pos
			c := d.In[i]
			if c < utf8.RuneSelf {
				d.Out = append(d.Out, c)
				d.Pos++
				continue
			}
			r, n := multiChar(tr, buf[:], d.In[i:min(i+longest, len(d.In))])
			if n > 0 {
				d.Out = utf8.AppendRune(d.Out, r)
				d.Pos += n
				continue
			}
			var err error
			if len(d.In)-i < longest && !anyASCII(d.In[i+1:]) {
				if !d.Final {
					return nil
				}
				d.Pos, err = d.Fail(i, len(d.In), "incomplete multibyte sequence")
			} else {
				d.Pos, err = d.Fail(i, i+1, illegal)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
}

func anyASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < utf8.RuneSelf }) >= 0
}

// multiChar decodes the one character that s begins with; n is 0 if there is none.
func multiChar(tr transform.Transformer, buf []byte, s string) (r rune, n int) {
	for k := 1; k <= len(s); k++ {
		tr.Reset()
		nd, ns, err := tr.Transform(buf, []byte(s[:k]), true)
		if err != nil || ns != k {
			continue
		}
		r, w := utf8.DecodeRune(buf[:nd])
		if r != utf8.RuneError && w == nd {
			return r, k
		}
	}
	return 0, 0
}

func multiRune(enc encoding.Encoding) func(b []byte, r rune) ([]byte, bool) {
	return func(b []byte, r rune) ([]byte, bool) {
		if r < utf8.RuneSelf {
			return append(b, byte(r)), true
		}
		if r >= 0xD800 && r <= 0xDFFF {
			return b, false
		}
		s, err := enc.NewEncoder().String(string(r))
		return append(b, s...), err == nil
	}
}

// encodeISO2022 encodes runs of what can be encoded, since the shifts between
// character sets depend on what went before.
func encodeISO2022(e *runtime.Encoder) error {
	text := e.Src.String()
	if s, err := japanese.ISO2022JP.NewEncoder().String(text); err == nil {
		e.Out = append(e.Out, s...)
		return nil
	}
	start := 0
	flush := func(end int) error {
		s, err := japanese.ISO2022JP.NewEncoder().String(text[start:end])
		e.Out = append(e.Out, s...)
		return err
	}
	for i := 0; i < len(text); {
		r, w := runtime.DecodeRune(text[i:])
		if _, err := japanese.ISO2022JP.NewEncoder().String(string(r)); err == nil && (r < 0xD800 || r > 0xDFFF) {
			i += w
			continue
		}
		if err := flush(i); err != nil {
			return err
		}
		next, err := e.Fail(i, i+w, illegal)
		if err != nil {
			return err
		}
		i, start = next, next
	}
	return flush(len(text))
}

func decodeISO2022(d *runtime.Decoder) error {
	if !d.Final {
		return nil
	}
	s, err := japanese.ISO2022JP.NewDecoder().String(d.In)
	if i := strings.Index(s, "\ufffd"); err != nil || i >= 0 {
		at := min(max(i, 0), max(len(d.In)-1, 0))
		if _, err := d.Fail(at, len(d.In), illegal); err != nil {
			return err
		}
	}
	d.Out = append(d.Out, s...)
	d.Pos = len(d.In)
	return nil
}

func init() {
	for _, m := range multibyte {
		runtime.RegisterCodec(&runtime.Codec{Name: m.name, Reason: illegal, Rune: multiRune(m.enc),
			Decode: multiDecoder(m.enc, m.longest)}, m.aliases...)
	}
	runtime.RegisterCodec(&runtime.Codec{Name: "iso2022_jp", Reason: illegal, Whole: encodeISO2022, Decode: decodeISO2022},
		"csiso2022jp", "iso2022jp", "iso_2022_jp")
}
