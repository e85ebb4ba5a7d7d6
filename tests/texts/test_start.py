"""The first minute: the phone's language first, every language by its own name, and an honest start."""

import pytest

from bot.domain.languages import SPOKEN
from bot.domain.privacy import Policy
from bot.texts import browsing, commands, fit, kinds, privacy, start
from bot.texts.courtesy import Courtesy, courtesy_of
from bot.texts.kinds import Sent
from bot.texts.speaker import own_name, speaker_for
from tests.builders import a_reader


@pytest.mark.parametrize("language", SPOKEN)
def test_the_phones_language_comes_first_and_each_stands_once(language: str) -> None:
    message = start.choose_language(speaker_for(language))

    carried = [button.data for row in message.buttons for button in row]
    assert carried[0] == f"l:{language}:s"
    assert sorted(carried, key=str) == sorted(f"l:{code}:s" for code in SPOKEN)
    assert own_name(language) in message.buttons[0][0].label
    assert all(len(row) <= 2 for row in message.buttons)


def test_the_menu_ticks_the_language_in_use_and_leads_to_help_and_privacy() -> None:
    message = start.languages(speaker_for("tr"))

    labels = [button.label for row in message.buttons for button in row]
    assert "✓ Türkçe" in labels
    assert [button.data for button in message.buttons[-1]] == ["m:help", "p:show:m"]


@pytest.mark.parametrize("language", SPOKEN)
def test_the_first_screen_is_short(language: str) -> None:
    message = start.welcome(speaker_for(language))

    assert fit.units(message.text) < 600
    assert [row[0].data for row in message.buttons] == ["m:asks", "p:show:s"]


@pytest.mark.parametrize("language", SPOKEN)
def test_where_the_bot_understands_too_little_it_says_so_at_once(language: str) -> None:
    speaker = speaker_for(language)

    assert browsing.weakness(speaker) in start.welcome(speaker, is_weak=True).text
    assert own_name(language) in browsing.weakness(speaker)


def test_what_is_kept_can_be_left_again() -> None:
    first, later = (
        privacy.what_is_kept(speaker_for("nl"), Policy(), back_to=screen).buttons for screen in ("s", None)
    )

    assert first[-1][0].data == "p:back:s"
    assert later == first[:-1]


@pytest.mark.parametrize("language", SPOKEN)
def test_what_telegram_shows_of_the_bot_fits(language: str) -> None:
    speaker = speaker_for(language)

    assert 0 < len(commands.short_description(speaker)) <= 120
    assert 0 < len(commands.description(speaker)) <= 512


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hallo!", Courtesy.GREETING),
        ("السلام عليكم", Courtesy.GREETING),
        ("Дякую 🙏", Courtesy.THANKS),
        ("teşekkür ederim", Courtesy.THANKS),
        ("ok", Courtesy.SMALL),
        ("👍👍👍", Courtesy.SMALL),
        ("🎉" * 2048, Courtesy.SMALL),
        ("Hallo, hoeveel uren moet ik nog?", None),
        ("<b>hallo allemaal</b>", None),
    ],
)
def test_small_messages_are_known_for_what_they_are(text: str, kind: Courtesy | None) -> None:
    assert courtesy_of(text) is kind


@pytest.mark.parametrize("sent", Sent)
def test_what_the_bot_cannot_read_is_offered_to_the_begeleider_as_it_is(sent: Sent) -> None:
    message = kinds.carry_as_it_is(speaker_for("nl"), sent, reader=a_reader())

    assert [row[0].data for row in message.buttons] == ["ask:as_is:-:-", "ask:no"]


def test_all_pages_of_an_album_go_along() -> None:
    message = kinds.carry_as_it_is(speaker_for("nl"), Sent.ALBUM, reader=a_reader(), more=tuple(range(1, 10)))

    assert message.buttons[0][0].data == "ask:as_is:-:1.2.3.4.5.6.7.8.9"


def test_nothing_is_offered_that_nobody_would_read() -> None:
    assert kinds.carry_as_it_is(speaker_for("nl"), Sent.VOICE, reader=None).buttons == ()
