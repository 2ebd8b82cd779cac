"""The chips with their small form, and the questions an answer asks back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from assistant.answer import Answer
from ui import asking, markup, wording
from ui.literal import as_label

DATES = "2026-03-04, 3/2026 or 2026"
Again = Callable[[dict[str, Any]], None]


def questions(answer: Answer, key: str, again: Again) -> None:
    """Buttons and fields for the facts asked for; when all are given, the answer is worked out again."""
    asked = asking.asked_facts(answer)
    if not asked:
        return
    with st.form(f"{key}-asks", border=True):
        given = {fact.key: _field(fact, key) for fact in asked}
        if st.form_submit_button("Work it out", type="primary"):
            _submit({}, given, again, set(given))


def chips_with_form(answer: Answer, key: str, again: Again) -> None:
    """The facts as chips; "Change facts" opens the form, where a change could matter."""
    if not asking.can_change(answer):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{key}-facts"):
        if chips := markup.chips(answer):
            st.html(chips, width="content")
        with st.popover("Change facts", type="tertiary", icon=":material/edit:", key=f"{key}-change"):
            _form(answer, key, again)


def _form(answer: Answer, key: str, again: Again) -> None:
    before = asking.editable(answer)
    told = {**before, "date_of_service": asking.date_text(before["date_of_service"])}
    with st.form(f"{key}-form", border=False):
        left, right = st.columns(2)
        with left:
            payer = select("Payer", wording.PAYERS, before["payer"], f"{key}-payer")
            setting = select("Setting", wording.SETTINGS, before["setting"], f"{key}-setting")
            biller = select("Biller", wording.BILLERS, before["biller"], f"{key}-biller")
        with right:
            day = st.text_input("Date of service", told["date_of_service"], key=f"{key}-date", placeholder=DATES)
            fractions = st.number_input(
                "Fractions", 1, 400, _count(before["fractions"]), key=f"{key}-fractions", placeholder="Not told"
            )
            ended = select("Course", wording.ENDED, before["course_ended"], f"{key}-ended")
        after = {
            "payer": payer, "setting": setting, "biller": biller, "date_of_service": day, "fractions": fractions,
            "course_ended": ended,
        }  # fmt: skip
        if st.form_submit_button("Work it out again", type="primary"):
            _submit(told, after, again, set())


def _submit(before: dict[str, Any], after: dict[str, Any], again: Again, needed: set[str]) -> None:
    missing = [wording.fact_name(key).lower() for key in after if key in needed and after[key] in (None, "")]
    if missing:
        st.caption(f"Still missing: {', '.join(missing)}.")
        return
    try:
        changed = asking.changes(before, after)
    except ValueError as unreadable:
        st.caption(as_label(str(unreadable), most=160))
        return
    if changed:
        again(changed)
        st.rerun()
    st.caption("Nothing was changed.")


def _field(fact: asking.Asked, key: str) -> Any:
    if fact.choices:
        names = dict(fact.choices)
        return st.pills(fact.question, list(names), format_func=lambda value: names[value], key=f"{key}-ask-{fact.key}")
    return st.text_input(as_label(fact.question), key=f"{key}-ask-{fact.key}")


def select(label: str, names: dict[Any, str], value: Any, key: str, empty: str = "Not told") -> Any:
    """A choice that starts at `value`, or at nothing."""
    options = [*names, value] if value is not None and value not in names else list(names)
    return st.selectbox(
        label,
        options,
        index=options.index(value) if value is not None else None,
        format_func=lambda option: names.get(option, wording.fact_value("payer", option)),
        key=key,
        placeholder=empty,
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and 1 <= value <= 400 else None
