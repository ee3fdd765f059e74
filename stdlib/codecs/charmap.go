package codecs

import (
	"unicode/utf8"

	"github.com/minipy/minipy/runtime"
)

//go:generate python3 gen_charmaps.py

// A charmap is an encoding of one byte a character.
type charmap struct {
	name    string
	aliases []string
	chars   string
}

const (
	noChar    = '\ufffe'
	undefined = "character maps to <undefined>"
)

// register makes the codec; the tables are read as they stand, so that a
// program pays only for the codec it uses.
func (c *charmap) register() {
	ascii := utf8.RuneCountInString(c.chars) == 128
	first := 0
	if ascii {
		first = 128
	}
	runtime.RegisterCodec(&runtime.Codec{
		Name: c.name, ErrName: "charmap", Reason: undefined, Runs: true,
		Rune: func(b []byte, r rune) ([]byte, bool) {
			if ascii && r < 128 {
				return append(b, byte(r)), true
			}
			if r == noChar {
				return b, false
			}
			i := first
			for _, x := range c.chars {
				if x == r {
					return append(b, byte(i)), true
				}
				i++
			}
			return b, false
		},
		Decode: func(d *runtime.Decoder) error { return c.decode(d, first) },
	}, c.aliases...)
}

func (c *charmap) decode(d *runtime.Decoder, first int) error {
	var table [256]rune
	i := first
	for j := range first {
		table[j] = rune(j)
	}
	for _, r := range c.chars {
		table[i] = r
		i++
	}
	d.Out = make([]byte, 0, len(d.In)+len(d.In)/2)
	for d.Pos < len(d.In) {
		r := table[d.In[d.Pos]]
		if r != noChar {
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
	for i := range charmaps {
		charmaps[i].register()
	}
}
