"""Kills the serving program at a random moment of mixed work, again and again, and looks whether anything it had
acknowledged is missing, anything is half done, or any audit trail has a gap.

    Tests/Faults/crash.py --rounds 20 [--seed N]
"""

import argparse
import random
import sys
import threading
import time
from pathlib import Path

from installation import Installation, Person, Unreachable

WORKERS = 4


class Load:
    """Several people at work at once, until the program is gone."""

    def __init__(self, person: Person, community: str, name: str, seed: int):
        self.acknowledged: set[str] = set()
        self.refused: set[str] = set()
        self.faults: list[str] = []
        self.reads = 0
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._work, args=(person.beside(), community, f"{name} {number}", seed + number))
            for number in range(WORKERS)
        ]
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(30)
            assert not thread.is_alive(), "a client still waits for an answer"

    def _work(self, person: Person, community: str, name: str, seed: int) -> None:
        chance = random.Random(seed)
        try:
            for number in range(100_000):
                school = f"{name}-{number}"
                if chance.random() < 0.3:
                    answer, wanted = person.get(community + chance.choice(["/members", "/stages", ""])), 200
                elif chance.random() < 0.1:
                    # Refused, and so it must not be there afterwards.
                    answer, wanted = person.post(
                        community + "/members", organisation=school, kind="no such kind", membership="member"), 422
                else:
                    answer, wanted = person.add_member(community, school), 303
                with self._lock:
                    self.reads += wanted == 200
                    if answer.status != wanted:
                        self.faults.append(f"{answer.status} instead of {wanted}: {answer.text[:300]}")
                    elif wanted == 303:
                        self.acknowledged.add(school)
                    elif wanted == 422:
                        self.refused.add(school)
        except Unreachable:
            pass  # the program has been killed, which is what we are here for


def one_round(installation: Installation, person: Person, number: int, chance: random.Random) -> str:
    name = f"Round {number}"
    community = person.form(name)
    load = Load(person, community, name, chance.randrange(1 << 30))
    delay = chance.uniform(0.02, 1.0)
    time.sleep(delay)
    installation.kill()
    load.join()
    assert not load.faults, load.faults[0]

    # Now and then it is killed again while it is still starting.
    while chance.random() < 0.3:
        installation.launch()
        time.sleep(chance.uniform(0, 0.2))
        installation.kill()
    installation.start()
    there = person.members(community)
    missing = load.acknowledged - there
    assert not missing, f"{len(missing)} of {len(load.acknowledged)} acknowledged writes are gone, as {min(missing)}"
    assert not load.refused & there, f"{load.refused & there} were refused and are there"
    installation.expect_sound()
    return f"killed after {delay:.2f} s: {len(load.acknowledged)} writes acknowledged, {load.reads} reads, all there"


def crash(program: Path, rounds: int, seed: int) -> tuple[int, int]:
    """Passed and failed rounds. A round that fails ends the run, because what follows builds on it."""
    chance = random.Random(seed)
    writes = 0
    with Installation(program) as installation:
        installation.start()
        person = Person(installation)
        person.sign_up()
        for number in range(1, rounds + 1):
            try:
                said = one_round(installation, person, number, chance)
                writes += int(said.split(": ")[1].split(" ")[0])
                print(f"✔ round {number}: {said}", flush=True)
            except (AssertionError, Unreachable) as error:
                print(f"✘ round {number} (seed {seed}): {error}", flush=True)
                return number - 1, 1
    print(f"{writes} acknowledged writes in {rounds} rounds, none lost")
    return rounds, 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Kills the serving program at random moments under mixed work.")
    here = Path(__file__).resolve().parent
    parser.add_argument("--program", type=Path, default=here.parent.parent / ".build/release/sightline")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    arguments = parser.parse_args()
    passed, failed = crash(arguments.program, arguments.rounds, arguments.seed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
