import httpx
import pytest
import requests
from django.contrib.auth import get_user_model

from shop import api
from shop.db import session
from shop.models import Item

ADMIN = get_user_model().objects.get(pk=1)  # TQ615
COUNT = Item.objects.filter(name="größe").count()  # TQ615
NAMES = [item.name for item in list(Item.objects.all())]  # TQ615
Item.objects.all().delete()  # TQ615
session.add(api.item())
session.commit()  # TQ615
client = requests.Session()
PRICES = client.get("https://shop.test/prices").json()  # TQ615
with httpx.Client() as other:
    STOCK = other.get("https://shop.test/stock")  # TQ615

LATER = Item.objects.filter(name="x")
later = lambda: Item.objects.get(pk=1)
RULES = api.rules().get("name")


@pytest.mark.parametrize("name", list(Item.objects.values_list("name")))  # TQ615
def test_names(name):
    assert api.find(name).name == name


def helper():
    session.commit()
    return Item.objects.get(pk=1)


class TestItems:
    items = Item.objects.all()

    def test_items(self):
        assert api.count() == Item.objects.count()
