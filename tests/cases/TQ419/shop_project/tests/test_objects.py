from unittest.mock import patch

import shop.jobs
from shop import jobs, orders, total
from shop.jobs import Job
import shop.deep.inner as inner


@patch.object(jobs, "sned")  # TQ419
@patch.object(shop.jobs, "sned", create=False)  # TQ419
@patch.object(inner, "y")  # TQ419
def test_objects(a, b, c, mocker, monkeypatch):
    monkeypatch.setattr(jobs, "sned", 1)  # TQ419
    monkeypatch.delattr(jobs, "sned")  # TQ419
    mocker.patch.object(jobs, "sned")  # TQ419
    mocker.spy(jobs, "sned")  # TQ419
    with patch.multiple(jobs, sned=1, run=2):  # TQ419
        assert jobs.run() == 3
    with monkeypatch.context() as inside:
        inside.setattr(jobs, "sned", 1)  # TQ419
    assert jobs.run() == 3


def test_there(mocker, monkeypatch, name):
    monkeypatch.setattr(jobs, "deliver", 1)
    monkeypatch.setattr(jobs.os, "sned", 1)
    monkeypatch.setattr(Job, "sned", 1)
    monkeypatch.setattr(orders, "sned", 1)
    monkeypatch.setattr(total, "sned", 1)
    monkeypatch.setattr(jobs, name, 1)
    monkeypatch.setattr(inner, "x", 1)
    monkeypatch.setattr(jobs, "sned", 1, raising=False)
    monkeypatch.setattr(jobs, "given", 1)
    patch.multiple(jobs, deliver=1, given=2)
    patch.multiple(orders, sned=1)
    patch.multiple(Job, sned=1)
    patch.multiple(name, sned=1)
    patch.multiple(jobs, create=True, sned=1)
    job = Job()
    monkeypatch.setattr(job, "sned", 1)
    assert jobs.run() == 3


jobs.given = 3
