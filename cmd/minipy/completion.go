package main

import (
	"slices"
	"strings"

	"github.com/minipy/minipy/stdlib/all"
)

// completion is the script of --completion for a shell. It completes the options,
// the words that some of them take, modules for -m, and files.
func completion(shell string) (script string, ok bool) {
	switch shell {
	case "bash":
		script = bashCompletion
	case "zsh":
		script = zshCompletion
	case "fish":
		script = fishCompletion
	default:
		return "", false
	}
	return strings.ReplaceAll(script, "MODULES", strings.Join(publicModules(), " ")), true
}

// publicModules are the modules of the library for users: what the scripts
// offer for -m, without starting a program at each Tab.
func publicModules() []string {
	var names []string
	for _, m := range all.Modules() {
		if !strings.HasPrefix(m.Name, "_") && !strings.Contains(m.Name, "._") {
			names = append(names, m.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

const bashCompletion = `# minipy's completion for bash: eval "$(minipy --completion bash)"
_minipy() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -c | -m) # what follows is the program's
                ((i++))
                if ((i < COMP_CWORD)); then COMPREPLY=($(compgen -f -- "$cur")); return; fi ;;
            -W | -X | --completion | --check-hash-based-pycs) ((i++)) ;;
            -*) ;;
            *) COMPREPLY=($(compgen -f -- "$cur")); return ;;
        esac
    done
    case $prev in
        -c) return ;;
        -m) COMPREPLY=($(compgen -W "MODULES" -- "$cur")) ;;
        -W) COMPREPLY=($(compgen -W "default always ignore module once error" -- "$cur")) ;;
        -X) COMPREPLY=($(compgen -W "dev faulthandler int_max_str_digits= pycache_prefix= utf8 warn_default_encoding" -- "$cur")) ;;
        --completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur")) ;;
        *)
            case $cur in
                -*) COMPREPLY=($(compgen -W "-b -B -c -d -E -h -i -I -m -O -OO -P -q -s -S -u -v -V -W -x -X --help --version --completion" -- "$cur")) ;;
                *) COMPREPLY=($(compgen -f -- "$cur"))
                   ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W "check" -- "$cur")) ;;
            esac ;;
    esac
}
complete -o filenames -F _minipy minipy
`

const zshCompletion = `#compdef minipy
# minipy's completion for zsh: put it into a folder of $fpath as _minipy, or
# eval "$(minipy --completion zsh)" after compinit
_minipy_modules() {
    local -a modules
    modules=(MODULES)
    compadd -a modules
}
_minipy() {
    _arguments -s -S -A "-*" \
        '(- : *)'{-h,-\?,--help}'[show the options]' \
        '(- : *)'{-V,--version}'[show the version]' \
        '(- : *)--completion[print a completion script]:shell:(bash zsh fish)' \
        '*-b[warn of str(bytes)]' \
        '-B[keep no compiled modules]' \
        '-d[accepted]' \
        '-E[ignore PYTHON* variables]' \
        '-i[interactive session afterwards]' \
        '-I[isolated]' \
        '*-O[no asserts, twice: no docstrings]' \
        '-P[script folder not in sys.path]' \
        '-q[no banner]' \
        '-s[no user site]' \
        '-S[no exit() and the like]' \
        '-u[unbuffered output]' \
        '*-v[trace imports]' \
        '*-W+[warning control]:action:(default always ignore module once error)' \
        '-x[skip the first line]' \
        '*-X+[implementation option]:option:(dev faulthandler int_max_str_digits= pycache_prefix= utf8 warn_default_encoding)' \
        '(-m)-c+[program as text]:program:' \
        '(-c)-m+[module to run]:module:_minipy_modules' \
        '1:program:_minipy_program' \
        '*:file:_files'
}
_minipy_program() {
    _alternative 'commands:command:(check)' 'files:file:_files'
}
if [ "$funcstack[1]" = _minipy ]; then _minipy "$@"; else compdef _minipy minipy; fi
`

const fishCompletion = `# minipy's completion for fish: minipy --completion fish | source
complete -c minipy -n __fish_is_first_arg -a check -d 'Report all syntax errors'
complete -c minipy -s b -d 'Warn of str(bytes)'
complete -c minipy -s B -d 'Keep no compiled modules'
complete -c minipy -s c -x -d 'Program as text'
complete -c minipy -s d -d 'Accepted'
complete -c minipy -s E -d 'Ignore PYTHON* variables'
complete -c minipy -s h -l help -d 'Show the options'
complete -c minipy -s i -d 'Interactive session afterwards'
complete -c minipy -s I -d 'Isolated'
complete -c minipy -s m -x -a 'MODULES' -d 'Module to run'
complete -c minipy -s O -d 'No asserts; twice: no docstrings'
complete -c minipy -s P -d "Script's folder not in sys.path"
complete -c minipy -s q -d 'No banner'
complete -c minipy -s s -d 'No user site'
complete -c minipy -s S -d 'No exit() and the like'
complete -c minipy -s u -d 'Unbuffered output'
complete -c minipy -s v -d 'Trace imports'
complete -c minipy -s V -l version -d 'Show the version'
complete -c minipy -s W -x -a 'default always ignore module once error' -d 'Warning control'
complete -c minipy -s x -d 'Skip the first line'
complete -c minipy -s X -x -a 'dev faulthandler int_max_str_digits= pycache_prefix= utf8 warn_default_encoding' -d 'Implementation option'
complete -c minipy -l completion -x -a 'bash zsh fish' -d 'Print a completion script'
`
