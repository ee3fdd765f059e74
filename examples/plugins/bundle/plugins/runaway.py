"""Never comes to an end by itself."""
import host


def forever(data):
    while True:
        try:
            while True:
                pass
        except BaseException:  # does not help it
            pass


host.on("message", forever)
