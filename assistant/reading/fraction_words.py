"""The words around a number that tell which part of a course it counts, as patterns."""

from __future__ import annotations

import re

PER = re.compile(
    r"(?:\b(?:per|every|each|any|sets? of|groups? of|once in|blocks? of|of the|in a|multiples? of|"
    r"divided by|first|last|remaining|leftover|left over|"
    r"extra|final|next|those|these|odd|less than|fewer than|under|at most|up to|more than|over|at "
    r"least|minimum of|maximum of|max of|"
    r"exceed(?:s|ing)?|above|below|beyond|within|only covers?|or fewer|level|week|page|chapter|"
    r"section|age|pos|grade|stage|hole|arm|"
    r"another|additional|missed|other|lost|skipped)\s{1,2}(?:the\s|full\s|a\s|of\s)?|[<>]=?\s?|(?<=\d)/)$"
)
LEFT = re.compile(
    r"^[\s,]{0,2}(?:(?:a|per|each|every|/)\s?day|x?\s?/\s?w(?:ee)?k\b|x\s?(?:a |per |each |every )?w(?:ee)?k(?:ly)?\b|(?:that|this|per|a|each|one|in a|in one|in "
    r"that)\s?week|left|leftover|remain|to go|missed|or (?:less|fewer|more)|per\b|each\b|apart|"
    r"max|minimum|rule|block|period|set\b|increment|increments)"
)
STOPPED = re.compile(
    r"\b(?:stopped|quit|discontinued|terminated|ended|dropped out|passed away|died|expired|"
    r"d/c(?:'?d|ed)?|withdrew|cut short|only (?:got|completed|received|had|did|finished|made it)|"
    r"stopping|ended up with|ended early|interrupted for good)(?: (?:treatment|tx|rt|early|the "
    r"course|permanently))?(?: (?:after|at|with|through|on))?(?: (?:only|just|getting|receiving|"
    r"fraction|fx|treatment|tx|the))?\s$"
)
STOPPED_AFTER = re.compile(
    r"^[\s,]{0,2}(?:(?:and|then|but|before|when|pt|patient|he|she|they) ){0,3}(?:quit|stop(?:ped|ping)?|"
    r"discontinued|dropped out|withdrew|died|passed away|expired|refused (?:the rest|more)|(?:went|go) (?:to|on) hospice|"
    r"gave up|d/c(?:'?d|ed)?|never (?:came|returned))\b"
)
PLANNED = re.compile(
    r"\b(?:planned|prescribed|scheduled|ordered|intended|supposed|rx(?:'?d)?|plan|was|were)(?: "
    r"(?:was|for|to|to get|to have|to receive|is|had|of|a course of|course|course of|of "
    r"a))?\s(?:a\s)?$"
)
PLANNED_ALWAYS = re.compile(
    r"\b(?:planned|prescribed|supposed to|scheduled for|ordered|intended|rx(?:'?d)?|plan (?:was|for|of))"
)
PLANNED_AFTER = re.compile(r"^\s?(?:were |was )?(?:planned|prescribed|ordered|scheduled|intended)")
GOT = re.compile(
    r"\b(?:got|received|delivered|completed|finished|gave|did|treated|had|has had|actually)(?: "
    r"(?:only|just|for))?\s$"
)
GOT_AFTER = re.compile(
    r"^\s?(?:were |was |have been |has been |actually )?(?:delivered|completed|given|received|"
    r"done|finished)(?! so far)"
)
SO_FAR = re.compile(
    r"^[\s,]{0,2}(?:(?:were|was|have been|has been|delivered|completed|given|done|treated|in|"
    r"complete)\s){0,2}(?:so far|to date|thus far|already|as of (?:now|today)|up to now|\bin so "
    r"far|by now)"
)
POSITION = re.compile(
    r"(?:\b(?:on|at|is on|now on|currently on|through)\s)?\b(?:fraction|fx|treatment|tx|fx number|"
    r"fraction number|treatment number)\s?(?:#|no\.? ?|number )?$"
)
FOR = re.compile(
    r"\b(?:for|with|at|after|of|about|if|it's|its|it was|make it|make that|was|is|say|then|to|and|"
    r"but|now|only|sorry|no|oops|wait|actually|meant)[,:]?\s(?:a\s|just\s|only\s|all\s)?$"
)
TIMES_OF = re.compile(
    r"\b(?:imrt|vmat|sbrt|sabr|srs|daily|qd|bid|rt|xrt|ebrt|3d|3dcrt|gy|cgy|protons?|electrons?|"
    r"prostate|breast|lung|brain|spine|treatments?|tx|fx|fractions?|spine|wbrt|pelvis)\s?$"
)
BOOST_BEFORE = re.compile(r"\bboost(?: (?:of|x|was|is|for|with))?\s?$")
BOOST_AFTER = re.compile(
    r"^[\s-]?(?:(?:fx|fraction|electron|photon|tumor bed|cavity|sib|lumpectomy|scar|sequential|"
    r"cone down|prostate) )?boost\b"
)
# "came back for 2 more", "resumed for another 5": the same course goes on.
RESUMED = re.compile(
    r"\b(?:(?:came|comes?|coming|went|brought) back|return(?:ed|s|ing)?|resum(?:ed|es|ing)|re-?start(?:ed|s|ing)?|"
    r"pick(?:ed|s) (?:it |treatment )?up again|continu(?:ed|es|ing))\b(?P<between>[^.;?\d]{0,40})$"
)
# "the same doctor gave 2 more fractions": more of what was given before.
GAVE = re.compile(r"\b(?:gave|given|got|had|received|delivered|then|later)\b(?: (?:him|her|them|the patient))?\s?$")
MORE_GIVEN = re.compile(
    r"^\s?(?:more|additional|further|extra) (?:(?:fractions?|fx|treatments?|sessions?) )?(?:(?:were|was|are) )?"
    r"(?:given|delivered|received|treated)\b"
)
GIVEN_MORE = re.compile(r"^\s?(?:more|additional|further|extra)\b(?! than\b)")
GOES_ON = re.compile(r"^\s?(?:more|additional|further|extra|fractions?|fx|treatments?|sessions?)\b")
ANOTHER_COURSE = re.compile(
    r"\b(?:(?:new|second|another|different|separate|next) (?:course|site|plan|area|patient)|re-?irradiat\w+)\b"
)
INCLUDED = re.compile(r"\b(?:including|includes?|incl|of which|inclusive|counting)\b")
CLOSES = re.compile(r"^\s{0,2}(?:$|[?.,;!)]|total|in total|altogether|all together|instead|then)")
# "one more 77427, 7 total": of units, whatever else the number could count.
UNITS_SO_FAR = re.compile(
    r"\b(?:more|another|extra|additional) (?:(?:units? of )?(?:77\d{3}|g\d{4})|units?)[,;:]? (?:so |makes? |that makes |= ?)?$"
)
CUED = re.compile(
    r"^\s?(?:total|in total|planned|prescribed|delivered|completed|done|all done|given|so far|to "
    r"date|daily|bid\b|qd\b|finished)"
)
TOTAL_BEFORE = re.compile(r"\b(?:total(?: of| was|:| is)?|all|course of|course was|course is|whole|altogether)\s$")
REPLANNED = re.compile(r"\b(?:re-?plan\w*|adaptive|re-?sim\w*)\b[^.;,]{0,16} after\s$")
BESIDES = re.compile(r"\b(?:extra|additional|more|remaining|left ?over|other|separate|different)\b")
LABEL = re.compile(r"\b(?:fx|fractions?|frx|tx|treatments|sessions)\s?(?:given|delivered|total|planned)?\s?[:=]\s?$")
DATE_WORDS = re.compile(r"\b(?:dos|on|date of service|since|until|through|before|after)\s$")
PER_FRACTION = re.compile(r"^\s?(?:/|per|a|each|every)\s?(?:fx|fraction|treatment|tx|day)")
DAILY_AFTER = re.compile(
    r"^[\s,]{0,2}(?:of )?(?:once |x )?(?:daily|qd|q\.d\.|every (?:week)?day|monday|mon-fri|m-f|"
    r"5x?/w(?:ee)?k|five days|5 days)(?! (?:cone|cbct|igrt|imag|port))"
)
DAILY_BEFORE = re.compile(
    r"\b(?:daily|qd|every (?:week)?day|once a day|5 (?:days|times|x) (?:a|per) week|5x?/w(?:ee)?k|"
    r"five (?:days|times) (?:a|per) week|m-f|mon-fri)(?: treatments?| rt| imrt| tx)?,?(?: x| for| "
    r"over)?\s?$"
)
BID_NEAR = re.compile(
    r"\b(?:bid|b\.i\.d\.?|twice (?:daily|a day|per day)|2x ?/?(?:daily|day|a day)|(?:2|two) "
    r"(?:treatments |fractions |sessions |fx |txs? )?(?:a|per|each|/) ?day)"
)
TWICE_WEEKLY = re.compile(
    r"\b(?:twice (?:weekly|a week|per week)|2x ?/?(?:week|wk|weekly)|two (?:times )?(?:a|per) week)"
)
