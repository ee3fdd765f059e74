package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/minipy/minipy/vm"
)

// environment adds what the PYTHON* variables and -X say to the options; the
// command line goes first. It gives the message of a fatal error, or "".
func (o *options) environment() string {
	get := os.Getenv
	if o.flags["ignore_environment"] != 0 {
		get = func(string) string { return "" }
	}
	o.unbuffered = o.unbuffered || get("PYTHONUNBUFFERED") != ""
	o.inspect = o.inspect || get("PYTHONINSPECT") != ""
	o.optimize = max(o.optimize, level(get("PYTHONOPTIMIZE")))
	for _, f := range []struct{ name, flag string }{{"PYTHONDONTWRITEBYTECODE", "dont_write_bytecode"}, {"PYTHONVERBOSE", "verbose"},
		{"PYTHONDEBUG", "debug"}, {"PYTHONNOUSERSITE", "no_user_site"}, {"PYTHONSAFEPATH", "safe_path"}, {"PYTHONINSPECT", "inspect"}} {
		o.flags[f.flag] = max(o.flags[f.flag], level(get(f.name)))
	}
	if p := get("PYTHONPATH"); p != "" {
		for _, dir := range filepath.SplitList(p) {
			o.pythonPath = append(o.pythonPath, absolute(dir))
		}
	}
	if w := get("PYTHONWARNINGS"); w != "" {
		o.warnings = append(strings.Split(w, ","), o.warnings...)
	}
	o.encoding, o.errors, _ = strings.Cut(get("PYTHONIOENCODING"), ":")
	if d := get("PYTHONDEVMODE"); d != "" {
		o.flags["dev_mode"] = 1
	}
	if get("PYTHONWARNDEFAULTENCODING") != "" {
		o.flags["warn_default_encoding"] = 1
	}
	o.faulthandler = get("PYTHONFAULTHANDLER") != ""
	if s := get("PYTHONHASHSEED"); s != "" && s != "random" {
		if _, err := strconv.ParseUint(s, 10, 32); err != nil {
			return `config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]`
		}
	}
	if d := get("PYTHONINTMAXSTRDIGITS"); d != "" && !o.setDigits(d) {
		return "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= " + strconv.Itoa(vm.MinStrDigits) + " or 0 for unlimited."
	}
	return o.implementation()
}

// implementation reads the -X options.
func (o *options) implementation() string {
	for _, x := range o.xoptions {
		switch name, val, _ := strings.Cut(x, "="); name {
		case "dev":
			o.flags["dev_mode"] = 1
		case "faulthandler":
			o.faulthandler = true
		case "warn_default_encoding":
			o.flags["warn_default_encoding"] = 1
		case "pycache_prefix":
			o.pycachePrefix = val
		case "utf8":
			if val != "" && val != "0" && val != "1" {
				return "preconfig_init_utf8_mode: invalid -X utf8 option value"
			}
		case "int_max_str_digits":
			if !o.setDigits(val) {
				return "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= " + strconv.Itoa(vm.MinStrDigits) + " or 0 for unlimited."
			}
		}
	}
	if o.flags["dev_mode"] != 0 {
		// development mode shows every warning
		o.warnings = append([]string{"default"}, o.warnings...)
		o.faulthandler = true
	}
	switch o.flags["bytes_warning"] {
	case 0:
	case 1:
		o.warnings = append(o.warnings, "default::BytesWarning")
	default:
		o.warnings = append(o.warnings, "error::BytesWarning")
	}
	return ""
}

func (o *options) setDigits(s string) bool {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n != 0 && n < vm.MinStrDigits {
		return false
	}
	o.flags["int_max_str_digits"] = n
	return true
}

// level is a flag variable's value: a number, or 1 for any other text.
func level(s string) int {
	if s == "" {
		return 0
	}
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return n
	}
	return 1
}
