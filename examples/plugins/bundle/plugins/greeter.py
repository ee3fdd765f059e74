"""Greets."""
import host


def greet(data):
    host.log("hello, " + data["user"].title())


host.on("start", greet)
