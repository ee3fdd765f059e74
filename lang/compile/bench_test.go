package compile_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
)

// denseSource is n copies of a piece of ordinary Python, about 40 lines each.
func denseSource(n int) []byte {
	var b bytes.Buffer
	for i := 0; i < n; i++ {
		fmt.Fprintf(&b, dense, i, i, i, i)
	}
	return b.Bytes()
}

const dense = `
class Account%d(Base):
    """A bank account."""
    limit: int = 100

    def __init__(self, owner, balance=0, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = owner
        self.balance = balance
        self.history = []

    @property
    def name(self):
        return f"{self.owner!r:>10} {self.balance:.2f}"

    def withdraw(self, amount):
        if amount <= 0 or not isinstance(amount, int):
            raise ValueError("bad amount: %%r" %% (amount,))
        try:
            self.balance -= amount
            self.history.append((self.owner, amount, self.balance * 2 + 1))
        except (TypeError, KeyError) as e:
            print("failed", e, file=sys.stderr)
            return None
        finally:
            self.log(amount, when=time.time())
        return self.balance

def process%d(items, key=lambda x: x[0], *, reverse=False):
    result = {}
    for name, value in sorted(items, key=key):
        while value > 10 and name not in result:
            value = value // 2 - len(result) %% 3
        result[name] = [v ** 2 for v in range(value) if v %% 2 == 0]
    total = sum(len(v) for v in result.values())
    a, b = total, len(result)
    a, b = b, a + b
    with open("file%d.txt") as f:
        data = f.read()[1:-1].strip().split(",")
    return {"total": total, "data": data, "n": %d, "pair": (a, b)}
`

func BenchmarkCompile(b *testing.B) {
	src := denseSource(500) // 20,000 lines
	b.SetBytes(int64(bytes.Count(src, []byte("\n"))))
	for i := 0; i < b.N; i++ {
		b.StopTimer()
		mod, err := grammar.Parse("bench.py", src, grammar.Exec, grammar.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := compile.Compile(mod, "bench.py", compile.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSource(b *testing.B) {
	src := denseSource(500)
	b.SetBytes(int64(bytes.Count(src, []byte("\n"))))
	for i := 0; i < b.N; i++ {
		if _, err := compile.Source("bench.py", src, grammar.Exec, compile.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
