"""Bringing results in, beside bare inserts of the same rows. `bin/bench import` says how to run it."""

import csv
import datetime
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from installation import Browser, Installation
from seed import form_community
from world import LEVELS, SCHOOLS, terms

LEARNERS = 50_000
ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
RUNS = 5
# Of a run that takes longer, three are enough.
LONG = 20
PREVIEWED = 200_000
BAR, BAR_MEMORY, BAR_PREVIEW = 3, 300, 5

HEADINGS = ["Student ID", "First name", "Family name", "Year level", "Gender", "Subject", "Tool", "Version", "Norms",
            "Date tested", "Result", "Assessor type"]
FIRST = ["Aroha", "Wiremu", "Mia", "Tāne", "Oliver", "Sefina", "Charlotte", "Rāwiri", "Noah", "Ana"]
FAMILY = ["Ngata", "Smith", "Tūhoe", "Tuilagi", "Chen", "O'Brien", "Pōtiki", "Singh", "Wilson"]
# Subject, tool, version, norms.
ASSESSED = [("Reading", "Harbour scale (invented)", "1", "2022"),
            ("Mathematics", "Harbour scale (invented)", "1", "2022"),
            ("Writing", "Teacher judgement (invented scale)", "", "")]


# About as long as teachers write.
COMMENT = ("He pai tana mahi i tenei wahanga, and she reads to her whanau at home every evening. " * 2
           + "Next: to summarise what was read.")


def write_learners(path: str) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Student ID", "First name", "Family name", "Year level", "Ethnicity (1)", "Gender"])
        for learner in range(LEARNERS):
            rows.writerow([100_000 + learner, FIRST[learner % 10], FAMILY[learner % 9], 1 + learner % 8,
                           ("NZ European", "Māori", "Samoan", "Chinese")[learner * 7 % 4],
                           ("Female", "Male")[learner // 8 % 2]])


def write_results(path: str, count: int, comment: str = "") -> None:
    """So many results, of one sitting after the other; no learner has two of the same."""
    chance = random.Random(2026)
    days = [day + datetime.timedelta(days=later) for later in range(10) for _, day in terms()]
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS + (["Comment"] if comment else []))
        for row in range(count):
            sitting, learner = divmod(row, LEARNERS)
            subject, tool, version, norms = ASSESSED[sitting % 3]
            level = 1 + learner % 8
            result = (LEVELS[int(chance.random() * 4)] if subject == "Writing"
                      else 20 + int(chance.random() * 101))
            cells = [100_000 + learner, FIRST[learner % 10], FAMILY[learner % 9], level,
                     ("Female", "Male")[learner // 8 % 2], subject, tool, version, norms,
                     days[sitting // 3 + learner % 5], result, ("teacher", "leader")[learner // 30 % 2]]
            rows.writerow(cells + ([comment] if comment else []))


class Ran:
    """What a process took."""

    def __init__(self, command: list[str]) -> None:
        began = time.monotonic()
        with (tempfile.TemporaryFile("w+") as complaints,
              subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True) as process):
            self.said = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - began
            if process.returncode != 0:
                complaints.seek(0)
                said = complaints.read()[-500:] + self.said[-500:]
                raise SystemExit(f"bench: '{' '.join(command[:2])}' failed: {said}")
        self.processor = used.ru_utime + used.ru_stime
        self.megabytes = used.ru_maxrss / 1024


class Way:
    """One way of getting the rows into the tables, as often as it was tried."""

    def __init__(self, name: str) -> None:
        self.name, self.runs = name, []

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def megabytes(self) -> float:
        return max(run.megabytes for run in self.runs)

    def tell(self, rows: int) -> str:
        runs = ", ".join(f"{run.seconds:.2f}" for run in self.runs)
        processor = statistics.median(run.processor for run in self.runs)
        return (f"{self.name:<34} {self.seconds:6.2f} s  {rows / self.seconds:>9,.0f} rows/s  processor "
                f"{processor:5.2f} s  {self.megabytes:4.0f} MB   (runs: {runs})")


def found(installation: Installation, folder: str) -> str:
    """A community whose first school has the learners; the id of that school."""
    server = installation.serve()
    try:
        link = re.search(r"/link/\S+", server.child.stdout.readline())[0]
        leader = Browser(server.port)
        leader.follow_link(link, "Lead", "lead@bench.example")
        _, organisations = form_community(leader)
    finally:
        server.stop()
    school = organisations[next(iter(SCHOOLS))]
    write_learners(f"{folder}/learners.csv")
    installation.bring_in(f"{folder}/learners.csv", school, "--kind", "learners")
    return school


def bring_in(installation: Installation, path: str, school: str, rows: int, *options: str) -> Ran:
    ran = Ran([installation.program, "import", path, *installation.place, "--organisation", school, "--as",
               "lead@bench.example", "--statement", "Told to families at enrolment", "--json", *options])
    told = json.loads(ran.said)
    if told["counts"]["new"] != rows or told["counts"]["refused"]:
        raise SystemExit(f"bench: not every row came in: {ran.said[:800]}")
    return ran


def bare(program: str, source: str, target: str, rows: int) -> Ran:
    ran = Ran([program, f"{source}/sightline.db", f"{target}/sightline.db"])
    told = json.loads(ran.said)
    if told["rows"] != rows:
        raise SystemExit(f"bench: the peer inserted {told['rows']:,} rows")
    # Only what it says itself: the rows were in memory before.
    ran.seconds, ran.processor = told["seconds"], told["processor"]
    return ran


def enough(ways: list[Way]) -> bool:
    done = len(ways[0].runs)
    return done >= RUNS or done >= 3 and max(way.seconds for way in ways) > LONG


def measure(program: str, peer: str, folder: str, note) -> tuple[str, bool]:
    path, preview = f"{folder}/results.csv", f"{folder}/preview.csv"
    write_results(path, ROWS)
    write_results(preview, PREVIEWED, COMMENT)
    note(f"{ROWS:,} rows of {len(HEADINGS)} columns, {os.path.getsize(path) / 1e6:.0f} MB; {LEARNERS:,} learners on the "
         f"list; to preview: {PREVIEWED:,} rows, {os.path.getsize(preview) / 1e6:.0f} MB")
    school = found(Installation(program, f"{folder}/empty"), folder)
    ours, theirs, looks = Way("ours, SQLite"), Way("the peer: bare prepared inserts"), Way("preview, SQLite")
    while not enough([ours, theirs]):
        shutil.copytree(f"{folder}/empty", f"{folder}/ours")
        shutil.copytree(f"{folder}/empty", f"{folder}/theirs")
        ours.runs.append(bring_in(Installation(program, f"{folder}/ours"), path, school, ROWS))
        theirs.runs.append(bare(peer, f"{folder}/ours", f"{folder}/theirs", ROWS))
        looks.runs.append(bring_in(Installation(program, f"{folder}/empty"), preview, school, PREVIEWED, "--dry-run"))
        shutil.rmtree(f"{folder}/ours")
        shutil.rmtree(f"{folder}/theirs")
    note(ours.tell(ROWS))
    note(theirs.tell(ROWS))
    note(looks.tell(PREVIEWED))
    if server := os.environ.get("SIGHTLINE_TEST_POSTGRES"):
        beside_postgres(program, server, path, folder, note)
    # Run by run, because what else the machine does comes and goes.
    ratio = statistics.median(one.seconds / other.seconds for one, other in zip(ours.runs, theirs.runs))
    processor = statistics.median(one.processor / other.processor for one, other in zip(ours.runs, theirs.runs))
    note(f"{ratio:.2f} times by the clock, {processor:.2f} times by the processor")
    return (f"{ratio:.2f} times bare inserts (bar {BAR}), {ours.megabytes:.0f} MB (bar {BAR_MEMORY}), preview in "
            f"{looks.seconds:.2f} s (bar {BAR_PREVIEW})",
            ratio <= BAR and ours.megabytes < BAR_MEMORY and looks.seconds <= BAR_PREVIEW)


def beside_postgres(program: str, server: str, path: str, folder: str, note) -> None:
    """Ours and COPY in turn. Each run has a database of its own, made after one that holds the learners."""
    def ask(database: str, *commands: str) -> Ran:
        return Ran(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", database,
                    *(part for command in commands for part in ("-c", command))])

    def url(name: str) -> str:
        return re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", server)

    ask(server, "CREATE DATABASE bench_empty")
    school = found(Installation(program, f"{folder}/postgres", url("bench_empty")), folder)
    ours, theirs = Way("ours, PostgreSQL"), Way("the peer: COPY of the same rows")
    rows = f"{folder}/rows.copy"
    record = f"{folder}/record.copy"
    while not enough([ours, theirs]):
        for name in ("bench_ours", "bench_theirs"):
            ask(server, f"CREATE DATABASE {name} TEMPLATE bench_empty")
        ours.runs.append(
            bring_in(Installation(program, f"{folder}/postgres", url("bench_ours")), path, school, ROWS))
        last = "(SELECT max(intake) FROM intake WHERE kind = 'results')"
        ask(url("bench_ours"), f"\\copy (SELECT * FROM intake WHERE intake = {last}) TO '{record}'",
            f"\\copy (SELECT * FROM result WHERE intake = {last} ORDER BY row_number) TO '{rows}'")
        theirs.runs.append(
            ask(url("bench_theirs"), f"\\copy intake FROM '{record}'", f"\\copy result FROM '{rows}'"))
        for name in ("bench_ours", "bench_theirs"):
            ask(server, f"DROP DATABASE {name}")
    note(ours.tell(ROWS))
    note(theirs.tell(ROWS))
    note(f"PostgreSQL: {ours.seconds / theirs.seconds:.2f} times COPY")
