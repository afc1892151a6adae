"""The HTTP face: paths to answers, and the client that tests use."""

from booking.clients import Reply
from booking.models import Booking, Room
from booking.settings import settings


def show_room(pk: str) -> Reply:
    try:
        room = Room.objects.get(pk=int(pk))
    except (ValueError, Room.DoesNotExist):
        return Reply(404, {"error": "no such room"})
    return Reply(200, {"name": room.name, "rate": str(room.nightly_rate), "currency": settings.currency})


def list_rooms() -> Reply:
    rooms = Room.objects.filter()
    return Reply(200, {"count": len(rooms), "rooms": [room.name for room in rooms]})


def show_booking(pk: str, token: str | None) -> Reply:
    if token is None:
        return Reply(401, {"error": "sign in first"})
    try:
        booking = Booking.objects.get(pk=int(pk))
    except (ValueError, Booking.DoesNotExist):
        return Reply(404, {"error": "no such booking"})
    return Reply(200, {"status": booking.status, "nights": booking.nights})


class Client:
    """Sends a path to its view, as the server would."""

    def __init__(self, token: str | None = None):
        self.token = token

    def get(self, path: str) -> Reply:
        match path.strip("/").split("/"):
            case ["rooms"]:
                return list_rooms()
            case ["rooms", pk]:
                return show_room(pk)
            case ["bookings", pk]:
                return show_booking(pk, self.token)
            case _:
                return Reply(404, {"error": "no such page"})
