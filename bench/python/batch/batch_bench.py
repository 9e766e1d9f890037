# SPDX-License-Identifier: Apache-2.0
"""A folder of disclosures audited by one process and by two: `batch_bench.py [DOCUMENTS]`.

The documents are the example disclosure, whole, under the names of made-up bodies over three years.
On stderr: documents a second, what a process held at most, and bytes of Parquet a document.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from timing import report

import budgetcore as bc

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"
YEARS = 3


def write(folder: Path, count: int) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        body, year = divmod(number, YEARS)
        made = text.replace("阳泉市财政局", f"第{body}县财政局").replace("2024", str(2024 + year))
        (folder / f"{number:05}.txt").write_text(made, encoding="utf-8")


class Watch(threading.Thread):
    """The most that a child process held."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self.over = threading.Event()

    def run(self) -> None:
        parent = f"PPid:\t{os.getpid()}\n"
        while not self.over.wait(0.2):
            for status in Path("/proc").glob("[0-9]*/status"):
                try:
                    text = status.read_text("utf-8")
                except OSError:
                    continue
                if parent in text and "VmHWM:" in text:
                    held = int(text.split("VmHWM:")[1].split()[0])
                    self.most = max(self.most, held)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    times = {}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "documents")
        folder.mkdir()
        write(folder, count)
        for name, jobs in (("one_process", 1), ("ours", 2)):
            watch = Watch()
            watch.start()
            output = Path(made, name)
            start = time.perf_counter()
            summary = bc.audit_many(folder, output, jobs=jobs, progress=False)
            seconds = time.perf_counter() - start
            watch.over.set()
            size = sum(file.stat().st_size for file in output.rglob("*.parquet"))
            print(
                f"{jobs} jobs: {summary.audited} documents, {summary.audited / seconds:.1f} a "
                f"second, {size / count:,.0f} bytes each, a process held {watch.most >> 10} MB",
                file=sys.stderr,
            )
            times[f"batch_{count}/{name}"] = seconds
    report(times)


if __name__ == "__main__":
    main()
