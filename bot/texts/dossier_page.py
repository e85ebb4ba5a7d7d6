"""A person's page, as the begeleider or who stands in sees it (Dutch only)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.contract import ClosedBecause, Contract, Status
from bot.domain.dossier import Dossier
from bot.domain.hour_findings import Finding
from bot.domain.people import Newcomer
from bot.domain.progress import Progress, Situation
from bot.domain.question import Question
from bot.texts import announcing_news, begeleider_paper_screens, buttons, dutch_hours, fit
from bot.texts.begeleider_contacts import to_contacts
from bot.texts.begeleider_offer_for import search_for
from bot.texts.dossier_buttons import about, to_list, to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.message import Button, Message
from bot.texts.told import words_of
from bot.texts.topics import PICTOGRAM

QUESTIONS_SHOWN = 4
STATUS = {Status.OBLIGED: "verplicht", Status.ENTITLED: "rechthebbend"}
_SITUATION = {
    Situation.NOT_STARTED: "⏳ De termijn begint nog.",
    Situation.DONE: "✅ Klaar: er zijn genoeg uren aanvaard.",
    Situation.ALL_NOTED: "🟢 Alles is genoteerd. Een deel is nog te aanvaarden.",
    Situation.ON_PACE: "🟢 Op schema.",
    Situation.BEHIND: "🟠 Achter op schema.",
    Situation.TERM_OVER: "⛔ De termijn is voorbij.",
}
_CLOSED = {
    ClosedBecause.COMPLETED: "traject voltooid",
    ClosedBecause.EXEMPT: "vrijgesteld",
    ClosedBecause.STOPPED: "gestopt",
    ClosedBecause.MOVED: "verhuisd",
    ClosedBecause.OTHER: "andere reden",
}


@dataclass(frozen=True, kw_only=True)
class PersonPage:
    """Everything the page shows."""

    dossier: Dossier
    phones: int
    """How many phones serve this person and can be reached."""
    findings: Mapping[Finding, int] = field(default_factory=dict)
    questions: Sequence[Question] = ()
    replaces: str | None = None
    """The begeleider on leave for whom the reader looks at this; None for one's own people."""
    replaced_by: tuple[str, dt.date] | None = None
    """Who stands in for the reader now, and until when."""
    chosen: int = 0
    """How many activities they go to, or are on their way to."""
    waiting: int = 0
    """How many of these wait for the begeleider."""
    papers: int = 0
    """How many bewijzen wait for the begeleider."""
    unchecked: int = 0
    """How many contacts wait to be checked."""

    @property
    def newcomer(self) -> Newcomer:
        """Whose page it is."""
        return self.dossier.newcomer


def name_of(newcomer: Newcomer) -> str:
    """The name, and the begeleider's own reference where there is one, as HTML."""
    if newcomer.reference:
        return dutch(
            "<b>{name}</b> · {reference}", name=fit.shorten(newcomer.name, 60), reference=newcomer.reference
        )
    return dutch("<b>{name}</b>", name=fit.shorten(newcomer.name, 60))


def person_page(shown: PersonPage) -> Message:
    """How it goes with somebody, and everything that can be done from here."""
    progress = shown.dossier.progress
    paragraphs = [
        "\n".join([f"👤 {name_of(shown.newcomer)}", *_standing(shown.newcomer, progress)]),
        "\n".join(_hours(progress)),
        "\n".join([*_doubts(shown), *_around(shown)]),
    ]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Message(text=text, buttons=_ways(shown))


def _standing(newcomer: Newcomer, progress: Progress) -> list[str]:
    lines = []
    if newcomer.closed_on is not None and newcomer.closed_because is not None:
        why = _CLOSED[newcomer.closed_because]
        lines.append(
            dutch("🔒 Afgesloten op {day}: {why}.", day=dutch_hours.day(newcomer.closed_on), why=why)
        )
    contract = newcomer.contract
    if contract is None:
        return [*lines, dutch("⚪ Nog geen contract ingevuld.")]
    return [*lines, _term(contract, progress)]


def _term(contract: Contract, progress: Progress) -> str:
    left = dutch_plain("voorbij")
    if progress.days_left:
        left = dutch_plain("nog {left}", left=dutch_hours.time_left(progress.days_left))
    return dutch(
        "{status} · {term} · {left}",
        status=STATUS[contract.status].capitalize(),
        term=dutch_hours.stretch(contract.starts_on, contract.last_day),
        left=left,
    )


def _hours(progress: Progress) -> list[str]:
    sums = progress.sums
    lines = [dutch("{sums}", sums=dutch_hours.three_sums(sums))]
    if progress.contract is None:
        return lines
    required, to_go = dutch_hours.hours(progress.required), dutch_hours.hours(progress.to_go)
    bar = dutch_hours.bar(sums, progress.required)
    lines.insert(0, dutch("<code>{bar}</code> {required}", bar=bar, required=required))
    if progress.to_go:
        lines.append(dutch("Nog niet genoteerd: <b>{to_go}</b>.", to_go=to_go))
    lines.append(dutch("{situation}", situation=_SITUATION[progress.situation]))
    if progress.pace:
        lines[-1] += " " + dutch("Nodig: {pace} per week.", pace=dutch_hours.hours(progress.pace))
    return lines


def _doubts(shown: PersonPage) -> list[str]:
    lines = [f"🔎 {finding_line(finding, count)}" for finding, count in shown.findings.items()]
    if line := announcing_news.page_line(shown.chosen, shown.waiting):
        lines.append(line)
    if line := begeleider_paper_screens.page_line(shown.papers):
        lines.append(line)
    if shown.unchecked:
        lines.append(
            dutch_plural(
                "🤝 1 contactpersoon na te kijken", "🤝 {count} contactpersonen na te kijken", shown.unchecked
            )
        )
    if shown.questions:
        lines.append(dutch_plural("❓ 1 open vraag", "❓ {count} open vragen", len(shown.questions)))
    return lines


_FOUND = {
    Finding.OUTSIDE_TERM: ("1 datum buiten de termijn", "{count} datums buiten de termijn"),
    Finding.MANY_HOURS_A_DAY: (
        "1 datum met meer dan 12 u op een dag",
        "{count} datums met meer dan 12 u op een dag",
    ),
    Finding.WAITS_LONG: ("1 datum wacht al lang", "{count} datums wachten al lang"),
    Finding.DENIED: (
        "1 datum: niet aanwezig, zegt de contactpersoon",
        "{count} datums: niet aanwezig, zegt de contactpersoon",
    ),
    Finding.CONTACTS_DIFFER: (
        "1 datum: contactpersonen verschillen",
        "{count} datums: contactpersonen verschillen",
    ),
    Finding.OBJECTED: (
        "1 datum: de inburgeraar is het niet eens",
        "{count} datums: de inburgeraar is het niet eens",
    ),
    Finding.PRINTED_CODE: ("1 datum met een papieren code", "{count} datums met een papieren code"),
}


def finding_line(finding: Finding, count: int) -> str:
    """What asks for a look, and on how many dates."""
    one, many = _FOUND[finding]
    return dutch_plural(one, many, count)


def _around(shown: PersonPage) -> list[str]:
    lines = [dutch_plural("📱 1 telefoon", "📱 {count} telefoons", shown.phones)]
    if not shown.phones:
        lines = [dutch("📵 Geen telefoon: alles gaat via jou.")]
    if shown.replaces:
        lines.append(dutch("↔️ Je vervangt {name}.", name=shown.replaces))
    if shown.replaced_by:
        name, until = shown.replaced_by
        lines.append(dutch("↔️ {name} vervangt je tot en met {day}.", name=name, day=dutch_hours.day(until)))
    return lines


def _ways(shown: PersonPage) -> tuple[tuple[Button, ...], ...]:
    newcomer_id = shown.newcomer.id
    history = about(dutch_plain("📜 Geschiedenis"), "history", newcomer_id, 0)
    hours = about(dutch_plain("⏳ Uren"), "hours", newcomer_id, 0)
    if shown.newcomer.is_closed:
        reopen = about(dutch_plain("🔓 Heropen"), "reopen", newcomer_id)
        details = about(dutch_plain("✏️ Gegevens"), "edit", newcomer_id)
        return ((hours, history), (reopen, details), (to_list(),))
    return (
        *((_question(question),) for question in shown.questions[:QUESTIONS_SHOWN]),
        _contract_row(shown),
        (hours, begeleider_paper_screens.page_button(shown.newcomer), history),
        (announcing_news.page_button(shown.newcomer), search_for(shown.newcomer)),
        (to_contacts(newcomer_id),),
        (
            about(dutch_plain("✉️ Bericht"), "write", newcomer_id),
            about(dutch_plain("🤝 Doorgeven"), "hand", newcomer_id),
        ),
        (_phone(shown), about(dutch_plain("✏️ Gegevens"), "edit", newcomer_id)),
        (about(dutch_plain("🔒 Afsluiten"), "close", newcomer_id), to_list()),
    )


def _question(question: Question) -> Button:
    sign = PICTOGRAM[question.topic] if question.topic else "❓"
    words = fit.shorten(" ".join(words_of(dutch_speaker(), question.first).split()) or "🎤", 34)
    return Button(
        label=dutch_plain("{sign} {words}", sign=sign, words=words),
        data=buttons.data(buttons.BEGELEIDER, "card", question.id),
    )


def _contract_row(shown: PersonPage) -> tuple[Button, ...]:
    contract = about(dutch_plain("🗓 Contract"), "contract", shown.newcomer.id)
    if shown.newcomer.contract is None:
        return (contract,)
    return (contract, about(dutch_plain("➕ Verlengen"), "extend", shown.newcomer.id))


def _phone(shown: PersonPage) -> Button:
    if shown.phones:
        return about(dutch_plain("📱 Nieuwe telefoon"), "phone", shown.newcomer.id)
    return about(dutch_plain("📱 Uitnodigen"), "invite", shown.newcomer.id)


# Closing.


def why_close(newcomer: Newcomer) -> Message:
    """Why is the dossier closed? Nothing is closed before a reason is tapped."""
    text = dutch(
        "Waarom sluit je het dossier van <b>{name}</b> af?\n"
        "<i>Herinneringen stoppen dan. Je kan het later heropenen.</i>",
        name=newcomer.name,
    )
    reasons = [
        (about(why.capitalize(), "close", newcomer.id, because.value),) for because, why in _CLOSED.items()
    ]
    return Message(text=text, buttons=(*reasons, (to_page(newcomer.id),)))


def closed() -> str:
    """A notice: the dossier is closed."""
    return dutch_plain("🔒 Afgesloten.")


def reopened() -> str:
    """A notice: the dossier is open again."""
    return dutch_plain("🔓 Het dossier is weer open.")


def closed_because(because: ClosedBecause) -> str:
    """Why a dossier was closed, in a few words."""
    return _CLOSED[because]
