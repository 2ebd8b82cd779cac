"""How identifiers of a patient are written, as patterns: first those with a label, then those with a shape."""

from __future__ import annotations

import re

S = r"[\s.\-:#=]{0,3}"  # what stands between a label and its value
IS = r"(?:\s?(?:is|was|of|no\.?|num(?:ber)?|nbr|id|:|#|=|-)){0,3}[\s:#=.]{0,3}"
COUNTED = r"(?!\s?-?(?:fx|fr\b|frac|tx|treat|sess|unit|gy|cgy|x\b|u\b|days?\b|weeks?\b|%))"
# A record number: one run of digits; or short groups, but never the count or the code that follows it.
RUN = (
    rf"(?:[a-z]{{0,4}}-?\d[\d\-]{{4,18}}(?!\w)|"
    rf"[a-z]{{0,4}}-?\d{{1,4}}(?:[\s\-]\d{{2,4}}{COUNTED}(?![\w/])){{1,4}}|"
    rf"(?:\d\s){{3,18}}\d(?!\w)|[a-z]{{0,4}}-?\d[\d\-]{{2,3}}{COUNTED}(?!\w))"
)
# "Claim: 77435 x5" lists a line: a code right behind the colon is no number of the claim.
NO_LINE = r"(?!(?:claim|case|visit|order|invoice)\s?:\s?(?:77\d{3}|g[06]\d{3}|99[23]\d\d)(?:-\w\w)?(?![\w-]))"
NINE = r"(?:\d[\s.\-]{0,3}){8}\d[a-z]{0,2}(?!\w)"
TEN = r"\+?(?:1[\s.\-]{0,2})?(?:\(?\d[\s().\-]{0,3}){9}\d(?!\d)"
SEVEN = r"\d{3}[\s.\-]?\d{4}(?!\d)"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DATE = (
    rf"(?:\d{{1,4}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?\d{{2,4}}|{MONTH}\s?\d{{1,2}}(?:st|nd|rd|"
    rf"th)?,?\s{{0,2}}'?\d{{2,4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s\-](?:of\s)?{MONTH}[\s,\-]{{0,2}}'?\d{{2,4}}|{MONTH}\s\d{{4}}|"
    rf"\d{{8}}|\d{{6}}|\d{{1,2}}/\d{{4}}|(?:19|20)\d\d)"
)
SPACED = {word: r"\s{0,2}\.?\s{0,2}".join(word) for word in ("mrn", "dob", "ssn", "mbi")}
LABELLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "date_of_birth",
        re.compile(
            rf"(?<!\w)(?:{SPACED['dob']}\.?|date of birth|birth ?-?date|birthday|b-?day|born(?: on| "
            rf"in)?|yob|year of birth)(?!\w)\s?(?:is|was)?{S}{DATE}(?!\d)"
        ),
    ),
    (
        "ssn",
        re.compile(
            rf"(?<!\w)(?:{SPACED['ssn']}|social security(?: number| no\.?| #)?|soc(?:ial)? ?sec|ss ?#|"
            rf"social)(?!\w){IS}(?:(?:ends?|ending)(?: in| with)? )?(?:{NINE}|(?:last (?:4|four)(?: digits)?{IS})?\d{{4}}(?!\w))"
        ),
    ),
    (
        "mbi",
        re.compile(
            rf"(?<!\w)(?:{SPACED['mbi']}|medicare (?:beneficiary )?(?:id|number|no\.?|#)|hicn?|"
            rf"beneficiary id)(?!\w){IS}(?:(?=[a-z\-]{{0,8}}\d)[a-z\d\-]{{9,15}}(?!\w)|{NINE}|"
            rf"(?:[a-z\d][\s\-]{{0,2}}){{10}}[a-z\d](?!\w))"
        ),
    ),
    (
        "mrn",
        re.compile(
            rf"(?<!\w)(?:{SPACED['mrn']}\.?|med(?:ical)? ?rec(?:ord)?s?|record|chart|mr|epic|patient "
            rf"id|pt id|patient number|pt number|emr)(?!\w)\s?(?:number|num|no\.?|nbr|id|#|"
            rf":){{0,2}}(?<=[\w#:. ]){IS}{RUN}(?!\w)"
        ),
    ),
    ("mrn", re.compile(rf"(?<!\w){SPACED['mrn']}(?!\w){IS}(?=[a-z\-]{{0,8}}\d)[a-z\d\-]{{5,15}}(?!\w)")),
    (
        "account",
        re.compile(
            rf"(?<!\w){NO_LINE}(?:acct|account|visit|encounter|enc|csn|fin|har|case|claim|invoice|icn|dcn|tcn|"
            rf"ref(?:erence)?|confirmation|accession|order)\s?(?:number|num|no\.?|nbr|id|#|"
            rf":){{1,2}}{IS}{RUN}(?!\w)"
        ),
    ),
    ("account", re.compile(rf"(?<!\w)(?:acct|account|csn|icn|dcn)\s{RUN}(?!\w)")),
    (
        "member_id",
        re.compile(
            rf"(?<!\w)(?:member|policy|subscriber|group|insurance|plan|auth(?:orization)?|prior auth|"
            rf"certificate|card|medicaid|recipient|insured)\s?(?:ship )?(?:number|num|no\.?|nbr|id|"
            rf"#)(?: (?:number|no\.?|#))?{IS}(?=[a-z]{{0,5}}-?\d)[a-z]{{0,5}}-?\d[\w\-]{{3,18}}(?!\w)"
        ),
    ),
    ("npi", re.compile(rf"(?<!\w)(?:npi|tax id|tin|ein|dea)(?!\w){IS}[a-z]{{0,2}}\d[\d\-]{{5,12}}(?!\w)")),
    (
        "fax",
        re.compile(rf"(?<!\w)fax(?!\w)[\s:#]{{0,3}}(?:number|no\.?|is|at)?[\s:#]{{0,3}}(?:{TEN}|{SEVEN})"),
    ),
    (
        "phone",
        re.compile(
            rf"(?<!\w)(?:phone|tel(?:ephone)?|cell|mobile|ph|call(?: (?:him|her|them|me|pt|"
            rf"patient))?(?: at)?|contact|home #|callback|call back)(?!\w)[\s:#.]{{0,3}}(?:number|"
            rf"no\.?|is|at|#)?[\s:#.]{{0,3}}(?:{TEN}|{SEVEN})"
        ),
    ),
    (
        "address",
        re.compile(r"(?<!\w)(?:zip|zip ?code|postal code)(?!\w)[\s:#]{0,3}(?:is )?\d{5}(?:-\d{4})?(?!\d)"),
    ),
)
SHAPED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ssn", re.compile(r"(?<!\w)[x*#]{3}[\s\-]?[x*#]{2}[\s\-]?\d{4}(?!\w)")),
    ("phone", re.compile(r"(?<![\w/])\d{3}/\d{3}/\d{4}(?![\w/])")),
    (
        "email",
        re.compile(
            r"(?<!\w)[\w.+\-]{1,40}\s?[\[(]at[\])]\s?[\w\-]{1,40}(?:\s?\.\s?|\s?[\[(]?dot[\])]?\s?)"
            r"(?:com|net|org|edu|gov)(?!\w)"
        ),
    ),
    ("age", re.compile(r"(?<!\w)aged?:?\s(?:9\d|1[01]\d)(?![\w.%/])")),
    ("email", re.compile(r"[\w.+%'\-]{1,64}\s?@\s?[\w\-]{1,63}(?:\s?\.\s?[a-z][\w\-]{1,62}){1,4}")),
    (
        "email",
        re.compile(
            r"(?<!\w)[\w.+\-]{1,40}\s[\[(]?at[\])]?\s[\w\-]{1,40}\s[\[(]?dot[\])]?\s(?:com|net|org|edu|"
            r"gov)(?!\w)"
        ),
    ),
    ("ssn", re.compile(r"(?<![\w.$/\-])\d{3}\s?[\-.]\s?\d{2}\s?[\-.]\s?\d{4}[a-z]?(?![\w/]|[\-.]\d)")),
    ("ssn", re.compile(r"(?<![\w.$/\-])(?!77\d |20[0-4]\d )\d{3} \d{2} \d{4}(?!\w|[/\-.]\d)")),
    (
        "mbi",
        re.compile(
            r"(?<![\w])[1-9][ac-hj-km-np-rt-y][ac-hj-km-np-rt-y\d]\d[\s\-]?[ac-hj-km-np-rt-y][ac-hj-km-np-rt-y\d]\d[\s\-]?[ac-hj-km-np-rt-y]{2}\d{2}(?!\w)"
        ),
    ),
    (
        "phone",
        re.compile(
            r"(?<![\w.$/])(?:\+?1[\s.\-]{0,2})?(?:\(\s?\d{3}\s?\)[\s.\-]{0,2}|\d{3}[.\-]\s?|\d{3} "
            r"(?=\d{3}[\-. ]\d{4}))\d{3}[\s.\-]{1,2}\d{4}(?![\w/]|[.\-]\d)(?: ?(?:x|ext\.?) ?\d{1,5})?"
        ),
    ),
    (
        "id",
        re.compile(
            r"(?<![\w.$€£/])(?!20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|"
            r"3[01])(?!\d))\d{7,20}(?![\w/]|[.,]\d)"
        ),
    ),
    (
        "id",
        re.compile(
            r"(?<![\w.$€£/,#])(?!77\d{4}|20[0-4]\d(?:0[1-9]|1[0-2]))\d{6}(?![\w/%]|[.,]\d|\s?(?:rvu|"
            r"dollar|patient|unit))"
        ),
    ),
    ("id", re.compile(r"(?<!\w)(?:\d[ \-.]){6,19}\d(?!\w|[/.]\d)")),
    ("id", re.compile(r"(?<![\w\-])(?=[a-z]{2,4}\d{6,12}(?!\w))[a-z]{2,4}\d{6,12}")),
    ("address", re.compile(r"(?<!\w)p\.?\s?o\.? box \d{1,6}")),
    (
        "date_of_birth",
        re.compile(
            r"(?<![\w/.\-])(?:[12]\d|3[01]|0?[1-9])\s?[/\-.]\s?(?:[12]\d|3[01]|"
            r"0?[1-9])(?:\s?[/\-.]\s?19\d\d|\s?[/\-]\s?[4-9]\d)(?![\w/]|[.\-]\d)"
        ),
    ),
    (
        "date_of_birth",
        re.compile(
            rf"(?<!\w)(?:19\d\d-\d{{2}}-\d{{2}}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s19\d\d|"
            rf"\d{{1,2}}[\s\-]{MONTH},?[\s\-]19\d\d)(?!\d)"
        ),
    ),
    (
        "age",
        re.compile(r"(?<![\w.])(?:9\d|1[01]\d)[\s\-]?(?:y\.?\s?/?o\.?(?!\w)|years?[\s\-]old|year[\s\-]old|yrs? old)"),
    ),
)
STREET = re.compile(
    r"(?<![\w.$/])(?!77\d{3})\d{1,6}\s(?:[NSEW]\.?\s)?(?P<name>[A-Z][A-Za-z']{1,20}(?:\s[A-Z][A-Za-z']{1,20}){0,2})\s(?:St|"
    r"Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Pkwy|Parkway|"
    r"Hwy|"
    r"Highway|Terrace|Ter|Circle|Cir|Way|Trail)(?!\w)\.?(?:,?\s(?:Apt|Unit|Suite|Ste|"
    r"#)\.?\s?#?\w{1,6})?(?:,\s[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?)?(?:,?\s[A-Z]{2}(?:\s\d{5}(?:-\d{4})?)?)?"
)
