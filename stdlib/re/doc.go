// Package re is the module _re: the patterns and matches behind the module re
// (pylib/re.py), and what they are made with, package regex.
//
// # Why a matcher of our own
//
// github.com/dlclark/regexp2 (MIT, alive, v1.12.0) was measured first, as the
// matcher behind a translation of Python's syntax. Counting all matches in 1 MB of
// ASCII text on 2 cores, CPython 3.11.7 beside it:
//
//	                            regexp2   CPython
//	[0-9A-Za-z_]+                 84 ms     27 ms
//	\w+                          140 ms     36 ms
//	[\w.+-]+@[\w-]+\.[\w.-]+     198 ms     33 ms
//	fox|dog|cat                   23 ms      9 ms
//
// so 0.2 to 0.4 of CPython's speed before any translation. Besides, it takes the
// whole text as []rune again at each call (a tokenizer that matches at one
// position after the other is then quadratic), cannot be stopped except by a
// time-out that is a clock of its own, has no place for bytes or lone surrogates,
// and differs in what a group holds after an empty turn of a loop and in which
// letters are equal in any case.
package re
