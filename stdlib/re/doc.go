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
//
// The matcher here, through the module re, on the same text on a busy machine
// (CPython beside it at the same time, ms): \w+ finditer 41 (109), the address
// 9 (111), fox|dog|cat 2 (33), sub with a function 16 (53), split at commas 1.7
// (14), a tokenizer of five named groups 160 (235), (\w)\1 57 (57).
//
// # Where it differs from CPython 3.11
//
//   - Groups in possessive repetitions of groups are put back when a turn fails;
//     there CPython may show what the failed turn left, or raise SystemError.
//   - re.DEBUG prints the parsed pattern, not CPython's codes.
//   - The internal modules re._parser and re._compiler do not exist.
package re
