"""Python sources as hypothesis makes them: every kind of statement and expression, nested at will."""

from __future__ import annotations

import textwrap
from random import Random

from hypothesis import strategies as st

NAMES = ("a", "b", "self", "pytest", "mock", "größe", "test_x")


class SourceWriter:
    """Writes one source from a stream of choices."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.choose = random.choice

    def expression(self, depth: int = 3) -> str:
        if depth == 0:
            return self.choose([*NAMES, "1", "'日本'", "None", "b''", "..."])
        inner = depth - 1
        e, f, g = self.expression(inner), self.expression(inner), self.expression(self.random.randrange(depth))
        name = self.choose(NAMES)
        return self.choose(
            [
                f"{name}({e}, *{f}, {name}={g}, **{name})",
                f"{name}.{name}({e}).{name}({f})",
                f"({e})({f})",
                f"({e}).{name}",
                f"({e})[{f}:{g}]",
                f"({e} + {f}) * {g}",
                f"({e} if {f} else {g})",
                f"[{e}, *{name}, {f}]",
                f"({e}, {f})",
                "{" + f"{e}: {f}, **{name}" + "}",
                "{" + f"{e}, {f}" + "}",
                f"[{e} for {name} in {f} if {g}]",
                "{" + f"{name}: {e} for {name}, b in {f} for a in {g}" + "}",
                f"({e} for {name} in {f})",
                f"(lambda {name}, *c, d={e}, **k: {f})",
                f"({name} := {e})",
                f"({e} < {f} == {g})",
                f"(not {e} and {f} or {g})",
                'f"{' + name + ".read(" + name + ')!r:>{b}}é"',
                f"\\\n  {e}",
            ]
        )

    def target(self) -> str:
        return self.choose([*NAMES, "a, *b", "[a, (b, c)]", "a.b", f"a[{self.expression(1)}]"])

    def block(self, depth: int, of_function: bool = False) -> str:
        lines = "".join(self.statement(depth, of_function) for _ in range(self.random.randint(1, 2)))
        return textwrap.indent(lines, self.choose(["    ", "  "]))

    def statement(self, depth: int, of_function: bool = False) -> str:
        e, f = self.expression(), self.expression(2)
        name = self.choose(NAMES)
        simple = [
            f"{e}\n",
            f"{self.target()} = {name} = {e}\n",
            f"{name}: {f} = {e}\n",
            f"{name} += {e}\n",
            f"assert {e}, {f}\n",
            f"del {name}, b[{f}]\n",
            f"raise {e} from {f}\n",
            "import os.path as path, sys\n",
            "from . import a as c, d\n",
            f"pass; {e}\n",
        ]
        if of_function:
            simple += [f"return {e}\n", f"yield {f}\n", "global größe_2\n"]
        if depth == 0 or self.random.random() < 0.4:
            return self.choose(simple)
        body = self.block(depth - 1, of_function)
        other = self.block(depth - 1, of_function)
        inner = self.block(depth - 1, True)
        compound = [
            f"if {e}:\n{body}elif {f}:\n{other}else:\n{other}",
            f"for {self.target()} in {e}:\n{body}else:\n{other}",
            f"while {f}:\n{body}",
            f"with {e} as {self.target()}, {f}:\n{body}",
            f"try:\n{body}except ({f}) as {name}:\n{other}except a:\n{body}else:\n{other}finally:\n{body}",
            f"try:\n{body}except* ({f}):\n{other}",
            f"match {e}:\n  case a.B(x=[c, *d], y=1) | {{'k': _}} if {f}:\n"
            f"{textwrap.indent(body, '  ')}  case _:\n{textwrap.indent(other, '  ')}",
            f"@{name}.mark({f})\n@{name}\ndef {name}(p, /, q: {f} = {f}, *r, s={f}, **t) -> {f}:\n{inner}",
            f"@{name}\nasync def {name}():\n  async with {f} as c, a:\n{textwrap.indent(inner, '    ')}",
            f"@{name}({f})\nclass {name}({f}, metaclass={f}):\n{body}",
        ]
        return self.choose(compound)


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A text; nearly always one that Python parses."""
    writer = SourceWriter(draw(st.randoms(use_true_random=True)))
    return "".join(writer.statement(2) for _ in range(6))
