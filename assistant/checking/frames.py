"""One clause to advice: its objects (counts, frequencies, modifiers ...), whom they concern, and whether denied.

Default deny lives here too: whatever could matter and nothing has claimed is returned as unclaimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice, Kind
from assistant.checking.clauses import Clause
from assistant.checking.marks import Mark
from assistant.checking.scope import Denials, all_codes_of, bounded, denials, names_its_code, subject_codes, told
from assistant.checking.shapes import kind_of
from assistant.rules.code_sets import LEVELS
from assistant.scenario import Period

# Marks that carry nothing by themselves.
NEUTRAL = frozenset(
    """WORD ARTICLE THING LINK PRONOUN AND BUT BECAUSE IF ROLE NAME SITE COMPONENT MODIFIER_WORD PUNCT DATE PAYER SETTING BILLER FACT FRACTIONS
    SCHEDULE DURATION NOW SERVICE SPAN TOTAL SYSTEM SEE END_OF""".split()
)
CARRIED = frozenset({"DENIED", "TAKE_OFF", "DO", "APPEND", "OK", "NEED", "PAY", "SEPARATE"})  # verbs, spent on whatever the clause advises


@dataclass(slots=True)
class Background:
    """What a clause may inherit."""

    codes: tuple[str, ...] = ()
    codes_from: str = ""
    condition: dict[str, Any] = field(default_factory=dict)
    asked: str = ""  # the kind of advice a label or question asks for: a bare "6" answers it
    today: date = date.max
    previous: tuple[Advice, ...] = ()
    fractions: int | None = None  # of the case, where the sentence does not say


@dataclass(slots=True)
class Frame:
    """What a clause advises; `unclaimed` says which words nothing explains."""

    advice: list[Advice]
    unclaimed: list[str]
    codes: tuple[str, ...]
    condition: dict[str, Any]
    subject: tuple[str, ...] = ()  # what "it" means in the next clause


class _Clause:
    """The clause while it is being read."""

    def __init__(self, clause: Clause, background: Background) -> None:
        self.marks = clause.marks
        self.joint = clause.joint
        self.background = background
        self.claimed: set[int] = set()
        self.denied: Denials = denials(self.marks)
        self.kinds = {mark.kind for mark in self.marks}
        self.marks = _bare_modifiers(self.marks, background.asked)
        self.kinds = {mark.kind for mark in self.marks}
        self.denied = denials(self.marks)
        dated = bool(self.kinds & {"ENDED", "START", "REPLACED", "REPLACES"}) and not self.kinds & {
            "UNITS",
            "FREQ",
            "PAY",
            "BUNDLED",
            "NONE",
        }
        self.told = told([*clause.facts, *self.marks], background.condition, background.today, dates_are_objects=dated)
        conditions = self.told.conditions or ({},)
        first = conditions[0]
        self.subjects = subject_codes(self.marks, first.get("dos"), first.get("setting"), background.today)
        self.named = tuple(dict.fromkeys(code for _, codes in self.subjects for code in codes))
        self.codes = self.named or background.codes
        self.inherited = () if self.named or not self.codes else (f"code: {background.codes_from}",)
        self.conditions = conditions
        self.advice: list[Advice] = []

    # --- reading -----------------------------------------------------------------------------------------------
    def at(self, *kinds: str) -> list[int]:
        if self.kinds.isdisjoint(kinds):
            return []
        return [i for i, mark in enumerate(self.marks) if mark.kind in kinds]

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def verb_denied(self) -> bool:
        return bool(self.denied.verbs)

    def polarity(self, at: int) -> bool:
        """Whether the object at this place is affirmed."""
        denied = at in self.denied.objects
        verb = self.verb_denied() and not (denied and self._own_denial(at))
        return not (denied != verb)

    def _own_denial(self, at: int) -> bool:
        return False

    def near(self, at: int, *kinds: str, reach: int = 2) -> bool:
        return any(self.marks[i].kind in kinds for i in range(max(0, at - reach), at))

    def say(
        self,
        kind: Kind,
        value: Any,
        *at: int,
        codes: tuple[str, ...] | None = None,
        polarity: bool = True,
        required: bool = False,
    ) -> None:
        self.claimed.update(at)
        chosen = self.codes if codes is None else codes
        span = (self.marks[at[0]].start, self.marks[at[-1]].end) if at else (0, 0)
        for condition in self.conditions:
            self.advice.append(
                Advice(
                    kind, chosen, value, polarity, condition, required, span, self.inherited if codes is None else ()
                )
            )


def read_clause(clause: Clause, background: Background) -> Frame:
    """All advice of one clause, and what in it nothing claimed."""
    reading = _Clause(clause, background)
    if reading.told.problem:
        return Frame([], [reading.told.problem], reading.named, background.condition)
    for reader in READERS:
        reader(reading)
    return Frame(reading.advice, list(_unclaimed(reading)), reading.named, _carried_on(reading), _subject(reading))


def _carried_on(reading: _Clause) -> dict[str, Any]:
    """The facts that hold for the next clause as well; "the first 25 fractions" do not."""
    condition = dict(reading.conditions[0])
    first = any(mark.kind == "FRACTIONS" and at and reading.marks[at - 1].said == "first" for at, mark in enumerate(reading.marks))
    if first:
        condition.pop("fractions", None)
        if "fractions" in reading.background.condition:
            condition["fractions"] = reading.background.condition["fractions"]
    return condition


def _subject(reading: _Clause) -> tuple[str, ...]:
    """The codes before the verb, where the clause says something of them to other codes."""
    verbs = reading.at("BUNDLED", "REPLACED", "REPLACES")
    if not verbs:
        return reading.named
    return tuple(code for place, codes in reading.subjects if place < verbs[0] for code in codes) or reading.named


def _unclaimed(reading: _Clause) -> Iterator[str]:
    carried = bool(reading.advice)
    for at, mark in enumerate(reading.marks):
        if mark.kind in ("DENIED", "TAKE_OFF") and at in reading.denied.loose:
            yield mark.said  # "not denied", "don't leave off"
            continue
        if at in reading.claimed or mark.kind in NEUTRAL and not _odd(reading.marks, at):
            continue
        if mark.kind in CARRIED and carried:
            continue
        if mark.kind in ("NEG", "WITHOUT") and carried and at not in reading.denied.loose:
            continue
        if mark.kind == "CODE" and any(mark.value in advice.codes for advice in reading.advice):
            continue
        if mark.kind in ("SAYS", "SETS") and carried and not _says_doubtfully(reading, at):
            continue
        if mark.kind == "PAST" and (_in_the_past(reading) or any(one.kind == "validity" and isinstance(one.value, tuple) for one in reading.advice)):
            continue
        if mark.kind == "EVERY" and mark.said == "all" and len(reading.named) > 1 and carried:
            continue
        if mark.kind == "EVERY" and reading.marks[at + 1 : at + 2] and reading.marks[at + 1].kind == "CODE" and reading.has("FREQ"):
            continue
        if mark.kind == "DOUBT" and mark.said.startswith("depend") and carried and any(len(one.codes) > 1 or one.kind == "validity" for one in reading.advice):
            continue
        if mark.kind == "REGARDLESS" and mark.said == "whether" and reading.has("DOUBT"):
            continue
        if mark.kind == "TURN" and mark.said == "either" and reading.has("NOT_BOTH"):
            continue
        if mark.kind == "TOGETHER" and mark.said == "both" and _both_parts(reading.marks, at):
            continue
        if mark.kind == "COUNTED" and (mark.value is None or any(one.kind != "component" for one in reading.advice)):
            continue
        if mark.kind == "EACH_OF" and carried and len(reading.named) > 1:
            continue
        if mark.kind == "ANY" and (reading.has("NEG", "WITHOUT")):
            continue
        if mark.kind == "ONLY" and at + 1 < len(reading.marks) and reading.marks[at + 1].kind in ("FRACTIONS", "LEFT", "LENGTH"):
            continue
        if mark.kind == "ONLY" and carried and mark.said.startswith(("not more", "no more", "never more", "and no more")):
            continue
        if mark.kind == "ASK" and carried:
            continue
        if mark.kind == "UNIT" and any(advice.kind == "units" for advice in reading.advice):
            continue
        if mark.kind == "THEN" and (mark.said not in ("since", "onward") or "dos" in reading.conditions[0]):
            continue
        if mark.kind == "MORE" and mark.said == "over" and at + 1 < len(reading.marks) and reading.marks[at + 1].kind in ("FRACTIONS", "DURATION", "DATE"):
            continue
        yield mark.said or str(mark.value)
    for at, codes in reading.subjects:
        if (
            reading.marks[at].kind == "SERVICE"
            and at not in reading.claimed
            and not any(set(codes) & set(a.codes) for a in reading.advice)
        ):
            yield reading.marks[at].said


def _bare_modifiers(marks: list[Mark], asked: str) -> list[Mark]:
    """ "neither 26 nor TC", "with 26": a bare 26 is the modifier where modifiers are spoken of."""
    if not any(mark.kind == "MOD" or mark.kind == "NUM" and mark.value in (26, 59, 76, 77) and mark.noun is None for mark in marks):
        return marks
    marks = [
        Mark("WITHOUT", "", one.start, one.end, one.said) if one.kind == "NO_MODIFIER" and at + 1 < len(marks) and marks[at + 1].kind in ("MOD", "NUM") else one
        for at, one in enumerate(marks)
    ]
    spoken_of = asked == "modifier" or any(mark.kind in ("MOD", "APPEND", "MODIFIER_WORD", "NEED", "WITHOUT", "OPTIONAL") for mark in marks)
    result: list[Mark] = []
    for at, mark in enumerate(marks):
        bare = mark.kind == "NUM" and mark.value in (26, 59, 76, 77) and mark.noun is None and not mark.said
        before = marks[at - 1] if at else None
        after = marks[at + 1] if at + 1 < len(marks) else None
        beside = bool(before and before.said in MODIFIER_CUES_BEFORE) or bool(after and after.said in MODIFIER_CUES_AFTER)
        if bare and (spoken_of or beside):
            result.append(Mark("MOD", str(mark.value), mark.start, mark.end))
        else:
            result.append(mark)
    return result


MODIFIER_CUES_BEFORE = frozenset({"with", "nothing", "takes", "take", "neither", "carry", "carries", "nor"})
MODIFIER_CUES_AFTER = frozenset({"belong", "belongs", "apply", "applies", "to mark", "marks", "goes", "row", "to"})


def _both_parts(marks: list[Mark], at: int) -> bool:
    """ "both a professional and a technical component"."""
    return any(mark.kind in ("PROFESSIONAL", "TECHNICAL") for mark in marks[at + 1 : at + 3])


def _in_the_past(reading: _Clause) -> bool:
    """ "used to be" says nothing false where the clause names a time that is over."""
    dos = reading.conditions[0].get("dos")
    return dos is not None and dos.end < reading.background.today


def _says_doubtfully(reading: _Clause, at: int) -> bool:
    """Sets are a manner of counting only beside a count; a saying is one only when somebody in earnest says it."""
    if reading.marks[at].kind == "SETS":
        return not any(one.kind in ("units", "frequency") for one in reading.advice)
    return any(mark.kind in ("SOMEBODY", "HEARSAY") for mark in reading.marks)


AGENTS = frozenset("physicist therapist dosimetrist nurse np pa practitioner assistant technician tech resident anesthesiologist surgeon".split())


def _odd(marks: list[Mark], at: int) -> bool:
    """A neutral mark in a place where it matters: "6+", "physicists bill"."""
    mark = marks[at]
    if mark.kind == "DURATION":  # "over five weeks" is a time, "five weeks of 77427" a count
        before = marks[at - 1] if at else None
        after = [one.kind for one in marks[at + 1 : at + 4]]
        return not (before is not None and before.said in DURING) or bool({"CODE", "SERVICE"} & set(after))
    if mark.kind == "PUNCT":
        return mark.value in "+*=/" and at > 0 and marks[at - 1].kind in ("NUM", "UNITS", "CODE") and not _listing(marks, at)
    if mark.kind == "WORD" and mark.value in AGENTS:
        after = [one for one in marks[at + 1 : at + 3] if one.kind not in ("OK", "WORD", "NEG")]
        return bool(after) and after[0].kind in ("DO", "APPEND")
    return False


DURING = frozenset("over in for within during across about lasting spanning after of the".split())


def _listing(marks: list[Mark], at: int) -> bool:
    after = marks[at + 1] if at + 1 < len(marks) else None
    return after is not None and (after.kind == marks[at - 1].kind == "CODE" or marks[at].value == "=" and after.kind in ("NUM", "UNITS", "NONE", "FREQ", "ONCE"))


# --- counting ------------------------------------------------------------------------------------------------------
def _counts(c: _Clause) -> None:
    """Units, per course or per date, and bare numbers that can only be units."""
    frequencies = c.at("FREQ")
    for at in c.at("ONCE", "TWICE", "UNITS", "NUM", "ORDINAL"):
        mark = c.marks[at]
        number = {"ONCE": 1, "TWICE": 2}.get(mark.kind, mark.value)
        if at in c.claimed:
            continue
        if mark.kind == "ORDINAL" or (mark.kind == "NUM" and not _is_count(c, at)):
            continue
        after = [i for i in frequencies if i > at and _only_between(c, at, i)]
        if after:
            _frequency_of(c, after[0], number, at)
        elif number == 1 and _makes_one(c, at):
            thing = f"{c.conditions[0]['fractions']} fractions"
            c.say("frequency", "session" if thing == "1 fractions" else thing, at, polarity=c.polarity(at))
        elif number == 1 and frequencies and mark.kind in ("ONCE", "UNITS", "NUM"):
            c.claimed.add(at)
        elif not c.codes:
            continue
        else:
            _units(c, at, number)
    for at in frequencies:
        if at not in c.claimed and c.codes and not c.at("MUE_WORD"):
            count, _ = c.marks[at].value
            _frequency_of(c, at, count)


def _makes_one(c: _Clause, at: int) -> bool:
    """ "Five fractions make one unit" tells what a unit covers, not what a course of five makes."""
    fractions = next((i for i, mark in enumerate(c.marks) if mark.kind == "FRACTIONS"), None)
    if fractions is None or fractions > at or c.marks[fractions].value == c.background.fractions:
        return False
    between = c.marks[fractions + 1 : at]
    about_a_course = any(mark.value in ("course", "for", "with", "patient") for mark in c.marks[: fractions + 2])
    return not about_a_course and any(m.kind in ("LINK", "SPAN", "PAY") or m.value == "=" for m in between) and all(m.kind in ("LINK", "SPAN", "PAY", "PUNCT", "WORD", "ARTICLE") for m in between)


def _only_between(c: _Clause, left: int, right: int) -> bool:
    return all(
        c.marks[i].kind in ("WORD", "CODE", "SERVICE", "DO", "PAY", "OK", "LINK", "MOD", "PUNCT", "UNIT")
        and c.marks[i].value != ","
        for i in range(left + 1, right)
    )


def _is_count(c: _Clause, at: int) -> bool:
    """A bare number is a number of units where the clause bills something, or where units were asked for."""
    if c.marks[at].noun not in (None, "unit", "times", "time"):
        return False
    return bool(c.codes)


def _frequency_of(c: _Clause, at: int, count: Any, *more: int) -> None:
    own, thing = c.marks[at].value
    count = own if count in (1, None) else count
    limited = _limited(c, min((at, *more)))
    value: Any = thing if count == 1 else ("count", count, thing)
    c.say("frequency", value, *sorted((at, *more, *limited)), polarity=c.polarity(at))


def _limited(c: _Clause, at: int) -> list[int]:
    """ "at most", "only", "a total of" before a count."""
    return [i for i in range(max(0, at - 3), at) if c.marks[i].kind in ("AT_MOST", "ONLY", "TOTAL")]


def _units(c: _Clause, at: int, number: Any) -> None:
    limited = _limited(c, at)
    per_date = c.at("PER_DATE")
    sets = [i for i in c.at("SETS", "SETCOUNT") if i not in c.claimed]
    codes = _codes_for(c, at)
    value: Any = number
    claimed = [*limited, at]
    exact_after = [i for i in range(at + 1, min(at + 3, len(c.marks))) if c.marks[i].kind in ("ONLY", "TOTAL")]
    claimed += exact_after
    if per_date and not c.at("DAYS") and not c.at("TOTAL"):
        value = ("per_date", number)
        claimed += per_date
    elif any(c.marks[i].kind == "AT_MOST" for i in limited):
        value = ("at_most", number)
    elif sets and not c.at("LEFT"):
        value = ("full_sets", number)
        claimed += sets
    more = [i for i in range(max(0, at - 2), at) if c.marks[i].kind == "MORE"]
    polarity = c.polarity(at)
    if more and c.has("NEG") and not polarity:  # "never more than one unit": at most one
        claimed += more
        polarity = True
        value = value if isinstance(value, tuple) else ("at_most", number)
    elif c.near(at, "MORE", "AT_LEAST", "EVERY"):
        return
    c.say("units", value, *sorted(claimed), codes=codes, polarity=polarity)


def _codes_for(c: _Clause, at: int) -> tuple[str, ...] | None:
    """With several counts and codes in one clause each count goes with its own code."""
    counts = [i for i in c.at("UNITS", "NUM", "ONCE", "TWICE") if i not in c.claimed or i == at]
    if len(counts) < 2 or len(c.subjects) < 2:
        return None
    places = [place for place, _ in c.subjects]
    if len(counts) != len(places):
        return ()
    return c.subjects[counts.index(at)][1] if at in counts else ()


def _none(c: _Clause) -> None:
    """ "none", "nothing separately payable", "no separate payment"."""
    for at in c.at("NONE"):
        if c.marks[at].said == "nothing" and c.at("MOD"):
            continue
        if c.at("LEFT", "LEFTOVER"):
            continue
        paying = any(word in c.marks[at].said for word in ("pay", "reimburse", "revenue", "money"))
        if not c.codes:
            return
        if c.background.asked == "modifier" and not c.at("UNIT"):
            c.say("modifier", "none", at, polarity=c.polarity(at))
            continue
        value = ("payable", False) if paying and c.background.asked != "units" else None
        if value:
            c.say("component", "payable", at, polarity=not c.polarity(at))
        else:
            c.say("units", "none", at, polarity=c.polarity(at))


def _leftovers(c: _Clause) -> None:
    """What the fractions beyond the last full set add, or that nobody says."""
    left = c.at("LEFT") or c.at("LEFTOVER")
    if not left or not c.codes:
        return
    at = left[0]
    value = c.marks[at].value if c.marks[at].kind == "LEFT" else None
    numbers = value if isinstance(value, tuple) else (value,)
    number = numbers[0]
    doubt = c.at("DOUBT")
    if doubt and not c.at("UNITS", "FREQ", "MOD"):
        c.say("units", ("leftover", number, None), *sorted((*left, *doubt)))
        c.claimed.update(c.at("NEG", "ORDINAL", "ASK"))
        return
    adds = c.at("ADDITION")
    counting = [i for i in c.at("LINK", "DO", "APPEND") if c.marks[i].said in COUNTING]
    nothing = c.at("NO_ADDITION", "NONE") or [i for i in counting if i in c.denied.verbs]
    if not nothing and c.verb_denied() and not adds and c.at("DO", "PAY", "LINK") and not c.at("UNITS", "FREQ", "MOD"):
        nothing = c.at("DO", "PAY", "LINK")[-1:]
    if adds and nothing and nothing[0] < adds[0]:
        c.claimed.update(adds)  # "do not support another unit"
        adds = []
    if bool(adds) == bool(nothing):
        return
    more = c.at("UNIT", "ONCE")
    polarity = bool(nothing) or not (c.denied.objects or c.verb_denied())
    for number in numbers:
        c.say("units", ("leftover", number, 1 if adds else 0), *sorted((*left, *adds, *nothing, *more)), polarity=polarity)
    c.claimed.update(c.at("SETS", "LEFTOVER", "SEPARATE", "PAY"))


COUNTING = frozenset("count counts counted billed bill charged charge qualify qualifies reported report billable earn generate yield support produce make get add adds supports earns add".split())


def _dates_count(c: _Clause) -> None:
    for at in c.at("DAYS"):
        if c.codes and c.at("UNITS", "PER_DATE", "NUM", "ONCE"):
            c.say(
                "units",
                ("dates", c.marks[at].value),
                at,
                *[i for i in c.at("PER_DATE") if i not in c.claimed],
                polarity=c.polarity(at),
            )
        elif c.codes and c.at("DO"):
            c.say("units", ("dates", c.marks[at].value), at, polarity=c.polarity(at))
    if any(advice.kind == "units" and advice.polarity for advice in c.advice):
        c.claimed.update(
            i
            for i in c.at("PER_DATE")
            if "separate" in c.marks[i].said or "different" in c.marks[i].said or "own" in c.marks[i].said
        )


def _each_date(c: _Clause) -> None:
    """ "one on each date", "1 unit each": the number stands inside the phrase."""
    for at in c.at("PER_DATE"):
        if at not in c.claimed and c.codes and c.marks[at].said.startswith(("one ", "1 ", "with one", "with 1")):
            c.say("units", ("per_date", 1), at, polarity=c.polarity(at))
        elif at not in c.claimed and c.codes and any(word in c.marks[at].said for word in ("own", "separate", "different", "distinct", "individual", "line by line")):
            c.say("units", ("per_date", 1), at, polarity=c.polarity(at))


def _regardless(c: _Clause) -> None:
    """ "regardless of how many images": widens nothing that a rule hangs on, unless it names payer, place or date."""
    for at in c.at("REGARDLESS"):
        after = c.marks[at + 1 :]
        if any(m.kind in ("PAYER", "SETTING", "DATE", "SYSTEM", "CODE", "MOD", "UNITS") or m.value in ("payer", "payor", "insurance", "setting", "date", "insurer", "year") for m in after):
            continue
        c.claimed.add(at)
        c.claimed.update(i for i in range(at + 1, len(c.marks)) if c.marks[i].kind in ("ASK", "COUNTED", "ONCE", "EVERY"))


def _limits(c: _Clause) -> None:
    """ "The MUE for 77427 is 1"."""
    for at in c.at("MUE_WORD"):
        numbers = [i for i in c.at("NUM", "UNITS", "ONCE", "FREQ") if i > at and i not in c.claimed]
        if c.codes and numbers:
            first = c.marks[numbers[0]]
            if first.kind == "FREQ" and first.value[1] not in ("day", "date"):
                continue
            number = 1 if first.kind == "ONCE" else first.value[0] if first.kind == "FREQ" else first.value
            c.say("component", ("mue", (number, None)), at, numbers[0], *c.at("PER_DATE"), polarity=c.polarity(numbers[0]))


def _sums(c: _Clause) -> None:
    """A sum that is right, and "5 full sets and 3 left over" where that is what the fractions make."""
    c.claimed.update(at for at in c.at("ARITH") if c.marks[at].value)
    fractions = c.conditions[0].get("fractions") or c.background.fractions
    for at in c.at("LEFT_ADDS"):
        left, number = c.marks[at].value
        for one in left if isinstance(left, tuple) else (left,):
            if c.codes:
                c.say("units", ("leftover", one, number), at, polarity=c.polarity(at))
    c.claimed.update(at for at in c.at("SUM") if c.marks[at].value == fractions)
    for at in c.at("THRESHOLD"):
        if c.codes:
            c.say("units", ("threshold", c.marks[at].value), at)
    for at in c.at("SETCOUNT", "LEFT"):
        if at in c.claimed or fractions is None:
            continue
        whole, rest = divmod(fractions, 5)
        if c.marks[at].value == (whole if c.marks[at].kind == "SETCOUNT" else rest):
            c.claimed.add(at)


# --- modifiers -----------------------------------------------------------------------------------------------------
def _modifiers(c: _Clause) -> None:
    needed = [i for i in c.at("NEED") if i not in c.denied.verbs]
    not_needed = [i for i in c.at("NEED") if i in c.denied.verbs]
    matched = _component_words(c)
    optional = c.at("OPTIONAL")
    refused = [i for i in c.at("ENDED") if c.marks[i].said in REFUSED]
    if c.at("MOD"):
        c.claimed.update((*refused, *c.at("ACTIVE")))
    for at in c.at("MOD"):
        if at in c.claimed:
            continue
        mark = c.marks[at]
        codes = (mark.said,) if mark.said else None
        if codes is None and not c.codes:
            continue
        if matched is False:
            return
        polarity = c.polarity(at)
        if refused:
            polarity = not polarity
        required = (bool(needed and polarity) or bool(not_needed)) and not optional
        c.claimed.update(optional)
        nothing = [i for i in c.at("NONE") if i < at and c.marks[i].said == "nothing"]
        if nothing:  # "there is nothing for 26 to mark"
            c.claimed.update((*nothing, *c.at("NEG")))
            polarity = False
        c.say(
            "modifier",
            mark.value,
            at,
            *[i for i in c.at("ONLY") if abs(i - at) <= 4],
            codes=codes,
            polarity=polarity,
            required=required,
        )
    for at in c.at("NO_MODIFIER"):
        if c.codes and not c.verb_denied():
            c.say("modifier", "none", at)
    for at in c.at("ANY_MODIFIER"):
        if c.codes and not c.polarity(at):
            c.say("modifier", "none", at)
        elif c.codes and c.at("NEED"):
            c.say("modifier", "any", at, required=True)
    if (
        not c.at("MOD", "NO_MODIFIER", "ANY_MODIFIER")
        and c.at("MODIFIER_WORD")
        and c.denied.verbs | c.denied.objects
        and c.codes
        and not c.advice
    ):
        c.say("modifier", "none", *c.at("MODIFIER_WORD"))


REFUSED = frozenset({"not valid", "isn't valid", "aren't valid", "invalid", "cannot be used", "can't be used", "not active"})


def _component_words(c: _Clause) -> bool | None:
    """Whether "26" stands with "professional" and "TC" with "technical"; None where no such word stands."""
    words = c.at("TECHNICAL", "PROFESSIONAL", "GLOBAL")
    modifiers = {c.marks[i].value for i in c.at("MOD")}
    if not words or not modifiers:
        return None
    said = {c.marks[i].kind for i in words}
    meant = {"26": "PROFESSIONAL", "TC": "TECHNICAL"}
    fits = all(meant.get(one) in said for one in modifiers if one in meant) and len(said) <= len(modifiers)
    if fits:
        c.claimed.update(words)
    return fits or None if said <= {"TECHNICAL"} and not c.polarity(c.at("MOD")[0]) else fits


# --- what a code is ------------------------------------------------------------------------------------------------
def _components(c: _Clause) -> None:
    if c.advice or not c.codes:
        _attributes(c)
        return
    if c.at("BUNDLED"):
        return
    for at in c.at("TECHNICAL", "PROFESSIONAL"):
        exclusive = any(
            word in c.marks[at].said for word in ("only", "purely", "strictly", "entirely", "code", "pure")
        ) or any(abs(i - at) <= 4 for i in c.at("ONLY"))
        name = c.marks[at].kind.lower()
        polarity = c.polarity(at)
        c.say(
            "component",
            ("only", name) if exclusive and polarity else name,
            at,
            *[i for i in c.at("ONLY") if abs(i - at) <= 4],
            polarity=polarity,
        )
    for at in c.at("GLOBAL"):
        c.say("component", "global", at, polarity=c.polarity(at))
    for at in c.at("NO_PARTS"):
        c.say("component", "splits", at, polarity=False)
    for at in c.at("SPLIT"):
        c.say("component", "splits", at, polarity=c.polarity(at))


def _attributes(c: _Clause) -> None:
    """A component word beside other advice ("once per session for the physician's work") has to be true as well."""
    if not c.advice or not c.codes:
        return
    for at in c.at("SPLIT"):
        c.say("component", "splits", at, polarity=not c.verb_denied())
    for at in c.at("TECHNICAL", "PROFESSIONAL"):
        if at not in c.claimed:
            only = any(word in c.marks[at].said for word in EXCLUSIVE)
            name = c.marks[at].kind.lower()
            c.say("component", ("only", name) if only else name, at, polarity=at not in c.denied.objects)


EXCLUSIVE = ("only", "purely", "strictly", "entirely", "code", "pure")


def _rows(c: _Clause) -> None:
    """ "The TC row of 77387 is bundled"."""
    for at in c.at("ROW"):
        mods = [i for i in c.at("MOD") if abs(i - at) <= 2]
        inside = c.at("BUNDLED")
        if c.codes and mods and inside and c.marks[mods[0]].value == "TC":
            polarity = c.polarity(inside[0])
            c.say("component", ("bundled", "technical"), at, *mods, *inside, *c.at("LETTER"), polarity=polarity)


def _scope(c: _Clause) -> None:
    """ "Medicare's rule does not bind Aetna"."""
    binds = [at for at in c.at("STANDING") if "bind" in c.marks[at].said and "not" in c.marks[at].said + "n't"]
    payers = {mark.value for mark in c.marks if mark.kind == "PAYER"}
    if binds and "medicare" in payers and len(payers) > 1:
        c.claimed.update(binds)


def _letters(c: _Clause) -> None:
    if not c.codes:
        return
    for at in c.at("NOT_HERE"):
        c.say("component", "payable", at, polarity=False)
    for at in c.at("STOP_PAY", "START_PAY"):
        when = next((mark.value.period for mark in c.marks if mark.kind == "DATE" and mark.value.period), None)
        if when is None:
            continue
        since = bounded(Period(when.start, date.max), c.background.today)
        c.say("component", "payable", at, polarity=(c.marks[at].kind == "START_PAY") == (not c.verb_denied()))
        last = c.advice.pop()
        c.advice.append(replace(last, condition={**last.condition, "dos": since}))
    for at in c.at("LEAST"):
        c.say("component", ("least", c.marks[at].value), at, polarity=c.polarity(at))
    for at in c.at("LENGTH"):
        c.say("component", ("course", c.marks[at].value), at, *c.at("ONLY"), polarity=c.polarity(at))
    for at in c.at("LEFTOVER"):
        if at not in c.claimed and (c.joint == "not" or c.has("NEG")) and not c.at("UNITS", "FREQ", "MOD"):
            c.say("component", "for leftovers", at, *c.at("NEG", "ASK"), polarity=False)
    for kind, name in (("LETTER", "status"), ("PCTC", "pc_tc"), ("MUE", "mue")):
        for at in c.at(kind):
            c.say("component", (name, c.marks[at].value), at, polarity=c.polarity(at))


def _payment(c: _Clause) -> None:
    """Paid, bundled, packaged."""
    inclusion = [i for i in c.at("BUNDLED") if i not in c.claimed]
    for at in inclusion:
        _included(c, at)
    counted = any(a.kind in ("units", "frequency", "pair") for a in c.advice)
    permits = any(a.kind == "modifier" for a in c.advice) and not any(
        c.marks[i].kind == "SEPARATE" or c.marks[i].said.startswith(("pay", "paid", "reimburs", "compensa")) for i in c.at("PAY", "SEPARATE")
    )
    if counted or permits or inclusion or not c.codes:
        return
    paying = c.at("PAY", "SEPARATE")
    inside = [one for one in c.background.previous if one.kind == "pair" and isinstance(one.value, tuple) and one.value[0] == "included" and one.codes[0] in c.codes]
    if inside and paying and not c.named:  # "included in 77373 and not billed separately": from that code
        c.say("pair", "together", *paying, codes=inside[0].codes[:2], polarity=not c.verb_denied())
        return
    if c.at("SEPARATE") and not c.at("PAY", "DO"):
        if len(c.named) == 2:
            c.say("pair", "together", *paying, polarity=not c.verb_denied())
        return
    if paying and not c.at("ENDED", "ACTIVE", "REPLACED", "REPLACES", "TOGETHER", "NONE"):
        c.say("component", "payable", *paying, *c.at("DO"), polarity=not c.verb_denied())


def _included(c: _Clause, at: int) -> None:
    word = c.marks[at].said
    polarity = c.polarity(at)
    left = [codes for place, codes in c.subjects if place < at]
    right = [codes for place, codes in c.subjects if place > at]
    active = word.startswith(("include", "including", "encompass")) and word != "included" and bool(left)
    part = {"TECHNICAL": "technical", "PROFESSIONAL": "professional"}.get(
        next((c.marks[i].kind for i in c.at("TECHNICAL", "PROFESSIONAL")), ""), ""
    )
    claimed = [at, *c.at("TECHNICAL", "PROFESSIONAL"), *[i for i in c.at("SEPARATE", "PAY") if i not in c.claimed]]
    subject = tuple(code for codes in left for code in codes) or c.background.codes
    target = tuple(code for codes in right for code in codes)
    if not left and target and word.startswith(("bundles", "bundle", "package")) and word[-1] in "es":
        subject, target, right = target, (), []  # "Medicare bundles 77417"
    if active:
        subject, target = target, subject
    if not subject and target and not active:
        return
    if not subject:
        return
    if not target and not right:  # "... not with 77373, because guidance is included": in the other one of the pair
        pairs = [one.codes for one in (*c.background.previous, *c.advice) if one.kind == "pair"]
        target = next((tuple(code for code in codes if code not in subject) for codes in pairs if set(subject) & set(codes)), ())
    if target:
        for one in subject:
            c.say("pair", ("included", part, target), *sorted(claimed), codes=(one, *target), polarity=polarity)
        return
    if right:
        return
    c.say(
        "component",
        ("packaged" if word.startswith("packag") else "bundled", part),
        *sorted(claimed),
        codes=subject,
        polarity=polarity,
    )


# --- codes with codes ----------------------------------------------------------------------------------------------
SOFT = frozenset({"with", "plus", "both", "as well as", "beside", "both codes"})


def _not_both(c: _Clause) -> None:
    """ "one or the other", "not both"."""
    codes = c.named if len(c.named) == 2 else c.background.codes
    for at in c.at("NOT_BOTH"):
        if len(codes) == 2:
            c.say("pair", "together", at, *c.at("ONLY", "NEG"), codes=codes, polarity=False)


def _next_is_code(c: _Clause, at: int) -> bool:
    rest = [mark for mark in c.marks[at + 1 : at + 4] if mark.value not in ("code", "cpt", "the", "hcpcs")]
    if rest and rest[0].kind == "PRONOUN" and rest[0].said in ("it", "that", "this", "them"):
        return bool(c.background.codes) and bool(c.named)
    return bool(rest) and rest[0].kind in ("CODE", "SERVICE")


def _pairs(c: _Clause) -> None:
    words = c.at("TOGETHER")
    if not words:
        return
    strong = [i for i in words if c.marks[i].said not in SOFT]
    codes = c.named if len(c.named) > 1 else tuple(dict.fromkeys((*c.named, *c.background.codes)))
    joins = [
        i
        for i in words
        if c.marks[i].said == "with" and any(p < i for p, _ in c.subjects) and _next_is_code(c, i)
    ]
    both = [i for i in words if c.marks[i].said in ("both", "both codes")]
    if len(codes) >= 2 and (
        strong
        or joins
        or (both and c.at("DO", "PAY", "OK") and not c.at("UNITS", "FREQ", "MOD", "NUM", "ENDED", "ACTIVE", "BUNDLED"))
    ):
        if len(codes) > 4 or c.at("ENDED", "REPLACED"):
            return
        modifiers = tuple(c.marks[i].value for i in c.at("MOD"))
        if modifiers and not c.claimed & set(c.at("MOD")):
            c.claimed.update(c.at("MOD"))
        denied = c.verb_denied() or bool(set(words) & c.denied.objects)
        inherited = () if len(c.named) > 1 else c.inherited
        for i, a in enumerate(codes):
            for b in codes[i + 1 :]:
                c.say(
                    "pair",
                    ("together", modifiers) if modifiers else "together",
                    *words,
                    codes=(a, b),
                    polarity=not denied,
                )
        del inherited
        return
    if not strong:
        last = max((i for i, mark in enumerate(c.marks) if mark.kind != "PUNCT"), default=0)
        c.claimed.update(i for i in words if i != last and (i not in both or (len(c.named) > 1 and _next_is_code(c, i))))  # "with modifier 26", "with a report": a plain preposition


# --- existence -----------------------------------------------------------------------------------------------------
def _validity(c: _Clause) -> None:
    if not c.codes:
        return
    _replacement(c)
    when = next((mark.value.period for mark in c.marks if mark.kind == "DATE"), None)
    for at in c.at("ENDED"):
        if at in c.claimed:
            continue
        subject = _before_or_all(c, at)
        targets = tuple(code for place, codes in c.subjects if place > at for code in codes)
        if subject and targets and c.polarity(at):
            for one in subject:
                c.say("validity", ("replaced_by", targets), at, *c.at("SEE", "INSTEAD"), codes=(one, *targets))
        if when and c.marks[at].said in STATES_OF_A_CODE:
            c.say("validity", "ended", at, *[i for i in c.at("ONLY", "START", "THEN") if i not in c.claimed], codes=subject, polarity=c.polarity(at))
            last = c.advice.pop()
            c.advice.append(replace(last, condition={**last.condition, "dos": bounded(when, c.background.today)}))
            continue
        how = "end of" if c.at("END_OF") else c.marks[at].said
        value = ("to", when, how) if when else "ended"
        c.say(
            "validity",
            value,
            at,
            *[i for i in c.at("ONLY", "START", "THEN") if i not in c.claimed],
            codes=subject,
            polarity=c.polarity(at),
        )
    for at in c.at("ACTIVE"):
        if not c.advice:
            c.say("validity", "valid", at, *c.at("THEN"), polarity=c.polarity(at))
    for at in c.at("START"):
        if at in c.claimed:
            continue
        if c.advice:
            c.claimed.add(at)
        elif when and c.polarity(at):
            c.say("validity", ("from", when), at)


STATES_OF_A_CODE = frozenset({"invalid", "not valid", "isn't valid", "aren't valid", "inactive", "not active", "isn't active", "obsolete", "defunct"})


def _before_or_all(c: _Clause, at: int) -> tuple[str, ...] | None:
    before = tuple(code for place, codes in c.subjects if place < at for code in codes)
    return before or None


def _replacement(c: _Clause) -> None:
    for at in c.at("REPLACED", "REPLACES"):
        left = tuple(code for place, codes in c.subjects if place < at for code in codes) or c.background.codes
        right_parts = [codes for place, codes in c.subjects if place > at]
        left_named = any(place < at for place, _ in c.subjects)
        right = tuple(code for codes in right_parts for code in codes)
        if not left_named and len(right_parts) > 1 and c.marks[at].said.startswith(("replacement", "successor")):
            left, right = right_parts[0], tuple(code for codes in right_parts[1:] for code in codes)
        if (not left or not right) and c.marks[at].said == "->":
            c.claimed.add(at)  # "28 fractions -> 6 units"
            continue
        if not left or not right:
            if c.marks[at].said in ("is now", "are now", "become", "became"):
                c.claimed.add(at)  # "is now bundled"
            continue
        passive = c.marks[at].kind == "REPLACED"
        old, new = (left, right) if passive else (right, left)
        when = next((mark.value.period for mark in c.marks if mark.kind == "DATE"), None)
        if when is not None and c.polarity(at):
            c.say("validity", ("to", when, "replaced"), codes=old)
        more = [i for i in c.at("ENDED", "START", "THEN") if i not in c.claimed]
        for one in old:
            c.say("validity", ("replaced_by", new), at, *more, codes=(one, *new), polarity=c.polarity(at))


# --- billing at all ------------------------------------------------------------------------------------------------
def _billable(c: _Clause) -> None:
    """ "bill 77427", "not 77431", "77417 may be reported": advice even without a count."""
    for at in c.denied.codes:
        codes = next((codes for place, codes in c.subjects if place == at), ())
        if codes:
            c.say("component", "billable", at, codes=codes, polarity=False)
    if c.advice or not c.codes:
        return
    told_level = any(key in c.conditions[0] for key in ("technique", "isocenters", "motion_management"))
    if told_level and set(c.codes) <= set(LEVELS) and c.named and not c.verb_denied():
        c.say("component", "criteria", *c.at("NEED", "MORE", "ONLY"))
        return
    verbs = c.at("DO", "APPEND", "INSTEAD") or (c.at("NEED") if c.named else [])
    ended = [one for one in c.background.previous if one.kind == "validity" and one.polarity and (one.value == "ended" or one.value[0] == "to")]
    if verbs and ended and c.named and not c.verb_denied() and not set(c.named) & {code for one in ended for code in one.codes}:
        for one in ended:  # "77401 is gone; use 77437": that is its replacement
            for code in one.codes:
                c.say("validity", ("replaced_by", c.named), *verbs, codes=(code, *c.named))
    if verbs and (c.named or c.inherited):
        c.say("component", "billable", *verbs, *[i for i in c.at("ONLY") if False], polarity=not c.verb_denied())


READERS: tuple[Callable[[_Clause], None], ...] = (
    _rows,
    _scope,
    _regardless,
    _limits, _leftovers, _counts, _none, _dates_count,
    _each_date, _sums, _not_both,
    _pairs, _modifiers, _letters, _validity, _payment, _components, _billable,
)  # fmt: skip


DEFINING = frozenset(
    """is are was a an the for of code codes cpt hcpcs service procedure charge radiation oncology treatment delivery management planning
    physics imaging guidance therapy external beam billing used and in as stands refers describes describe represents called known""".split()
)
NAMING = frozenset(
    "CODE SERVICE WORD PRONOUN ARTICLE THING SITE ROLE COMMA STOP COLON DASH AND COMPONENT OPEN CLOSE COUNTED NAME AMP SLASH".split()
)


def names_only(clause: Clause) -> bool:
    """Whether the clause only says what a code stands for: "77427 is weekly treatment management"."""
    kinds = {kind_of(mark) for mark in clause.marks}
    if not kinds <= NAMING or not kinds & {"CODE", "SERVICE"}:
        return False
    codes = {mark.value for mark in clause.marks if mark.kind == "CODE"}
    services = [at for at, mark in enumerate(clause.marks) if mark.kind == "SERVICE"]
    if codes and services:
        return all(names_its_code(clause.marks, at) for at in services)
    return bool(services) or all(mark.kind != "WORD" or mark.said in DEFINING for mark in clause.marks)
