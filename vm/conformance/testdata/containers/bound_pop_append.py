# append and pop of a list kept as attributes and locals, called with and without arguments
class Box:
    pass


def run():
    x = [1.5] * 10
    box = Box()
    box.take, box.put = x.pop, x.append
    out = [box.take(), box.put([7]), len(x)]
    take, put = x.pop, x.append
    out += [take(), take(0), put(take), len(x)]
    for args in [([1, 2],), (1, 2), ()]:
        for f in (box.take, box.put, take, put, list.pop, list.append):
            try:
                out.append(f(*args))
            except (TypeError, IndexError) as e:
                out.append(str(e))
    try:
        box.take([1, 2])
    except TypeError as e:
        out.append(str(e))
    try:
        box.put([1], [2])
    except TypeError as e:
        out.append(str(e))
    for i in range(3):
        box.take()
        take()
    return [repr(o).partition(' at ')[0] for o in out], len(x)


for n in range(3):
    print(run())
