import os  # TQ003

assert os  # noqa: TQ
assert os  # noqa : TQ201
assert os  # noqa:  TQ201
assert os  # NOQA TQ201
