"""Count the words of a text.

    minipy examples/wordcount/wordcount.py [-n COUNT] [-i] [--longest] FILE...

Prints how many lines, words and distinct words each file has, and a small
bar chart of the commonest words. With -i, very common words are left out.
"""

import argparse
import sys
from collections import Counter

COMMON = frozenset(
    """a all an and are as at be but by can for from had he her his i in is it its me my no nor not o of on
    or our she so that the thee their them then there these they this thou thy to was we what when who
    with you your""".split()
)


def words_of(text):
    """Yield the words of a text in lower case; apostrophes inside a word belong to it."""
    word = []
    for ch in text.lower() + " ":
        if ch.isalpha() or (ch == "'" and word):
            word.append(ch)
        elif word:
            yield "".join(word).strip("'")
            word = []


def bar(count, most, width=30):
    return "#" * max(1, round(width * count / most))


def report(name, text, args):
    counts = Counter(w for w in words_of(text) if w)
    lines = text.count("\n")
    print(f"{name}: {lines} lines, {sum(counts.values())} words, {len(counts)} distinct")
    if args.ignore:
        counts = Counter({w: n for w, n in counts.items() if w not in COMMON})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: args.number]
    if not ranked:
        return
    most = ranked[0][1]
    width = max(len(word) for word, _ in ranked)
    for word, count in ranked:
        print(f"  {word:<{width}} {count:4} {bar(count, most)}")
    if args.longest:
        longest = sorted(counts, key=lambda w: (-len(w), w))[:5]
        print("  longest:", ", ".join(f"{w} ({len(w)})" for w in longest))


def main():
    parser = argparse.ArgumentParser(description="Count the words of a text.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("-n", "--number", type=int, default=10, help="how many words to show (10)")
    parser.add_argument("-i", "--ignore", action="store_true", help="leave out very common words")
    parser.add_argument("--longest", action="store_true", help="show the longest words too")
    args = parser.parse_args()
    failed = False
    for name in args.files:
        try:
            with open(name, encoding="utf-8") as f:
                text = f.read()
        except OSError as e:
            print(f"{name}: {e.strerror}", file=sys.stderr)
            failed = True
            continue
        report(name, text, args)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
