"""What `offers import` tells an administrator, in plain words."""

from collections.abc import Iterator, Sequence

from bot.documents.tables import CATALOGUE, Unreadable
from bot.offers.importing.draft import Fault, Reason, Unusable
from bot.services.offer_imports import Taken

MOST_TOLD = 40
"""So many faults are told one by one; `--json` gives them all."""

UNREADABLE = {
    Unreadable.TOO_LARGE: f"too large: at most {CATALOGUE.most_rows} rows and "
    f"{CATALOGUE.most_bytes // 1024**2} MB can be read",
    Unreadable.NOT_A_TABLE: "this is no CSV, XLSX or JSON-LD, or it is damaged",
    Unreadable.ENCRYPTED: "it asks for a password",
    Unreadable.ENCODING: "its encoding cannot be told: save it as UTF-8",
    Unreadable.EMPTY: "there is nothing in it",
}
UNUSABLE = {
    Unusable.NO_HEADER: "no row names the columns: one of them must be `titel`",
    Unusable.OF_PEOPLE: "this looks like a list of people: give the column of the activity the name `titel`",
    Unusable.NOT_JSON: "this is no JSON",
    Unusable.NO_OFFERS: "there is neither an event nor a place in it",
}
REASONS = {
    Reason.NO_TITLE: "it has no title",
    Reason.NO_DATE: "this day does not exist",
    Reason.ENDS_BEFORE_START: "it ends before it begins",
    Reason.NO_NUMBER: "this is no number",
    Reason.NO_POSTCODE: "this is no Belgian postcode",
    Reason.NO_PLACE: "no place in Belgium is called so",
    Reason.NO_POINT: "these are no coordinates in or near Belgium",
    Reason.NO_LEVEL: "this is no level of Dutch (1 to 4)",
    Reason.NO_ANSWER: "this is neither ja nor nee",
    Reason.NO_ADDRESS: "this is no safe web or e-mail address",
    Reason.NO_PHONE: "this is no phone number",
    Reason.OTHER_KIND: "this kind of offer is not known; the word is kept",
    Reason.TWICE: "this id is there already; the first one counts",
    Reason.NOT_UNDERSTOOD: "this time is not understood; the words stand in the description",
    Reason.NOT_EVERY_WEEK: "counted as every week; the words stand in the description",
    Reason.TOO_LONG: "too long; it was shortened",
    Reason.UNKNOWN_COLUMN: "no column of this name is read",
    Reason.COLUMN_TWICE: "another column means the same; the first one counts",
    Reason.NOT_FOR_NEWCOMERS: "it is for schools or members only",
    Reason.TAKEN_AWAY: "it was taken away at its source",
    Reason.NOT_AN_OFFER: "this is no offer",
}


def told_faults(faults: Sequence[Fault]) -> Iterator[str]:
    """A line for each fault, those that keep a row out first."""
    in_order = sorted(faults, key=lambda fault: (not fault.is_fatal, fault.line or 0))
    for fault in in_order[:MOST_TOLD]:
        where = ", ".join(
            part for part in (f"line {fault.line}" if fault.line else "", fault.column or "") if part
        )
        value = f" ({fault.value})" if fault.value else ""
        end = "; the row stays out" if fault.is_fatal else ""
        yield f"{where or 'file'}: {REASONS[fault.reason]}{value}{end}"
    if len(in_order) > MOST_TOLD:
        yield f"and {len(in_order) - MOST_TOLD} more; --json gives them all"


def told_counts(taken: Taken, *, is_trial: bool, left_out: int, texts_left: int) -> str:
    """What an import did, in one or two lines."""
    counts = (
        (taken.added, "new"),
        (taken.changed, "changed"),
        (taken.back, "back again"),
        (taken.unchanged, "as they were"),
        (taken.vanished, "vanished"),
        (left_out, "left out"),
    )
    line = ", ".join(f"{count} {word}" for count, word in counts if count) or "nothing in it"
    if is_trial:
        return f"This is what would happen: {line}. Nothing was changed."
    rest = (
        f"\n{texts_left} texts are still to be worked out, meanwhile they are found by their words: "
        "the running bot goes on, or run `offers encode`."
    )
    return f"{line}.{rest if texts_left else ''}"


def told_vanished(taken: Taken) -> str | None:
    """A warning when a file looks like another list than the one before."""
    there_before = taken.changed + taken.unchanged + taken.vanished
    if taken.vanished <= there_before // 2:
        return None
    return (
        f"{taken.vanished} offers of an earlier list are not in this one and are no longer shown. "
        "If this is another list, give each a name of its own (--source NAME) and import both again; "
        "if it is only a part of one, use --part."
    )
