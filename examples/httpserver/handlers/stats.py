"""The body is a JSON list of numbers; so is the answer."""
import json
import math

try:
    numbers = [float(x) for x in json.loads(request.body)]
except (ValueError, TypeError) as e:
    response.status = 400
    print("not a list of numbers:", e)
else:
    mean = sum(numbers) / len(numbers)
    response.header["Content-Type"] = "application/json"
    print(json.dumps({"mean": mean, "deviation": math.sqrt(sum((x - mean) ** 2 for x in numbers) / len(numbers))}))
