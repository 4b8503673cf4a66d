"""What `bench.py` measured, as a page: figures, ratios against what was aimed at, versions, the command."""
import platform
import re
import statistics
import subprocess

AIMS = {  # Holdline's speed over the program's, on one core
    "CLIPS in C": 5,
    "DuckDB, batch SQL": 1.5,
    "jq -c .": 8,
    "by hand in C++ on simdjson": 0.6,
}
WHY = {
    "peers": "An event takes some 9,700 instructions (callgrind, the start of the process not counted): two fifths read the line and "
    "make its digest, half are the interpreter, the rest is writing. The program by hand makes no digest, keeps no norms, and tells "
    "nothing of what was missed.",
    "cores": "Events are taken one after another on one thread, which has over half of the work; reading and writing are what other "
    "threads can do.",
}
AIM_OF_TWO = 1.7  # Holdline's speed on two cores over its own on one


def table(programs, options):
    """One line a program, the fastest first."""
    ours = next(program for program in programs if program.name == "Holdline")
    lines = ["| program | events/s | µs an event | MiB | Holdline is | aim |", "|---|--:|--:|--:|--:|--:|"]
    for program in sorted((p for p in programs if p.cores == 1), key=lambda program: program.median):
        rate = options.events / program.median
        ratio = "" if program is ours else f"{program.median / ours.median:.2f} ×"
        aim = ""
        if program.name in AIMS:
            share = program.median / ours.median / AIMS[program.name]
            aim = f"{AIMS[program.name]} ×, {'met' if share >= 1 else f'{share:.0%} of it'}"
        name = f"**{program.name}**" if program is ours else program.name
        lines.append(
            f"| {name} | {rate:,.0f} | {1e6 / rate:.2f} | {program.memory / 1024:.0f} | {ratio} | {aim} |")
    return "\n".join(lines)


def more_cores(programs, options):
    """Holdline on more cores than one beside itself, by the clock on the wall; nothing where there is one core."""
    ours = next(program for program in programs if program.name == "Holdline")
    more = [program for program in programs if program.cores > 1]
    if not more:
        return "This machine has one core."
    lines = ["| cores | ms | events/s | MiB | times one core | aim |", "|--:|--:|--:|--:|--:|--:|"]
    for program in [ours, *more]:
        wall = statistics.median(program.walls)
        times = statistics.median(ours.walls) / wall
        aim = "" if program is ours else f"{AIM_OF_TWO} ×, {'met' if times >= AIM_OF_TWO else f'{times / AIM_OF_TWO:.0%} of it'}"
        lines.append(
            f"| {program.cores} | {wall * 1000:.0f} | {options.events / wall:,.0f} | {program.memory / 1024:.0f} "
            f"| {times:.2f} × | {aim} |")
    most = 2 * statistics.median(ours.walls) / statistics.median(ours.at_once)
    lines.append(
        f"\nTwo runs at once that have nothing to do with each other, each on a core of its own, get {most:.2f} × as much done as "
        "one: the most that a second core of this machine can give.")
    return "\n".join(lines)


def reasons(programs, growth):
    """What keeps the figures from what was aimed at, a line for each aim that was missed."""
    ours = next(program for program in programs if program.name == "Holdline")
    slow = [p.name for p in programs if p.name in AIMS and p.median / ours.median < AIMS[p.name]]
    if slow:
        yield ", ".join(slow), WHY["peers"]
    if any(statistics.median(ours.walls) / statistics.median(p.walls) < AIM_OF_TWO for p in programs if p.cores > 1):
        yield "two cores", WHY["cores"]
    for row in growth:
        if row.is_met is False and row.why:
            yield row.what.split(":")[0], row.why


def first_line(*command):
    try:
        found = subprocess.run(command, capture_output=True, text=True)
        return (found.stdout or found.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "not there"


def versions(python):
    """Of everything that was measured."""
    yield "processor", next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    yield "system", platform.platform()
    yield "Swift", re.sub(r"^.*?(Swift version \S+).*$", r"\1", first_line("swift", "--version"))
    yield "compiler of the peers", first_line("g++", "--version")
    for package in ("libsimdjson-dev", "libclips-dev"):
        yield package, first_line("dpkg-query", "-W", "-f=${Version}", package)
    yield "jq", first_line("jq", "--version")
    yield "Python", first_line(python, "--version")
    frozen = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True).stdout
    for line in frozen.splitlines():
        if re.match(r"(duckdb|cel-expr|zen-engine|durable)", line):
            yield tuple(line.split("==", 1))


def page(programs, rows, options, python):
    growth = "\n".join(["| what | measured | aim |", "|---|---|---|", *(row.text for row in rows)])
    missed = "\n".join(f"* **{what}**: {why}" for what, why in reasons(programs, rows)) or "None."
    listed = "\n".join(f"| {name} | {version} |" for name, version in versions(python))
    return f"""# What `make bench` measured

{options.events:,} events, {options.runs} runs of each program taking turns, one core, whole process from reading the file to
writing the answers; median of the processor time (user and system). All answers were checked against the oracle first;
`jq -c .` and "reading only" answer nothing. What the rows are is in [`README.md`](README.md).

{table(programs, options)}

"Holdline is" how many times as fast as the program in that row. DuckDB answers over the whole file at once and does not stream.

## Two cores

The same run with `--cores 2`, which writes the same bytes. Median of the time on the wall of the whole process, its start and
the loading of the policy included.

{more_cores(programs, options)}

```
python3 Benchmarks/bench.py --holdline .build/release/holdline --events {options.events} --runs {options.runs}
```

## How cost grows

Processor time of the whole process, medians; what one event costs is the difference between a long and a short file. Recording
is timed on the wall, waiting for the disk included.

{growth}

## What was missed, and why

{missed}

| of what | version |
|---|---|
{listed}
"""
