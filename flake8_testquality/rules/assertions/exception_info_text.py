"""TQ319."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.raises import info_texts, names_class
from flake8_testquality.model.rewriting import replacements
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ319",
    profile="recommended",
    helpers=True,
    words=("str", "{"),
    message="`{text}` describes pytest's ExceptionInfo, not the exception: use str({name}.value) or match=",
    fix="safe",
    bad='''
        import pytest

        from billing import InvalidAmount, charge


        def test_refusal_names_the_amount():
            with pytest.raises(InvalidAmount) as excinfo:
                charge(-1)
            assert "-1" in str(excinfo)  # TQ319
    ''',
    good='''
        import pytest

        from billing import InvalidAmount, charge


        def test_refusal_names_the_amount():
            with pytest.raises(InvalidAmount) as excinfo:
                charge(-1)
            assert "-1" in str(excinfo.value)
    ''',
)
def exception_info_text(test: Test, module: Module) -> Iterator[Finding]:
    """pytest's ExceptionInfo prints its own description, which holds the message shortened or not at all.

    Allowed: `excinfo.value`, repr(excinfo), names bound by `except` or by unittest's assertRaises, a comparison with
    the description itself (`str(excinfo) == "<ExceptionInfo ...>"`), a text that nothing looks at.
    """
    for outer, name in info_texts(test):
        statement = module.statement_of(outer)
        if isinstance(statement, ast.Expr) and statement.value is outer:
            continue
        text = module.text(outer) if isinstance(outer, ast.Call) else f"{{{name.id}}}"
        # the exception's text has no class name in it
        edits = () if names_class(test, name.id, statement) else replacements(module, name, f"{name.id}.value")
        yield Finding(name, edits=edits, text=text, name=name.id)
