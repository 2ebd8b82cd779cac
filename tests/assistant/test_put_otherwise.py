"""Questions whose words name one matter and whose case puts another: what is answered, and with which codes."""

from __future__ import annotations

import pytest

from tests.assistant.asked import asked_as_told, composed


def answer(question: str) -> str:
    """The answer of the composer to a question as it was typed."""
    return composed(*asked_as_told(question), question=question)


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Medicare freestanding 3D, DOS 11/14/2025, custom blocks: can i use 77412?", "No."),
        ("freestanding medicare sept 2025 IMRT with daily cbct: can we use 77385?", "No."),
        ("DOS 2026-02-02 sim with custom mask, can I use 77401 for skin?", "No."),
        ("freestanding medicare 2026, port films weekly, can i use 77417?", "In the physician fee schedule 77417 has"),
        ("Did 77402/77407/77412 get deleted with the IMRT codes?", "No. From 2026-01-01"),
    ],
)
def test_a_yes_or_no_is_about_the_code_put_to_it(question: str, opens: str) -> None:
    """Devices and images told beside it bring in no other code, and a status that pays nothing earns no "Yes."."""
    told = answer(question)
    assert told.startswith(opens) or ("Yes." not in told and opens in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("AP/PA spine, 10 fx, 2 ports, no CT planning, one iso, 2026. 77402 vs 77407", "77402: two-dimensional"),
        ("77407 vs 77412 VMAT one iso DIBH gated 2026", "77412: 3-D or IMRT"),
        ("difference between 77402 and 77407 for 3D one iso no motion", "77402 reports"),
        ("77470 in pos 22 by physician and hospital - do both bill it and how", "77470 is on two bills"),
        ("SNF with its own linac, outpatients: can they bill weekly mgmt 77427?", "may not bill 77427"),
        ("Noridian: family physician wants to bill 77437, DOS April 2026", "another specialty does not meet that"),
        ("77436 read by derm in hospital clinic POS 22, split?", "Bill 77436 with modifier 26"),
        ("77417 status B 2026 - same B as 77427 on the hospital side?", "status B means bundled"),
        ("77412 hospital 2025 rate compared to 2026", "OPPS places 77412 in APC 5622"),
        ("UHC auth from Nov 2025 for 77386, started 12/15. Jan sessions need new auth? which code", "stays good"),
        ("77318 plus 77300 for 70 seeds. also is 77318 the correct plan", "77318 is for more than 10 sources"),
        ("UHC SRT 2026 can we add 77280, 77300, 77334 to 77437", "UnitedHealthcare says of 77437"),
        ("can we add 77427 to 77435", "77435 and 77427 are not billed together"),
        ("management code for 5 fractions to lung?", "For a course that is not stereotactic, bill 1 unit of 77427"),
        ("management code for 5 fractions to lung?", "For SBRT in 5 fractions, bill 1 unit of 77435"),
        ("Physician in hosp, CBCT on 12/30/2025 and 1/2/2026, Medicare. codes?", "On 2025-12-30, bill 77014 with"),
        ("can 77280 be billed for the verification sim on first day of tx?", "Which technique is used?"),
        ("denied CO-97 on 77300, appeal or write off?", "Which other codes were billed for that date?"),
        ("76 or 59 on second 77280 same day, BID HDR, verification before each fraction?", "with 76, or 59"),
        ("Seeds 77761 today, second planned insertion in 3 wks. 58 or 78 ?", "58 may stand for a planned further step"),
    ],
)
def test_the_case_puts_the_matter(question: str, told: str) -> None:
    """What decides is told, so that neither a description nor a status stands where a code or a rule was asked."""
    assert told in answer(question)


def test_two_questions_get_no_one_word() -> None:
    """ "Is 77772 right for 14 channels, and 77300 with it" is yes to the one and no to the other."""
    told = answer("is 77772 the right code for 14 channels, and 77300 with it?")
    assert told.startswith("77772 is for more than 12 channels")


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("MUE for 77300 and can we go over?", "Medicare's limit for 77300 is 10 units", "Bill one"),
        ("What is the medically unlikely edit on 77334 and 77332?", "limit for 77332 is 4 units", "denies"),
        ("77321 MUE and MAI. is it like 77307?", "The limit of 77321 is absolute (MAI 2)", "No source"),
        ("77336 2 units same DOS for two concurrent courses. MUE?", "above the limit of 1", "five fractions"),
        (
            "BID day, 77387 x 2 on the physician claim, one denied, 77412 x2 paid",
            "77387 on one date are above",
            "Image",
        ),
        (
            "BID day, 77387 x 2 on the physician claim, one denied, 77412 x2 paid",
            "77412 on one date are within",
            "Image",
        ),
    ],
)
def test_a_limit_asked_by_its_name_leads(question: str, told: str, never: str) -> None:
    """What the limit is and what becomes of more, for each code, before and instead of how units are counted."""
    assert told in answer(question)
    assert never not in answer(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "3D, 4 fields, each with its own MLC shape, plus a formed vacuum cushion. 77334 in total?",
            "5 units of 77334",
        ),
        ("two breast tangents each with 4 subfields merged, how many 77334", "2 units of 77334"),
        ("medial tangent 3 merged segments, lateral tangent 3 merged segments. 77334 count", "2 units of 77334"),
        ("diode readings on 2 points, same day. 77331 how many", "2 units of 77331, one for each measurement"),
        ("4 diode readings same date. 77331 x4 ok?", "what is above it stops unless records argue it"),
        ("vaginal cylinder 1 channel, 3 insertions. 77770 x ? and can I add 77300 each time", "77770 contains 77300"),
        ("vaginal cylinder 1 channel, 3 insertions. 77770 x ? and can I add 77300 each time", "3 units of 77770"),
        ("IMRT with the boost planned at the same time on same CT (SIB). 77301 x1 or x2?", "planned together are one"),
        ("30 treatment days = 60 fx BID 6 h apart, units of 77427?", "12 units of 77427"),
        ("week of 12/29/25: fx on 29, 30, 31, Jan 2, Jan 5 -> 77427 one unit or two?", "1 unit of 77427"),
        ("Hospice pt got only 2 of 10 planned fx and died. management code?", "1 unit of 77431"),
        ("12/30 fx, patient deceased, 77427 units", "2 units of 77427 for the course"),
        ("pt has had 2 of 10 fx so far. 77427?", "no unit of 77427 so far"),
        ("got 4 of 20 fx and expired, how many 77427", "Bill 1 unit of 77427 for the course"),
    ],
)
def test_what_the_question_counts_is_counted(question: str, told: str) -> None:
    """Devices, points, insertions and days told are numbers of units, and a course that ended is judged as ended."""
    assert told in answer(question)
