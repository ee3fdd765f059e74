package grammar

// rules is the grammar with which a refused text is read a second time to find the message for it; see explain.go.
//
// Notation, of parsing expressions (ordered choice, no backtracking into a choice once made):
//
//	name = a b | c ;     a rule and its alternatives; @name memoises across the modes of rules below
//	'x'  "x"  NAME       a keyword or operator, a soft keyword, a kind of token
//	e? e* e+ (e)         option, repetition, group
//	e % s                one or more e with s between
//	&e !e                e follows, does not follow; nothing is consumed
//	&&'x'                x, or at once the error "expected 'x'"
//	~                    no other alternative of this rule from here on
//	a:e b:e              names for the action
//	-> Kind              the result is an expression of this kind
//	-> a                 the result is what a is
//	?name                a rule that is only tried in the second reading: its actions report errors
//
// and the actions that report, where %n is what CPython calls the expression a, %t its text and %l its line:
//
//	-> at a "msg"        at a;   range a b "msg" from a to b;   from a "msg" from a to where the reading stands
//	-> here "msg"        at the last token that was looked at;  block a "msg" the same, an IndentationError
//	-> target KIND a     a cannot be assigned to (star, for) or deleted (del): at the part that is to blame
//	-> do NAME           in explain_actions.go
const rules = `
file       = statements? EOF ;
single     = compound NEWLINE | simple_line | NEWLINE ;
eval       = exprs NEWLINE* EOF ;
fstring    = star_exprs ;

statements = statement+ ;
statement  = compound | simple_line ;
simple_line = simple !';' NEWLINE | (simple % ';') ';'? NEWLINE ;

@simple    = assignment | star_exprs | &'return' return | &('import' | 'from') import | &'raise' raise | 'pass'
           | &'del' del | &'yield' yield | &'assert' assert | 'break' | 'continue' | &'global' global | &'nonlocal' nonlocal ;
compound   = &('def' | '@' | 'async') function | &'if' if | &('class' | '@') class | &('with' | 'async') with
           | &('for' | 'async') for | &'try' try | &'while' while | match ;

assignment = NAME ':' expr ('=' rhs)?
           | ('(' single_target ')' | attribute_target) ':' expr ('=' rhs)?
           | (star_targets '=')+ rhs !'='
           | single_target augment ~ rhs
           | ?bad_assignment ;
rhs        = yield | star_exprs ;
augment    = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//=' ;
bad_assignment =
             a:bad_ann_target ':' expr -> at a "only single target (not %n) can be annotated"
           | a:star_named ',' star_nameds* ':' expr -> at a "only single target (not tuple) can be annotated"
           | a:expr ':' expr -> at a "illegal target for annotation"
           | (star_targets '=')* a:star_exprs '=' -> target star a
           | (star_targets '=')* a:yield '=' -> at a "assignment to yield expression not possible"
           | a:star_exprs augment rhs -> at a "'%n' is an illegal expression for augmented assignment" ;
bad_ann_target = list | tuple | '(' a:bad_ann_target ')' -> a ;

return     = 'return' star_exprs? ;
raise      = 'raise' expr ('from' expr)? | 'raise' ;
global     = 'global' NAME % ',' ;
nonlocal   = 'nonlocal' NAME % ',' ;
del        = 'del' del_targets &(';' | NEWLINE) | ?bad_del ;
bad_del    = 'del' a:star_exprs -> target del a ;
assert     = 'assert' expr (',' expr)? ;
import     = 'import' (dotted ('as' NAME)?) % ','
           | 'from' ('.' | '...')* dotted 'import' from_names
           | 'from' ('.' | '...')+ 'import' from_names ;
dotted     = NAME % '.' ;
from_names = '(' as_names ','? ')' | as_names !',' | '*' | ?bad_from_names ;
as_names   = (NAME ('as' NAME)?) % ',' ;
bad_from_names = as_names ',' NEWLINE -> here "trailing comma not allowed without surrounding parentheses" ;

@block     = NEWLINE INDENT statements DEDENT | simple_line | ?bad_block ;
bad_block  = NEWLINE !INDENT -> block "expected an indented block" ;
decorators = ('@' named NEWLINE)+ ;

class      = decorators class_raw | class_raw ;
class_raw  = ?bad_class | 'class' NAME ('(' arguments? ')')? ':' block ;
bad_class  = 'class' NAME ('(' arguments? ')')? NEWLINE -> here "expected ':'"
           | a:'class' NAME ('(' arguments? ')')? ':' NEWLINE !INDENT -> block a "expected an indented block after class definition on line %l" ;
function   = decorators function_raw | function_raw ;
function_raw = ?bad_def | 'def' NAME &&'(' params? ')' ('->' expr)? &&':' block
           | 'async' 'def' NAME &&'(' params? ')' ('->' expr)? &&':' block ;
bad_def    = 'async'? a:'def' NAME '(' params? ')' ('->' expr)? ':' NEWLINE !INDENT
             -> block a "expected an indented block after function definition on line %l" ;

params     = ?bad_params | parameters ;
parameters = slash_plain plain* defaulted* star_etc? | slash_default defaulted* star_etc?
           | plain+ defaulted* star_etc? | defaulted+ star_etc? | star_etc ;
slash_plain = plain+ '/' ',' | plain+ '/' &')' ;
slash_default = plain* defaulted+ '/' ',' | plain* defaulted+ '/' &')' ;
star_etc   = ?bad_star_etc | '*' plain maybe_default* kwds? | '*' plain_star maybe_default* kwds?
           | '*' ',' maybe_default+ kwds? | kwds ;
kwds       = ?bad_kwds | '**' plain ;
plain      = a:param ',' TC -> a | a:param &')' -> a ;
plain_star = param_star ',' TC | param_star &')' ;
defaulted  = a:param default ',' TC -> a | a:param default &')' -> a ;
maybe_default = a:param default? ',' TC -> a | a:param default? &')' -> a ;
param      = NAME (':' expr)? ;
param_star = NAME ':' star_expr ;
default    = '=' expr | ?bad_default ;
bad_default = a:'=' &(')' | ',') -> at a "expected default value expression" ;
bad_params = plain* bad_params_helper a:plain -> at a "non-default argument follows default argument"
           | plain* a:'(' plain+ ','? b:')' -> range a b "Function parameters cannot be parenthesized"
           | a:'/' ',' -> at a "at least one argument must precede /"
           | (slash_plain | slash_default) maybe_default* a:'/' -> at a "/ may appear only once"
           | (slash_plain | slash_default)? maybe_default* '*' (',' | plain) maybe_default* a:'/' -> at a "/ must be ahead of *"
           | maybe_default+ '/' a:'*' -> at a "expected comma between / and *" ;
bad_params_helper = slash_default | defaulted+ ;
bad_star_etc = a:'*' (')' | ',' (')' | '**')) -> at a "named arguments must follow bare *"
           | '*' param a:'=' -> at a "var-positional argument cannot have default value"
           | '*' (plain | ',') maybe_default* a:'*' (plain | ',') -> at a "* argument may appear only once" ;
bad_kwds   = '**' param a:'=' -> at a "var-keyword argument cannot have default value"
           | '**' param ',' a:param -> at a "arguments cannot follow var-keyword argument"
           | '**' param ',' a:('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument" ;

if         = ?bad_if | 'if' named ':' block elif | 'if' named ':' block else? ;
bad_if     = 'if' named NEWLINE -> here "expected ':'"
           | a:'if' named ':' NEWLINE !INDENT -> block a "expected an indented block after 'if' statement on line %l" ;
elif       = ?bad_elif | 'elif' named ':' block elif | 'elif' named ':' block else? ;
bad_elif   = 'elif' named NEWLINE -> here "expected ':'"
           | a:'elif' named ':' NEWLINE !INDENT -> block a "expected an indented block after 'elif' statement on line %l" ;
else       = ?bad_else | 'else' &&':' block ;
bad_else   = a:'else' ':' NEWLINE !INDENT -> block a "expected an indented block after 'else' statement on line %l" ;
while      = ?bad_while | 'while' named ':' block else? ;
bad_while  = 'while' named NEWLINE -> here "expected ':'"
           | a:'while' named ':' NEWLINE !INDENT -> block a "expected an indented block after 'while' statement on line %l" ;
for        = ?bad_for | 'for' star_targets 'in' ~ star_exprs ':' block else?
           | 'async' 'for' star_targets 'in' ~ star_exprs ':' block else? | ?bad_for_target ;
bad_for    = 'async'? 'for' star_targets 'in' star_exprs NEWLINE -> here "expected ':'"
           | 'async'? a:'for' star_targets 'in' star_exprs ':' NEWLINE !INDENT -> block a "expected an indented block after 'for' statement on line %l" ;
bad_for_target = 'async'? 'for' a:star_exprs -> target for a ;
with       = ?bad_with_indent | 'with' '(' with_item % ',' ','? ')' ':' block | 'with' with_item % ',' ':' block
           | 'async' 'with' '(' with_item % ',' ','? ')' ':' block | 'async' 'with' with_item % ',' ':' block | ?bad_with ;
with_item  = expr 'as' star_target &(',' | ')' | ':') | ?bad_with_item | expr ;
bad_with_item = expr 'as' a:expr &(',' | ')' | ':') -> target star a ;
bad_with   = 'async'? 'with' (expr ('as' star_target)?) % ',' NEWLINE -> here "expected ':'"
           | 'async'? 'with' '(' (exprs ('as' star_target)?) % ',' ','? ')' NEWLINE -> here "expected ':'" ;
bad_with_indent = 'async'? a:'with' (expr ('as' star_target)?) % ',' ':' NEWLINE !INDENT -> block a "expected an indented block after 'with' statement on line %l"
           | 'async'? a:'with' '(' (exprs ('as' star_target)?) % ',' ','? ')' ':' NEWLINE !INDENT -> block a "expected an indented block after 'with' statement on line %l" ;
try        = ?bad_try | 'try' &&':' block finally | 'try' &&':' block except+ else? finally?
           | 'try' &&':' block except_star+ else? finally? ;
bad_try    = a:'try' ':' NEWLINE !INDENT -> block a "expected an indented block after 'try' statement on line %l"
           | 'try' ':' block !('except' | 'finally') -> here "expected 'except' or 'finally' block"
           | 'try' ':' block* except+ a:'except' b:'*' expr ('as' NAME)? ':' -> range a b "cannot have both 'except' and 'except*' on the same 'try'"
           | 'try' ':' block* except_star+ a:'except' (expr ('as' NAME)?)? ':' -> at a "cannot have both 'except' and 'except*' on the same 'try'" ;
except     = ?bad_except_indent | 'except' expr ('as' NAME)? ':' block | 'except' ':' block | ?bad_except ;
except_star = ?bad_except_star_indent | 'except' '*' expr ('as' NAME)? ':' block | ?bad_except ;
bad_except = 'except' '*'? a:expr ',' exprs ('as' NAME)? ':' -> from a "multiple exception types must be parenthesized"
           | 'except' '*'? expr ('as' NAME)? NEWLINE -> here "expected ':'"
           | 'except' NEWLINE -> here "expected ':'"
           | 'except' '*' (NEWLINE | ':') -> here "expected one or more exception types" ;
bad_except_indent = a:'except' expr ('as' NAME)? ':' NEWLINE !INDENT -> block a "expected an indented block after 'except' statement on line %l"
           | a:'except' ':' NEWLINE !INDENT -> block a "expected an indented block after 'except' statement on line %l" ;
bad_except_star_indent = a:'except' '*' expr ('as' NAME)? ':' NEWLINE !INDENT -> block a "expected an indented block after 'except*' statement on line %l" ;
finally    = ?bad_finally | 'finally' &&':' block ;
bad_finally = a:'finally' ':' NEWLINE !INDENT -> block a "expected an indented block after 'finally' statement on line %l" ;

match      = "match" subject ':' NEWLINE INDENT case+ DEDENT | ?bad_match ;
bad_match  = "match" subject NEWLINE -> here "expected ':'"
           | a:"match" subject ':' NEWLINE !INDENT -> block a "expected an indented block after 'match' statement on line %l" ;
subject    = star_named ',' star_nameds? | named ;
case       = ?bad_case | "case" patterns guard? ':' block ;
bad_case   = "case" patterns guard? NEWLINE -> here "expected ':'"
           | a:"case" patterns guard? ':' NEWLINE !INDENT -> block a "expected an indented block after 'case' statement on line %l" ;
guard      = 'if' named ;
patterns   = open_sequence | pattern ;
pattern    = as_pattern | or_pattern ;
as_pattern = or_pattern 'as' capture_target | ?bad_as_pattern ;
bad_as_pattern = or_pattern 'as' a:"_" -> at a "cannot use '_' as a target"
           | or_pattern 'as' !NAME a:expr -> at a "invalid pattern target" ;
or_pattern = closed_pattern % '|' ;
@closed_pattern = literal_pattern | capture_target | "_" | value_pattern | '(' pattern ')' | sequence_pattern
           | mapping_pattern | class_pattern ;
literal_pattern = signed !('+' | '-') | complex | strings | 'None' | 'True' | 'False' ;
signed     = NUMBER | '-' NUMBER ;
complex    = signed ('+' | '-') NUMBER ;
capture_target = !"_" NAME !('.' | '(' | '=') ;
value_pattern = name_or_attr !('.' | '(' | '=') ;
name_or_attr = NAME ('.' NAME)* ;
sequence_pattern = '[' maybe_sequence? ']' | '(' open_sequence? ')' ;
open_sequence = maybe_star ',' maybe_sequence? ;
maybe_sequence = maybe_star % ',' ','? ;
maybe_star = star_pattern | pattern ;
@star_pattern = '*' capture_target | '*' "_" ;
mapping_pattern = '{' '}' | '{' double_star ','? '}' | '{' key_value % ',' ',' double_star ','? '}' | '{' key_value % ',' ','? '}' ;
key_value  = (signed !('+' | '-') | complex | strings | 'None' | 'True' | 'False' | NAME ('.' NAME)+ !('.' | '(' | '=')) ':' pattern ;
double_star = '**' capture_target ;
class_pattern = name_or_attr '(' ')' | name_or_attr '(' pattern % ',' ','? ')' | name_or_attr '(' keyword_pattern % ',' ','? ')'
           | name_or_attr '(' pattern % ',' ',' keyword_pattern % ',' ','? ')' | ?bad_class_pattern ;
keyword_pattern = NAME '=' pattern ;
bad_class_pattern = name_or_attr '(' a:bad_class_arguments -> at a "positional patterns follow keyword patterns" ;
bad_class_arguments = (pattern % ',' ',')? keyword_pattern % ',' ',' a:(pattern % ',') -> a ;

exprs      = expr (',' expr)+ ','? -> Tuple | expr ',' -> Tuple | expr ;
@expr      = ?bad_expr | ?bad_legacy | disjunction 'if' disjunction 'else' expr -> IfExp | disjunction | lambda ;
expr_plain = disjunction 'if' disjunction 'else' expr -> IfExp | disjunction | lambda ;
bad_expr   = !(NAME STRING | SOFT) a:disjunction b:expr_plain_once -> do comma
           | a:disjunction 'if' b:disjunction !('else' | ':') -> range a b "expected 'else' after 'if' expression" ;
bad_legacy = a:NAME !'(' b:star_exprs -> do legacy ;
yield      = 'yield' 'from' expr -> Yield | 'yield' star_exprs? -> Yield ;
star_exprs = star_expr (',' star_expr)+ ','? -> Tuple | star_expr ',' -> Tuple | star_expr ;
@star_expr = '*' bitor -> Starred | expr ;
star_nameds = star_named % ',' ','? ;
star_named = '*' bitor -> Starred | named ;
walrus     = NAME ':=' ~ expr -> NamedExpr ;
named      = walrus | ?bad_named | a:expr !':=' -> a ;
@bad_named = a:expr ':=' expr -> at a "cannot use assignment expressions with %n"
           | a:NAME '=' b:bitor !('=' | ':=') -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
           | !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitor '=' bitor !('=' | ':=')
             -> at a "cannot assign to %n here. Maybe you meant '==' instead of '='?" ;
@disjunction = conjunction ('or' conjunction)+ -> BoolOp | conjunction ;
@conjunction = inversion ('and' inversion)+ -> BoolOp | inversion ;
@inversion = 'not' inversion -> UnaryOp | comparison ;
comparison = bitor compare_op bitor (compare_op bitor)* -> Compare | bitor ;
compare_op = '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is' ;
@bitor     = bitxor ('|' bitxor)+ -> BinOp | bitxor ;
@bitxor    = bitand ('^' bitand)+ -> BinOp | bitand ;
@bitand    = shift ('&' shift)+ -> BinOp | shift ;
@shift     = sum (('<<' | '>>') sum)+ -> BinOp | sum ;
@sum       = term (('+' | '-') term)+ -> BinOp | term ;
@term      = factor (('*' | '/' | '//' | '%' | '@') factor)+ -> BinOp | factor ;
@factor    = ('+' | '-' | '~') factor -> UnaryOp | power ;
power      = await_primary '**' factor -> BinOp | await_primary ;
@await_primary = 'await' primary -> Await | primary ;
@primary   = PRIMARY ;
trailer    = '.' NAME -> Attribute | genexp -> Call | '(' arguments? ')' -> Call | '[' slices ']' -> Subscript ;
t_trailer  = '.' NAME &t_ahead | '[' slices ']' &t_ahead | genexp &t_ahead | '(' arguments? ')' &t_ahead ;
t_ahead    = '(' | '[' | '.' ;
slices     = slice !',' | (slice | starred) % ',' ','? ;
slice      = expr? ':' expr? (':' expr?)? | named ;
atom       = NAME | 'True' -> True | 'False' -> False | 'None' -> None | &STRING strings | NUMBER -> Constant
           | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...' -> Ellipsis ;
@strings   = STRINGS ;
group      = '(' a:(yield | named) ')' -> a | ?bad_group ;
bad_group  = '(' a:starred ')' -> at a "cannot use starred expression here"
           | '(' a:'**' expr ')' -> at a "cannot use double starred expression here" ;
lambda     = 'lambda' lambda_params? ':' expr -> Lambda ;

lambda_params = ?bad_lparams | lparameters ;
lparameters = lslash_plain lplain* ldefaulted* lstar_etc? | lslash_default ldefaulted* lstar_etc?
           | lplain+ ldefaulted* lstar_etc? | ldefaulted+ lstar_etc? | lstar_etc ;
lslash_plain = lplain+ '/' ',' | lplain+ '/' &':' ;
lslash_default = lplain* ldefaulted+ '/' ',' | lplain* ldefaulted+ '/' &':' ;
lstar_etc  = ?bad_lstar_etc | '*' lplain lmaybe* lkwds? | '*' ',' lmaybe+ lkwds? | lkwds ;
lkwds      = ?bad_lkwds | '**' lplain ;
lplain     = a:NAME ',' -> a | a:NAME &':' -> a ;
ldefaulted = a:NAME default ',' -> a | a:NAME default &':' -> a ;
lmaybe     = a:NAME default? ',' -> a | a:NAME default? &':' -> a ;
bad_lparams = lplain* bad_lparams_helper a:lplain -> at a "non-default argument follows default argument"
           | lplain* a:'(' NAME % ',' ','? b:')' -> range a b "Lambda expression parameters cannot be parenthesized"
           | a:'/' ',' -> at a "at least one argument must precede /"
           | (lslash_plain | lslash_default) lmaybe* a:'/' -> at a "/ may appear only once"
           | (lslash_plain | lslash_default)? lmaybe* '*' (',' | lplain) lmaybe* a:'/' -> at a "/ must be ahead of *"
           | lmaybe+ '/' a:'*' -> at a "expected comma between / and *" ;
bad_lparams_helper = lslash_default | ldefaulted+ ;
bad_lstar_etc = '*' (':' | ',' (':' | '**')) -> here "named arguments must follow bare *"
           | '*' NAME a:'=' -> at a "var-positional argument cannot have default value"
           | '*' (lplain | ',') lmaybe* a:'*' (lplain | ',') -> at a "* argument may appear only once" ;
bad_lkwds  = '**' NAME a:'=' -> at a "var-keyword argument cannot have default value"
           | '**' NAME ',' a:NAME -> at a "arguments cannot follow var-keyword argument"
           | '**' NAME ',' a:('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument" ;

list       = '[' star_nameds? ']' -> List ;
tuple      = '(' (star_named ',' star_nameds?)? ')' -> Tuple ;
set        = '{' star_nameds '}' -> Set ;
dict       = '{' (pair % ',' ','?)? '}' -> Dict | '{' bad_pairs '}' ;
pair       = '**' bitor | kvpair ;
kvpair     = expr ':' expr ;
bad_pairs  = pair % ',' ',' bad_kvpair
           | expr ':' a:'*' bitor -> from a "cannot use a starred expression in a dictionary value"
           | expr a:':' &('}' | ',') -> at a "expression expected after dictionary key and ':'" ;
bad_kvpair = a:expr !':' -> do key
           | expr ':' a:'*' bitor -> from a "cannot use a starred expression in a dictionary value"
           | expr a:':' &('}' | ',') -> at a "expression expected after dictionary key and ':'" ;
clauses    = clause+ ;
clause     = 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
           | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | ?bad_for_target ;
listcomp   = '[' named clauses ']' -> ListComp | ?bad_comp ;
setcomp    = '{' named clauses '}' -> SetComp | ?bad_comp ;
genexp     = '(' (walrus | expr !':=') clauses ')' -> GeneratorExp | ?bad_comp ;
dictcomp   = '{' kvpair clauses '}' -> DictComp | ?bad_dictcomp ;
bad_comp   = ('[' | '(' | '{') a:starred clauses -> at a "iterable unpacking cannot be used in comprehension"
           | ('[' | '{') a:star_named ',' b:(star_named % ',' ','?) clauses -> do comptarget
           | ('[' | '{') a:star_named b:',' clauses -> range a b "did you forget parentheses around the comprehension target?" ;
bad_dictcomp = '{' a:'**' bitor clauses '}' -> at a "dict unpacking cannot be used in dict comprehension" ;

@arguments = a:args ','? &')' -> a | ?bad_arguments ;
args       = (starred | (walrus | expr !':=') !'=') % ',' (',' kwargs)? -> Args | kwargs -> Kwargs ;
kwargs     = (kwarg_starred % ',') ',' (kwarg_double % ',') | kwarg_starred % ',' | kwarg_double % ',' ;
starred    = '*' expr -> Starred ;
kwarg_starred = ?bad_kwarg | NAME '=' expr | starred ;
kwarg_double = ?bad_kwarg | NAME '=' expr | '**' expr -> DoubleStar ;
bad_kwarg  = a:('True' | 'False' | 'None') b:'=' -> range a b "cannot assign to %t"
           | a:NAME b:'=' expr clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
           | !(NAME '=') a:expr b:'=' -> range a b "expression cannot contain assignment, perhaps you meant \"==\"?" ;
bad_arguments = ((starred | (walrus | expr !':=') !'=') % ',' ',' kwargs | kwargs) ',' a:'*' -> at a "iterable argument unpacking follows keyword argument unpacking"
           | a:expr b:clauses ',' (args | expr clauses)? -> do genexp
           | a:NAME b:'=' expr clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
           | a:args b:clauses -> do callgenexp
           | args ',' a:expr b:clauses -> do genexptarget
           | a:args ',' args -> do positional ;

@star_targets = star_target !',' | star_target (',' star_target)* ','? ;
@star_target = '*' !'*' star_target | target_star_atom ;
@target_star_atom = T_PRIMARY ('.' NAME | '[' slices ']') !t_ahead | star_atom ;
star_atom  = NAME | '(' target_star_atom ')' | '(' (star_target (',' star_target)+ ','? | star_target ',')? ')'
           | '[' (star_target % ',' ','?)? ']' ;
single_target = attribute_target | NAME | '(' single_target ')' ;
attribute_target = T_PRIMARY ('.' NAME | '[' slices ']') !t_ahead ;
del_targets = del_target % ',' ','? ;
@del_target = T_PRIMARY ('.' NAME | '[' slices ']') !t_ahead | del_atom ;
del_atom   = NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']' ;
expr_plain_once = PLAIN ;
`
