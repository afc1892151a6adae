import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory
from model_bakery.recipe import Recipe

from shop.models import Invoice, Order


class BaseFactory(DjangoModelFactory):
    class Meta:
        abstract = True


class OrderFactory(BaseFactory):
    class Meta:
        model = Order


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()


class LineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = "shop.Line"


invoice = Recipe(Invoice)
