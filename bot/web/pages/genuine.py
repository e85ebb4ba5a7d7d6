"""Is a digital bewijs genuine and unchanged? Without telling more than the paper does."""

from starlette.responses import Response

from bot.domain.signature import Signature
from bot.texts import genuine as texts
from bot.texts.form import form_words
from bot.texts.offer_kinds import kind_name
from bot.web.pages.desk import Desk


async def show(desk: Desk) -> Response:
    """What was signed, as it stands on the bewijs, to be compared."""
    verified = await desk.services.signing.verify(desk.token)
    signature = verified.signature
    if signature is None:
        return desk.show("genuine", title=texts.unknown(desk.speaker), compare="", facts=[], rows=[])
    say = texts.genuine if verified.is_current else texts.no_longer
    return desk.show(
        "genuine",
        title=say(desk.speaker),
        compare=texts.compare(desk.speaker),
        facts=_facts(desk, signature),
        rows=[(desk.speaker.day(row.day), desk.speaker.duration(row.minutes)) for row in signature.rows],
    )


def _facts(desk: Desk, signature: Signature) -> list[tuple[str, str]]:
    speaker, words = desk.speaker, form_words(desk.speaker)
    signed_on = desk.services.dossiers.day_of(signature.signed_at)
    return [
        (words.newcomer, signature.newcomer),
        (words.organisation, signature.organisation or "–"),
        (words.kind, kind_name(speaker, signature.kind)),
        (words.signature, texts.signed_by(speaker, signature, signed_on)),
        (words.total, speaker.duration(signature.minutes)),
    ]
