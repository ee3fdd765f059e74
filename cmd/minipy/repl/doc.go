// Package repl is the interactive session: the prompt, what is typed at it, and
// what is shown.
//
//	session.go    the loop: read, run, report
//	plain.go      reading without an editor: pipes, dumb terminals
//	editor.go     reading with github.com/chzyer/readline, and around it:
//	keys.go         what the terminal sends, one key at a time
//	edit.go         what keys do that readline has not got
//	recall.go       the history by keys, undo, what has been killed
//	aside.go        help, the history and the user's editor beside the line
//	screen.go       what is drawn (layout.go: where, width.go: how wide)
//	tty_*.go        the terminal's settings, signals
//	history.go      the file of earlier lines
//	complete.go   completion (context.go: of what, modules.go: of imports,
//	              subscript.go: of keys)
//	scan.go       Python text that is half typed; colours
//
// readline edits one line in memory: keys, history, search. It draws nothing
// here. Its own drawing takes each character for one column when it moves the
// cursor, loses rows of long lines and of narrow terminals, and knows neither
// pasted text nor lines of several rows. So the whole statement, all lines of
// it, is one line to readline, with line breaks inside, and the package draws.
//
// Raw mode is not left behind: the signals that would end the process while a
// line is edited are taken first (signalmod.Hold), os.abort, os._exit and os.exec*
// on a thread give the terminal back (stdlib's Console), and so does a panic in what
// runs on goroutines of the editor's or of readline's when it calls back. While a
// program runs the terminal is as it was. What is left are SIGKILL and what else
// Go hands to nobody (SIGILL, SIGTRAP, SIGSTKFLT, SIGSYS, the signals 32 to 34), a
// fatal error of Go's run time (out of memory, concurrent map writes) and a panic
// in readline's own lines between two calls to here. A child that waits for the end
// of its parent could give the terminal back; a second process for each session was
// found too much for that, since shells do it as well for what a signal has ended
// (stty sane otherwise).
//
// Measured on a pseudo-terminal (2 cores, Go 1.26): the first prompt 7 ms after
// the start; 10,000 names to complete 1.5 ms, as attributes 7, as keys 4.
// BenchmarkPaste, 1,000 lines until shown and run: a function between marks 17 ms,
// without marks 32, a class 26, 1,000 statements with a prompt each 74.
package repl
