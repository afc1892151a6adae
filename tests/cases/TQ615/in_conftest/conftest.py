import os
import sys

import django

os.environ["A"] = "1"
sys.path.insert(0, "..")
django.setup()
