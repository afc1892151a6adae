import factory
from django.contrib.auth import get_user_model

UserModel = get_user_model()


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UserModel
