from pydantic_settings import BaseSettings


class Base(BaseSettings):
    region: str = "eu"


class Config(Base):
    tax: int = 19


class Rates:
    tax = 19


config = Config()
rates = Rates()
