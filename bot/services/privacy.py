"""What the bot knows of a person: who they are to it, everything in it, and what is old."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from bot.domain.contact import Contact
from bot.domain.dossier import Dossier
from bot.domain.errors import NewcomerUnknown
from bot.domain.ids import ChatId, NewcomerId, OfferId
from bot.domain.people import Account, Newcomer
from bot.domain.person import Activities, Known, Person, Rows
from bot.domain.question import Question
from bot.domain.search import Search
from bot.services.dossiers import Dossiers
from bot.services.looking import Looking
from bot.services.ports import Work
from bot.services.surroundings import Surroundings

A_FEW = 100


class Privacy:
    """Finds out who somebody is in the database, and what it holds of them."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._dossiers = Dossiers(work, now, surroundings)

    async def of_account(self, account: Account) -> Person:
        """Who writes from this account; of a couple the one who was chosen.

        Raises:
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        if account.begeleider_id is None and account.newcomer_ids:
            return await self.of_newcomer((await self._dossiers.own(account)).newcomer)
        begeleiders = () if account.begeleider_id is None else (account.begeleider_id,)
        return Person(
            begeleider_ids=begeleiders, account_ids=(account.id,), chat_ids=(account.chat_id,), names=()
        )

    async def of_newcomer(self, newcomer: Newcomer) -> Person:
        """A newcomer with the phones that serve nobody else; a shared one stays for the other."""
        phones = await self._work.people.accounts_of(newcomer.id)
        own = [p for p in phones if p.newcomer_ids == (newcomer.id,) and not p.is_begeleider]
        shared = [p for p in phones if p not in own]
        return Person(
            newcomer_ids=(newcomer.id,),
            account_ids=tuple(phone.id for phone in own),
            chat_ids=tuple(phone.chat_id for phone in own),
            shared_account_ids=tuple(phone.id for phone in shared),
            shared_chat_ids=tuple(phone.chat_id for phone in shared),
            names=(newcomer.name,),
        )

    async def of_contact(self, contact: Contact) -> Person:
        """A contact as such, also one without Telegram; their account is no part of it."""
        return Person(contact_ids=(contact.id,))

    async def known_of(self, account: Account) -> Known:
        """Everything about whoever writes from this account.

        Raises:
            SayWho: As with `of_account`.
        """
        dossier = None
        if account.begeleider_id is None and account.newcomer_ids:
            dossier = await self._dossiers.own(account)
        return await self._known(await self.of_account(account), account, dossier)

    async def known_of_newcomer(self, newcomer_id: int) -> Known:
        """Everything about a newcomer, for the administrator.

        Raises:
            NewcomerUnknown: There is none.
        """
        dossier = await self._dossiers.as_bot(NewcomerId(newcomer_id))
        if dossier is None:
            raise NewcomerUnknown
        person = await self.of_newcomer(dossier.newcomer)
        phones = await self._work.people.accounts_of(dossier.id)
        return await self._known(person, phones[0] if phones else None, dossier)

    async def newcomers_of_chat(self, chat_id: int) -> tuple[NewcomerId, ...]:
        """Whom the phone with this chat serves, for the administrator."""
        account = await self._work.accounts.of_chat(ChatId(chat_id))
        return account.newcomer_ids if account else ()

    async def _known(self, person: Person, account: Account | None, dossier: Dossier | None) -> Known:
        rows = await self._work.privacy.rows_about(person)
        newcomer = dossier.newcomer if dossier else None
        whose = newcomer.begeleider_id if newcomer else account.begeleider_id if account else None
        return Known(
            account=account,
            begeleider=await self._work.people.begeleider(whose) if whose is not None else None,
            dossier=dossier,
            questions=await self._questions(rows),
            letters=await self._work.letters.of(newcomer.id) if newcomer else (),
            history=await self._work.history.of(newcomer.id) if newcomer else (),
            consents=await self._work.consents.of(newcomer.id) if newcomer else (),
            activities=await self._activities(rows),
            rows=rows,
            made_at=self._now,
        )

    async def _activities(self, rows: Rows) -> Activities:
        """In words, from the same rows that are taken along."""
        chosen, saved = rows.get("participations", ()), rows.get("saved_offers", ())
        titles = await self._titles([row["offer_id"] for row in (*chosen, *saved)])
        wishes = [row for row in rows.get("wishes", ()) if row["is_open"]]
        searches = [Search.unpack(row["search"]) for row in (*rows.get("searches", ()), *wishes)]
        looking = Looking(self._work, self._now, self._around)
        return Activities(
            chosen=[(titles[row["offer_id"]], dt.datetime.fromisoformat(row["chosen_at"])) for row in chosen],
            saved=[titles[row["offer_id"]] for row in saved],
            sought=[(search, looking.about(search)) for search in searches],
        )

    async def _titles(self, offer_ids: Sequence[OfferId]) -> Mapping[OfferId, str]:
        offers = await self._work.offers.many(offer_ids) if offer_ids else {}
        return {offer_id: offer.details.title for offer_id, offer in offers.items()}

    async def _questions(self, rows: Rows) -> list[Question]:
        found = [await self._work.questions.get(row["id"]) for row in rows.get("questions", ())]
        return [question for question in found if question is not None]

    async def closed_on(self, account: Account) -> dt.date | None:
        """When the dossier of whoever speaks here was closed; None when it is open, or nobody was chosen."""
        newcomer_id = self._dossiers.speaker(account)
        newcomer = await self._work.people.newcomer(newcomer_id) if newcomer_id is not None else None
        return newcomer.closed_on if newcomer else None

    async def retain(self, *, limit: int = A_FEW) -> int:
        """Forget a few things of each kind whose time is over; how many.

        Run day by day, again and again until nothing is left, each time in a unit of work of its own.

        Args:
            limit: How many of a kind at most.
        """
        return await self._work.privacy.forget_old(
            self._around.policy.periods, now=self._now, today=self._dossiers.today, limit=limit
        )


def as_json(known: Known) -> bytes:
    """Every row with the names of its columns, for a person to take along."""
    told = {"made_at": known.made_at.isoformat(), "tables": known.rows}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()
