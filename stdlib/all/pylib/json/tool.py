"""python -m json.tool: check JSON and print it indented."""

import argparse
import json
import sys


def main():
    parser = argparse.ArgumentParser(prog='python -m json.tool',
                                     description='Check JSON and print it indented.')
    parser.add_argument('infile', nargs='?', default='-', help='a JSON file (standard input if not given)')
    parser.add_argument('outfile', nargs='?', help='where to write (standard output if not given)')
    parser.add_argument('--sort-keys', action='store_true', help='sort the keys of objects')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='leave non-ASCII as it is')
    parser.add_argument('--json-lines', action='store_true', help='each line is a document')
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--indent', default=4, type=int, help='spaces for each level')
    group.add_argument('--tab', action='store_const', dest='indent', const='\t', help='a tab for each level')
    group.add_argument('--no-indent', action='store_const', dest='indent', const=None, help='one line')
    group.add_argument('--compact', action='store_true', help='no white space')
    opts = parser.parse_args()
    args = {'sort_keys': opts.sort_keys, 'indent': opts.indent, 'ensure_ascii': opts.ensure_ascii}
    if opts.compact:
        args['indent'] = None
        args['separators'] = ',', ':'
    try:
        source = sys.stdin if opts.infile == '-' else open(opts.infile, encoding='utf-8')
        with source:
            docs = [json.loads(line) for line in source] if opts.json_lines else [json.load(source)]
        out = sys.stdout if opts.outfile is None else open(opts.outfile, 'w', encoding='utf-8')
        with out:
            for doc in docs:
                json.dump(doc, out, **args)
                out.write('\n')
    except ValueError as e:
        raise SystemExit(e)


if __name__ == '__main__':
    main()
