"""Running the real programs from the environment that the tests run in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(
    *command: str, cwd: Path, stdin: bytes | str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `python -m command...` in a folder; output is decoded, nothing is raised for an exit code."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    out, err = (stream.decode("utf-8", "replace").replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, out, err)


def flake8(
    *arguments: str, cwd: Path, stdin: bytes | str | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the real flake8 with only our codes selected."""
    return run("flake8", "--select", "TQ", *arguments, cwd=cwd, stdin=stdin, **env)


def positions(output: str) -> list[str]:
    """`path:line:column: code` of each line that flake8 printed, sorted."""
    return sorted(" ".join(line.split(" ")[:2]) for line in output.splitlines())
