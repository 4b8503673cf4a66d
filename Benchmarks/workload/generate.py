#!/usr/bin/env python3
"""generate.py N [SEED] > events.jsonl: N events of a contact centre over 200 days, the same every time.

Nine events in ten are harmless. Times never go back; all contacts, customers and agents are made up by number.
"""
import json
import random
import sys
import time

DAY = 86_400
START = 1_767_600_000  # 2026-01-05T08:00:00Z
WORDS = {
    "da": "jeg har ventet på svar om min faktura i går og må få en ny måler før på mandag tak for hjælpen ærligt talt "
    "øv vi så åben konto ændring også én",
    "de": "ich möchte wissen warum die Rechnung größer ist als üblich und ob Sie mir bitte für nächste Woche einen "
    "Termin geben können Straße schön überhaupt",
    "fi": "minä haluaisin tietää miksi lasku on näin suuri ja voitteko lähettää uuden sähköpostin tänään kiitos hyvää "
    "päivää ääni yöllä tämä pitää selvittää",
    "en": "I would like to know why the invoice is higher than usual and whether you could please send me a new meter "
    "before Monday thank you very much",
}
LEXICON = {language: words.split() for language, words in WORDS.items()}
MARKS = {
    "rude": "stupid lazy useless",
    "profanity": "d*mn sh*t f***",
    "insult": "idiot moron clown",
    "discrimination": "[slur] your kind go home",
    "sexual": "[sexual remark] darling",
    "threat": 'I will find you "wait and see"',
}
BUSY_HOURS = [8, 8, 9, 9, 9, 9, 10, 10, 11, 12, 13, 13, 14, 14, 15, 16, 18, 20]
PAUSES = {"phone": (3, 45), "chat": (10, 240), "email": (1_800, 40 * 3_600)}
HEATED = ["rude", "profanity", "insult", "discrimination", "sexual", "threat"]


class Centre:
    """Contacts one after another until there are enough events. The order of the draws is part of the workload."""

    def __init__(self, count, seed):
        self.random = random.Random(seed)
        contacts = max(20, count // 22 + 20)
        self.customers = max(60, contacts // 4)
        self.repeaters = max(5, self.customers // 25)
        self.agents = max(12, min(400, contacts // 60))
        self.events = []
        self.contacts = 0
        while len(self.events) < count:
            self.contacts += 1
            self.contact()

    def text(self, language, behaviour):
        draw = self.random
        lexicon = LEXICON[language]
        length = draw.randint(3, 32)
        words = [lexicon[int(draw.random() * len(lexicon))] for _ in range(length)]
        if behaviour != "none":
            words.insert(draw.randint(0, length), MARKS[behaviour])
        form = draw.random()
        text = " ".join(words)
        if form < 0.06:
            text = '"' + text + '"'
        elif form < 0.09:
            text = text + "\n— " + lexicon[0]
        elif form < 0.11:
            text = text + " \U0001F620\\o/"
        return text[:200]

    def conduct(self, is_heated):
        """What the customer does next, and how bad it is."""
        draw = self.random
        if is_heated:
            if draw.random() < 0.32:
                behaviour = draw.choices(HEATED, [34, 24, 22, 7, 7, 6])[0]
                return behaviour, draw.choices([1, 2, 3, 4], [35, 35, 20, 10])[0]
        elif draw.random() < 0.065:
            behaviour = draw.choices(["rude", "profanity", "insult"], [80, 15, 5])[0]
            return behaviour, draw.choices([1, 2, 3], [70, 25, 5])[0]
        return "none", 0

    def contact(self):
        draw = self.random
        day = draw.randrange(200)
        hour = draw.choice(BUSY_HOURS)
        now = START - 8 * 3_600 + day * DAY + hour * 3_600 + draw.randrange(3_600)
        if draw.random() < 0.17:
            customer = draw.randrange(self.repeaters)
            is_heated = draw.random() < 0.75
        else:
            customer = draw.randrange(self.repeaters, self.customers)
            is_heated = draw.random() < 0.13
        channel = draw.choices(["phone", "chat", "email"], [55, 30, 15])[0]
        language = draw.choices(["da", "de", "fi", "en"], [40, 25, 20, 15])[0]
        agent = "a%03d" % draw.randrange(self.agents)
        fixed = dict(
            contact="c%07d" % self.contacts, customer="k%06d" % customer, agent=agent, channel=channel, language=language
        )
        shortest, longest = PAUSES[channel]

        def tell(when, kind, behaviour="none", severity=0, action=None, text=""):
            event = {"type": kind, **fixed, "behaviour": behaviour, "severity": severity}
            if action:
                event["action"] = action
            event["text"] = text
            self.events.append((when, len(self.events), event))

        tell(now, "contact.started")
        turns = draw.randint(4, 36)
        score, promised, must_end, requests = 0, None, False, 0
        for _ in range(turns):
            now += draw.randint(shortest, longest)
            if promised and now >= promised[0]:
                tell(promised[0], "action.completed", action=promised[1])
                promised = None
            behaviour, severity = self.conduct(is_heated)
            tell(now, "utterance", behaviour, severity, text=self.text(language, behaviour))
            is_abusive = behaviour in ("profanity", "insult", "discrimination", "sexual") or (
                behaviour == "rude" and severity >= 2
            )
            if is_abusive and not must_end:
                score += 2 if behaviour in ("discrimination", "sexual") and severity >= 3 else 1
                must_end = score >= 3
                if not must_end and draw.random() < 0.8:
                    wait = draw.randint(5, 100) if draw.random() < 0.85 else draw.randint(121, 400)
                    promised = (now + wait, "warn" if score == 1 else "final_warning")
            if behaviour == "threat":
                must_end = True
            if draw.random() < (0.06 if is_heated else 0.012) and requests < 3:
                requests += 1
                now += draw.randint(1, shortest)
                tell(now, "supervisor.requested")
            if must_end and draw.random() < 0.55:
                if draw.random() < 0.9:
                    now += draw.randint(2, 30)
                    tell(now, "action.completed", action="end_contact")
                break
        if must_end or draw.random() < 0.97:
            now += draw.randint(1, 60)
            tell(now, "contact.ended")


def iso(moment):
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % time.gmtime(moment)[:6]


def main():
    count = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20_260_105
    events = sorted(Centre(count, seed).events, key=lambda entry: entry[:2])
    for number, (moment, _, event) in enumerate(events[:count], 1):
        line = {"id": "e%08d" % number, "time": iso(moment), **event}
        sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
