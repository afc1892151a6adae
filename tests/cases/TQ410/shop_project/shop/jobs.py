import time
from datetime import date

import boto3 as aws
import requests

from shop import a
from shop.mail import send

from . import mail as post


def run():
    return send(a, post, aws, date, time, requests)
