// Package grammar parses Python 3.11 into the trees of package ast.
package grammar
