package libm

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

var one = map[string]func(float64) float64{
	"exp": Exp, "exp2": Exp2, "expm1": Expm1, "log": Log, "log2": Log2, "log10": Log10, "log1p": Log1p, "sin": Sin, "cos": Cos,
	"tan": Tan, "asin": Asin, "acos": Acos, "atan": Atan, "sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "asinh": Asinh,
	"acosh": Acosh, "atanh": Atanh, "cbrt": Cbrt, "erf": Erf, "erfc": Erfc,
}

var two = map[string]func(x, y float64) float64{"pow": Pow, "atan2": Atan2, "hypot": Hypot}

// loose are the functions that C libraries themselves have with larger errors.
var loose = map[string]int64{"cbrt": 2, "erf": 2, "erfc": 3}

// TestValues compares with the C library behind python3: never more than one
// unit in the last place apart, and almost always equal.
func TestValues(t *testing.T) {
	f, err := os.Open("testdata/values.out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	total, off := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		w := strings.Fields(sc.Text())
		var v [3]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(w[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		var got float64
		if g := one[w[0]]; g != nil {
			got = g(v[0])
		} else {
			got = two[w[0]](v[0], v[1])
		}
		d := int64(math.Float64bits(got) - math.Float64bits(v[2]))
		if d < 0 {
			d = -d
		}
		limit := loose[w[0]]
		if limit == 0 {
			limit = 1
			total++
			if d != 0 {
				off++
			}
		}
		if d > limit {
			t.Errorf("%s(%v, %v) = %v, want %v (%d units apart)", w[0], v[0], v[1], got, v[2], d)
		}
	}
	if off*100 > total {
		t.Errorf("%d of %d values differ", off, total)
	}
}

// TestSpecial has what the tables of values cannot hold.
func TestSpecial(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Exp(710)", Exp(710), inf}, {"Exp(-746)", Exp(-746), 0}, {"Exp(-745)", Exp(-745), 5e-324}, {"Exp(-inf)", Exp(-inf), 0},
		{"Log(0)", Log(0), -inf}, {"Log(1)", Log(1), 0}, {"Log(5e-324)", Log(5e-324), -744.4400719213812},
		{"Pow(2, -1074)", Pow(2, -1074), 5e-324}, {"Pow(2, 1024)", Pow(2, 1024), inf}, {"Pow(10, 308)", Pow(10, 308), 1e308},
		{"Pow(2, 1e300)", Pow(2, 1e300), inf}, {"Pow(0.5, 1e300)", Pow(0.5, 1e300), 0}, {"Sin(1e22)", Sin(1e22), -0.8522008497671888},
		{"Cos(1e300)", Cos(1e300), -0.5753861119575491}, {"Cbrt(27)", Cbrt(27), 3}, {"Hypot(3, 4)", Hypot(3, 4), 5},
		{"Hypot(1e308, 1e308)", Hypot(1e308, 1e308), 1.4142135623730951e+308}, {"Log2(8)", Log2(8), 3}, {"Log10(1000)", Log10(1000), 3},
		{"Tanh(30)", Tanh(30), 1}, {"Sinh(-inf)", Sinh(-inf), -inf}, {"Atan2(0, -1)", Atan2(0, -1), math.Pi},
	} {
		if c.got != c.want {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}
