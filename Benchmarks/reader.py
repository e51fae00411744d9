"""The reader of tables alone, beside DuckDB's and Polars', on one core. `bin/bench csv` says how to run it."""

import json
import os
import random
import statistics
import subprocess
import sys

ROWS = 1_000_000
BAR = 2
RUNS = 5
HEADINGS = ["result", "learner", "name", "school", "level", "group", "assessed", "subject", "tool", "score", "error",
            "comment"]

NAMES = ["Aroha", "Wiremu", "Mia", "Tāne", "Oliver", "Sefina", "Charlotte", "Rāwiri", "Noah", "Ana", "Leilani", "Jack",
         "Hēmi", "Isla", "Mele", "Anahera", "Arjun", "Mei-Ling", "Te Aroha", "Siosaia"]
GROUPS = ["Māori", "Pacific", "Asian", "European", "MELAA", "Other"]
SUBJECTS = ["Reading", "Writing", "Maths"]
TOOLS = ["PAT", "e-asTTle", "STAR"]
COMMENTS = ["", "", "", "", "", "", "", "absent", '"late, ill"', '"said ""no"""']


def write(path: str) -> None:
    """A million results in about 60 MB: numbers, decimals, days, few and many texts, macrons, quotes, empty cells."""
    chance = random.Random(2026)
    days = [f"{year}-{month:02}-{day:02}" for year in (2025, 2026) for month in (3, 6, 8, 11) for day in range(1, 29)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        for row in range(ROWS):
            drawn = chance.getrandbits(64)
            learner = 1000 + row // 16
            score = "" if drawn % 50 == 0 else f"{(drawn >> 8) % 900 / 10:.1f}"
            file.write(
                f"{row + 1},{learner},{NAMES[learner % 20]},{learner % 300 + 100},{learner % 13 + 1},"
                f"{GROUPS[(drawn >> 20) % 6]},{days[(drawn >> 26) % len(days)]},{SUBJECTS[row % 3]},{TOOLS[row // 3 % 3]},"
                f"{score},{(drawn >> 40) % 400 / 100 + 1:.2f},{COMMENTS[(drawn >> 52) % 10]}\r\n")


PEERS = {
    "DuckDB, into a table": """
import duckdb
peer = duckdb.connect()
peer.execute("SET threads=1")
peer.execute("SET enable_progress_bar=false")
began, used = time.monotonic(), time.process_time()
peer.execute(f"CREATE TABLE results AS SELECT * FROM {reading}")
seconds, processor = time.monotonic() - began, time.process_time() - used
sums = peer.execute(f"SELECT {totals} FROM results").fetchone()
""",
    "DuckDB, sums while reading": """
import duckdb
peer = duckdb.connect()
peer.execute("SET threads=1")
peer.execute("SET enable_progress_bar=false")
began, used = time.monotonic(), time.process_time()
sums = peer.execute(f"SELECT {totals} FROM {reading}").fetchone()
seconds, processor = time.monotonic() - began, time.process_time() - used
""",
    "Polars": """
import polars
types = {"whole": polars.Int64, "decimal": polars.Float64, "day": polars.Date, "text": polars.String}
began, used = time.monotonic(), time.process_time()
table = polars.read_csv(path, schema={name: types[kind] for name, kind in kinds.items()})
seconds, processor = time.monotonic() - began, time.process_time() - used
sums = []
for name, kind in kinds.items():
    column = table[name]
    sums.append(column.str.len_bytes().sum() if kind == "text" else column.to_physical().cast(polars.Float64 if kind == "decimal" else polars.Int64).sum())
""",
}
BEFORE = """
import json, resource, sys, time
path = sys.argv[1]
kinds = json.loads(sys.argv[2])
types = {"whole": "BIGINT", "decimal": "DOUBLE", "day": "DATE", "text": "VARCHAR"}
columns = ", ".join(f"'{name}': '{types[kind]}'" for name, kind in kinds.items())
reading = f\"\"\"read_csv('{path}', auto_detect=false, header=true, delim=',', quote='"', escape='"', new_line='\\\\r\\\\n',
    dateformat='%Y-%m-%d', columns={{{columns}}})\"\"\"
measures = {"text": "sum(strlen({}))", "day": "sum({} - DATE '1970-01-01')", "whole": "sum({})", "decimal": "sum({})"}
totals = ", ".join(measures[kind].format('"' + name + '"') for name, kind in kinds.items())
"""
AFTER = """
print(json.dumps({"seconds": seconds, "processor": processor, "sums": dict(zip(kinds, (float(each) for each in sums)))}))
"""
KINDS = dict.fromkeys(HEADINGS, "text") | dict.fromkeys(["result", "learner", "level"], "whole") | {
    "assessed": "day", "score": "decimal", "error": "decimal"}


class Reader:
    """One way of reading the file: how long it took each time, and how much memory."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name, self.command = name, command
        self.seconds, self.processor, self.megabytes, self.sums = [], [], 0.0, {}

    def run(self) -> None:
        """Once, on the first core alone, with as many threads as that has."""
        environment = os.environ | {"POLARS_MAX_THREADS": "1"}
        with subprocess.Popen(["taskset", "-c", "0", *self.command], stdout=subprocess.PIPE, text=True,
                              env=environment) as process:
            said = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"bench: {self.name} could not read the file")
        told = json.loads(said.splitlines()[-1])
        if told.get("refused", 0) or told.get("rows", ROWS) != ROWS:
            raise SystemExit(f"bench: {self.name} read {told['rows']:,} rows and refused {told['refused']:,}")
        self.seconds.append(told["seconds"])
        self.processor.append(told["processor"])
        self.megabytes = max(self.megabytes, used.ru_maxrss / 1024)
        self.sums = told["sums"]

    def times(self, other: "Reader") -> float:
        """How many times as fast as the other: by the clock or by the processor, whichever flatters less."""
        return min(statistics.median(other.seconds) / statistics.median(self.seconds),
                   statistics.median(other.processor) / statistics.median(self.processor))

    def tell(self, gigabytes: float) -> str:
        runs = ", ".join(f"{each:.3f}" for each in self.seconds)
        seconds, processor = statistics.median(self.seconds), statistics.median(self.processor)
        return (f"{self.name:<26} {seconds:.3f} s  {gigabytes / seconds:.2f} GB/s   processor {processor:.3f} s  "
                f"{gigabytes / processor:.2f} GB/s  {self.megabytes:4.0f} MB   (runs: {runs})")


def measure(program: str, python: str, folder: str, note) -> tuple[str, bool]:
    """What came of it, for the last line, and whether the bar holds."""
    path = f"{folder}/results.csv"
    write(path)
    gigabytes = os.path.getsize(path) / 1e9
    note(f"{ROWS:,} rows, {len(HEADINGS)} columns, {gigabytes * 1000:.1f} MB; every column decoded; one core")
    ours = Reader("ours, columns", [program, path])
    peers = [Reader(name, [python, "-c", BEFORE + script + AFTER, path, json.dumps(KINDS)])
             for name, script in PEERS.items()]
    for _ in range(RUNS):
        for reader in (ours, *peers):
            reader.run()
    for reader in (ours, *peers):
        note(reader.tell(gigabytes))
        for heading, value in reader.sums.items():
            if abs(value - ours.sums[heading]) > 1e-9 * abs(value):
                raise SystemExit(f"bench: {reader.name} read the column {heading} differently: {value}, ours "
                                 f"{ours.sums[heading]}")
    fastest = min(peers, key=ours.times)
    ratio = ours.times(fastest)
    rate = gigabytes / statistics.median(ours.seconds)
    return f"{rate:.2f} GB/s, {ratio:.1f} times {fastest.name} (bar {BAR} times the faster peer)", ratio >= BAR


if __name__ == "__main__":
    write(sys.argv[1])
