package lexer

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// nameTable maps the names of all characters to the characters. It is built at the first \N{...}: 40 ms, 5 MB.
var nameTable = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 36000)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0xac00 || r == 0x3400 || r == 0x4e00 || r == 0xd800 || r == 0xe000 || r == 0x17000 || r == 0x20000 || r == 0xf0000 {
			r = skipAlgorithmic(r)
		}
		if name := runenames.Name(r); name != "" && name[0] != '<' {
			m[name] = r
		}
	}
	for name, r := range controlNames {
		m[name] = r
	}
	return m
})

// skipAlgorithmic returns the first character after a block whose names are computed.
func skipAlgorithmic(r rune) rune {
	switch r {
	case 0xac00:
		return 0xd7a4
	case 0x3400:
		return 0x4dc0
	case 0x4e00:
		return 0xa000
	case 0xd800, 0xe000:
		return 0xf900
	case 0x17000:
		return 0x187f8
	case 0x20000:
		return 0x2f800
	}
	return unicode.MaxRune
}

// controlNames are the aliases that Unicode gives to control characters and a few others with a well-known short name.
var controlNames = map[string]rune{
	"NULL": 0, "NUL": 0, "START OF HEADING": 1, "SOH": 1, "START OF TEXT": 2, "STX": 2, "END OF TEXT": 3, "ETX": 3,
	"END OF TRANSMISSION": 4, "EOT": 4, "ENQUIRY": 5, "ENQ": 5, "ACKNOWLEDGE": 6, "ACK": 6, "ALERT": 7, "BEL": 7,
	"BACKSPACE": 8, "BS": 8, "CHARACTER TABULATION": 9, "HORIZONTAL TABULATION": 9, "HT": 9, "TAB": 9,
	"LINE FEED": 10, "NEW LINE": 10, "END OF LINE": 10, "LF": 10, "NL": 10, "EOL": 10,
	"LINE TABULATION": 11, "VERTICAL TABULATION": 11, "VT": 11, "FORM FEED": 12, "FF": 12,
	"CARRIAGE RETURN": 13, "CR": 13, "SHIFT OUT": 14, "LOCKING-SHIFT ONE": 14, "SO": 14,
	"SHIFT IN": 15, "LOCKING-SHIFT ZERO": 15, "SI": 15, "DATA LINK ESCAPE": 16, "DLE": 16,
	"DEVICE CONTROL ONE": 17, "DC1": 17, "DEVICE CONTROL TWO": 18, "DC2": 18, "DEVICE CONTROL THREE": 19, "DC3": 19,
	"DEVICE CONTROL FOUR": 20, "DC4": 20, "NEGATIVE ACKNOWLEDGE": 21, "NAK": 21, "SYNCHRONOUS IDLE": 22, "SYN": 22,
	"END OF TRANSMISSION BLOCK": 23, "ETB": 23, "CANCEL": 24, "CAN": 24, "END OF MEDIUM": 25, "EOM": 25,
	"SUBSTITUTE": 26, "SUB": 26, "ESCAPE": 27, "ESC": 27, "INFORMATION SEPARATOR FOUR": 28, "FILE SEPARATOR": 28,
	"FS": 28, "INFORMATION SEPARATOR THREE": 29, "GROUP SEPARATOR": 29, "GS": 29, "INFORMATION SEPARATOR TWO": 30,
	"RECORD SEPARATOR": 30, "RS": 30, "INFORMATION SEPARATOR ONE": 31, "UNIT SEPARATOR": 31, "US": 31, "SP": 32,
	"DELETE": 127, "DEL": 127, "PADDING CHARACTER": 128, "PAD": 128, "HIGH OCTET PRESET": 129, "HOP": 129,
	"BREAK PERMITTED HERE": 130, "BPH": 130, "NO BREAK HERE": 131, "NBH": 131, "INDEX": 132, "IND": 132,
	"NEXT LINE": 133, "NEL": 133, "START OF SELECTED AREA": 134, "SSA": 134, "END OF SELECTED AREA": 135, "ESA": 135,
	"CHARACTER TABULATION SET": 136, "HORIZONTAL TABULATION SET": 136, "HTS": 136, "CONTROL SEQUENCE INTRODUCER": 155,
	"CSI": 155, "STRING TERMINATOR": 156, "ST": 156, "OPERATING SYSTEM COMMAND": 157, "OSC": 157,
	"PRIVACY MESSAGE": 158, "PM": 158, "APPLICATION PROGRAM COMMAND": 159, "APC": 159,
	"NBSP": 0xa0, "SHY": 0xad, "CGJ": 0x34f, "ALM": 0x61c, "ZWSP": 0x200b, "ZWNJ": 0x200c, "ZWJ": 0x200d, "LRM": 0x200e,
	"RLM": 0x200f, "LRE": 0x202a, "RLE": 0x202b, "PDF": 0x202c, "LRO": 0x202d, "RLO": 0x202e, "NNBSP": 0x202f,
	"MMSP": 0x205f, "WJ": 0x2060, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
	"BYTE ORDER MARK": 0xfeff, "BOM": 0xfeff, "ZWNBSP": 0xfeff,
}

// hangul are the short names that make up the name of a Hangul syllable: lead, vowel, tail.
var hangul = [3][]string{
	strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " "),
	strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " "),
	strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " "),
}

// RuneByName finds a character by its Unicode name or alias, in any case, as \N{...} and unicodedata.lookup do.
func RuneByName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if rest, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		v, err := strconv.ParseUint(rest, 16, 32)
		r := rune(v)
		if err != nil || fmt.Sprintf("%X", v) != rest || !unicode.Is(unicode.Unified_Ideograph, r) {
			return 0, false
		}
		return r, true
	}
	if rest, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangulByName(rest)
	}
	r, ok := nameTable()[name]
	return r, ok
}

func hangulByName(name string) (rune, bool) {
	for l, lead := range hangul[0] {
		rest, ok := strings.CutPrefix(name, lead)
		if !ok {
			continue
		}
		for v, vowel := range hangul[1] {
			tail, ok := strings.CutPrefix(rest, vowel)
			if !ok {
				continue
			}
			for t, last := range hangul[2] {
				if tail == last {
					return rune(0xac00 + (l*21+v)*28 + t), true
				}
			}
		}
	}
	return 0, false
}
