"""The words in which billing advice is given, by what they do to a statement.

Codes, numbers, dates, payers, settings and service names are `assistant.reading`'s; here stand only the words
that bill, pay, bundle, count, deny or turn a statement round. One phrase has one meaning; the longest wins. A
word that is neither here nor in `plain_words.txt` is unknown, and next to advice an unknown word makes the
sentence unreadable: it might turn it round.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from assistant.reading.lexicon import Lexicon
from assistant.reading.text import stem

WORDS: dict[str, str] = {
    # --- no, not, only -----------------------------------------------------------------------------------------
    "NEG": """no | not | never | cannot | can't | cant | don't | dont | doesn't | doesnt | isn't | isnt | aren't | won't | wont
        | shouldn't | shouldnt | mustn't | wasn't | weren't | didn't | couldn't | wouldn't | needn't | ain't | hasn't | haven't
        | nor | neither | never ever | in no case | under no circumstances | by no means | at no time | not ever | refrain from
        | stop | avoid | quit | hold off on | shy away from | steer clear of | far from | in no way | there is no | there's no
        | there are no | there isn't | there is not | there are not | hardly | it is wrong to | it's wrong to | it is incorrect to
        | it's incorrect to | it would be wrong to | it would be incorrect to | it is improper to | it is a mistake to
        | it's a mistake to | it is an error to | it is not correct to | it is not appropriate to | it's not appropriate to
        | it is not ok to | it's not ok to | skip | nothing else | isn't something | is not something | not something | isn't a thing | doesn't let | does not let | won't let | has yet to | have yet to""",
    "SAME": "the same applies to | the same holds for | the same is true for | the same is true of | same applies to | same holds for | the same | same | the same way | same goes for | the same goes for | same rule | the same rule | so is | so does",
    "WORD": "hope this helps | hope that helps | hope it helps | at all | sign off | signs off | signed off | sign off on | signs off on | signed off on | extra work | additional work | extra effort | from start to end | from start to finish | start to finish | from beginning to end",  # strengthens the "not" before it and counts nothing
    "WITHOUT": "without | w/o | with no | minus | sans | free of",
    "ONLY": "is all that | is all you | is all that is | is all that's | alone | not more often | no more often | never more often | not more frequently | not more | no more | and no more | only | solely | exclusively | just | exactly | precisely | simply",
    "TOTAL": """a total of | in total | total | altogether | all told | overall | for the entire course | for the whole course
        | for the full course | over the course | over the whole course | over the entire course | in the course | across the course
        | across the whole course | in all | for the course | total for the course | over the full course | during the course
        | for the complete course | total of | grand total | course total | combined total | for that course | for this course
        | for such a course | on that course | in that course | for a course like this | for a course like that | for your course | at the end of the course | at the end of treatment | at the end | at course end | end of the course | end of course | end of treatment | when the course ends | by the end of the course | at completion""",
    "AT_MOST": """as many as | no more than | and no more than | and not more than | not more than | never more than | at most | at the most | up to | a maximum of | maximum | the maximum
        | maximum of | max | max of | limited to | is limited to | limit of | a limit of | reserved for | is reserved for | capped at | a cap of | not to exceed | may not exceed
        | caps the code at | caps it at | cap of | a cap of | capped at | caps | is capped at | must not exceed | cannot exceed | can't exceed | should not exceed | never exceed | do not exceed | don't exceed
        | not exceeding | no greater than | no more often than | not more often than | never more often than | no more frequently than
        | not more frequently than | never more frequently than | not exceed | does not exceed""",
    "BELOW": "fewer than | less than | shorter than | any fewer than | any shorter than",
    "SHORTER": "shorter course | any shorter course | course that is shorter | course shorter than that | course that short",
    "MORE": "longer than | anything above | anything over | anything beyond | anything more than | go over | goes over | go beyond | goes beyond | run into | runs into | trip | overshoot | surpass | more than | over | exceeding | above | in excess of | greater than | more often than | more frequently than | exceed",
    "AT_LEAST": "at the minimum | at a minimum | as a minimum | at least | a minimum of | minimum | minimum of | no fewer than | no less than | not less than | or more | not fewer than",
    "RATHER": "rather than | instead of | as opposed to | in place of | in lieu of | in preference to | versus | vs",
    "EXCEPT": "except | except for | except when | except that | unless | other than | save for | apart from | barring | excluding | aside from",
    "REGARDLESS": """doesn't matter | does not matter | it doesn't matter | it does not matter | makes no difference | regardless of | no matter | irrespective of | independent of | any number of | however many | however long | no matter how many
        | no matter how long | regardless | whichever | regardless of how many | no matter which | irrespective of how many | even if | even when | even though
        | whether or not | whether | whatever the | even with | despite the early stop | despite the early end | despite stopping early | despite ending early | despite the early termination | plays no role | play no role | don't multiply it | do not multiply it | don't multiply the units | do not multiply the units | does not multiply | doesn't multiply | do not multiply | don't multiply | makes no difference to the count | make no difference""",
    # --- doing, needing, paying --------------------------------------------------------------------------------
    "DO": """an option | managed with | delivered with | managed by | is used to | are used to | be used to | used to report | used to bill | used to describe | used to code | used for | used when | bill | billed | billing | report | reported | reporting | submit | submitted | submitting | charge | charged | charging
        | claim | claimed | claiming | use | used | using | code | coded | coding | capture | captured | capturing | bill for | bill out | code for | code it
        | go with | assign | assigned | select | choose | pick | post | posted | file | filed | key in | invoice | invoiced | bill as | report as
        | correct code | right code | code to use | code to report | code to bill | billable | reportable | chargeable | use code
        | reported as | identified by | captured by | coded as | billed as | recommend | recommended | go ahead and bill | go ahead and report""",
    "APPEND": """append | appended | appending | attach | attached | attaching | add | added | adding | tack on | tacked on | stick | affix | affixed | suffix
        | put on | write | written | wrote in | go on | belong on | hang on | accompanied by | include modifier | slap on""",
    "LINK": """qualify as | qualifies as | qualified as | meet | reach | satisfy | apply | applied | applying | applicable | take | taken | taking | carry | carried | carrying | have | has | had | having | get | got | yield | give | given
        | make | reached | come to | come out to | come out at | work out to | work out at | add up to | equal | amount to | result in | translate to | support | supported
        | justify | earn | earned | enough for | sufficient for | suffice for | enough to earn | enough to support | enough to justify | trigger | triggered | merit | constitute | translate into | translate to | form | bring | net | tally | tally up to | tot up to | complete | qualify for | entitled to | use up | take up | meet the minimum for | reach the minimum for | meet the threshold | reach the threshold | reach the threshold for |  due | owed | suggested | looking at | leave you with | end up with | end up at | land at | expect | expected
        | worth | go | belong | want | wanted | total up to | come down to | sum to | amounting to | totaling | totalling | run to | be | put | put down | enter | entered | drop | list | listed
        | request | send | sent | count | counted | counting | pull | allot | allotted | accrue | generate | generated | produce | amounted to | came to | happen | occur | placed | place
        | come out | get you | gives you | earn you | show up | round out at | go ahead and | works out | work out | count as | counts as | be billing""",
    "NOT_BOTH": "mutually exclusive | exclusive of each other | cannot coexist | incompatible | one or the other | not both | one of the two | only one of them | either one but not both | either or | but not both | just one of them | can't be combined | cannot be combined | can not be combined | may not be combined | must not be combined | exclude each other | exclude one another",
    "MUE_WORD": "ceiling | daily ceiling | daily limit | daily maximum | daily cap | per-day limit | is the maximum | is the most | is the ceiling | is the cap | mue | medically unlikely edit | mue limit | mue value",
    "NEED": "need | needed | needing | require | required | requiring | requirement | necessary | mandatory | must | must have | has to | have to | must be | call for | called for | obligatory | insist on | needs to | needs to be | need to | must carry",
    "PAY": """pay | paid | paying | payable | reimburse | reimbursed | reimbursable | reimbursing | reimbursement | cover | covered | coverable | covering
        | allow | allowed | allowable | payment | compensate | compensated | pay for | paid for | recognize | recognized | recognise | recognised | accept | accepted
        | honor | approve | approved | permit | permitted | permissible | eligible | eligible for payment | collect | receive | receives payment | separate check
        | coverage | compensable | revenue | money | dollars | pay out | payout | reimburses for | pays for it | pay on""",
    "SEPARATE": "separately | separate | on its own | by itself | as a separate line | on their own | in its own right | standalone | stand-alone | independently | a la carte | discretely | in addition | additionally | on top | as an extra | stand alone | apart",
    "BUNDLED": """bundled | bundle | bundling | packaged | package | packaging | included | include | including | inclusive | incidental
        | part of | folded into | rolled into | rolled up into | rolled in | wrapped into | wrapped up in | wrapped in | subsumed | subsumed in | subsumed under
        | absorbed | absorbed into | built into | baked into | integral to | integral | embedded in | inherent in | inherent | contained in | accounted for in
        | lumped into | lumped in with | already in | already inside | inside | is a component of | considered a component of | paid as part of | paid through | covered by the payment for
        | captured in | covered under | folded in | packed into | tucked into | swept into | is in | already part of | paid within | paid under | encompassed in | encompassed by | covered by the | goes into | comes with | rides with | lies inside | sits inside | lives inside | lives in | bundled in | moved into | moved inside | packaged into other service | packaged into the other service | packaged into another service | packaged with other service | bundled into other service | packaged into the payment for other service""",
    "OK": """correct | right | proper | acceptable | appropriate | legitimate | fine | ok | okay | accurate | suitable | compliant | good | true | legal | sound
        | warranted | justified | alright | well founded | kosher | legit | in order | possible | can | may | could | should | would | might
        | will | able to | free to | ok to | okay to | fine to | allowed to | supposed to | ought to | good to go | safe | can be | may be | shall""",
    "SYSTEM:mpfs": "physician fee schedule | medicare physician fee schedule | mpfs | pfs | fee schedule",
    "ISO:2": "multiple isocenter | several isocenter | more than one isocenter | two isocenter | 2 isocenter | two or more isocenter | multiple isocentre | multi isocenter | different isocenter | separate isocenter | three isocenter | 3 isocenter",
    "ISO:1": "single isocenter | one isocenter | 1 isocenter | a single isocenter | single isocentre | one isocentre | only one isocenter",
    "NOT_HERE": """not valid on a medicare physician claim | not valid for medicare | not a code for a hospital outpatient bill | not valid on the physician fee schedule | not payable under the physician fee schedule
        | invalid for medicare | not recognized by medicare | not valid for medicare purposes | not a hospital bill | not a hospital outpatient code""",
    "NO_PARTS": "no parts | no component | no components | no separate components | no professional or technical split | no split | cannot be split | can't be split | never splits | one undivided service",
    "OPTIONAL": "with or without | or without | optional | either way | optionally | not strictly required | at your option",
    "SEE": "see | look at | look to",
    "LIFT": "raise | raises | lift | lifts | upgrade | upgrades | elevate | elevates | bump | bumps",
    "ADD_ON": "add-on | add on | add-on code | add on code | an add-on | an add-on code | add-on service",
    "ROW": "row",
    "SPLIT": "split | splitting | split billed | split it | split into | divided into | broken into | broken down into | splittable | two halves",
    "TECHNICAL": """technical part of | technical component of | technical portion of | technical side of | technical work of | technical | technical component | technical part | technical portion | technical side | technical only | technical component only | technical work
        | technical service | technical fee | technical charge | technical code | technical half | technical only code | technical component code | technical-only service | purely technical
        | entirely technical | facility only | tech only | tech component | tech side | all technical | technical component service | technical piece | pure technical | strictly technical | image acquisition | acquisition of the image | acquisition of image | acquisition of the cone beam image | acquisition of the guidance image | acquiring the image | acquisition""",
    "PROFESSIONAL": """professionally | physician review | review by the physician | doctor review | oncologist review | professional part of | professional component of | professional portion of | professional side of | professional work of | physician work of | professional | professional component | professional part | professional portion | professional side | professional only | professional component only
        | professional work | professional service | professional fee | physician component | physician work | physician part | physician portion | professional half | pro component | pro fee | profee
        | prof component | physician only | professional code | professional only code | professional component code | professional-only service | purely professional | physician service | professional interpretation | professional charge
        | professional split | professional piece | strictly professional | physician interpretation | entirely professional | the pc | physician reading | professional reading | interpretation | physician's review and approval of | review and approval of | physician's review and approval""",
    "GLOBAL": "global | globally | global billing | global service | global fee | globally billed | global code | global charge",
    "COMPONENT": "component | half | halves",
    "MOD:XE": "x modifier | an x modifier | x modifiers | x-modifier | the x modifiers",
    "MODIFIER_WORD": "modifier | mod | mods",
    # --- codes with codes --------------------------------------------------------------------------------------
    "TOGETHER": """the same course | the same session | the same day | the same date | the same claim | the same date of service | together | together with | along with | alongside | alongside of | on top of | in addition to | in combination with | combined with | in combination | concurrently with
        | concurrently | at the same time as | at the same time | same day as | on the same day as | on the same date as | on the same day | on the same date | same day | same date
        | on the same date of service | same date of service | for the same session | same session | in the same session | for the same date of service | for the same date | on the same claim
        | same claim | on one claim | as well as | with | plus | paired with | simultaneously | in tandem | in conjunction with | side by side | side by side with | same encounter
        | simultaneously with | for the same fraction | same fraction | at the same session | for the same course | in the same course | same course | with each other | on same day | on the same dos | same dos | same-day | beside | next to
        | on the same date of service as | for the same session as | same date as | both | both codes | separately from | apart from each other | for the same patient on the same day | in parallel | in parallel with | coexist | hand in hand""",
    "RIGHT_STILL": """stay correct | stay right | remain correct | remain right | still right | still correct | still the right code | remain the right code | stay the right code | still the correct code
        | remain the correct code | remain appropriate | right still | remain usable | stay usable | still appropriate | hold good""",
    "ANYMORE": "any more | anymore | any longer",
    "ANYMORE_THAN": "any more than | any longer than",
    "PAIR": "pair | edit | code pair | ncci pair | ncci edit | ncci code pair | ptp pair | ptp edit | edit pair | procedure pair | code edit",
    "OPENS": "open | opens | opened | opening | bypass | bypassed | unlock | unlocked | separate them | separate it | separates them | get around | get past | lift | lifted | help | helps",
    "CLOSED": "closed | locked | of no use | of no help | no use",
    "APART": "truly separate | genuinely separate | really separate | separate field | separate device | separate site | separate structure | separate lesion | separate tumor | different field | different device | different site | different lesion | different tumor | separate 3 d field",
    # --- existence of a code -----------------------------------------------------------------------------------
    "STOPPED": "stopped | break off | broke off | broken off | cut off | cut short | quits | quit treatment | gave up | abandoned",
    "ENDED": """has a termination date of | carries the termination date | with a termination date of | with termination date | terminated on | deleted | retired | discontinued | ended | end | terminated | expired | eliminated | sunset | sunsetted | obsolete | gone | inactive | invalid | dead | withdrawn
        | abolished | no longer exist | no longer valid | no longer applies | no longer apply | no longer applicable | no longer active | no longer billable | no longer reportable | no longer available | no longer in use | no longer used | no longer reported | no longer billed
        | no longer a valid code | no longer valid codes | no longer an active code | ceased to exist | went away | go away | gone away | phased out | don't exist | doesn't exist | does not exist | do not exist | not a valid code | not valid codes
        | isn't a valid code | not a real code | isn't a real code | delisted | deactivated | defunct | out of use | no longer recognized | stopped existing | disappeared | not valid | isn't valid | aren't valid | not active | isn't active | aren't active | deletion | scrapped | removed from cpt | dropped from cpt | no longer part of cpt
        | taken out of cpt | cut from cpt | no longer supported | did not survive | no longer current | not exist | end dated | removed | no longer recognised | end-dated | not in the code set | struck from cpt | no longer in cpt | no longer in the code set | died | vanished | dropped | no longer in effect | left the code set | no longer accepted | no longer an option""",
    "ACTIVE": """a real code | real code | active | valid | still valid | still active | still exist | exist | current | in force | in effect | still in effect | in use | still in use | still billable | still reportable | a valid code | valid code
        | an active code | active code | still a valid code | existed | remain valid | remain active | still around | still available | available | still on the books | alive | still alive | survive | still there | remain billable | remain reportable | remain in effect | remain available | remain a valid code | remain an active code | remain current | remain in force | still used | in the code set | live | still usable | usable | still current | still an active code | good code""",
    "REPLACED": """replaced by | replaced with | superseded by | succeeded by | became | crosswalk to | crosswalked to | crosswalk | map to | mapped to | maps over to | gave way to | switch from | switched from | change from | changed from | convert from | move from | moved from | transition from | successor is | successor
        | replacement is | replacement | swapped for | converted to | transition to | transitioned to | moved to | switched to | switch to | give way to | turned into | become | has become | have become | moved over to | migrated to | is now reported as | are now reported as | is now billed as | is now coded as | now billed as | now reported as | now reported with | now coded as
        | is now reported with | is now | are now | in favor of | in favour of | folded into code | superseded with | taken over by | was swapped for | rolled over to | reported instead with | moves to | shifted to""",
    "REPLACES": "replace | replaced | replacing | took over from | take over from | take the place of | took the place of | supersede | succeed | stand in for | supplanted | took over for",
    "START": "was added on | were added on | new | new code | newly created | introduced | created | took effect | take effect | effective | came into effect | start | started | begin | began | established | launched | debuted | redefined | revised | starting | beginning | went into effect | go into effect | goes live | went live | came in",
    # --- how often ---------------------------------------------------------------------------------------------
    "EVERY": "every | each | per | for every | for each | with every | with each | on every | on each | on each of | after every | after each | at every | at each | in every | in each | p | for all | on all | across all | all | every single | each and every | each single | every one of | each of | out of every | from every | during each | during every",
    "THING:session": "session | fraction | treatment | visit | fx | tx | encounter | treatment session | delivered fraction | treatment fraction | fraction delivered | treatment delivered | treatment visit | time the patient is treated | time | treatment delivery",
    "THING:day": "day | treatment day | calendar day | day of treatment | treatment date | diem",
    "THING:date": "date | date of service | dos | dates of service | service date",
    "THING:week": "week | treatment week | wk | week of therapy | week of treatment",
    "THING:calendar week": "calendar week | seven days | 7 days | seven calendar days",
    "THING:month": "month | hour | quarter | fortnight | minute",
    "THING:course": "course | treatment course | course of treatment | course of therapy | course of radiation | episode | entire course | whole course | full course | course of care | course of rt | complete course | patient | case | shortened course | unfinished course | interrupted course | incomplete course | course cut short | unfinished stereotactic course | incomplete stereotactic course | shortened stereotactic course",
    "THING:period": "period | interval | block | increment | batch | span | stretch",
    "THING:image": "image | film | picture | view | exposure",
    "THING:angle": "angle | gantry angle | field | port | beam | area | site | treatment area | anatomical site | treatment site | portal | arc | lesion | isocenter | isocentre | tumor | target | treatment field | volume | body area | lobe | structure",
    "THING:segment": "segment | control point | mlc shape | mlc segment | aperture",
    "THING:plan": "plan | treatment plan",
    "THING:device": "device",
    "THING:calculation": "calculation",
    "THING:simulation": "simulation",
    "THING:consultation": "consultation | consult",
    "THING:application": "application | implant | insertion | procedure",
    "ADVERB:day": "daily | everyday | day by day | day in day out | on a daily basis | every single day | each and every day",
    "ADVERB:week": "weekly | on a weekly basis | week by week | weekly basis",
    "ADVERB:month": "monthly | biweekly | hourly | yearly | annually | quarterly | fortnightly | every other fraction | every other day | every other week | every other | alternate days | every second | every third | every fourth",
    "ADVERB:session": "fraction by fraction | session by session | every time | each time | any time | treatment by treatment",
    "ADVERB:image": "film by film | image by image",
    "UNIT": "unit | qty | quantity | u | number of units | charge count | unit count | units of service | unit of service | count of units",
    "EACH_OF": "for each of the two codes | for each of these codes | for each of those codes | for each of them | for each code | of each code | for either code | of each | of both | for both codes",
    "ANY": "any | for any | on any",
    "SPAN": "span | represent | correspond to | stand for | reflect | account for | good for | encompass | is for | equate to | represents | comprises | comprise | consists of | consist of | equivalent to | means | mean",
    "ARTICLE": "a | an",
    "ONCE": "once | one time | a single time | a single unit | a single charge | only once | one unit | just once | 1 time | one-time",
    "TWICE": "twice | two times | double",
    "PER_DATE": """one line | on a line | on a claim | a single line | single line | on one line | on a single line | on one claim line | on a single claim line | per line | per claim line | in one line | on the same line | in a single line | claim line | single claim line | per line item | line item
        | on a date | on a day | for one date | for one day | on one date | on a single date | on a single date of service | on one date of service | on any one date | on any one date of service | on any date of service | on any date | on any single date | per date of service | per date | per dos | on each date | on each date of service | each date of service | each date
        | on separate dates | on separate dates of service | on different dates | on different dates of service | on its own date | on its own date of service | on a date of its own | on dates of their own | each on a date of its own | with a date of its own | each with a date of its own | on its own line | on separate lines | on a separate date | on a separate date of service | on a separate line | all at once | in one go
        | on that day | for that day | for the day | of the day | that same day | separate dates | separate date | different dates | separate lines | separate line | distinct dates | individual dates | individual lines | different lines | on lines of their own | its own claim line | separate claim lines | on a single day | on one day | in a single day | in one day | on any given day | on any given date | on the same claim line | at a time | on separate days | on different days | on its own day | units field | in the units field | unit field | units box | one each | one apiece | on distinct dates
        | one unit per date of service | each dated separately | as one line | each on its own line | each on its own date | each on its own date of service | each on a separate date | each on a separate date of service | each on a separate line | each on a different date | with one unit each | one unit each | 1 unit each | with 1 unit each | 1 each | one unit on each | 1 unit on each | one for each date | one on each date | one on each of | 1 on each date | one unit on each date | one on each | one per date | 1 per date | one unit per date | 1 unit per date | 1 unit per date of service | one a date | line by line | lump sum | in bulk | as a lump | per claim | on the last day | its own date | its own date of service | its own line | their own date | own date of service | own line | per claim date | any one line | of separate dates | each a separate line | on individual dates | each with a different date of service | each with its own date of service | each with a separate date of service | with a different date of service | with different dates of service | a different date of service each | dated individually | single date | single date of service | same line | one date of service | one date | same claim line | one claim line""",
    # --- what a count hangs on ---------------------------------------------------------------------------------
    "HANGS_ON": "defined by | measured by | measured in | matter for | matters for | multiply | multiplies | drive the count | determine the count | decide the count | drive the number of units | multiplied by | multiply by | hinge on | turn on | go by | goes by | driven by | determined by | governed by | dictated by | tied to | linked to | keyed to | affected by | influenced by | affect | influence | impact | bearing on | effect on | influence on | impact on | bearing | change the count | change the unit count | change the number of units | alter the count | alter the number of units | count by | counted by",
    "UNMOVED": "changes nothing | change nothing | don't matter | do not matter | no effect | no effect on | no bearing on | no influence on | no impact on | no bearing | unaffected by | irrelevant | immaterial | of no importance | of no consequence | beside the point",
    "CALENDAR": "calendar | calendar time | holiday | missed day | missed session | missed treatment | missed fraction | skipped day | skipped session | machine downtime | downtime | weekend | treatment break | break in treatment | elapsed time | interruption",
    # --- none --------------------------------------------------------------------------------------------------
    "NONE": """none | nothing | zero unit | no unit | no charge | not a single unit | not one unit | no separate charge | no separate unit | no separate payment | no separate reimbursement | no payment | no separately payable unit
        | no billable unit | no payable unit | no additional payment | no extra payment | no reimbursement | nothing separately | zero payment | no additional reimbursement | no additional charge | zero separately payable | no money | no revenue | nil | no extra money | no additional money | no separate money | no extra revenue | no further payment""",
    "NO_ADDITION": "miss the threshold | fall below the threshold | do not reach the threshold | don't reach the threshold | does not reach the threshold | below the threshold | insufficient for | insufficient | too short for | not sufficient for | don't qualify for | doesn't qualify for | do not qualify for | does not qualify for | don't suffice for | do not suffice for | go uncounted | goes uncounted | are uncounted | no additional unit | no extra unit | no further unit | nothing extra | nothing more | nothing additional | no more unit | no unit for the | no extra | no additional | too few | not enough | fall short | drop off | are dropped | is dropped | do not add anything | doesn't add anything | does not add anything | not have added anything | not add anything | as already paid | add nothing | earn nothing | give nothing | yield nothing | bring nothing",
    "ADDITION": "a final unit | one final unit | the final unit | a last unit | one last unit | 1 more | one additional | an additional | 1 additional | another one | one more unit | one additional unit | one extra unit | an extra unit | an additional unit | another unit | one more | a further unit | 1 more unit | 1 additional unit | 1 extra unit | add one | adds one | add a unit | add another | an extra | add one unit | count as one | count as a unit | count as another unit | count as one more | count as one unit | count as a full unit | make one more | make another | earn another | earn one more | earn a unit | support another | support one more | support an additional | qualify for another | qualify for one more | qualify as another | also count | do count | enough for another | enough for one more | enough to count | get another | get one more | generate one more | generate another | yield one more | yield another | trigger another | trigger one more | justify another | justify one more | allow one more | allow another | count for one more | count for another | give another | give one more | create another | produce another | add one more unit | add one more | count as another block | count as another set | count as one more block | count as one more set | count as another full set | earn a further unit | qualify as one more",
    "NO_MODIFIER": """no modifier | without modifier | without a modifier | without any modifier | unmodified | modifier free | no mod | no mods | no modifier needed | with no modifier | no component modifier | without a component modifier
        | w/o modifier | w/o a modifier | neither modifier | no special modifier | modifier none | no modifier at all | without a mod | without mods | no modifier is needed | no modifier required | no modifier is required | no modifier necessary | no modifier applies | no modifier here | without component modifiers | without any component modifier | bare""",
    "ANY_MODIFIER": "any modifier | a modifier | modifier at all | any component modifier | a component modifier | either modifier | any mod | a mod | component modifier | any modifiers at all",
    # --- fractions beyond the last full set --------------------------------------------------------------------
    "LEFTOVER": "leftover | left over | remaining | remainder | residual | trailing | stray | surplus | the rest | last | final | spare | odd | left | remain | beyond | dangling | balance | partial | incomplete",
    "SETS": """unit of five fractions | unit of five | unit of 5 fractions | five-fraction increment | 5-fraction increment | increment of five | increment of 5 | increment of five fractions | increment of 5 fractions | multiple of five | multiple of 5 | multiple of five fractions | five-fraction segment | five-fraction span | full unit | complete unit | whole unit | five-treatment block | five-treatment period | five-treatment set | five-treatment group | batch of five | bundle of five | full set | complete set | set of five | group of five | block of five | full group | full block | complete group | complete block | full week | complete week | full set of five | full group of five
        | complete set of five | complete group of five | full block of five | complete block of five | full five-fraction set | five-fraction set | five-fraction block | five-fraction group | five-fraction period | week of five | full week of five | completed set | completed week
        | completed set of five | full five | five-fraction interval | five-fraction week | full set of five fractions | set of five fractions | group of five fractions | complete set of five fractions | full group of five fractions | week of five fractions
        | full set of 5 | set of 5 | group of 5 | full group of 5 | complete set of 5 | block of 5 | full block of 5 | 5-fraction set | 5-fraction block | 5-fraction group | 5-fraction period | 5-fraction week | five fraction set | full five-fraction week | full five-fraction block | full five-fraction group | full five-fraction period
        | complete five-fraction set | complete five-fraction group | complete five-fraction block | complete five-fraction period | set of 5 fractions | group of 5 fractions | block of 5 fractions | block of five fractions | complete set of 5 fractions | full set of 5 fractions | complete group of five fractions | full five-treatment week | five-treatment week | full 5-fraction set | full 5-fraction week | full 5-fraction period | full 5-fraction block | complete group of 5 | completed set of 5 | completed five-fraction set | completed five-fraction week | full""",
    # --- who says so, how surely -------------------------------------------------------------------------------
    "HEARSAY": "rumor | rumour | rumored | supposedly | allegedly | reportedly | apparently | opinion | heard | hear | read somewhere | imply | they say | claims that",
    "SAYS": """say | said | state | stated | according to | per the | as per | per cms | note that | notes that | per astro | per ncci | per cpt | wrote | argue | believe | suggest that | suggest | assert | reports that | advise | advised | tell | told | teach | maintain
        | page says | site says | think | thought | insist | mention | mentioned | describe | describes | hold that""",
    "SOMEBODY": "some | some sites | some people | some coders | many | many people | many sites | others | people | someone | somebody | everyone | everybody | blog | forum | some vendors | vendor | most | several people | several sites | few | a few | anyone | colleague | other coders | coworker | my boss | consultant",
    "STANDING": """overruled by | overruled | superseded | outranked by | outranked | outdated | out of date | prevail | prevailing | disputed | contradicted by | contradict | contradicts | conflict with | conflicts with | disagree | disagreement
        | does not bind | doesn't bind | do not bind | don't bind | does not follow | not followed | is not followed | outweighs | outweighed by | overrides | overridden by | overrules | take precedence | binding | bind""",
    "PAST": "used to | used to be | formerly | previously | historically | once was | in the past | had been | before that | back then | earlier | prior to that | at one time | until then | until recently | traditionally | originally | old days | back in the day | old | prior | past",
    "DOUBT": """don't have | do not have | couldn't find | could not find | have no rule | did not find | didn't find | don't hold | do not hold | doesn't address | does not address | don't address | do not address | doesn't say | does not say | don't say | no rule for | no rule on | we hold nothing on | perhaps | maybe | possibly | arguably | unclear | uncertain | unsure | not sure | don't know | do not know | unsettled | undecided | not settled | unresolved | no authority | no rule | debatable | ambiguous | questionable
        | open question | not addressed | unverified | silent | gray area | grey area | depend | depend on | depending on | depending | vary | varying | no source | not in our sources | not in the sources | isn't in our sources | not in our source | nothing we hold settles | no authority settles | no authority we hold settles | nobody settles | nothing settles | not addressed by | isn't addressed | settle | settled | no guidance | no authority prefers | unspecified | not specified""",
    "INSTEAD": "instead | in its place | in their place | take its place | take their place | takes its place | takes their place | from then on",
    "UNNEEDED": "unnecessary | unneeded | superfluous | redundant | not necessary | isn't necessary | no need for | no need to append | no need to add | no need to use | no need to attach",
    "TAKE_OFF": "remove | omit | strip | take off | leave off | leave out | off of | off | drop the | taken off | left off",
    "DENIED": "denied | rejected | refused | disallowed | prohibited | forbidden | incorrect | wrong | inappropriate | improper | deny | reject | kicked back | bounced | kick out",
    "STOP_PAY": "stopped paying | stopped paying for | stopped covering | ceased paying | quit paying | stopped reimbursing | stop paying | ended payment | ended separate payment | stopped separate payment",
    "START_PAY": "started paying | began paying | start paying | began covering | started covering | began reimbursing | resumed paying",
    **{
        f"NTH:{place}": word
        for place, word in enumerate(
            "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2
        )
    },
    **{f"NTH:{place}": f"{tens}-fifth | {tens} fifth" for place, tens in ((25, "twenty"), (35, "thirty"))},
    **{
        f"NTH:{place}": word
        for place, word in ((15, "fifteenth"), (20, "twentieth"), (30, "thirtieth"), (40, "fortieth"))
    },
    "TURN": """no evidence | no evidence that | no indication that | no sign that | no proof that | too low | too high | too many | too much | too often | too little | too long | low | high | problem | trouble | issue | multiple | numerous | plenty | lots of | a lot of | guess | bad | myth | mistake | mistaken | mistakenly | wrongly | error | erroneous | erroneously | misconception | fallacy | false | untrue | incorrectly | improperly
        | impossible | prohibit | disallow | denial | rejection | refuse | exclude | excluded | exclusion | ineligible | noncovered | non-covered | nonpayable | non-payable
        | unbillable | non-billable | nonbillable | unbundle | unbundled | unbundling | forgo | forego | omitted | delete | ignore | disregard | forget | lose | doubled | twofold | fivefold | quarter | reduce | reduced
        | increase | increased | less | fewer | lesser | higher | lower | another | otherwise | despite | nevertheless | nonetheless | however | almost | nearly | roughly
        | approximately | approx | partially | partly | rarely | seldom | sometimes | occasionally | barely | scarcely | unlikely | doubt | doubtful | pretend | imagine | suppose | hypothetically | theoretically | would have | could have
        | should have been | might have | lack | fail | failed | barred | ban | banned | contrary | opposite | reverse | vice versa | either | former | latter | alternatively | alternate | different | differ | similarly | likewise | ditto
        | violation | violate | fraud | abuse | overbilling | overbill | overpayment | underbill | underbilling | unlike | unsupported | illegal | illegitimate | round | rounded | rounding | rounds up | truncate | free | void | waive | cancel | nullify
        | exempt | withhold | unacceptable | exclusive | preclude | precluded | trick | joke | lie | nonsense | bogus | misleading | misinformed | misread | pointless | useless | missing | unpaid | absent | against | prevent | restrict
        | restricted | restriction | limitation | suspend | suspended | halt | cease | ceased | extra | additional | more | limit | lifetime | second one | question | unprecedented | ineffective | counterfeit | bill nothing | zeroed | zero out | ought not | kick back | bounce | trigger a denial
        | contractor-priced | contractor priced | carrier-priced | carrier priced | goes away | go away | went away | falls away | fall away | drops off | drop off
        | in place of you | in your place | in your stead | on your behalf | zero charge | zero-charge | token charge | nominal charge""",
    # --- pointing back, joining --------------------------------------------------------------------------------
    "PRONOUN": "ones | it | this | that | they | them | these | those | the code | this code | that code | these codes | those codes | the codes | this one | that one | its | their | both of them | the same code | said code | such code | the two | either one | either code | either of them",
    "IF": "if | when | where | assuming | provided | provided that | as long as | so long as | in case | only if | only when | if and only if | once you | once the | supposing | assuming that | only where",
    "BECAUSE": "given that | seeing that | because | as | because of | since it | since the | since this | since they | since that | due to | reason | rationale | therefore | so | thus | hence | which means | meaning that | that means | this means | meaning | as a result | consequently | accordingly | so that | in other words | that is | i.e | ie",
    "BUT": "although | though | but | while | whereas | yet | and also | though it",
    "SCHEDULE:bid": "bid | b.i.d | twice daily | twice a day | two sessions a day | two fractions a day | twice-daily | 2x daily | two treatments a day | two sessions per day | two fractions per day | hyperfractionated",
    "SCHEDULE:qd": "qd | once daily | once a day | one fraction a day | one fraction per day | one session a day",
    "END_OF": "at the end of | the end of | end of | by the end of | at the close of | close of",
    "NOW": "now | today | currently | at present | these days | nowadays | presently | as of today | at this time | as of now | going forward | this year",
    "THEN": "after | afterwards | afterward | thereafter | since then | from then on | after that | after that date | beyond that | from that date | since | onward | from that point | after which",
    "AND": "and | then | or | also | too",
    "ASK": "how many | how often | how much | what | which | who | whom | whose | why | how",
}


@lru_cache(maxsize=1)
def advice_words() -> Lexicon[str]:
    return Lexicon(WORDS)


@lru_cache(maxsize=1)
def plain_stems() -> frozenset[str]:
    """Words that carry no advice and turn nothing round."""
    return frozenset(stem(word) for word in (Path(__file__).parent / "plain_words.txt").read_text("utf-8").split())
