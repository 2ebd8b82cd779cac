"""Code numbers of this field, for telling a code from a near miss. What they mean is the rule book's business."""

from __future__ import annotations

_KNOWN = """
    77014 77261 77262 77263 77280 77285 77290 77293 77295 77299 77300 77301 77306 77307 77316 77317 77318
    77321 77331 77332 77333 77334 77336 77338 77370 77371 77372 77373 77385 77386 77387 77399 77401 77402
    77407 77412 77417 77423 77424 77425 77427 77431 77432 77435 77436 77437 77438 77439 77469 77470 77499
    77520 77522 77523 77525 77600 77605 77610 77615 77620 77750 77761 77762 77763 77767 77768 77770 77771
    77772 77778 77789 77790 77799 G0339 G0340 G6001 G6002 G6003 G6004 G6005 G6006 G6007 G6008 G6009 G6010
    G6011 G6012 G6013 G6014 G6015 G6016 G6017
"""
KNOWN = frozenset(_KNOWN.split())

# Energy-based delivery codes and others that ended before 2015, the first date this covers.
_ENDED = """
    77403 77404 77406 77408 77409 77411 77413 77414 77416 77418 77421
"""
ENDED_BEFORE_2015 = frozenset(_ENDED.split())

# Numbers that begin with 77 and belong to diagnostic imaging: real codes, another field.
_OTHER = """
    77001 77002 77003 77011 77012 77013 77021 77022 77046 77047 77048 77049 77053 77054 77061 77062 77063
    77065 77066 77067 77071 77072 77073 77074 77075 77076 77077 77078 77080 77081 77084 77085 77086
"""
OTHER_FIELD_77 = frozenset(_OTHER.split())

_MODIFIERS = """
    22 24 25 26 27 50 51 52 53 54 55 57 58 59 62 66 73 74 76 77 78 79 80 82 90 91 95 99 TC PC CT FX FY GA GC
    GT GX GY GZ JW JZ KX LT RT PA PB PN PO Q0 Q1 QW XE XP XS XU
"""
MODIFIERS = frozenset(_MODIFIERS.split())


def within_range(first: str, last: str) -> tuple[str, ...]:
    """Known codes from `first` to `last`: a range also spans numbers that were never codes."""
    if first[0] != last[0] or first > last:
        return ()
    return tuple(sorted(code for code in KNOWN if first <= code <= last and code[0] == first[0]))
