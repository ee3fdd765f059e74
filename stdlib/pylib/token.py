"""The kinds of tokens, by the numbers that the interpreter's own tokenizer gives them."""

_names = ('''
    ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS
    STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL
    GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL
    SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL
    DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL OP AWAIT ASYNC
    TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ERRORTOKEN COMMENT NL ENCODING N_TOKENS
''').split()

tok_name = dict(enumerate(_names))
tok_name[256] = 'NT_OFFSET'
globals().update({name: number for number, name in tok_name.items()})

__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF', *tok_name.values()]

_symbols = ('( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** '
            '+= -= *= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... :=').split()

EXACT_TOKEN_TYPES = {symbol: number for symbol, number in sorted(zip(_symbols, range(_names.index('LPAR'), 54)))}


def ISTERMINAL(x):
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    return x >= NT_OFFSET


def ISEOF(x):
    return x == ENDMARKER
