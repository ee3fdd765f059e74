# Subclasses, hooks and files of json.
import json, io, enum
a=[];a.append(a)
try: json.dumps(a)
except Exception as x: print(repr(x))
d={};d['x']=[d]
try: json.dumps(d)
except Exception as x: print(repr(x))
try: json.dumps(a,check_circular=False)
except BaseException as x: print(repr(x)[:100])
class D(dict): pass
class I(int):
    def __repr__(self): return 'I!'
class F(float):
    def __repr__(self): return 'F!'
class S(str):
    def __str__(self): return 'S!'
class E(enum.IntEnum): A=1
print(json.dumps([D(a=1),I(5),F(1.5),S('x'),E.A,{S('k'):1,I(3):2,F(2.5):3,E.A:7}]))
try: json.loads('[1,\n 2,\n x]')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,ascii(e.doc),e.args,e.__reduce__())
class Enc(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,set): return sorted(o)
        return super().default(o)
print(json.dumps({'s':{3,1,2}},cls=Enc), json.dumps([{1}],cls=Enc,indent=1))
try: json.dumps(object(),cls=Enc)
except TypeError as e: print(e)
class Enc2(json.JSONEncoder):
    def iterencode(self,o,_one_shot=False):
        for c in super().iterencode(o,_one_shot): yield c.upper()
print(json.dumps(['a',1],cls=Enc2))
f=io.StringIO(); json.dump({'a':[1,2]},f,indent=2); print(f.getvalue())
print(json.load(io.StringIO('{"a":[1,2,{"b":null}]}')), json.load(io.BytesIO(b'[true,false]')))
class Dec(json.JSONDecoder):
    def decode(self,s): return ('dec',super().decode(s))
print(json.loads('[1]',cls=Dec))
print(json.loads('[1.10, 2]',parse_float=lambda s: 'F' + s))
def hook(d):
    if '__complex__' in d: return complex(d['r'],d['i'])
    return d
print(json.loads('{"a":{"__complex__":1,"r":1,"i":2}}',object_hook=hook))
print(json.dumps({'k':{1}},default=str))
x={'name':'é','list':list(range(3)),'nested':{'x':{'y':[{}, [], '']}}}
print(json.dumps(x,indent=4,ensure_ascii=False,sort_keys=True)); assert json.loads(json.dumps(x))==x
k=json.loads('[{"abc":1},{"abc":2}]'); print(list(k[0])[0] is list(k[1])[0])
