package libm

import "math"

// Pow is x**y for finite x > 0 and finite y.
func Pow(x, y float64) float64 { return math.Pow(x, y) }
