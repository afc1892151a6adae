import pytest  # TQ830
