package main

import (
	"context"
	"strings"
	"testing"
)

func TestRender(t *testing.T) {
	data := map[string]any{"name": "ada lovelace", "lines": []any{
		map[string]any{"what": "difference engine", "qty": 2, "price": 1499.5},
		map[string]any{"what": "card", "qty": 300, "price": 0.1},
	}}
	want := `Invoice for Ada Lovelace
differenc… 2     1,499.50 EUR
card       300   0.10 EUR
Total: 3,029.00 EUR or 3,029.00 USD
`
	var b strings.Builder
	if err := Render(context.Background(), &b, filters, invoice, data); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

// TestErrors: exceptions of filters are errors of the template, with its place.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		`{{money "x"}}`:      "ValueError: Unknown format code 'f' for object of type 'str'",
		`{{money}}`:          "TypeError: money() missing 1 required positional argument: 'amount'",
		`{{total .nothing}}`: "TypeError: 'NoneType' object is not iterable",
	} {
		err := Render(context.Background(), &strings.Builder{}, filters, text, map[string]any{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "page:1") {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
