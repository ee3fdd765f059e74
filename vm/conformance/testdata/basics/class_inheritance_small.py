# Inheritance as programs use it
class Animal:
    kind = "animal"
    def __init__(self, name): self.name = name
    def speak(self): return "..."
    def __str__(self): return f"{self.name} the {self.kind} says {self.speak()}"
class Dog(Animal):
    kind = "dog"
    def speak(self): return "woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super().speak() + "?" * self.age
pets = [Animal("x"), Dog("rex"), Puppy("bit", 2)]
for p in pets: print(p)
print([isinstance(p, Dog) for p in pets], issubclass(Puppy, Animal), [type(p).__name__ for p in pets], Puppy.__mro__[1].__name__, [p.kind for p in pets], hasattr(pets[0], "age"))
Dog.kind = "hound"
pets[2].kind = "puppy"
print([p.kind for p in pets], vars(pets[2]))
try: Puppy("a")
except TypeError as e: print(e)
try: pets[0].bark()
except AttributeError as e: print(e)
