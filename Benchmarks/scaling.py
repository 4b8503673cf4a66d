#!/usr/bin/env python3
"""What a check, an event and a record cost, and how that grows with the policy, the contacts, the window; for `bench.py`.

    scaling.py --holdline PATH [--interpreter PATH] [--contacts N] [--only NAME]

Times are processor time of the whole process, the median of several runs. What one event costs is the difference between a
long and a short file, so that starting does not count.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from lab import HERE, WORKLOAD, Lab, Row, flat

# MARK: what is measured


def start(lab):
    """Whole processes on small policies."""
    with tempfile.TemporaryDirectory() as folder:
        starter = pathlib.Path(folder) / "starter"
        subprocess.run([lab.holdline, "init", str(starter)], check=True, capture_output=True)
        figures = {
            "the starter policy": lab.cost("check", starter, runs=15) * 1e3,
            "contact-safety": lab.cost("check", HERE.parent / "Policies" / "contact-safety", runs=15) * 1e3,
        }
    yield Row("`check`, cold start", figures, "ms", "under 20 ms", max(figures.values()) < 20,
              "Two thirds of contact-safety's instructions read its tests, 120 of them; of the rest a sixth starts the process, a sixth "
              "reads YAML and over a third are the checks, those of the words of its scripts in four languages first.")


def checking(lab):
    sizes = (10, 100, 1_000, 2_500)
    figures = {f"{size:,} rules": lab.cost("check", lab.made("policy", str(size)), runs=9) * 1e3 for size in sizes}
    yield Row("`check`", figures, "ms", "1,000 rules under 50 ms", figures["1,000 rules"] < 50,
              "A third of the instructions parses each condition and types it twice, once to find what it reads; a sixth reads YAML, an "
              "eighth compares with the schema, and a quarter are the other checks.")


def rules(lab):
    policies = {f"{size:,} rules": lab.made("policy", str(size)) for size in (10, 100, 1_000)}
    lines = lab.folder / "grown-lines"
    if not lines.exists():
        events = subprocess.run([sys.executable, WORKLOAD / "generate.py", "100000"], capture_output=True, check=True)
        with open(lines, "wb") as out:
            subprocess.run([sys.executable, WORKLOAD / "translate.py"], input=events.stdout, stdout=out, check=True)
    filler = lab.made("filler", "100000")
    for what, events in (("the benchmark's events", lines), ("events that concern no rule", filler)):
        figures = {name: lab.per_event(policy, events, 10_000, 100_000) for name, policy in policies.items()}
        yield Row(f"an event, by rules; {what}", figures, "µs", "flat", flat(figures),
                  "The instructions of an event are the same among ten rules and a thousand (callgrind); what is left is the memory of a "
                  "larger program, and what the machine did beside.")


def contacts(lab):
    policy = lab.made("policy", "10")
    figures, memory = {}, {}
    for count in sorted({1_000, 30_000, lab.contacts}):
        events = lab.made("contacts", str(count))
        name = f"{count:,} open contacts"
        figures[name] = lab.per_event(policy, events, count, count + 200_000, runs=3)
        # Below some 80 MiB what is measured is this program, which the measured one was forked from.
        if count == lab.contacts:
            lab.cost("run", policy, lab.head(events, count // 2), "--quiet", runs=1)
            half = lab.memory
            lab.cost("run", policy, lab.head(events, count), "--quiet", runs=1)
            memory[name] = lab.memory / 1024
            quiet = (lab.memory - half) * 1_024 / (count - count // 2)
    yield Row("an event, by contacts", figures, "µs", "flat", flat(figures),
              "With a million contacts each of these events is the first of its contact and makes its variables; with a thousand, one in two "
              "hundred.")
    most = memory[f"{lab.contacts:,} open contacts"] * 1.048576 / lab.contacts * 1_000_000
    yield Row("memory of the process", memory, "MiB", "a million under 600 MB", most < 600)
    yield Row("a quiet open contact", {"with its customer": quiet}, "bytes", "512", quiet <= 512,
              "It has a lane of its own with its customer, a place among the names of both, and the event that it began with, to know it "
              "again.")


def beginnings(lab):
    """From a hundred thousand contacts to ten million, all open: an event of those that begin them, and of two hundred thousand more."""
    policy = lab.made("policy", "10")
    figures, memory = {}, {}
    for count in (100_000, 1_000_000, 10_000_000):
        if count * 700 > lab.available():
            continue
        events = lab.made("contacts", str(count))
        name = f"{count:,} contacts"
        figures[name] = lab.cost("run", policy, events, "--quiet", runs=1) * 1e6 / (count + 200_000)
        memory[name] = lab.memory / 1024
        if count > lab.contacts:
            events.unlink()
    yield Row("an event that begins a contact", figures, "µs", "flat to ten million", flat(figures) and len(figures) == 3,
              "Ten million contacts are 6 GB: each event finds its lane in memory that no cache holds and takes new memory from the system.")
    yield Row("memory of the process, to ten million contacts", memory, "MiB", "", None)


def windows(lab):
    policy = lab.made("policy", "100")
    figures = {}
    for count in (10, 1_000, 10_000, 50_000):
        events = lab.made("window", str(count))
        figures[f"{count:,} in the window"] = lab.per_event(policy, events, count, count + 100_000, runs=3)
    yield Row("an event, by observations in its window", figures, "µs", "flat", flat(figures),
              "The times of a window that is passed once and forgotten once do not fit into the processor's nearest memory.")


def recording(lab):
    policy, lines = HERE / "abusive-contacts.policy.yaml", lab.folder / "grown-lines"
    log = lab.folder / "grown.sqlite"
    rates = {}
    for name, options in (("not recorded", []), ("recorded", ["--audit", log])):
        taken = []
        for _ in range(lab.runs):
            for path in lab.folder.glob("grown.sqlite*"):
                path.unlink()
            taken.append(lab.cost("run", policy, lines, "--quiet", *options, runs=1, wall=True))
        rates[name] = 100 / statistics.median(taken)
    share = rates["recorded"] / rates["not recorded"]
    yield Row(f"recording to SQLite: {share:.2f} of the speed", rates, "thousand events/s", "half", share >= 0.5,
              "Each event and each outcome is a row of its own with its indexes, and each thousand events wait for the disk: over half of "
              "the time passes in SQLite and in the system.")


def interpreter(lab):
    """The interpreter alone, and what it asks of the allocator."""
    if not lab.interpreter or not pathlib.Path(lab.interpreter).exists():
        return
    environment = dict(os.environ)
    counter = lab.folder / "allocations.so"
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler and not subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", counter, HERE / "allocations.c"], capture_output=True).returncode:
        environment["LD_PRELOAD"] = str(counter)
    policy, lines = HERE / "abusive-contacts.policy.yaml", lab.folder / "grown-lines"
    figures, calls = {}, {}
    for name, events in (("the benchmark's events", lines), ("no rule concerned", lab.made("filler", "100000"))):
        told = subprocess.run(
            [lab.interpreter, policy, events, "7"], env=environment, capture_output=True, text=True, check=True)
        _, _, nanoseconds, allocations = told.stdout.split()
        figures[name] = float(nanoseconds)
        if allocations != "-":
            calls[name] = float(allocations)
    yield Row("the interpreter alone, one event", figures, "ns", "333 ns; 150 ns where no rule is concerned",
              figures["the benchmark's events"] < 333 and figures["no rule concerned"] < 150,
              "A quarter of the benchmark's events concern rules and take some 17,000 instructions each: a fifth of them conditions, the rest "
              "spread over judging, issuing, timers and what is told. An event that concerns none takes 1,000, half of them to find its lane "
              "and to know it again if it comes twice.")
    if calls:
        yield Row("calls of the allocator, one event", calls, "", "none where no rule is concerned",
                  calls["no rule concerned"] < 0.01,
                  "What is left makes the lanes of the hundred contacts, and their lists of what came lately.")


MEASURED = {part.__name__: part for part in (start, checking, rules, contacts, beginnings, windows, recording, interpreter)}


def rows(lab, only=None):
    for name, part in MEASURED.items():
        if not only or name in only:
            for row in part(lab):
                print(row.text, flush=True)
                yield row


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--holdline", type=pathlib.Path, required=True)
    parser.add_argument("--interpreter", type=pathlib.Path)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--folder", type=pathlib.Path, default=HERE.parent / ".build" / "bench")
    parser.add_argument("--only", nargs="*", choices=list(MEASURED))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    lab = Lab(options.holdline.resolve(), options.folder, options.interpreter, options.contacts)
    for _ in rows(lab, options.only):
        pass


if __name__ == "__main__":
    main()
