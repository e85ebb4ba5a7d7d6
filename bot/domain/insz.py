"""The national register number (INSZ): found in what people write, and hidden before anything is kept.

Birth numbers and BIS numbers, by the check number of both centuries, in any digits and spelling. Telephone
numbers, company numbers, bank accounts and dates are left as they are.
"""

import re
import unicodedata
from collections.abc import Iterator

HIDDEN = "•"
DIGITS = 11
_MODULUS = 97

# What people put between two digits: dots, dashes, spaces, slashes, and signs that phones add unseen.
_SIGN = (
    r"[ .,/\\_·\-\u00a0\u00ad\u034f\u060c\u061c\u066b\u066c\u2000-\u200f\u2010-\u2015\u2024\u202a-\u202f"
    r"\u2044\u205f-\u206f\u2212\u2215\u3000\ufeff\ufe52\ufe63\uff0c-\uff0f]"
)
_GAP = _SIGN + "{0,4}"
_PLUS = "[+\uff0b]"
_RUN = re.compile(rf"[0-9](?:{_GAP}[0-9])*")
_ANY_DIGIT = re.compile(r"\d")
"""In the digits of any script."""
_GROUP = re.compile("[0-9]+")
_AS_ON_THE_CARD = re.compile(r"[0-9]{2}([./ ])[0-9]{2}\1[0-9]{2} ?[-–] ?[0-9]{3}[. -][0-9]{2}")
_AFTER_PLUS = re.compile(_PLUS + _GAP)
_OTHER_NUMBERS = (
    # A telephone here, from anywhere: eight digits after 32, nine when it is a mobile.
    re.compile(
        rf"(?:{_PLUS}|(?<![0-9])00){_GAP}32{_GAP}(?:\(0\){_GAP})?"
        rf"(?:4(?:{_GAP}[0-9]){{8}}|[1-9](?:{_GAP}[0-9]){{7}})(?![0-9])"
    ),
    # A telephone of another country.
    re.compile(rf"{_PLUS}{_GAP}[0-9](?:{_GAP}[0-9]){{6,14}}(?!{_GAP}[0-9])"),
    # A mobile from within the country.
    re.compile(rf"(?<![0-9])0{_GAP}4{_GAP}[5-9](?:{_GAP}[0-9]){{7}}(?![0-9])"),
    # Dates with their year.
    re.compile(r"(?<![0-9])[0-3]?[0-9][./ -][01]?[0-9][./ -](?:19|20)[0-9]{2}(?![0-9])"),
    re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9](?![0-9])"),
)
_COMPANY = re.compile(r"(?<![0-9])[01][0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}(?![0-9])")
# Of the accounts written in groups of four, only these lengths have groups that make eleven digits.
_ACCOUNTS = tuple(
    re.compile(rf"(?<![a-z0-9])(?:{lands})[0-9]{{2}}(?: ?[a-z0-9]){{{length}}}(?![a-z0-9])", re.IGNORECASE)
    for lands, length in (("fr|mc|it|sm|gr", 23), ("no", 11))
)
_HIDDEN_RUN = re.compile(rf"{HIDDEN}(?:{_GAP}{HIDDEN}){{{DIGITS - 1},}}")

Span = tuple[int, int]


def masked(text: str) -> str:
    """The same text with every national register number hidden, digit by digit.

    Each digit becomes as many signs as it takes units in Telegram, so that what points into the text still
    points at the same words.

    Args:
        text: What a person wrote.
    """
    if len(text) < DIGITS or len(_ANY_DIGIT.findall(text)) < DIGITS:
        return text
    plain = _in_plain_digits(text)
    signs = list(text)
    for begin, end in _numbers(plain):
        for place in range(begin, end):
            if text[place].isdecimal():
                signs[place] = HIDDEN * (1 + (ord(text[place]) > 0xFFFF))
    return "".join(signs)


def has_hidden(text: str) -> bool:
    """Was a number hidden in this text? Then its original may not be shown to anybody else."""
    return _HIDDEN_RUN.search(text) is not None


def is_valid(digits: str) -> bool:
    """Can these be the digits of a national register number: a birthday, perhaps unknown, and its check?"""
    month, day = int(digits[2:4]), int(digits[4:6])
    # A BIS number has 20 or 40 added to its month.
    if month % 20 > 12 or month > 52 or day > 31:
        return False
    body, check = digits[:9], int(digits[9:])
    return check in (_check(int(body)), _check(int("2" + body)))


def _check(number: int) -> int:
    return _MODULUS - number % _MODULUS


def _in_plain_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _numbers(text: str) -> Iterator[Span]:
    """Where the numbers stand; every run of digits is looked at from the beginning of each group."""
    others = list(_other_numbers(text))
    for run in _RUN.finditer(text):
        groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
        done = run.start()
        for first, (begin, _) in enumerate(groups):
            found = _eleven_digits(groups[first : first + DIGITS])
            if begin >= done and found is not None and _is_one(text, (begin, found), others):
                yield begin, found
                done = found


def _eleven_digits(groups: list[Span]) -> int | None:
    """Where the groups make eleven digits together; None when no group ends just there."""
    count = 0
    for begin, end in groups:
        count += end - begin
        if count >= DIGITS:
            return end if count == DIGITS else None
    return None


def _is_one(text: str, span: Span, others: list[Span]) -> bool:
    begin, end = span
    written = text[begin:end]
    digits = "".join(_GROUP.findall(written))
    if not is_valid(digits) or _follows_plus(text, begin):
        return False
    if _AS_ON_THE_CARD.fullmatch(written):
        return True
    is_mobile = digits.startswith("324")
    return not is_mobile and not any(start < end and begin < stop for start, stop in others)


def _follows_plus(text: str, begin: int) -> bool:
    return any(plus.end() == begin for plus in _AFTER_PLUS.finditer(text, max(begin - 5, 0), begin))


def _other_numbers(text: str) -> Iterator[Span]:
    for pattern in _OTHER_NUMBERS:
        yield from (found.span() for found in pattern.finditer(text))
    for company in _COMPANY.finditer(text):
        digits = "".join(_GROUP.findall(company.group()))
        if _check(int(digits[:8])) == int(digits[8:]):
            yield company.span()
    for pattern in _ACCOUNTS:
        yield from (found.span() for found in pattern.finditer(text) if _is_account(found.group()))


def _is_account(number: str) -> bool:
    number = number.replace(" ", "")
    moved = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % _MODULUS == 1
