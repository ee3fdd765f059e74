# Conversions and format specs on generated flags, widths and values.
seed = 7
def rnd(n):
    global seed
    seed=(seed*6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (seed>>33)%n
vals=[0,1,-1,7,255,-256,10**20,-10**25,0.0,-0.0,1.5,-2.75,1e10,1e-10,123456.789,1e300,float('inf'),float('-inf'),float('nan'),True,'abc','é中',b'xy',None,[1],3.14159,99999.5,0.1,2**53+1,1e16,1e22,5e-324]
for i in range(1200):
    fl=''.join('-+ #0'[rnd(5)] for _ in range(rnd(4)))
    w=['','5','12','1','*'][rnd(5)]; p=['','.','.0','.3','.10','.*'][rnd(6)]
    c='diouxXeEfFgGcrsa%b'[rnd(18)]
    f='%'+fl+w+p+c
    args=[]
    if w=='*': args.append(rnd(20)-8)
    if p=='.*': args.append(rnd(12)-2)
    v=vals[rnd(len(vals))]
    args.append(v)
    try: r=ascii(f%tuple(args))
    except Exception as e: r=type(e).__name__+' '+str(e)
    print(f,args,r)
    fb=f.encode()
    try: r=ascii(fb%tuple(args))
    except Exception as e: r=type(e).__name__+' '+str(e)
    print(r)
    al=['','<','>','^','=','*<','é^','0='][rnd(8)]
    spec=al+['','+','-',' '][rnd(4)]+['','z'][0]+['','#'][rnd(2)]+['','0'][rnd(2)]+['','6','15'][rnd(3)]+['',',','_'][rnd(3)]+['','.0','.3','.12'][rnd(4)]+['','d','b','o','x','X','c','n','e','E','f','F','g','G','%','s'][rnd(16)]
    try: r=ascii(('{:'+spec+'}').format(v))
    except Exception as e: r=type(e).__name__+' '+str(e)
    print(spec,repr(v),r)
