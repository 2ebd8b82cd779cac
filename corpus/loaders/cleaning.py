"""What is taken out of a text before anybody reads it: the invisible, and orders to the assistant.

A document can say what it likes about billing. It cannot carry words that a reader does not see, and a line that
speaks to a language model instead of to a biller is no billing text.
"""

import re
import unicodedata

# Zero-width marks, soft hyphens, direction overrides, the "tag" alphabet, variation selectors: none is ever seen.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# ASCII only: every space that is not one.
OTHER_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
TO_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|your|system|all)\b[^.\n]{0,30}"
    r"\b(?:instructions?|prompts?|rules|guidelines|context)\b"
    r"|\bsystem prompt\b"
    r"|\byou are (?:now )?(?:an? |the )?(?:AI|language model|assistant|chatbot|LLM|ChatGPT)\b"
    r"|\b(?:as|to|attention|note to|dear) (?:an? |the |any |all )?(?:AI|LLM|language model|assistant)s?\b"
    r"[^.\n]{0,20}[:,]"
    r"|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.!?\n]*[.!?]?")


def clean(text: str) -> tuple[str, list[str]]:
    """The text as a reader sees it, and a remark for everything that was taken out."""
    remarks: list[str] = []
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text, invisible = INVISIBLE.subn("", text)
    if invisible:
        remarks.append(f"{invisible} invisible characters were removed.")
    text, controls = CONTROL.subn("", text)
    if controls:
        remarks.append(f"{controls} control characters were removed.")
    text = OTHER_SPACES.sub(" ", text)
    text, orders = _without_orders(text)
    if orders:
        remarks.append(f"{orders} sentences addressed to an AI assistant were removed; they are no billing text.")
    return text, remarks


def plain_name(name: str) -> str:
    """A file name that is safe to show: no folders, no control or direction characters, at most 120 characters."""
    name = re.split(r"[/\\]", name)[-1]
    return INVISIBLE.sub("", CONTROL.sub("", name)).strip()[:120] or "unnamed"


def _without_orders(text: str) -> tuple[str, int]:
    if not TO_A_MODEL.search(text):
        return text, 0
    removed = 0

    def judged(sentence: re.Match[str]) -> str:
        nonlocal removed
        if not TO_A_MODEL.search(sentence.group()):
            return sentence.group()
        removed += 1
        return ""

    return SENTENCE.sub(judged, text), removed
