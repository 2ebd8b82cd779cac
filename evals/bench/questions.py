"""What is asked while speed is measured: six questions that name a code or a service, two in plain words."""

WITH_CODE = (
    "28 fx prostate, all done, how many 77427?",
    "28 fractions, units of 77336?",
    "can doc bill 77417-26 for reading port films in the hospital",
    "77386 for 2/10/2026?",
    "SBRT 5 fx lung: delivery and management units?",
    "is it ok to bill port films every session? medpayiq says so",
)
IN_WORDS = (
    "how does a contractor look at missing signatures on review",
    "what did the society say about prior authorization denials this winter",
)
QUESTIONS = WITH_CODE + IN_WORDS
