"""User rules: ast-grep's own YAML becomes ordinary rules. They are data: nothing of them is executed."""

from __future__ import annotations

import fnmatch
import stat
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality import patterns
from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, Grade, Rule
from flake8_testquality.settings import WrongSetting

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

MAX_BYTES = 262_144
MAX_DEPTH = 40
KEYS = frozenset(
    "id language message severity note url rule constraints utils fix files ignores metadata labels".split()
)
METADATA = frozenset({"scope", "valid", "invalid", "fix"})
SCOPES = ("tests", "fixtures", "anywhere")
SEVERITIES = ("error", "warning", "info", "hint", "off")
CODE = regex(r"TQ9\d\d")


@attrs.frozen
class Place:
    """Where a match sits, as a finding's subject."""

    line: int
    column: int


@attrs.frozen(eq=False)
class Example:
    """A text of a rule file and whether the rule should report it."""

    rule: Rule
    text: str
    is_bad: bool


def load(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, or of every .yml and .yaml file below a folder, sorted by id; raises WrongSetting."""
    if not path.exists():
        raise WrongSetting(f"tq-rules: {path} does not exist; name a rule file or a folder of them")
    root = path.resolve()
    found: dict[str, tuple[Path, Rule]] = {}
    for file in _files(path):
        if not file.resolve().is_relative_to(root if path.is_dir() else root.parent):
            continue
        for document in documents(file):
            if document is None:
                continue
            rule = rule_of(document, file)
            if rule is None:
                continue
            if rule.code in found:
                raise WrongSetting(f"{file}: {rule.code}: the id is used already in {found[rule.code][0]}")
            found[rule.code] = file, rule
    return tuple(found[code][1] for code in sorted(found))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for pattern in ("*.yml", "*.yaml") for file in path.rglob(pattern))


def documents(file: Path) -> list[Any]:
    """The YAML documents of a rule file; raises WrongSetting for a large, broken or self-referring one."""
    import yaml

    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise WrongSetting(f"{file}: is no ordinary file")
        if status.st_size > MAX_BYTES:
            raise WrongSetting(f"{file}: larger than {MAX_BYTES} bytes; a rule file is small")
        text = file.read_text(encoding="utf-8")
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise WrongSetting(f"{file}:{_line(event)}: YAML aliases are not read; write the value out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise WrongSetting(f"{file}:{_line(event)}: nested deeper than {MAX_DEPTH} levels")
        return list(yaml.load_all(text, Loader=_loader()))
    except yaml.YAMLError as error:
        raise WrongSetting(f"{file}: is no YAML: {' '.join(str(error).split())[:160]}") from None
    except (OSError, ValueError, RecursionError) as error:
        raise WrongSetting(f"{file}: cannot be read: {' '.join(str(error).split())[:160]}") from None


@cache
def _loader() -> Any:
    """A loader of YAML as ast-grep reads it: of 1.2, where `off` and a date are words, and no key stands twice."""
    import yaml

    class Loader(yaml.SafeLoader):
        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
            seen = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    why = f"the key {key.value!r} stands twice"
                    raise yaml.constructor.ConstructorError(None, None, why, key.start_mark)
                seen.add(key.value if isinstance(key, yaml.ScalarNode) else None)
            return dict(super().construct_mapping(node, deep))

    Loader.yaml_implicit_resolvers = {
        first: [(tag, form) for tag, form in resolvers if tag.rpartition(":")[2] not in ("bool", "timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    truth = regex(r"(?:true|True|TRUE|false|False|FALSE)$")
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", truth, list("tTfF"))
    return Loader


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def rule_of(document: object, file: Path) -> Rule | None:
    """The rule of a document, or None if its severity is `off`; raises WrongSetting."""
    if not isinstance(document, Mapping):
        raise WrongSetting(f"{file}: a rule is a mapping with id, language, message and rule")
    code = document.get("id")

    def refuse(why: str) -> WrongSetting:
        return WrongSetting(f"{file}: {code if isinstance(code, str) else 'a rule without id'}: {why}")

    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise refuse("an id is TQ900 to TQ999")
    for known, given in ((KEYS, document), (METADATA, document.get("metadata") or {})):
        if not isinstance(given, Mapping):
            raise refuse("metadata is a mapping")
        unknown = sorted(str(key) for key in given if key not in known)
        if unknown:
            raise refuse(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")
    if str(document.get("language", "")).lower() not in ("python", "py"):
        raise refuse("language is python")
    severity = document.get("severity", "warning")
    if severity not in SEVERITIES:
        raise refuse(f"severity {severity!r} is none of {', '.join(SEVERITIES)}")
    message = document.get("message")
    if not isinstance(message, str) or not message.strip():
        raise refuse("a message is needed: the fact and the remedy in one line")
    metadata = document.get("metadata") or {}
    scope = metadata.get("scope", "anywhere")
    if scope not in SCOPES:
        raise refuse(f"scope {scope!r} is none of {', '.join(SCOPES)}")
    grade: Grade = metadata.get("fix", "unsafe")
    if grade not in ("safe", "unsafe"):
        raise refuse(f"metadata.fix {grade!r} is neither safe nor unsafe")
    config = {key: document[key] for key in ("rule", "constraints", "utils") if document.get(key) is not None}
    if not isinstance(config.get("rule"), Mapping):
        raise refuse("a rule is needed, a mapping in ast-grep's terms")
    try:
        patterns.checked(config)
    except patterns.BadPattern as error:
        raise refuse(str(error)) from None
    template = document.get("fix")
    if template is not None and not isinstance(template, str):
        raise refuse("fix is a text with metavariables")
    if severity == "off":
        return None
    return Rule(
        code=code,
        name=code.lower(),
        profile="core",
        message=" ".join(message.split()).replace("{", "{{").replace("}", "}}"),
        bad=_texts(metadata.get("invalid"), refuse),
        good=_texts(metadata.get("valid"), refuse),
        function=judge(
            config, scope, _texts(document.get("files"), refuse), _texts(document.get("ignores"), refuse), template
        ),
        subject="Module",
        doc=str(document.get("note") or message),
        fix=grade if template is not None else None,
        link=str(document.get("url") or ""),
    )


def _texts(value: object, refuse: Callable[[str], WrongSetting]) -> tuple[str, ...]:
    items = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise refuse("files, ignores, valid and invalid are lists of texts")
    return tuple(items)


def judge(
    config: Mapping[str, Any], scope: str, files: tuple[str, ...], ignores: tuple[str, ...], template: str | None
) -> Callable[[Module, Module], Iterator[Finding]]:
    """The function of a user's rule: its matches in a module, within its scope and files."""
    word = patterns.literal(config["rule"])

    def find(module: Module, _: Module) -> Iterator[Finding]:
        text = module.source.text
        if (word is not None and word not in text) or not _applies(module, files, ignores):
            return
        spans = None if scope == "anywhere" else _spans(module, scope)
        for match in patterns.matches(text, config):
            if spans is None or any(first <= match.line <= last for first, last in spans):
                edits = [patterns.replacement(match, template)] if template is not None else []
                yield Finding(Place(match.line, match.column), edits=edits)

    return find


def _applies(module: Module, files: tuple[str, ...], ignores: tuple[str, ...]) -> bool:
    if not files and not ignores:
        return True
    path = Path(module.path).absolute()
    root = module.project.root
    name = path.relative_to(root).as_posix() if root is not None and path.is_relative_to(root) else path.name
    chosen = not files or any(_fits(name, pattern) for pattern in files)
    return chosen and not any(_fits(name, pattern) for pattern in ignores)


def _fits(name: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./")
    return fnmatch.fnmatch(name, pattern) or fnmatch.fnmatch(name, pattern.replace("**/", ""))


def _spans(module: Module, scope: str) -> list[tuple[int, int]]:
    nouns: list[Any] = list(module.tests if scope == "tests" else module.fixtures)
    return [(noun.node.lineno, noun.node.end_lineno or noun.node.lineno) for noun in nouns]


def examples(rules: tuple[Rule, ...]) -> Iterator[Example]:
    """Every example that the rule files hold."""
    for rule in rules:
        for texts, is_bad in ((rule.bad, True), (rule.good, False)):
            yield from (Example(rule, text, is_bad) for text in texts)
