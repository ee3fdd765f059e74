package main

const synopsis = "[option] ... [-c cmd | -m mod | file | -] [arg] ..."

// usage fits a screen of 80 by 24.
const usage = `usage: minipy ` + synopsis + `
       minipy check FILE...      report all syntax errors, run nothing
-c cmd  the program is cmd            -m mod  run a library module as a script
file    the program is in file        -       it comes from standard input
-i      then an interactive session   -q      no banner before a session
-u      stdout, stderr unbuffered     -x      skip the first line of the source
-O -OO  no asserts; no docstrings     -B      keep no compiled modules (cache)
-E -P   ignore PYTHON*; no script's folder in sys.path     -I  -E, -P and -s
-s -S   no user site (no effect); no exit(), help() and the like in builtins
-W arg  warning control: action:message:category:module:lineno
-X opt  dev, faulthandler, int_max_str_digits=N, warn_default_encoding, ...
-v -b   trace imports; warn of str(bytes) (-bb: error)    -V -h   version; this
-d -R   accepted, no effect           --completion bash|zsh|fish
Environment (an option goes first):
PYTHONPATH  folders for sys.path      PYTHONWARNINGS -W    PYTHONOPTIMIZE -O
PYTHONUNBUFFERED -u   PYTHONINSPECT -i   PYTHONVERBOSE -v   PYTHONSAFEPATH -P
PYTHONDONTWRITEBYTECODE -B   PYTHONDEVMODE -X dev   PYTHONFAULTHANDLER
PYTHONINTMAXSTRDIGITS   PYTHONIOENCODING  encoding[:errors] of stdin and so on
PYTHONHASHSEED  number: hash(str) the same in every run
PYTHONBREAKPOINT  what breakpoint() calls; 0: nothing      PYTHONDEBUG -d
MINIPYSTARTUP  file run before a session   MINIPY_HISTORY  its history; "" none
NO_COLOR  no colours     PAGER  for help()     MINIPYPANIC  Go's stack of a bug
`
