import pytest
from django.contrib.auth import get_user_model

User = get_user_model()
Member = get_user_model()


@pytest.fixture
def member(db):
    return User.objects.create_user("größe")  # TQ809


@pytest.mark.django_db
def test_rank():
    assert Member.objects.create(name="ada").rank() == 0  # TQ809
