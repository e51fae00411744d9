"""Runs the faults, then the crashes: Tests/Faults/run.py [--rounds 20] [--only WORD]"""

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from crash import crash
from faults import Skipped, found
from installation import Unreachable


def main() -> int:
    parser = argparse.ArgumentParser(description="Does to the built program what the world may do to it.")
    here = Path(__file__).resolve().parent
    parser.add_argument("--program", type=Path, default=here.parent.parent / ".build/release/sightline")
    parser.add_argument("--rounds", type=int, default=20, help="how often to kill it")
    parser.add_argument("--only", default="", metavar="WORD", help="only faults whose sentence has WORD in it")
    arguments = parser.parse_args()

    passed = failed = 0
    for sentence, fault in found:
        if arguments.only.casefold() not in sentence.casefold():
            continue
        began = time.monotonic()
        try:
            fault(arguments.program)
            passed += 1
            print(f"✔ {sentence} ({time.monotonic() - began:.1f} s)", flush=True)
        except Skipped as reason:
            print(f"- {sentence}: skipped, because {reason}", flush=True)
        except Exception as error:
            failed += 1
            place = "" if isinstance(error, (AssertionError, Unreachable)) else traceback.format_exc()
            last = traceback.extract_tb(error.__traceback__)[1]
            print(f"✘ {sentence}\n    line {last.lineno}: {error}\n{place}", flush=True)
    if not arguments.only:
        kept, lost = crash(arguments.program, arguments.rounds, random.SystemRandom().randrange(1 << 30))
        passed, failed = passed + kept, failed + lost
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
