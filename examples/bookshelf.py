"""A library's books: dataclasses, enums, sorting, grouping, generators and sets.

    minipy examples/bookshelf.py
"""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import total_ordering
from itertools import groupby


class Status(Enum):
    SHELF = auto()
    LENT = auto()
    LOST = auto()


@dataclass(frozen=True)
class Author:
    name: str
    born: int


@total_ordering
@dataclass(eq=False)
class Book:
    title: str
    author: Author
    year: int
    tags: set = field(default_factory=set)
    status: Status = Status.SHELF

    def __eq__(self, other):
        return (self.author.name, self.year) == (other.author.name, other.year)

    def __lt__(self, other):
        return (self.author.name, self.year) < (other.author.name, other.year)


VERNE = Author("Jules Verne", 1828)
WELLS = Author("H. G. Wells", 1866)
SHELLEY = Author("Mary Shelley", 1797)

BOOKS = [
    Book("The Time Machine", WELLS, 1895, {"time", "future"}),
    Book("Around the World in Eighty Days", VERNE, 1872, {"travel"}),
    Book("Frankenstein", SHELLEY, 1818, {"science", "horror"}),
    Book("The War of the Worlds", WELLS, 1898, {"mars", "war"}),
    Book("From the Earth to the Moon", VERNE, 1865, {"moon", "travel", "science"}),
    Book("The Last Man", SHELLEY, 1826, {"future"}),
]


def search(books, **wanted):
    """Yield the books whose attributes equal (or, for tags, contain) what is wanted."""
    for book in books:
        for name, value in wanted.items():
            have = getattr(book, name)
            if not (value <= have if isinstance(have, set) else value == have):
                break
        else:
            yield book


def main():
    for author, books in groupby(sorted(BOOKS), key=lambda b: b.author):
        print(f"{author.name} ({author.born})")
        for book in books:
            print(f"    {book.year}  {book.title:<34} {', '.join(sorted(book.tags))}")

    lent = replace(BOOKS[0], status=Status.LENT)
    print(lent.title, "is", lent.status, "by", lent.author)
    print("same book:", lent == BOOKS[0], "| oldest:", min(BOOKS, key=lambda b: b.year).title)
    print("science:", [b.title for b in search(BOOKS, tags={"science"})])
    print("by Wells on the shelf:", [b.title for b in search([lent, *BOOKS[1:]], author=WELLS, status=Status.SHELF)])
    every = set().union(*(b.tags for b in BOOKS))
    print(len(every), "tags:", *sorted(every))
    ages = {b.title: b.year - b.author.born for b in BOOKS}
    print("written at the age of", dict(sorted(ages.items(), key=lambda kv: kv[1])))
    try:
        VERNE.name = "someone else"
    except AttributeError as e:
        print(f"{type(e).__name__}: {e}")
    print(*Status, sep=", ")


if __name__ == "__main__":
    main()
