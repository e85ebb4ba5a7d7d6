"""Texts: HTML becomes text and entities, and Telegram's complaints are word for word."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.demo.markup import parse_html
from bot.demo.phone import Phone


def test_offsets_count_utf16_units_after_an_emoji() -> None:
    text, entities = parse_html("👋 <b>Welkom</b> &amp; <i>succes</i>")

    assert text == "👋 Welkom & succes"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [("bold", 3, 6), ("italic", 12, 6)]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<strong>x</strong>", "bold"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<a href='https://x.be'>x</a>", "text_link"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
    ],
)
def test_each_tag_becomes_its_entity(html: str, kind: str) -> None:
    text, entities = parse_html(html)

    assert text == "x"
    assert [e["type"] for e in entities] == [kind]


def test_code_in_pre_is_one_block_with_its_language() -> None:
    _, entities = parse_html('<pre><code class="language-python">1</code></pre>')

    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("é <x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
    ],
)
async def test_broken_html_is_refused_in_telegrams_words(
    bot: Bot, amina: Phone, html: str, complaint: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(amina.id, html, parse_mode="HTML")

    # The library keeps only the first letter large.
    assert refused.value.message == f"Can't parse entities: {complaint}".capitalize()


async def test_what_is_sent_as_html_is_seen_as_html(bot: Bot, amina: Phone) -> None:
    await bot.send_message(amina.id, "<b>14 &lt; 40</b> uur", parse_mode="HTML")

    assert (await amina.last()).html == "<b>14 &lt; 40</b> uur"


async def test_plain_text_stays_plain(bot: Bot, amina: Phone) -> None:
    await bot.send_message(amina.id, "<b>not bold</b>")

    assert (await amina.last()).text == "<b>not bold</b>"


@pytest.mark.parametrize(("text", "reason"), [("", "text is empty"), ("😀" * 2049, "Message is too long")])
async def test_no_empty_and_no_endless_messages(bot: Bot, amina: Phone, text: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.send_message(amina.id, text)


async def test_markup_does_not_count_for_the_length(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")

    assert sent.text == "x" * 4096


async def test_callback_data_over_64_bytes_is_refused(bot: Bot, amina: Phone) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="é" * 33)]])

    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(amina.id, "x", reply_markup=keyboard)


async def test_a_command_of_a_person_is_marked(bot: Bot, amina: Phone) -> None:
    await amina.say("/help@inburgerbot please, see www.vlaanderen.be.")

    (update,) = await bot.get_updates()

    assert update.message
    assert list(update.message.parse_entities().values()) == ["/help@inburgerbot", "www.vlaanderen.be"]
