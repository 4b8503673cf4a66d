#!/usr/bin/env python3
"""Holdline and its peers on the same work, side by side; called by `make bench`, which installs what it needs.

    bench.py --holdline PATH [--interpreter PATH] [--events N] [--runs N] [--only NAME] [--check] [--report FILE]

Everything is checked against the oracle before anything is timed; `--check` stops there. Each program runs whole, on one
core, and the runs of all programs take turns. What counts is the median of the processor time (user and system) of the
process: on a machine that has other things to do it is steadier than the clock on the wall. Holdline on two cores is
compared by that clock with itself on one, and has to write the same bytes.
With a report, `scaling.py` then measures what checks, events and records cost.
"""
import argparse
import filecmp
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PEERS, WORKLOAD = HERE / "peers", HERE / "workload"
POLICY = HERE / "abusive-contacts.policy.yaml"
CORES = [str(core) for core in sorted(os.sched_getaffinity(0), reverse=True)]


class Program:
    """A command line with `{events}`, `{lines}` (the same in Holdline's form) and `{out}` in it."""

    def __init__(self, name, command, check="oracle", module=None, cores=1):
        self.name, self.command, self.check, self.module, self.cores = name, command, check, module, cores
        self.seconds, self.walls, self.at_once, self.memory = [], [], [], 0

    def run(self, paths):
        paths["out"].unlink(missing_ok=True)
        command = ["taskset", "-c", ",".join(CORES[: self.cores]), *shlex.split(self.command.format(**paths))]
        with tempfile.TemporaryFile() as errors:
            started = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.walls.append(time.perf_counter() - started)
            if status != 0:
                errors.seek(0)
                sys.exit(f"{self.name} failed: {errors.read().decode(errors='replace')[-600:]}")
        self.seconds.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss)

    def verify(self, paths):
        """Runs once and compares what comes out."""
        self.run(paths)
        if self.check == "oracle" and not filecmp.cmp(paths["out"], paths["expected"], shallow=False):
            sys.exit(f"{self.name} does not say what the oracle says")
        if self.check == "norms":
            compare = [sys.executable, WORKLOAD / "compare.py", paths["events"], paths["out"]]
            if subprocess.run(compare, stdout=subprocess.DEVNULL).returncode != 0:
                sys.exit(f"{self.name} does not ask for what the oracle requires")
            shutil.copyfile(paths["out"], paths["one"])
        if self.check == "one" and not filecmp.cmp(paths["out"], paths["one"], shallow=False):
            sys.exit(f"{self.name} does not write the bytes that one core writes")
        self.seconds.clear()
        self.walls.clear()

    def run_twice_at_once(self, paths):
        """How long two runs side by side take, each on a core of its own: what a second core of this machine is worth."""
        command = shlex.split(self.command.format(**paths | {"out": os.devnull}))
        started = time.perf_counter()
        both = [subprocess.Popen(["taskset", "-c", core, *command], stderr=subprocess.DEVNULL) for core in CORES[:2]]
        for process in both:
            process.wait()
        self.at_once.append(time.perf_counter() - started)

    @property
    def median(self):
        return statistics.median(self.seconds)


def programs(built, holdline, python):
    def with_python(name):
        return f"{python} {PEERS / name} {{events}} {{out}}"

    def ours(options):
        return f"sh -c 'exec {holdline} run {POLICY} {{lines}} --quiet {options} > {{out}}'"

    return [
        Program("Holdline", ours(""), check="norms"),
        Program("Holdline, two cores", ours("--cores 2"), check="one", cores=2),
        Program("simdjson, reading only", f"{built / 'floor'} read {{events}}", check=None, module="floor"),
        Program("by hand in C++ on simdjson", f"{built / 'floor'} run {{events}} {{out}}", module="floor"),
        Program("DuckDB, batch SQL", with_python("duckdb_batch.py"), module="duckdb"),
        Program("CLIPS in C", f"{built / 'clips'} {{events}} {{out}} {PEERS / 'policy.clp'}", module="clips"),
        Program("jq -c .", "sh -c 'exec jq -c . {events} > {out}'", check=None, module="jq"),
        Program("by hand in Python", with_python("host.py")),
        Program("by hand in jq", f"sh -c 'exec jq -cn -f {PEERS / 'policy.jq'} {{events}} > {{out}}'", module="jq"),
        Program("CEL in C++, from Python", with_python("cel.py"), module="cel_expr_python"),
        Program("ZEN, from Python", with_python("zen_table.py"), module="zen"),
        Program("durable_rules, from Python", with_python("durable_rete.py"), module="durable"),
    ]


def build(folder):
    """Compiles the programs in C++ whose libraries are there."""
    for name, libraries in (("floor", ["-lsimdjson"]), ("clips", ["-lsimdjson", "-lclips", "-lm"])):
        program, source = folder / name, PEERS / f"{name}.cpp"
        newest = max(source.stat().st_mtime, (PEERS / "workload.hpp").stat().st_mtime)
        if not shutil.which("g++") or (program.exists() and program.stat().st_mtime > newest):
            continue
        flags = ["-O3", "-march=native", "-std=c++17"]
        result = subprocess.run(["g++", *flags, source, "-o", program, *libraries], capture_output=True)
        if result.returncode != 0:
            program.unlink(missing_ok=True)


def is_there(program, built, python):
    module = program.module
    if module is None:
        return len(CORES) >= program.cores
    if module in ("floor", "clips"):
        return (built / module).exists()
    if module == "jq":
        return shutil.which("jq") is not None
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def prepare(folder, name, generator):
    """The events in both forms and what the oracle requires, made once."""
    paths = {part: folder / f"{part}-{name}" for part in ("events", "lines", "expected", "one")}
    steps = (("events", generator, None), ("lines", ["translate.py"], "events"), ("expected", ["oracle.py"], "events"))
    for name, command, source in steps:
        newest = max(path.stat().st_mtime for path in WORKLOAD.glob("*.py"))
        if paths[name].exists() and paths[name].stat().st_mtime > newest:
            continue
        part = paths[name].with_suffix(".part")
        with open(part, "wb") as out, open(paths[source] if source else os.devnull, "rb") as standard_input:
            subprocess.run([sys.executable, WORKLOAD / command[0], *command[1:]], stdin=standard_input, stdout=out,
                           check=True)
        part.rename(paths[name])
    return paths | {"out": folder / "out"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--holdline", required=True)
    parser.add_argument("--interpreter", help="the program that measures the interpreter alone")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=pathlib.Path, default=HERE.parent / ".build" / "bench")
    parser.add_argument("--only", nargs="*", default=[""], help="only Holdline and programs with one of these in their names")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--report", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    venv = options.folder / "venv" / "bin" / "python"
    python = str(venv) if venv.exists() else sys.executable
    build(options.folder)
    edges = prepare(options.folder, "edges", ["edges.py"])
    paths = prepare(options.folder, options.events, ["generate.py", str(options.events)])
    known = programs(options.folder, pathlib.Path(options.holdline).resolve(), python)
    wanted = [p for p in known if p.name.startswith("Holdline") or any(part.lower() in p.name.lower() for part in options.only)]
    running = [program for program in wanted if is_there(program, options.folder, python)]
    for program in wanted:
        if program not in running:
            print(f"{program.name}: not installed, left out")
    for program in running:
        program.verify(edges)
        program.verify(paths)
        print(f"{program.name}: checked", flush=True)
    if options.check:
        return
    for _ in range(options.runs):
        for program in running:
            program.run(paths)
        if len(CORES) > 1:
            running[0].run_twice_at_once(paths)
    import report

    text = report.table(running, options)
    print(text, report.more_cores(running, options), sep="\n\n")
    if options.report:
        import scaling

        lab = scaling.Lab(pathlib.Path(options.holdline).resolve(), options.folder, options.interpreter)
        options.report.write_text(report.page(running, list(scaling.rows(lab)), options, python))


if __name__ == "__main__":
    main()
