import pytest
import pytest_asyncio
from alembic import command
from django.core.management import call_command

from shop import Base, db, engine


@pytest.fixture
def tables():
    Base.metadata.create_all(engine)  # TQ810
    yield engine
    Base.metadata.drop_all(engine)  # TQ810


@pytest_asyncio.fixture
async def connection():
    async with engine.begin() as found:
        await found.run_sync(Base.metadata.create_all)  # TQ810
        yield found


@pytest.fixture()
def migrated(config):
    call_command("migrate")  # TQ810
    command.upgrade(config, "head")  # TQ810
    call_command("loaddata", "orders")


@pytest.fixture(scope="session")
def once():
    db.create_all()
    yield db
    db.drop_all()


def test_create_all():
    db.create_all()
    assert db.tables() == []
