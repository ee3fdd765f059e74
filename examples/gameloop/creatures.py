"""How creatures move: each function is called in every frame, and moves by one step at most."""


def hunter(me):
    food = me.Food()
    if food is not None:
        me.Move((food > me.Position()) - (food < me.Position()))


direction = 1


def walker(me):
    global direction
    before = me.Position()
    me.Move(direction)
    if me.Position() == before:  # at a wall
        direction = -direction


turns = 0


def brooder(me):
    """Thinks before every third step, for too long."""
    global turns
    turns += 1
    if turns % 3 == 0:
        while True:
            turns = turns  # and comes to no result
    me.Move(-1)
