from unittest.mock import patch

from shop import jobs


@patch("shop.jobs.time.sleep")
@patch("shop.jobs.requests")
@patch("shop.jobs.date")
@patch("shop.jobs.aws.client")
@patch.object(jobs, "requests")
@patch("shop.jobs.send")
@patch("shop.jobs.post")
def test_edges(*mocks):
    assert jobs.run() == "größe"


@patch("shop.jobs.send")
@patch("shop.jobs.post.send")
@patch("shop.jobs.a")
@patch("shop.jobs.requests.get")
def test_parts(*mocks):  # TQ410
    assert jobs.run() == "größe"
