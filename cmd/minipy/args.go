package main

import (
	"fmt"
	"os"
	"path/filepath"
	goruntime "runtime"
	"strings"
	"unicode/utf8"

	"github.com/minipy/minipy/vm"
)

// options is the command line, read by CPython's rules.
type options struct {
	code       string
	hasCode    bool
	module     string
	hasModule  bool // module was given, though it be ""
	file       string
	hasFile    bool // file was given, though it be ""
	argv       []string
	optimize   int
	unbuffered bool
	inspect    bool
	quiet      bool
	flags      map[string]int
	warnings   []string
	xoptions   []string
	pythonPath []string // PYTHONPATH
	encoding   string   // PYTHONIOENCODING
	errors     string

	child         bool // of a process of multiprocessing: it shows no KeyboardInterrupt
	faulthandler  bool
	pycachePrefix string
}

// parseArgs reads the command line; nil options mean: stop with the status.
func parseArgs(args []string) (*options, int) {
	o := &options{flags: map[string]int{}}
	i := 0
loop:
	for ; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "-" || !strings.HasPrefix(a, "-"):
			break loop
		case a == "--":
			i++
			break loop
		case strings.HasPrefix(a, "--"):
			if status, over := o.long(args, &i); over {
				return nil, status
			}
			continue
		}
		done, status, stop := o.letters(args, &i)
		if stop {
			return nil, status
		}
		if done {
			return o, 0
		}
	}
	if i < len(args) {
		o.file, o.hasFile = args[i], true
		o.argv = args[i:]
	} else {
		o.argv = []string{""}
	}
	return o, 0
}

// misused says what is wrong with the command line, and gives the status.
func misused(format string, args ...any) int {
	fmt.Fprintf(os.Stderr, format+"\nusage: minipy "+synopsis+"\nTry `minipy -h' for more information.\n", args...)
	return 2
}

func versionLine() string { return "minipy " + vm.Version + " (Python " + vm.PythonVersion + ")" }

// long reads the long option at args[*i]; over: leave with status.
func (o *options) long(args []string, i *int) (status int, over bool) {
	// value is the option's argument: CPython's take it from the next word only
	value := func() (string, bool) {
		if *i++; *i < len(args) {
			return args[*i], true
		}
		return "", false
	}
	switch name := args[*i]; name {
	case "--help", "--help-all", "--help-env", "--help-xoptions":
		fmt.Print(usage)
		return 0, true
	case "--version":
		fmt.Println(versionLine())
		return 0, true
	case "--completion":
		shell, ok := value()
		script, known := completion(shell)
		if !ok || !known {
			return misused("--completion must be one of bash, zsh, or fish"), true
		}
		fmt.Print(script)
		return 0, true
	case "--check-hash-based-pycs": // there are no .pyc files
		switch v, ok := value(); {
		case !ok:
			return misused("Argument expected for the --check-hash-based-pycs options"), true
		case v != "default" && v != "always" && v != "never":
			return misused("--check-hash-based-pycs must be one of 'default', 'always', or 'never'"), true
		}
		return 0, false
	default:
		return misused("unknown option %s", name), true
	}
}

// flagLetters are the options that are flags of sys.flags and no more;
// countedLetters are those that it counts.
var flagLetters = map[byte]string{'b': "bytes_warning", 'B': "dont_write_bytecode", 'd': "debug", 'R': "hash_randomization", 's': "no_user_site",
	'S': "no_site", 'v': "verbose", 'x': "skip_first_line", 'E': "ignore_environment", 'P': "safe_path"}

// surrogates says what CPython's UTF-8 encoder minds in an argument that is no
// UTF-8: each byte of it would become a surrogate.
func surrogates(arg string) string {
	pos, from, n := 0, 0, 0
	first := byte(0)
	for i := 0; i < len(arg); pos++ {
		r, size := utf8.DecodeRuneInString(arg[i:])
		if bad := r == utf8.RuneError && size == 1; bad && n == 0 {
			from, first = pos, arg[i]
			n = 1
		} else if bad && from+n == pos {
			n++
		}
		i += size
	}
	if n == 1 {
		return fmt.Sprintf("UnicodeEncodeError: 'utf-8' codec can't encode character '\\udc%x' in position %d: surrogates not allowed", first, from)
	}
	return fmt.Sprintf("UnicodeEncodeError: 'utf-8' codec can't encode characters in position %d-%d: surrogates not allowed", from, from+n-1)
}

// letters reads one group of single-letter options at args[*i]. done: the rest
// belongs to the program; stop: leave with status.
func (o *options) letters(args []string, i *int) (done bool, status int, stop bool) {
	a := args[*i]
	for j := 1; j < len(a); j++ {
		c := a[j]
		switch c {
		case 'c', 'm', 'W', 'X':
			val := a[j+1:]
			if val == "" {
				*i++
				if *i >= len(args) {
					return false, misused("Argument expected for the -%c option", c), true
				}
				val = args[*i]
			}
			switch c {
			case 'W':
				o.warnings = append(o.warnings, val)
			case 'X':
				o.xoptions = append(o.xoptions, val)
			case 'c':
				o.code, o.hasCode = val, true
				o.argv = append([]string{"-c"}, args[*i+1:]...)
				return true, 0, false
			case 'm':
				o.module, o.hasModule = val, true
				o.argv = append([]string{"-m"}, args[*i+1:]...)
				return true, 0, false
			}
			return false, 0, false
		case 'V':
			if strings.Contains(a[j+1:], "V") {
				fmt.Printf("%s [%s %s/%s]\n", versionLine(), goruntime.Version(), goruntime.GOOS, goruntime.GOARCH)
			} else {
				fmt.Println(versionLine())
			}
			return false, 0, true
		case 'h', '?':
			fmt.Print(usage)
			return false, 0, true
		case 'O':
			o.optimize++
		case 'u':
			o.unbuffered = true
		case 'i':
			o.inspect = true
			o.flags["inspect"], o.flags["interactive"] = 1, 1
		case 'q':
			o.quiet = true
			o.flags["quiet"]++
		case 'I':
			o.flags["isolated"], o.flags["ignore_environment"], o.flags["no_user_site"], o.flags["safe_path"] = 1, 1, 1, 1
		case 't': // accepted, as by CPython
		case 'J':
			return false, misused("-J is reserved for Jython"), true
		default:
			flag := flagLetters[c]
			if flag == "" {
				return false, misused("Unknown option: -%c", c), true
			}
			if o.flags[flag]++; !strings.ContainsRune(countedLetters, rune(c)) {
				o.flags[flag] = 1
			}
		}
	}
	return false, 0, false
}

const countedLetters = "bdv"

// path is what stands before the library in sys.path: the script's folder and
// PYTHONPATH.
func (o *options) path() []string {
	var out []string
	if o.flags["safe_path"] == 0 {
		out = append(out, o.path0())
	} else if o.isFolder() {
		out = append(out, filepath.Clean(absolute(o.file)))
	}
	return append(out, o.pythonPath...)
}

func (o *options) isFolder() bool {
	if o.hasCode || o.hasModule || !o.hasFile || o.file == "-" {
		return false
	}
	st, err := os.Stat(o.file)
	return err == nil && st.IsDir()
}

// path0 is sys.path[0]: the script's folder.
func (o *options) path0() string {
	if o.hasCode || !o.hasModule && !o.hasFile || o.file == "-" {
		return ""
	}
	if o.hasModule {
		if wd, err := os.Getwd(); err == nil {
			return wd
		}
		return ""
	}
	p := o.file
	if r, err := filepath.EvalSymlinks(p); err == nil {
		p = r
	}
	if st, err := os.Stat(p); err == nil && st.IsDir() {
		return filepath.Clean(absolute(p))
	}
	return filepath.Clean(absolute(filepath.Dir(p)))
}
