"""Migration of assertRaises and assertWarns to pytest's blocks, with the same outcomes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.case_calls import CaseCall, imported_name, is_standard
from flake8_testquality.model.rewriting import ATOM, holds_comment, parenthesised, replace_statement
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_SIMPLE = (ast.Name, ast.Constant)


def rewritten_raises(module: Module, call: CaseCall) -> tuple[Edit, ...]:
    """The edits that write assertRaises or assertWarns as pytest's block; none where the outcome might change."""
    node = call.node
    parsed = _expectation(module, call)
    if parsed is None or not is_standard(call):
        return ()
    given, rest, imports = parsed
    statement = module.statement_of(node)
    if isinstance(statement, ast.With):
        item = next((item for item in statement.items if item.context_expr is node), None)
        if item is None or rest or holds_comment(module, *module.source.range(node)):
            return ()
        uses = _value_edits(module, call, item.optional_vars)
        return () if uses is None else (Edit(*module.source.range(node), given), *uses, *imports)
    if not isinstance(statement, ast.Expr) or statement.value is not node or not rest:
        return ()
    return _as_block(module, statement, given, rest, node.keywords, imports)


def _expectation(module: Module, call: CaseCall) -> tuple[str, list[ast.expr], list[Edit]] | None:
    """(pytest's call as text, the callable and its arguments, imports) of an expectation."""
    node = call.node
    if not node.args or any(isinstance(item, ast.Starred) for item in node.args):
        return None
    is_regex = call.name.endswith("Regex")
    used = 2 if is_regex else 1
    rest = list(node.args[used:])
    words = [item.arg for item in node.keywords]
    if len(node.args) < used or (not rest and words) or "msg" in words or None in words:
        return None
    pattern = node.args[1] if is_regex else None
    if isinstance(node.args[0], ast.Constant) or (isinstance(pattern, ast.Constant) and not pattern.value):
        return None
    imports: list[Edit] = []
    tool = imported_name(module, call, "pytest.warns" if "Warns" in call.name else "pytest.raises", imports)
    match = f", match={parenthesised(module, node.args[1])}" if is_regex else ""
    return f"{tool}({parenthesised(module, node.args[0])}{match})", rest, imports


def _value_edits(module: Module, call: CaseCall, target: ast.expr | None) -> list[Edit] | None:
    """The edits that read `cm.value` in the place of `cm.exception`; None where the context is used otherwise."""
    if target is None:
        return []
    if not isinstance(target, ast.Name) or "Warns" in call.name:
        return None
    outer = call.scope.chain()
    method = next((scope for scope in outer if scope.parent is not None and scope.parent.is_class), call.scope)
    reads = [node for node in method.nodes(ast.Name) if node.id == target.id]
    if sum(isinstance(node.ctx, ast.Store) for node in reads) != 1:
        return None
    attributes = {id(node.value): node for node in method.nodes(ast.Attribute) if node.attr == "exception"}
    edits = []
    for node in reads:
        if isinstance(node.ctx, ast.Store):
            continue
        attribute = attributes.get(id(node))
        if attribute is None:
            return None
        end = module.source.range(attribute)[1]
        if module.source.text[end - 9 : end] != "exception":
            return None
        edits.append(Edit(end - 9, end, "value"))
    return edits


def _as_block(
    module: Module, statement: ast.Expr, given: str, rest: list[ast.expr], words: list[ast.keyword], imports: list[Edit]
) -> tuple[Edit, ...]:
    called, arguments = rest[0], [*rest[1:], *(word.value for word in words)]
    text = module.source.text
    start, end = module.source.range(statement)
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    # What stands behind a semicolon would be drawn into the block, and never run.
    if indent.strip() or text[end:].partition("\n")[0].lstrip().startswith(";"):
        return ()
    if isinstance(called, ast.Lambda):
        if arguments or called.args.args or called.args.vararg or called.args.kwarg or called.args.defaults:
            return ()
        body = parenthesised(module, called.body)
    else:
        # What an argument raises would be expected too, once it stands in the block.
        if not all(_cannot_raise(item) for item in arguments) or not isinstance(called, ast.Name | ast.Attribute):
            return ()
        if isinstance(called, ast.Attribute) and not _cannot_raise(called.value):
            return ()
        parts = [parenthesised(module, item) for item in rest[1:]]
        parts += [f"{word.arg}={parenthesised(module, word.value)}" for word in words]
        body = f"{parenthesised(module, called, ATOM)}({', '.join(parts)})"
    edits = replace_statement(module, statement, [f"with {given}: {body}"])
    if not edits:
        return ()
    step = "\t" if "\t" in indent else "    "
    return (Edit(edits[0].start, edits[0].end, f"with {given}:\n{indent}{step}{body}"), *imports)


def _cannot_raise(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple):
        return all(_cannot_raise(item) for item in node.elts)
    if isinstance(node, ast.Dict):
        keys = all(item is None or isinstance(item, ast.Constant) for item in node.keys)
        return keys and all(_cannot_raise(item) for item in node.values)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.operand, ast.Constant)
    return isinstance(node, _SIMPLE) or (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))
