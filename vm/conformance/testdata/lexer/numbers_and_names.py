# Tokens next to each other: operators without spaces, keywords after numbers, long names
a=1;b=2
print(a+b,a-b,a*b,a/b,a//b,a%b,a**b,a<b,a<=b,a==b,a!=b,a>b,a>=b,a<<b,a>>b,a&b,a|b,a^b,~a,-a,+a,not a)
print(1+-+-1,1--1,1 - -1,2**-1,2**-+1,a<-b,a>-b,a==-1,a if a else b,[a][0],(a),{a}=={1},a.real,1.5.real,1..real,1e5.real,0x1f.real)
_=__=___=1
print(_+__+___)
very_long_name_that_goes_on_and_on_and_on_for_a_very_long_time_indeed_yes_it_does_0123456789=5
print(very_long_name_that_goes_on_and_on_and_on_for_a_very_long_time_indeed_yes_it_does_0123456789)
print(a
      +b
      ,
      a-
      b)
def f(*,a,b=2,**c):return a,b,c
print(f(a=1),f(a=1,b=3,c=4),*[1,2],**{})
x=[1,2,3][1:]
y={1:2,**{3:4}}
print(x,y,x[-1],x[:1],x[::-1],lambda:0 or 1)if 0 else print(x,y,x[-1],x[:1],x[::-1])
if a:print("a");print("b")
for i in 1,2:print(i,end=";")
print()
class A:x=1;y=2
print(A.x,A.y)
print(1if a else 2, 1or 2, 1and 2)if 0 else print(1 if a else 2)
i=1;i+=1;i-=1;i*=2;i/=2;i//=1;i**=2;i%=2;print(i)
print(a is b,a is not b,a in[1],a not in[1],not a in[1])
print((a:=5),a,[b:=6],b)
print("a""b"'c',"""d"""'e',r"\n"if 0 else"\\n")
@staticmethod
def s():return"s"
print(s(),s.__func__())
print(0xABCDEF,0XabcDEF,0B11,0O17,1E5,1e+5,1E-5,1J,1.J,.5j,1_0_0)
