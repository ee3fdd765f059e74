package codecs

import (
	"unicode/utf8"

	"github.com/minipy/minipy/lang/charmap"
	"github.com/minipy/minipy/runtime"
)

const undefined = "character maps to <undefined>"

// registerCharmap makes the codec of a table.
func registerCharmap(c *charmap.Table) {
	first := c.First()
	runtime.RegisterCodec(&runtime.Codec{
		Name: c.Name, ErrName: "charmap", Reason: undefined, Runs: true,
		Rune: func(b []byte, r rune) ([]byte, bool) {
			if int(r) < first {
				return append(b, byte(r)), true
			}
			if r == charmap.None {
				return b, false
			}
			i := first
			for _, x := range c.Chars {
				if x == r {
					return append(b, byte(i)), true
				}
				i++
			}
			return b, false
		},
		Decode: func(d *runtime.Decoder) error { return decodeCharmap(d, c) },
	}, c.Aliases...)
}

func decodeCharmap(d *runtime.Decoder, c *charmap.Table) error {
	table := c.Runes()
	d.Out = make([]byte, 0, len(d.In)+len(d.In)/2)
	for d.Pos < len(d.In) {
		if err := d.Often(); err != nil {
			return err
		}
		r := table[d.In[d.Pos]]
		if r != charmap.None {
			d.Out = utf8.AppendRune(d.Out, r)
			d.Pos++
			continue
		}
		var err error
		if d.Pos, err = d.Fail(d.Pos, d.Pos+1, undefined); err != nil {
			return err
		}
	}
	return nil
}

func init() {
	for i := range charmap.Tables {
		registerCharmap(&charmap.Tables[i])
	}
}
