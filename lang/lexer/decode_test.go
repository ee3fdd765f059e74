package lexer

import "testing"

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		src  string
		from Origin
		want string // the text, or with a ! in front the error
	}{
		{"x\r\ny\rz\n", Origin{}, "x\ny\nz\n"},
		{"\xef\xbb\xbfx", Origin{}, "x"},
		{"\xef\xbb\xbfx", Origin{Unicode: true}, "\ufeffx"},
		{"# coding: latin-1\n\xe9", Origin{}, "# coding: latin-1\né"},
		{"#!x\n# -*- coding: iso_8859_1 -*-\n\xe9", Origin{}, "#!x\n# -*- coding: iso_8859_1 -*-\né"},
		{"x\n# coding: latin-1\n\xe9", Origin{}, "!(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data"},
		{"# coding: ascii\n\xe9", Origin{}, "!'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)"},
		{"# coding: ascii\n\xe9", Origin{File: true}, "!encoding problem: ascii"},
		{"# coding: nonsense\n", Origin{}, "!unknown encoding: nonsense"},
		{"# coding: nonsense\n", Origin{File: true}, "!encoding problem: nonsense"},
		{"# coding: nonsense\nx", Origin{Unicode: true}, "# coding: nonsense\nx"},
		{"\xef\xbb\xbf# coding: latin-1\n", Origin{}, "!encoding problem: iso-8859-1 with BOM"},
		{"\n\"\xff\"", Origin{File: true, Filename: "a.py"}, "!Non-UTF-8 code starting with '\\xff' in file a.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"# coding: koi8-r\n\xc1", Origin{}, "# coding: koi8-r\nа"},
		{"# coding: cp1252\n\x81", Origin{}, "!'charmap' codec can't decode byte 0x81 in position 17: character maps to <undefined>"},
		{"\xef\xbb\xbf# coding: utf8\n", Origin{}, "!encoding problem: utf8 with BOM"},
		{"a\x00b", Origin{}, "!source code string cannot contain null bytes"},
		{"a\x00b", Origin{File: true}, "!source code cannot contain null bytes"},
	} {
		text, err := Decode([]byte(c.src), c.from)
		got := text.String
		if err != nil {
			got = "!" + err.Msg
		}
		if got != c.want {
			t.Errorf("%q %+v: got %q, want %q", c.src, c.from, got, c.want)
		}
	}
}
