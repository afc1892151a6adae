import os

assert os  # noqa: TQ201 # TQ004
assert os  # noqa:TQ201,TQ202 # TQ004
assert os  # NOQA: E501, TQ201 # TQ004
assert os  # noqa: TQ2 # TQ004
assert os  # noqa: TQ201  # type: ignore[attr-defined] # TQ004
assert os  # type: ignore  # noqa: TQ201 - # TQ004
assert os  # noqa: TQ201 (the module is the outcome)
assert os  # noqa: TQ201 - the module is the outcome
assert os  # noqa: TQ201  # because of issue 42
assert os  # noqa: E501
assert os  # noqa
assert os  # noqa : TQ201
TEXT = "# noqa: TQ201"
