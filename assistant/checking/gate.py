"""The gate: of any text only what was read and holds reaches the screen.

Sentence by sentence, default deny. What fails is replaced by the rule's own sentence; what cannot be read or
verified is withheld; what passes but leaves out a thing that matters gets one short note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.answered import UNREAD_ANSWER
from assistant.checking.checked import Checked, CheckedSentence, Fate, beside
from assistant.checking.checker import Weighed, check_advice, denied_together, refused_pair
from assistant.checking.clean import clean, gives_orders
from assistant.checking.dating import since
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.meant import the_one_meant
from assistant.checking.overstated import overstated
from assistant.checking.own_words import plain, rules_own, sources_own
from assistant.checking.partings import partings
from assistant.checking.questions import Asked, read_question
from assistant.checking.reader import read
from assistant.checking.reasons import unweighed_reason
from assistant.checking.restate import restate, says_so
from assistant.checking.sentences import Sentence, Splitter
from assistant.decision import Decision
from assistant.reading.text import normalise
from assistant.scenario import Scenario
from corpus.passage import Passage

BOTH = re.compile(
    r"\b(?:both|each|all|the two)(?: of)?(?: the| these)? (?:codes?|services?|charges?|lines?|procedures?)\b"
    r"|\bboth(?: (?:are|were)\b|\W*$)",
    re.I,
)
LONGEST_TEXT = 50_000
MOST_NAMED = 3  # codes that are said behind a sentence that only points to them


@dataclass(slots=True)
class Gate:
    """The gate for one text, also while it streams: `feed` deltas, take checked sentences, `close` at the end."""

    scenario: Scenario
    today: date
    asked: Asked = field(default_factory=Asked)
    decisions: tuple[Decision, ...] = ()  # what was asked of the rules, one for each case
    passages: tuple[Passage, ...] = ()  # what was retrieved and may be quoted
    _splitter: Splitter = field(default_factory=Splitter)
    _discourse: Discourse = field(default_factory=Discourse)
    _said: set[str] = field(default_factory=set)
    _done: list[CheckedSentence] = field(default_factory=list)
    _notes: set[str] = field(default_factory=set)
    _own: frozenset[str] | None = None
    _tail: str = ""  # the text since the end of the last sentence
    _tail_start: int = 0

    def __post_init__(self) -> None:
        self._discourse.asked = self.asked
        self._discourse.fractions = self.scenario.fractions
        self._discourse.technique, self._discourse.setting = self.scenario.technique, self.scenario.setting

    def feed(self, delta: str, *, whole: bool = False) -> Iterator[CheckedSentence]:
        """Sentences that this piece of text completes, checked; `whole`: its sender knows that it ends with one."""
        self._tail += delta
        for sentence in self._splitter.feed(delta):
            yield from self._check(sentence)
        if whole:
            for sentence in self._splitter.pause():
                yield from self._check(sentence)

    def close(self) -> Iterator[CheckedSentence]:
        """The rest of the text, checked."""
        for sentence in self._splitter.close():
            yield from self._check(sentence)

    def checked(self, text: str) -> Checked:
        """All sentences so far."""
        return Checked(text, tuple(self._done))

    def _check(self, sentence: Sentence) -> Iterator[CheckedSentence]:
        joint, before = self._joint(sentence), replace(self._discourse)
        whole = self._judge(_cleaned(sentence), joint)
        for one in self._parted(whole, before) or (whole,):
            self._done.append(one)
            yield one

    def _parted(self, whole: CheckedSentence, before: Discourse) -> tuple[CheckedSentence, ...]:
        """What of a sentence that was not verified stands by itself, beside the rest, which is withheld."""
        if whole.fate != "withheld" or not (whole.reading.codes or whole.weighed):
            return ()
        for parting in partings(whole.sentence, answered=whole.reading.kind.startswith(UNREAD_ANSWER)):
            # On trial: what it would put on the screen is not there yet.
            trial = replace(self, _discourse=replace(before), _said=set(self._said), _notes=set(self._notes))
            said = trial._judge(parting.kept, whole.joint)
            if said.fate == "shown" and said.weighed:
                self._notes = trial._notes
                return beside(whole, said, parting)
        return ()

    def _joint(self, sentence: Sentence) -> str:
        """The space, line break or paragraph that stood before the sentence."""
        between = self._tail[: max(0, sentence.start - self._tail_start)]
        self._tail = self._tail[sentence.end - self._tail_start :]
        self._tail_start = sentence.end
        lines = between.count("\n")
        return "\n\n" if lines > 1 else "\n" if lines else " "

    def _judge(self, sentence: Sentence, joint: str) -> CheckedSentence:
        if not sentence.text:
            empty = Reading(sentence, "harmless", "nothing")
            return CheckedSentence(sentence, "withheld", "", empty, (), "nothing but markup", joint)
        if gives_orders(normalise(sentence.text).plain):
            order = Reading(sentence, "unreadable", "talks to the software, not to the reader")
            return CheckedSentence(sentence, "withheld", "", order, (), order.kind, joint)
        reading = read(sentence, self._discourse, self.today)
        if self._is_own(sentence.text):
            return CheckedSentence(sentence, "shown", sentence.text, reading, (), "the rule's own sentence", joint)
        scenario = self._scenario()
        if reading.verdict == "harmless":
            if reading.kind == "documentation" and self._of_a_refused_pair(sentence, reading, scenario):
                why = "a duty for two codes that are not paid together"
                return CheckedSentence(sentence, "withheld", "", reading, (), why, joint)
            return CheckedSentence(sentence, "shown", sentence.text, reading, (), reading.kind, joint)
        weighed = tuple(self._weigh(one, scenario) for one in reading.advice)
        if reading.verdict == "unreadable":
            return CheckedSentence(sentence, "withheld", "", reading, weighed, reading.kind, joint)
        return self._fate(sentence, reading, weighed, scenario, joint)

    def _of_a_refused_pair(self, sentence: Sentence, reading: Reading, scenario: Scenario) -> bool:
        """ "Documentation must support both": of codes that no record makes payable on one date."""
        codes = reading.codes if len(reading.codes) > 1 else self.asked.named
        return len(codes) > 1 and bool(BOTH.search(sentence.text)) and refused_pair(codes, scenario, self.today)

    def _is_own(self, sentence: str) -> bool:
        """Whether the rules, asked again, say just this; or a passage does, and no rule speaks against it."""
        if plain(sentence) in self._rules_own():
            return True
        line = sources_own(sentence, self.passages)
        if not line:
            return False
        alone = check(line, self.scenario, today=self.today)
        return not any(one.finding.verdict == "fail" for each in alone.sentences for one in each.weighed)

    def _rules_own(self) -> frozenset[str]:
        if self._own is None:
            self._own = rules_own(self.decisions)
        return self._own

    def _weigh(self, advice: Advice, scenario: Scenario) -> Weighed:
        return check_advice(advice, self._case(advice, scenario), self.today)

    def _case(self, advice: Advice, scenario: Scenario) -> Scenario:
        """Who bills and what is appended was asked of the codes in the question; of another code both are open."""
        asked = self.asked.named or self.asked.codes
        if not asked or set(asked) & set(advice.codes):
            return scenario
        return scenario.but(biller=None, modifiers=())

    def _scenario(self) -> Scenario:
        told = {
            name: value
            for name, value in self._discourse.condition.items()
            if getattr(self.scenario, name, None) is None
        }
        return self.scenario.but(**told) if told else self.scenario

    def _fate(
        self, sentence: Sentence, reading: Reading, weighed: tuple[Weighed, ...], scenario: Scenario, joint: str
    ) -> CheckedSentence:
        denied = denied_together(reading.denied, scenario, self.today)
        verdicts = [one.finding.verdict for one in weighed] + ([denied] if denied else [])
        if reading.ambiguous and set(verdicts) != {"pass"}:
            if one := the_one_meant(reading, self.asked, lambda advice: self._weigh(advice, scenario)):
                alone = self._fate(sentence, *one, scenario, joint)
                named = f" ({one[0].advice[0].codes[0]})"  # the code that is meant is said with it
                return replace(alone, shown=alone.shown + named) if alone.fate == "shown" else alone
            why = "several codes it could mean"
            return CheckedSentence(sentence, "withheld", "", reading, weighed, why, joint)
        if "fail" in verdicts:
            instead = self._restated(weighed)
            fate: Fate = "corrected" if instead else "withheld"
            if not instead and any(restate(one) for one in weighed if one.finding.verdict == "fail"):
                fate = "corrected"  # its rule is on the screen already
            return CheckedSentence(sentence, fate, instead, reading, weighed, _first_why(weighed, "fail"), joint)
        unsettled = [one for one in weighed if one.finding.verdict != "pass" and not one.standing]
        if not verdicts or unsettled or denied not in (None, "pass"):
            return CheckedSentence(sentence, "withheld", "", reading, weighed, _first_why(weighed, "no_data"), joint)
        lower, advised = normalise(sentence.text).lower, tuple(one.advice for one in weighed)
        asked = self.asked.named or self.asked.codes
        unsaid = unweighed_reason(reading.reasons, asked, scenario, self.today)
        if why := unsaid or overstated(lower, advised, asked, scenario):
            return CheckedSentence(sentence, "withheld", "", reading, weighed, why, joint)
        if reading.antecedent and not self._antecedent_shown():
            meant = tuple(dict.fromkeys(code for one in weighed for code in one.advice.codes))
            if _names_a_code(reading) and 0 < len(meant) <= MOST_NAMED:  # the codes it means are said with it
                said = f"{sentence.text} ({', '.join(meant)})"
                return CheckedSentence(sentence, "shown", said, reading, weighed, "", joint)
            instead = self._restated(weighed, everything=True)
            return CheckedSentence(
                sentence,
                "corrected" if instead else "withheld",
                instead,
                reading,
                weighed,
                "points to a sentence that is not shown",
                joint,
            )
        note = self._note(weighed, scenario)
        shown = f"{sentence.text} ({note})" if note else sentence.text
        return CheckedSentence(sentence, "shown", shown, reading, weighed, "", joint)

    def _antecedent_shown(self) -> bool:
        """Whether the sentence that "it" points to is on the screen."""
        earlier = [one for one in self._done if one.reading.codes]
        return not earlier or bool(earlier[-1].shown)

    def _restated(self, weighed: tuple[Weighed, ...], *, everything: bool = False) -> str:
        said = []
        for one in weighed:
            if one.finding.verdict != "fail" and not everything:
                continue
            text = restate(one)
            if text and text not in self._said:
                self._said.add(text)
                said.append(text)
        return " ".join(said)

    def _note(self, weighed: tuple[Weighed, ...], scenario: Scenario) -> str:
        """What a true sentence leaves out and a biller could stumble over."""
        notes = [one.note for one in weighed if one.note and not says_so(one, weighed)]
        notes += [note for one in weighed if (note := since(one, scenario, self.today))]
        standing = " ".join(dict.fromkeys(one.standing for one in weighed if one.standing))
        fresh = [note for note in dict.fromkeys(notes) if note not in self._notes]
        self._notes.update(fresh)
        return " ".join(filter(None, (*fresh, standing)))


def check(
    text: str,
    scenario: Scenario,
    question: str | None = None,
    proposition: Advice | None = None,
    *,
    today: date | None = None,
    decisions: tuple[Decision, ...] = (),
    passages: tuple[Passage, ...] = (),
) -> Checked:
    """Check a whole text. `question` and `proposition` are what a "yes", an "it" or a bare "6" refers to."""
    day = today or _today()
    asked = read_question(question, proposition, scenario.codes, day) if question else Asked(scenario.codes)
    gate = Gate(scenario, day, asked, decisions, passages)
    for _ in gate.feed(text[:LONGEST_TEXT]):
        pass
    for _ in gate.close():
        pass
    return gate.checked(text)


def verify(
    text: str, question: str | None = None, facts: dict[str, Any] | None = None, *, today: date | None = None
) -> dict[str, Any]:
    """Judge somebody else's text: the `verify` object of the outside contract."""
    from assistant.checking.verify import verify as judge

    return judge(text, question, facts, today=today or _today()).model_dump(mode="json")


def _today() -> date:
    from assistant.settings import today

    return today()


def _cleaned(sentence: Sentence) -> Sentence:
    text = clean(sentence.text).strip()
    if text == sentence.text:
        return sentence
    cells = tuple((clean(header), clean(cell)) for header, cell in sentence.cells)
    return Sentence(text, sentence.start, sentence.end, sentence.shape, sentence.lead, cells, sentence.opens_list)


def _names_a_code(reading: Reading) -> bool:
    """Whether all that the sentence leaves out is the code it speaks of."""
    return all(one.inherited in ((), ("code: sentence before",)) for one in reading.advice)


def _first_why(weighed: tuple[Weighed, ...], verdict: str) -> str:
    return next(
        (one.finding.why for one in weighed if one.finding.verdict == verdict),
        next((one.finding.why for one in weighed), "not verified"),
    )
