package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/minipy/minipy/lang/check"
	"github.com/minipy/minipy/lang/grammar"
)

// checkFiles is `minipy check FILE...`: all the errors of syntax of all files,
// a line each, as editors and CI systems read them. The status is 1 if there
// is one, 2 if a file cannot be read.
func checkFiles(names []string) int {
	if len(names) > 0 && names[0] == "--" {
		names = names[1:]
	}
	if len(names) == 0 {
		fmt.Fprintln(os.Stderr, "usage: minipy check FILE...\nReports all syntax errors of the files (-: standard input) and runs nothing.\nA script named check is run by `minipy ./check'.")
		return 2
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	status := 0
	for _, name := range names {
		src, err := readSource(name)
		if err != nil {
			fmt.Fprintf(os.Stderr, "minipy: can't open file '%s': %s\n", name, errorText(err))
			status = 2
			continue
		}
		if name == "-" {
			name = "<stdin>"
		}
		for _, e := range check.Source(name, src) {
			fmt.Fprintln(out, place(e)+": "+e.Kind+": "+e.Msg)
			status = max(status, 1)
		}
	}
	return status
}

func readSource(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(name)
}

// place is file:line:column, as far as it is known.
func place(e *grammar.SyntaxError) string {
	switch {
	case e.Line <= 0:
		return e.Filename
	case e.Col <= 0:
		return fmt.Sprintf("%s:%d", e.Filename, e.Line)
	}
	return fmt.Sprintf("%s:%d:%d", e.Filename, e.Line, e.Col)
}
