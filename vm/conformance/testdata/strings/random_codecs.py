# json and codecs on generated text and bytes.
import codecs
import json

seed = 7
def rnd(n):
    global seed
    seed=(seed*6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (seed>>33)%n
BASE=['{"a": [1, 2.5, -3e10, "x\\u00e9\\n"], "b": {"c": null, "d": true}, "é": false}','[[], {}, "", 0, -0.0, 1e5, "\\ud83d\\ude00", NaN, Infinity]','  {"k" : "v" , "n" : [ 1 , [ 2 , [ 3 ] ] ] }  ','"abc\\"def\\\\"','-12.5e-3']
CH='{}[]",:0123456789.eE+-truefalsn \\u/\tNIé'
def gen(d):
    k=rnd(10 if d<4 else 6)
    if k==0: return rnd(1000)-500
    if k==1: return [None,True,False][rnd(3)]
    if k==2: return (rnd(10000)-5000)/7
    if k<6: return ''.join(chr([rnd(128),rnd(0x800),rnd(0x110000)][rnd(3)]) for _ in range(rnd(6)))
    if k<8: return [gen(d+1) for _ in range(rnd(5))]
    return {(str(rnd(50)) if rnd(3) else rnd(9)):gen(d+1) for _ in range(rnd(5))}
for i in range(700):
    s=list(BASE[rnd(len(BASE))])
    for _ in range(rnd(3)):
        p=rnd(len(s)); m=rnd(3)
        if m==0: s[p]=CH[rnd(len(CH))]
        elif m==1: s.insert(p,CH[rnd(len(CH))])
        elif len(s)>1: del s[p]
    s=''.join(s)
    try: r=ascii(json.loads(s))
    except Exception as e: r=type(e).__name__+' '+str(e)
    print(r)
    o=gen(0)
    kw={}
    if rnd(3)==0: kw['indent']=[0,1,4,'\t','--'][rnd(5)]
    if rnd(3)==0: kw['ensure_ascii']=False
    if rnd(4)==0: kw['sort_keys']=True
    if rnd(4)==0: kw['separators']=[(',',':'),(', ','= ')][rnd(2)]
    try:
        t=json.dumps(o,**kw); print(ascii(t))
        if 'separators' not in kw or kw['separators'][1]!='= ': print(ascii(json.loads(t)))
        print(ascii(''.join(json.JSONEncoder(**kw).iterencode(o)))==ascii(t))
    except Exception as e: print(type(e).__name__,e)
CODECS=['utf-8','utf-8-sig','utf-16','utf-16-le','utf-16-be','utf-32','utf-32-be','utf-7','ascii','latin-1','cp1252','cp437','koi8-r','iso8859-15','unicode_escape','raw_unicode_escape','mac_roman','cp037']
ERR=['strict','ignore','replace','backslashreplace','surrogateescape','surrogatepass','xmlcharrefreplace','namereplace']
for i in range(1200):
    c=CODECS[rnd(len(CODECS))]; e=ERR[rnd(5 if rnd(2) else 6)]
    b=bytes([rnd(256),b'\\x41u+-AOkN{}\xd8\xdc\0'[rnd(15)]][rnd(2)] for _ in range(rnd(12)))
    try: r=ascii(b.decode(c,e))
    except Exception as x: r=type(x).__name__+' '+str(x)
    print(c,e,b,r)
    try:
        d=codecs.getincrementaldecoder(c)(e); k=rnd(len(b)+1)
        r=ascii([d.decode(b[:k]),d.decode(b[k:],True)])
    except Exception as x: r=type(x).__name__
    print(r)
    e=ERR[rnd(8)]
    s=''.join(chr([rnd(128),rnd(256),rnd(0x3000),0xd800+rnd(0x800),rnd(0x110000)][rnd(5)]) for _ in range(rnd(8)))
    try: r=ascii(s.encode(c,e))
    except Exception as x: r=type(x).__name__+' '+str(x)
    print(c,e,ascii(s),r)
