// Package grammar parses Python 3.11 into the trees of package ast, and says in CPython's words why a text is refused.
//
// # How a text is read
//
//	bytes --lexer.Decode--> text --lexer.Lexer--> tokens --participle--> root --> ast.Mod
//
// Participle drives: its parser, built once when first needed, takes the tokens from our lexer.Definition and
// its root grammar, a participle.Parseable, chooses the rule by the stream's first token; inside the rules statements are told apart by their first token and expressions are read by precedence climbing, over the tokens of
// participle's PeekingLexer. A file goes through in pieces of some hundred lines (lexer.Pieces).
//
// Measured, CPU time with Go 1.26 on a 2-core machine, without collections (with GOGC=100 half as much again):
//
//	20,000 lines of dense code     42 ms   CPython's whole compile() 252 ms, ours 53 ms
//	20,700 lines of CPython's Lib  27 ms   37 ms with all tokens in one PeekingLexer, which copies them as it grows
//
// Statements in struct tags were not an option: participle's reflection alone costs some 30 us for a line (DESIGN.md's
// prototype: 30,000 lines/s with expressions as Parseables), twenty times what all of this costs.
//
// # Errors
//
// The fast parser only says no. Then explain.go reads the statement again with the rules of rules.go, in CPython's
// order and with its rules for mistakes, to find the message and the place. TestErrors has goldens; the tests against
// python3 compare with the one on this machine: trees and positions of its library, verdicts on every string in its
// tests of syntax, verdicts on randomly damaged programs. Known differences: quotes of an f-string may be used again
// inside its braces, as in Python 3.12; SyntaxError.text is always one line.
//
// What the symbol table and the compiler find (a return outside a function, a nonlocal at module level, a repeated
// keyword argument) is not looked for here.
//
// # Limits
//
// 200 open brackets, 100 levels of indentation as in CPython; recursion ends in a SyntaxError whose Kind is
// MemoryError or RecursionError where CPython raises those. No text overflows the Go stack.
package grammar
