// Package libm has the elementary functions to within a hair of correct
// rounding, so that results agree with those of a good C library to the last
// digit. Go's package math is faster but often one unit in the last place off.
package libm
