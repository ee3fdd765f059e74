package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/minipy/minipy/vm"
)

// options is the command line, read by CPython's rules.
type options struct {
	code       string
	hasCode    bool
	module     string
	file       string
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
}

const usage = `usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...
Options:
-B     : don't keep compiled library modules in the cache folder
-c cmd : program passed in as string (terminates option list)
-E     : ignore PYTHON* environment variables
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script
-I     : isolate minipy from the user's environment (implies -E, -P and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements
-OO    : do -O changes and also discard docstrings
-P     : don't prepend the script's folder (or the current one) to sys.path
-q     : don't print version messages on interactive startup
-S     : don't add exit(), quit(), copyright and the like to builtins
-u     : force the stdout and stderr streams to be unbuffered
-V     : print the version number and exit (also --version)
-W arg : warning control; arg is action:message:category:module:lineno
-x     : skip first line of source
-X opt : dev, int_max_str_digits=N, utf8; others are only put into sys._xoptions
-b, -d, -R, -s, -v: accepted, shown by sys.flags, no other effect
file   : program read from script file
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]

Environment, as the options of the same meaning unless -E is given:
PYTHONPATH      : folders put before the library in sys.path, separated by ':'
PYTHONWARNINGS (-W, separated by ','), PYTHONOPTIMIZE (-O), PYTHONUNBUFFERED (-u),
PYTHONINSPECT (-i), PYTHONDONTWRITEBYTECODE (-B), PYTHONSAFEPATH (-P), PYTHONDEVMODE (-X dev),
PYTHONINTMAXSTRDIGITS (-X int_max_str_digits), PYTHONVERBOSE, PYTHONDEBUG, PYTHONNOUSERSITE
PYTHONIOENCODING: encoding[:errors] of stdin, stdout and stderr
PYTHONHASHSEED  : a number makes hash(str) the same in every run
PYTHONBREAKPOINT: what breakpoint() calls; 0 for nothing
MINIPYPANIC     : show Go's stack with an internal error
`

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
		case a == "--help":
			fmt.Print(usage)
			return nil, 0
		case a == "--version":
			fmt.Println(versionLine())
			return nil, 0
		case strings.HasPrefix(a, "--"):
			fmt.Fprintf(os.Stderr, "unknown option %s\n%s", a, shortUsage)
			return nil, 2
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
		o.file = args[i]
		o.argv = args[i:]
	} else {
		o.argv = []string{""}
	}
	return o, 0
}

const shortUsage = `usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...
Try ` + "`minipy -h'" + ` for more information.
`

func versionLine() string { return "minipy " + vm.Version + " (Python " + vm.PythonVersion + ")" }

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
					fmt.Fprintf(os.Stderr, "Argument expected for the -%c option\n%s", c, shortUsage)
					return false, 2, true
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
				o.module = val
				o.argv = append([]string{"-m"}, args[*i+1:]...)
				return true, 0, false
			}
			return false, 0, false
		case 'V':
			fmt.Println(versionLine())
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
			o.flags["quiet"] = 1
		case 'I':
			o.flags["isolated"], o.flags["ignore_environment"], o.flags["no_user_site"], o.flags["safe_path"] = 1, 1, 1, 1
		case 'E':
			o.flags["ignore_environment"] = 1
		case 'P':
			o.flags["safe_path"] = 1
		case 'b', 'B', 'd', 'R', 's', 'S', 'v', 'x':
			o.flags[map[byte]string{'b': "bytes_warning", 'B': "dont_write_bytecode", 'd': "debug", 'R': "hash_randomization", 's': "no_user_site",
				'S': "no_site", 'v': "verbose", 'x': "skip_first_line"}[c]]++
		default:
			fmt.Fprintf(os.Stderr, "Unknown option: -%c\n%s", c, shortUsage)
			return false, 2, true
		}
	}
	return false, 0, false
}

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
	if o.hasCode || o.module != "" || o.file == "" || o.file == "-" {
		return false
	}
	st, err := os.Stat(o.file)
	return err == nil && st.IsDir()
}

// path0 is sys.path[0]: the script's folder.
func (o *options) path0() string {
	if o.hasCode || o.file == "" || o.file == "-" {
		return ""
	}
	if o.module != "" {
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
