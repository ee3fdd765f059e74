B = "B from b"
