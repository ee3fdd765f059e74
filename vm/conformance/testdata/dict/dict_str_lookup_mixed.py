class Name:
    def __init__(self, s): self.s = s
    def __hash__(self): return hash(self.s)
    def __eq__(self, o): return self.s == (o.s if isinstance(o, Name) else o)
e={Name('a'):1}
k='a'
print(k in e)
try: print(e[k])
except KeyError as x: print('KE',x)
print('a' in e, e.get('a'), e.get(k))
try: print(e['a'])
except KeyError as x: print('KE',x)
e['a']=3
print(len(e))
try: del e['a']
except KeyError as x: print('KE',x)
