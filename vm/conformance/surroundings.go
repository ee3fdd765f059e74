package conformance

import (
	"os"
	"slices"
	"strings"
)

// Environment is this process's without what has scripts behave otherwise
// (PYTHONUNBUFFERED changes even exit statuses), and with more.
func Environment(more ...string) []string {
	env := slices.DeleteFunc(os.Environ(), func(s string) bool {
		return strings.HasPrefix(s, "PYTHON") || strings.HasPrefix(s, "MINIPY") || strings.HasPrefix(s, "LANG=") || strings.HasPrefix(s, "LC_")
	})
	return append(append(env, "LANG=C.UTF-8"), more...)
}
