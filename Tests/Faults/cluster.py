"""A PostgreSQL server of our own that can be stopped and started, on the loopback, gone when the `with` ends."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


class Cluster:
    def __enter__(self) -> "Cluster":
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
        assert programs, "PostgreSQL is not installed: bin/setup --tests installs it"
        self.programs = programs[-1].parent
        # PostgreSQL refuses to run as root, so root hands it to somebody else.
        self.owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="sightline-cluster-"))
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        self.port = free_port()
        self.url = f"postgresql://sightline@127.0.0.1:{self.port}/postgres"
        try:
            self._run("initdb", "-D", self.data, "--locale=C.UTF-8", "--encoding=UTF8", "--username=sightline",
                      "--auth=trust", "--no-sync")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.stop()
        except AssertionError:
            pass  # it was not running
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = (f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off "
                   "-c shared_buffers=32MB -c timezone=UTC")
        self._run("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        """At once, breaking every connection."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")

    def _run(self, program: str, *words: str) -> None:
        as_owner = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}
        # The server inherits no pipe of ours, or waiting for its end would be waiting for its output.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run([str(self.programs / program), *words], cwd=self.folder, stdin=subprocess.DEVNULL,
                                  stdout=output, stderr=output, timeout=120, **as_owner)
            output.seek(0)
            assert done.returncode == 0, f"{program}: {output.read()}"


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]
