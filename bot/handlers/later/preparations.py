"""What jobs need done before their transaction opens: downloads, readings, many short transactions."""

from collections.abc import Mapping

from bot.delivery.files import Files
from bot.delivery.job_runner import PrepareJob
from bot.delivery.mail import Mailer
from bot.delivery.retention import forget_delivered
from bot.handlers.begeleiders import importing_jobs
from bot.handlers.begeleiders.importing import DRAW_CARDS, READ_LIST
from bot.handlers.begeleiders.wishes_overview import DRAW_WISHES, make_draw_wishes
from bot.handlers.later import encoding
from bot.handlers.later.jobs_asking import RETENTION
from bot.handlers.later.new_offers import NEW_OFFERS
from bot.handlers.later.paper_preparations import MakeServices, PaperParts, paper_preparations
from bot.handlers.later.pictures import REMOVE_PICTURES, make_remove
from bot.handlers.later.signed_bewijs import SEND_SIGNED, make_draw_signed
from bot.handlers.own_data.erasing import SWEEP
from bot.handlers.prepare import Refresh
from bot.handlers.resources import Resources
from bot.services.clock import Clock
from bot.services.delivery_ports import LeasedJob, Store
from bot.services.photo_ports import PhotoReader, PhotoStore
from bot.services.sensing import Sensing


def make_preparations(
    files: Files,
    store: Store,
    clock: Clock,
    resources: Resources,
    *,
    sensing: Sensing | None = None,
    refresh: Refresh | None = None,
    photos: PhotoStore | None = None,
    reader: PhotoReader | None = None,
    make_services: MakeServices | None = None,
    mailer: Mailer | None = None,
) -> Mapping[str, PrepareJob]:
    """The preparation of each kind of job that needs one; its handler finds the result in `turn.prepared`.

    Args:
        files: What people sent.
        store: Opens units of work of its own; the job's is not open yet.
        clock: Tells the time.
        resources: The bot's name and what settings say.
        sensing: Works out what offers are about; None where nobody does.
        refresh: Brings the catalogue in memory up to date; None where there is none.
        photos: Keeps pictures; None where none are kept.
        reader: Reads photographs; None where none are read.
        make_services: The use cases of a unit of work; papers are read with them, signed bewijzen drawn.
    """

    async def forget(_: LeasedJob) -> None:
        await forget_delivered(store, clock.now())
        if photos is not None:
            await photos.tidy()

    async def sweep(_: LeasedJob) -> None:
        await store.after_erasure()
        if photos is not None:
            await photos.tidy()

    async def refresh_catalogue(_: LeasedJob) -> None:
        if refresh is not None:
            await refresh()

    encodes = {} if sensing is None else {encoding.ENCODE_OFFERS: encoding.make_encode(sensing)}
    removes = {} if photos is None else {REMOVE_PICTURES: make_remove(photos)}
    papers: Mapping[str, PrepareJob] = {}
    if photos is not None and reader is not None and make_services is not None:
        parts = PaperParts(
            files=files,
            store=store,
            clock=clock,
            make_services=make_services,
            reader=reader,
            pictures=photos,
        )
        papers = paper_preparations(parts)
    signed: Mapping[str, PrepareJob] = {}
    if make_services is not None:
        signed = {SEND_SIGNED: make_draw_signed(store, clock, make_services, resources)}
    return {
        **encodes,
        **removes,
        **papers,
        **signed,
        NEW_OFFERS: refresh_catalogue,
        RETENTION: forget,
        SWEEP: sweep,
        READ_LIST: importing_jobs.make_read_list(files, clock, resources.zone),
        DRAW_WISHES: make_draw_wishes(store),
        DRAW_CARDS: importing_jobs.make_draw_cards(store, resources.bot_username),
    }
