"""Measures Sightline beside a peer. `bin/bench` says how to run it."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import importing
import reader
from installation import Installation, Process, free_port, get
from seed import bring_in, seed, Seeded
from world import LEARNERS, RESULTS, Roll, SCHOOLS, terms

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("SIGHTLINE_PROGRAM", f"{ROOT}/.build/release/sightline")
HELLO = f"{ROOT}/Benchmarks/.build/release/hello"
RUNS = 5
CONNECTIONS = 16
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))


class Run:
    """One run of wrk against a server: requests per second, and what one request cost."""

    def __init__(self, server: Process, path: str, cookie: str = "") -> None:
        before = server.seconds_of_cpu()
        command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
        command += ["-H", f"Cookie: {cookie}"] if cookie else []
        said = subprocess.run(
            [*command, f"http://127.0.0.1:{server.port}{path}"], check=True, capture_output=True, text=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"bench: {path} was not always answered well:\n{said}")
        requests = int(re.search(r"(\d+) requests in", said)[1])
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
        self.latency = re.search(r"50%\s+(\S+)", said)[1]
        self.milliseconds = (server.seconds_of_cpu() - before) * 1000 / requests


class Runs:
    def __init__(self, name: str) -> None:
        self.name, self.runs = name, []

    @property
    def rate(self) -> float:
        return statistics.median(run.rate for run in self.runs)

    @property
    def milliseconds(self) -> float:
        return statistics.median(run.milliseconds for run in self.runs)

    def tell(self, server: Process) -> None:
        latency = sorted(self.runs, key=lambda run: run.rate)[len(self.runs) // 2].latency
        rates = ", ".join(f"{run.rate:,.0f}" for run in self.runs)
        print(f"  {self.name:<26} {self.rate:>9,.0f} requests/s  {self.milliseconds:.3f} ms of CPU each  "
              f"median wait {latency:>8}  {server.megabytes():.0f} MB   (runs: {rates})", flush=True)


def load() -> str:
    with open("/proc/loadavg", encoding="ascii") as file:
        return " ".join(file.read().split()[:3])


def note(line: str) -> None:
    print(f"  {line}", flush=True)


def judge(name: str, said: str, holds: bool) -> bool:
    print(f"{name}: {said}: {'holds' if holds else 'falls short'}", flush=True)
    return holds


def signed_in(server: Process, seeded: Seeded) -> str:
    """The picture's page, if it is the page and not a way to it."""
    status, page = get(server.port, seeded.picture, seeded.cookie)
    if status != 200 or "Tūī School" not in page:
        raise SystemExit(f"bench: the picture answered {status}, and not with the picture")
    return page


def first_views(installation: Installation, server: Process, seeded: Seeded, roll: Roll, folder: str) -> list[float]:
    """Seconds from asking to having the page, each time just after a file of one school has come in."""
    found = []
    for draw in range(RUNS):
        path = os.path.join(folder, "one.csv")
        only = ("reading", terms()[-1][0])
        roll.write_results("Kōwhai College", "harbour-scale", path, range(10, 11), only, draw)
        before = signed_in(server, seeded)
        installation.bring_in(
            path, seeded.organisations["Kōwhai College"], "--kind", "results", "--instrument", "harbour-scale")
        began = time.monotonic()
        after = signed_in(server, seeded)
        found.append(time.monotonic() - began)
        if after == before:
            raise SystemExit("bench: the picture is the same after a file came in")
    return found


def web(folder: str) -> bool:
    roll, servers = Roll(), []
    print(f"web: {len(SCHOOLS)} schools, {LEARNERS:,} learners, {RESULTS:,} results; wrk with {CONNECTIONS} "
          f"connections for {SECONDS} s, {RUNS} runs in turn; {os.cpu_count()} cores, load {load()}", flush=True)
    began = time.monotonic()
    small = Installation(PROGRAM, f"{folder}/small")
    seeded = seed(small, roll, folder)
    note(f"filled SQLite in {time.monotonic() - began:.0f} s, by forms and by sightline import")
    try:
        sizes = [small]
        postgres = os.environ.get("SIGHTLINE_TEST_POSTGRES")
        beside = None
        if postgres:
            began = time.monotonic()
            beside = (Installation(PROGRAM, f"{folder}/postgres", postgres), Runs("ours, PostgreSQL"))
            seeded_beside = seed(beside[0], roll, folder)
            note(f"filled PostgreSQL in {time.monotonic() - began:.0f} s")
        shutil.copytree(f"{folder}/small", f"{folder}/large")
        large = Installation(PROGRAM, f"{folder}/large")
        sizes.append(large)
        began = time.monotonic()
        more = bring_in(large, roll, seeded.organisations, range(1, 10), folder)
        elapsed = time.monotonic() - began
        note(f"brought in {more:,} more results in {elapsed:.0f} s ({more / elapsed:,.0f} a second)")

        hello_port = free_port()
        hello = Process([HELLO, str(hello_port)], hello_port, "/")
        servers.append(hello)
        ours, tenfold = small.serve(), large.serve()
        servers += [ours, tenfold]
        postgres_server = beside[0].serve() if beside else None
        if postgres_server:
            servers.append(postgres_server)
        for server in (ours, tenfold):
            signed_in(server, seeded)
        mine, theirs, ten = Runs("ours, SQLite"), Runs("the peer: bare 'hello'"), Runs("ours, 10 times the results")
        for _ in range(RUNS):
            mine.runs.append(Run(ours, seeded.picture, seeded.cookie))
            theirs.runs.append(Run(hello, "/"))
            ten.runs.append(Run(tenfold, seeded.picture, seeded.cookie))
            if beside and postgres_server:
                beside[1].runs.append(Run(postgres_server, seeded_beside.picture, seeded_beside.cookie))
        mine.tell(ours)
        theirs.tell(hello)
        if beside and postgres_server:
            beside[1].tell(postgres_server)
        ten.tell(tenfold)
        views = {name: first_views(installation, server, seeded, roll, folder)
                 for name, installation, server in (("", small, ours), (" at 10 times the results", large, tenfold))}
        for name, found in views.items():
            note(f"first view after an import{name}: {', '.join(f'{each:.2f}' for each in found)} s")
        note(f"load at the end {load()}")
        first = statistics.median(views[" at 10 times the results"])
        ratio, growth = mine.rate / theirs.rate, ten.milliseconds / mine.milliseconds
        if beside:
            note(f"PostgreSQL: 1/{theirs.rate / beside[1].rate:.1f} of the peer")
        return judge(
            "web",
            f"1/{1 / ratio:.1f} of the peer (bar 1/8), {growth:.2f} times the CPU at 10 times the results (bar 1.5), "
            f"first view after an import {first:.2f} s (bar 2)",
            ratio >= 1 / 8 and growth < 1.5 and first < 2)
    finally:
        for server in servers:
            server.stop()


def start(folder: str) -> bool:
    roll = Roll()
    print(f"start: an installation of {LEARNERS:,} learners and {RESULTS:,} results; {os.cpu_count()} cores, "
          f"load {load()}", flush=True)
    installation = Installation(PROGRAM, f"{folder}/small")
    seed(installation, roll, folder, signs_off=False)
    times, memory = [], []
    for _ in range(RUNS):
        server = installation.serve()
        times.append(server.started_in)
        time.sleep(2)
        memory.append(server.megabytes())
        server.stop()
    note(f"from the command to 200 on /up: {', '.join(f'{each:.2f}' for each in times)} s")
    note(f"resident and idle: {', '.join(f'{each:.0f}' for each in memory)} MB")
    demos = []
    for number in range(3):
        began = time.monotonic()
        port = free_port()
        demo = Process([PROGRAM, "demo", "--data", f"{folder}/demo{number}", "--port", str(port)], port, "/up")
        demos.append(time.monotonic() - began)
        demo.stop()
    note(f"demo, from the command to 200 on /up: {', '.join(f'{each:.1f}' for each in demos)} s")
    note(f"load at the end {load()}")
    cold, idle, demo_in = (statistics.median(each) for each in (times, memory, demos))
    return judge(
        "start",
        f"serve in {cold:.2f} s (bar 1), idle {idle:.0f} MB (bar 100), demo in {demo_in:.1f} s (bar 10)",
        cold < 1 and idle < 100 and demo_in < 10)


def crash(_: str) -> bool:
    script = f"{ROOT}/Tests/Faults/crash.py"
    if not os.path.exists(script):
        print("crash: Tests/Faults/crash.py is not there (bar: nothing lost in 200 kills): falls short")
        return False
    done = subprocess.run([sys.executable, script, "--rounds", "200"])
    return judge("crash", "200 times killed under load (bar: nothing acknowledged lost)", done.returncode == 0)


def csv(folder: str) -> bool:
    print(f"csv: one table, read alone; {os.cpu_count()} cores, load {load()}", flush=True)
    said, holds = reader.measure(f"{ROOT}/.build/release/csvbench", os.environ["BENCH_PYTHON"], folder, note)
    note(f"load at the end {load()}")
    return judge("csv", said, holds)


def bringing_in(folder: str) -> bool:
    print(f"import: results brought in, staged and applied; {os.cpu_count()} cores, load {load()}", flush=True)
    said, holds = importing.measure(PROGRAM, f"{ROOT}/.build/release/importbench", folder, note)
    note(f"load at the end {load()}")
    return judge("import", said, holds)


def main() -> None:
    names = {"web": web, "start": start, "crash": crash, "csv": csv, "import": bringing_in}
    wanted = list(names) if sys.argv[1:] == ["all"] else sys.argv[1:]
    holds = []
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="sightline-bench.") as folder:
            holds.append(names[name](folder))
    sys.exit(0 if all(holds) else 1)


if __name__ == "__main__":
    main()
