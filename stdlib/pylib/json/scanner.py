"""The scanner of JSONDecoder."""

from _json import Scanner

make_scanner = c_make_scanner = Scanner
