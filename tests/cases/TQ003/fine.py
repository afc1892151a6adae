import os

assert os  # noqa
assert os  # noqa: TQ201
assert os  # noqa:TQ201,TQ202
assert os  # NoQA: E501, TQ201 (reason)
assert os  # noqa : E501
assert os  # noqa: E501  # TQ201 is another matter
TEXT = "# noqa : TQ201"
