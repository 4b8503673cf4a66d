"""How `scaling.py` measures: files that are made once, commands that are timed, rows of figures."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
WORKLOAD = HERE / "workload"


class Row:
    """One measurement: what, at which sizes, the figures with their unit, what was aimed at, and what keeps it from that."""

    def __init__(self, what, figures, unit, aim, is_met, why=None):
        self.what, self.figures, self.unit, self.aim, self.is_met, self.why = what, figures, unit, aim, is_met, why

    @property
    def text(self):
        sizes = ", ".join(f"{size}: {value:,.3g} {self.unit}" for size, value in self.figures.items())
        verdict = "" if self.is_met is None else ", met" if self.is_met else ", **missed**"
        return f"| {self.what} | {sizes} | {self.aim}{verdict} |"


class Lab:
    def __init__(self, holdline, folder, interpreter=None, contacts=1_000_000, runs=5):
        self.holdline, self.folder, self.interpreter = str(holdline), pathlib.Path(folder), interpreter
        self.contacts, self.runs = contacts, runs
        self.memory = 0

    def available(self):
        """Bytes of memory that a program may still take."""
        with open("/proc/meminfo") as lines:
            return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("MemAvailable"))

    def made(self, *arguments):
        """A file of `grow.py`, made once."""
        path = self.folder / ("grown-" + "-".join(arguments) + (".policy.yaml" if arguments[0] == "policy" else ""))
        source = WORKLOAD / "grow.py"
        if not path.exists() or path.stat().st_mtime < source.stat().st_mtime:
            with open(path, "wb") as out:
                subprocess.run([sys.executable, source, *arguments], stdout=out, check=True)
        return path

    def head(self, path, lines):
        """The first lines of a file."""
        part = path.with_name(f"{path.name}-first-{lines}")
        if not part.exists() or part.stat().st_mtime < path.stat().st_mtime:
            with open(path, "rb") as source, open(part, "wb") as out:
                for _ in range(lines):
                    out.write(source.readline())
        return part

    def cost(self, *arguments, runs=None, wall=False):
        """Seconds that a command takes: of the processor, or on the wall."""
        taken = []
        for _ in range(runs or self.runs):
            started = time.perf_counter()
            process = subprocess.Popen(
                [self.holdline, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                sys.exit(f"holdline {' '.join(map(str, arguments))} ended with {status}")
            taken.append(time.perf_counter() - started if wall else usage.ru_utime + usage.ru_stime)
            self.memory = usage.ru_maxrss
        return statistics.median(taken)

    def per_event(self, policy, events, short, long, runs=None):
        """Microseconds for one of the events that the long file has more than the short one."""
        few, all_ = (self.cost("run", policy, self.head(events, count), "--quiet", runs=runs) for count in (short, long))
        return (all_ - few) * 1e6 / (long - short)


def flat(figures):
    values = list(figures.values())
    return values[-1] <= 1.5 * values[0]
