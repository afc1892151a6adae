"""The options that rules declare. Generated from the rules by `python -m flake8_testquality.docs`."""

from flake8_testquality.rule import Option

KNOBS: tuple[Option, ...] = (
    Option(
        "allowed-conjunctions",
        (
            "read_and_write",
            "drag_and_drop",
            "and_operator",
            "search_and_replace",
            "find_and_replace",
            "copy_and_paste",
            "cut_and_paste",
            "black_and_white",
            "terms_and_conditions",
            "logical_and",
            "bitwise_and",
            "and_or",
            "trial_and_error",
            "question_and_answer",
            "name_and_address",
            "x_and_y",
            "x_y",
        ),
        "phrases with a conjunction that name one thing",
    ),
    Option(
        "allowed-folders",
        (),
        "folders that may hold test files, relative to the project; empty: any",
    ),
    Option(
        "assert-helpers",
        (),
        "calls that check something, as dotted globs: tests.helpers.run_*, self.compare, *.matches_golden",
    ),
    Option(
        "max-assertions",
        7,
        "assertions that a test may have",
    ),
    Option(
        "max-fixture-statements",
        25,
        "statements that a fixture may have",
    ),
    Option(
        "max-integration-patches",
        2,
        "how many first-party names an integration test may patch",
    ),
    Option(
        "max-patches",
        5,
        "how many patches one test may have before TQ403 speaks",
    ),
    Option(
        "max-payload-items",
        12,
        "elements from which on a list literal in a test is a payload",
    ),
    Option(
        "max-payload-keys",
        8,
        "keys from which on a dict literal in a test is a payload",
    ),
    Option(
        "max-setup-per-assertion",
        10,
        "set-up statements before the first act for each assertion",
    ),
    Option(
        "max-test-lines",
        50,
        "lines of code that a test may have",
    ),
    Option(
        "min-docstring-lines",
        15,
        "lines of code from which on a test needs a docstring",
    ),
    Option(
        "min-test-lines",
        3,
        "lines of code that a test should have",
    ),
    Option(
        "min-tests-for-error-path",
        5,
        "tests from which on a module needs one of an error path",
    ),
    Option(
        "vague-tokens",
        (
            "batch",
            "cov",
            "coverage",
            "deep",
            "all",
            "misc",
            "various",
        ),
        "words that say nothing in the name of a test, class or file",
    ),
)
