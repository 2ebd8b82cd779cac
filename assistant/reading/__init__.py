"""One grammar for both directions: what a question tells us, and what an answer's prose advises.

From the ground up, each layer usable on its own:

    text, spelling, lexicon      characters, words and phrases, with a way back to the original
    codes, modifiers, numbers,   one kind of mention each; the `*_words`, `*_patterns` and `*_codes` modules beside
    dates, payers, settings,     them hold the words and tables they look for
    billers, techniques, services
    tokens                       all mentions of a text, no character claimed twice
    course, intent, propositions what a question says of the course, asks, and proposes
    facts                        `read_facts(text, today)`: a question as a scenario with intents and problems
    values                       `read_values(payer="UnitedHealthcare")`: facts handed over by other programs
    carrying_over                what a further turn does to facts said before
    identifiers, names           what `assistant.privacy` removes
"""
