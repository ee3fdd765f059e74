"""The limits and the flags of patterns by their internal names."""

from re import RegexFlag, error
from _re import MAXGROUPS, MAXREPEAT

globals().update({f'SRE_FLAG_{name}': int(flag) for name, flag in RegexFlag.__members__.items() if len(name) > 1})
