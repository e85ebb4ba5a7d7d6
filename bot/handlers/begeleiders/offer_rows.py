"""What a begeleider decides about an activity that the search found: the rows on top of its card."""

from bot.delivery.context import BotContext
from bot.domain.errors import NotYours
from bot.domain.ids import NewcomerId, OfferId
from bot.texts import begeleider_offer_for as texts
from bot.texts.begeleider_offer_for import ForSomebody
from bot.texts.finding_buttons import Row


async def first_rows(
    context: BotContext, newcomer_id: NewcomerId | None, offer_id: OfferId
) -> tuple[Row, ...]:
    """Send it, choose it or keep it away, for whom is looked.

    Args:
        context: Of the begeleider.
        newcomer_id: For whom; None for nobody in particular.
        offer_id: The activity.
    """
    if newcomer_id is None:
        return texts.rows(offer_id, None)
    services = context.services
    newcomer = await services.work.people.newcomer(newcomer_id)
    if newcomer is None:
        raise NotYours
    chosen = await services.work.participations.of(newcomer_id)
    return texts.rows(
        offer_id,
        ForSomebody(
            newcomer=newcomer,
            has_phone=bool(await services.phones.reachable(newcomer_id)),
            has_chosen=any(one.offer_id == offer_id and one.is_alive for one in chosen),
        ),
    )
