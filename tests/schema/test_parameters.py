"""The hash of a parameter set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import UnstableParameters
from dms_pipeline.schema.parameters import parameter_hash

if TYPE_CHECKING:
    from pathlib import Path


def test_no_parameters_have_the_hash_of_a_constant() -> None:
    assert parameter_hash() == parameter_hash({}) == "YRV8q709t1f3m4tvB/5mPNovhlRrBXozaSNIPsvmlC8="


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"CustomerID": 1000}, "TQXKVtXQKkkKOXutaHJvg8bZALDpxHI88b+AsZQ+nvw="),
        ({"City": "Toronto"}, "iKrmdvZMhTmBxp7jtfMF5si6X3cG6rbLPQw2K+AeLRM="),
        ({"City": "Toronto", "CustomerID": 1000}, "M+lETDijsoHaHO8Ydw4SS1u6EgCR8JpAbY/3d/YycU8="),
        ({"CustomerID": 1000, "City": "Toronto"}, "M+lETDijsoHaHO8Ydw4SS1u6EgCR8JpAbY/3d/YycU8="),
        (
            {"EmployeeID": "8f2d0a40-5c3b-4b7e-9c31-0b6a1f0c2d11"},
            "v1mFv6f6sg6vX9ocbSe3VC20unOAelYqj6efp6/XXCM=",
        ),
    ],
)
def test_a_parameter_set_has_the_hash_of_the_reference(parameters: dict[str, str | int], expected: str) -> None:
    assert parameter_hash(parameters) == expected


def test_every_recorded_hash_is_met_or_refused(recordings: Path) -> None:
    """Refused are other types than texts, integers and truth values, and names that other cultures order otherwise."""
    cases = json.loads((recordings / "formats/parameter-hash/hashes.json").read_text(encoding="utf-8"))
    met, refused = 0, []
    for case in cases:
        parameters = case["parameters"] or {}
        if any(isinstance(value, dict) for value in parameters.values()):
            continue
        try:
            assert parameter_hash(parameters) == case["hash"], case["case"]
        except UnstableParameters:
            refused.append(case["case"])
        else:
            met += 1

    assert met == 37
    assert refused == [
        "order-case-1",
        "order-case-2",
        "order-case-3",
        "order-underscore",
        "order-underscore-2",
        "order-digits",
        "order-accents",
        "order-non-latin",
        "order-space",
    ]


@pytest.mark.parametrize(
    "parameters",
    [{"B": 1, "a": 2}, {"a_b": 1, "ab": 2}, {"é": 1, "f": 2}, {"aab": 1, "z": 2}, {"n": 2**63}],
)
def test_what_another_computer_would_hash_otherwise_is_refused(parameters: dict[str, int]) -> None:
    with pytest.raises(UnstableParameters):
        parameter_hash(parameters)


def test_a_number_with_a_fraction_is_refused() -> None:
    with pytest.raises(UnstableParameters):
        parameter_hash({"n": 1.5})  # type: ignore[dict-item]  # what a wrong caller would do
