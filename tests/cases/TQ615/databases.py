from django.core.management import call_command

from shop import api
from shop.models import Item

Item.objects.create(name="x")  # TQ615
call_command("migrate")  # TQ615


def test_items():
    Item.objects.create(name="y")
    assert api.count() == 2
