"""Journeys are told in sentences; run.py walks those that are found here."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Journey:
    sentence: str
    walk: Callable

    @property
    def name(self) -> str:
        return self.walk.__name__


found: list[Journey] = []


def journey(sentence: str):
    def remember(walk: Callable) -> Callable:
        found.append(Journey(sentence, walk))
        return walk

    return remember
