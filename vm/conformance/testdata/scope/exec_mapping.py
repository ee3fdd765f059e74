# exec with a mapping for locals: every name goes through __getitem__/__setitem__
class Loud(dict):
    def __getitem__(self, key):
        print("get", key)
        return dict.__getitem__(self, key)
    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)
    def __delitem__(self, key):
        print("del", key)
        dict.__delitem__(self, key)

env = Loud()
exec("a = 1\nb = a + 2\ndel a\nprint(len('xx'))", {}, env)
print(dict(env))

class Defaults(dict):
    def __missing__(self, key):
        return "<" + key + ">"

print(eval("foo + bar", {}, Defaults()))

class Mapping:
    def __init__(self):
        self.log = []
    def __getitem__(self, key):
        if key == "answer":
            return 42
        raise KeyError(key)
    def __setitem__(self, key, value):
        self.log.append((key, value))

m = Mapping()
exec("x = answer\nfor i in range(2): pass", {}, m)
print(m.log)
try:
    eval("nothing", {}, m)
except NameError as e:
    print(e)
