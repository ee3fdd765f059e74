"""A text adventure. Play it at a terminal, or feed it the moves:

    minipy examples/adventure.py < examples/adventure.in

Commands: look, go DIRECTION, take THING, drop THING, use THING, inventory, quit.
"""

ROOMS = {
    "cottage": {
        "text": "You are in a small cottage. A cold stove stands in the corner.",
        "exits": {"north": "garden", "down": "cellar"},
        "things": ["lantern"],
    },
    "garden": {
        "text": "You are in an overgrown garden. Somewhere a bird sings.",
        "exits": {"south": "cottage", "east": "gate"},
        "things": ["rope"],
    },
    "cellar": {
        "text": "You are in the cellar. It smells of apples and old paper.",
        "exits": {"up": "cottage"},
        "things": ["key"],
        "dark": True,
    },
    "gate": {
        "text": "You stand before an iron gate. Beyond it a road leads to the hills.",
        "exits": {"west": "garden"},
        "things": [],
    },
}

SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}


class Game:
    def __init__(self):
        self.room = "cottage"
        self.carried = []
        self.lit = False
        self.over = False
        self.moves = 0

    @property
    def here(self):
        return ROOMS[self.room]

    def dark(self):
        return self.here.get("dark", False) and not (self.lit and "lantern" in self.carried)

    def do_look(self, _):
        if self.dark():
            print("It is pitch dark.")
            return
        print(self.here["text"])
        for thing in self.here["things"]:
            print(f"There is a {thing} here.")
        print("Exits:", ", ".join(self.here["exits"]))

    def do_go(self, direction):
        direction = SHORT.get(direction, direction)
        if direction not in self.here["exits"]:
            print("You cannot go that way.")
            return
        self.room = self.here["exits"][direction]
        self.do_look("")

    def do_take(self, thing):
        if self.dark():
            print("You grope about and find nothing.")
        elif thing in self.here["things"]:
            self.here["things"].remove(thing)
            self.carried.append(thing)
            print("Taken.")
        else:
            print(f"There is no {thing or 'such thing'} here.")

    def do_drop(self, thing):
        if thing in self.carried:
            self.carried.remove(thing)
            self.here["things"].append(thing)
            print("Dropped.")
        else:
            print("You do not have it.")

    def do_inventory(self, _):
        print("You carry:", ", ".join(self.carried) if self.carried else "nothing")

    def do_use(self, thing):
        if thing not in self.carried:
            print("You do not have it.")
            return
        match thing, self.room:
            case "lantern", _:
                self.lit = not self.lit
                print("The lantern is", "lit." if self.lit else "out.")
            case "key", "gate":
                print("The key turns. The gate swings open, and the road is yours.")
                self.over = True
            case "key", _:
                print("There is nothing to unlock here.")
            case _:
                print(f"You wave the {thing} about. Nothing happens.")

    def do_quit(self, _):
        print("Goodbye.")
        self.over = True

    def command(self, line):
        verb, _, rest = line.strip().lower().partition(" ")
        if verb in SHORT or verb in SHORT.values():
            verb, rest = "go", verb
        action = getattr(self, "do_" + verb, None)
        if action is None:
            print(f"I do not know how to {verb!r}.")
            return
        self.moves += 1
        action(rest.strip())


def main():
    game = Game()
    game.do_look("")
    while not game.over:
        try:
            line = input("> ")
        except EOFError:
            print()
            break
        if line.strip():
            game.command(line)
    print(f"{game.moves} moves.")


if __name__ == "__main__":
    main()
