"""What the world may do to an installation, one function each: the disk is full, the database is gone or newer than
the program, somebody asks it to stop. Each expects a clear sentence, nothing half done and nothing lost.
"""

import resource
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Callable

from cluster import Cluster
from installation import Answer, Installation, Person

found: list[tuple[str, Callable[[Path], None]]] = []


class Skipped(Exception):
    """The fault cannot be made here, for the reason given."""


def fault(sentence: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def add(function: Callable[[Path], None]) -> Callable[[Path], None]:
        found.append((sentence, function))
        return function
    return add


DISK_FULL = "The disk is full, so nothing was saved, and nothing is lost."
UNREACHABLE = "The database cannot be reached. Nothing was changed or lost."


@fault("a file that may not grow is answered with a sentence, and everything can be read")
def file_size_limit(program: Path) -> None:
    with Installation(program) as installation:
        person, community = begun(installation)
        expect(person.add_member(community, "Before"), 303)
        # As if nobody had clicked for ten minutes: reading wants to note that, and must not fail because it cannot.
        with installation.opened() as database:
            database.execute("UPDATE session SET seen_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-10 minutes')")
        process = installation.process
        assert process
        _, hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (512, hard))
        for _ in range(5):
            expect(person.add_member(community, "Too much"), 503, DISK_FULL)
            assert person.members(community) == {"Te Kura o Kōwhai", "Before"}
            expect(person.get("/account"), 200)
        assert process.poll() is None, "it ended"
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        expect(person.add_member(community, "After"), 303)
        assert person.members(community) == {"Te Kura o Kōwhai", "Before", "After"}
        installation.expect_sound()


@fault("a full disk is answered with a sentence, /up tells, and room made is room used")
def full_disk(program: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="sightline-disk-"))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        folder.rmdir()
        raise Skipped("mounting a small disk takes an administrator")
    try:
        installation = Installation(program, folder=folder)
        try:
            person, community = begun(installation)
            expect(person.get("/up"), 200)
            filler = folder / "filler"
            with open(filler, "wb", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(65_536))
                except OSError:
                    pass  # full
            # What the log has room for already may still go through; then it is over.
            kept = {f"School {number}" for number in range(400)
                    if person.add_member(community, f"School {number}").status == 303}
            expect(person.add_member(community, "Too much"), 503, DISK_FULL)
            expect(person.get("/up"), 503, "the disk is full")
            assert person.members(community) == kept | {"Te Kura o Kōwhai"}
            filler.unlink()
            expect(person.add_member(community, "After"), 303)
            expect(person.get("/up"), 200)
            assert person.members(community) == kept | {"Te Kura o Kōwhai", "After"}
            installation.expect_sound()
        finally:
            installation.kill()
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


@fault("a database of a newer program is refused in one sentence, and left as it was")
def newer_schema(program: Path) -> None:
    with Installation(program) as installation:
        person, community = begun(installation)
        installation.stop()
        with installation.opened() as database:
            database.execute("INSERT INTO schema_migration VALUES ('gems-99-of-tomorrow', '2027-01-01T00:00:00.000Z')")
        for words in (["serve", "--port", "0"], ["audit", "verify"], ["user", "invite", "a@sightline.example"]):
            done = installation.run(*words)
            said = (done.stdout + done.stderr).strip()
            assert done.returncode == 1, f"{words}: exit code {done.returncode}"
            assert "written by a newer version of Sightline (it has gems-99-of-tomorrow)" in said, said
            assert len(said.splitlines()) == 1 and "Fatal" not in said, said
        with installation.opened() as database:
            database.execute("DELETE FROM schema_migration WHERE name LIKE '%tomorrow'")
        installation.start()
        assert person.members(community) == {"Te Kura o Kōwhai"}


@fault("a folder that cannot be used is refused in one sentence")
def unusable_folder(program: Path) -> None:
    with Installation(program) as installation:
        installation.folder.mkdir(exist_ok=True)
        installation.data.write_text("a file where the folder should be")
        refused(installation, "cannot be used. Is it a folder, and yours to write?")
        installation.data.unlink()
        installation.data.mkdir()
        (installation.data / "sightline.db").write_text("this is no database, whatever its name says" * 100)
        refused(installation, "The database cannot be opened: file is not a database")
        (installation.data / "sightline.db").unlink()
        (installation.data / "matching.key").write_text("lost half of i")
        refused(installation, "does not hold a key")


@fault("asked to stop, it lets go at once, with everything kept")
def stopping(program: Path) -> None:
    with Installation(program) as installation:
        person, community = begun(installation)
        expect(person.add_member(community, "Last"), 303)
        began = time.monotonic()
        assert (code := installation.stop()) == 0, f"exit code {code}"
        assert time.monotonic() - began < 10
        assert not (installation.data / "sightline.db-wal").exists(), "the log was not folded into the file"
        installation.start()
        assert person.members(community) == {"Te Kura o Kōwhai", "Last"}
        installation.expect_sound()


@fault("PostgreSQL gone is answered with a sentence; when it is back, so is everything, without a restart")
def database_gone(program: Path) -> None:
    with Cluster() as cluster, Installation(program, database_url=cluster.url) as installation:
        person, community = begun(installation)
        expect(person.add_member(community, "Before"), 303)
        for turn in range(3):
            cluster.stop()
            expect(person.get("/up"), 503, "the database cannot be used")
            for _ in range(6):
                expect(person.get(community + "/members"), 503, UNREACHABLE)
                expect(person.add_member(community, f"Lost {turn}"), 503, UNREACHABLE)
            expect(Person(installation).get("/sign-in"), 200)
            cluster.start()
            until(lambda: person.get("/up").status == 200, "/up does not recover")
            # Connections that broke while idle are found out one by one; none of them may cost anybody a page.
            for _ in range(20):
                expect(person.get(community + "/members"), 200)
            expect(person.add_member(community, f"After {turn}"), 303)
        assert person.members(community) == {"Te Kura o Kōwhai", "Before", "After 0", "After 1", "After 2"}
        installation.expect_sound()


@fault("without PostgreSQL at the start it says so in one sentence")
def database_missing(program: Path) -> None:
    with Installation(program, database_url="postgresql://sightline@127.0.0.1:1/nothing") as installation:
        refused(installation, "The database cannot be opened: connection to server")


@fault("a port that somebody else has is refused in one sentence")
def port_taken(program: Path) -> None:
    with Installation(program) as installation, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        refused(installation, "address already in use", port=listening.getsockname()[1])


def begun(installation: Installation) -> tuple[Person, str]:
    """An installation with its first person and a community of one school."""
    installation.start()
    person = Person(installation)
    person.sign_up()
    return person, person.form("Kōwhai")


def expect(answer: Answer, status: int, sentence: str = "") -> None:
    assert answer.status == status, f"{answer.status} instead of {status}: {answer.text[:400]}"
    assert sentence in answer.text, f"it does not say '{sentence}': {answer.text[:400]}"


def refused(installation: Installation, sentence: str, port: int = 0) -> None:
    """`serve` ends at once, in one line, without a crash."""
    done = installation.run("serve", "--port", str(port))
    said = (done.stdout + done.stderr).strip()
    assert done.returncode == 1, f"exit code {done.returncode}: {said}"
    assert len(said.splitlines()) == 1 and sentence in said and "Fatal" not in said, said


def until(holds: Callable[[], bool], complaint: str, patience: float = 20) -> None:
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, complaint
        time.sleep(0.05)
