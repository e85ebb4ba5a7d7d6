"""Mail against a real SMTP server on this machine: what arrives, and what is told apart when it does not."""

import asyncio
import contextlib
import email
import email.policy
import gc
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.delivery.mail import Mail, MailAway, Mailer, MailRefused, MailUnknown
from bot.settings import SettingsError, read_settings
from tests.builders import NOW


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What asyncio left in circles goes here, and not while pytest reads another module."""
    yield
    gc.collect()


MAIL = Mail(
    to="karel@fcgent.example",
    subject="Amina vraagt iets",
    text="Dag Karel,\n\n.\nén één punt op een lijn",
    html="<p>Dag Karel</p>",
    language="nl",
    key="link:1",
)


class Letterbox:
    """Keeps what arrives; answers a recipient or the mail with another line when told so."""

    def __init__(self, *, to: str = "250 OK", data: str = "250 OK") -> None:
        self.to, self.data = to, data
        self.got: list[EmailMessage] = []

    async def handle_RCPT(  # noqa: N802 - the server's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """A recipient is named."""
        if self.to.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to

    async def handle_DATA(  # noqa: N802 - the server's own name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """The whole mail is here."""
        content = cast(bytes, envelope.content)
        read: Any = email.message_from_bytes(content, policy=email.policy.default)
        self.got.append(read)
        return self.data


@contextlib.contextmanager
def serving(box: Letterbox, **options: Any) -> Iterator[Mailer]:
    """A mail server in a thread, and who sends through it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield Mailer(host="127.0.0.1", port=port, sender="bot@gent.example")
    finally:
        controller.stop()


async def test_a_mail_arrives_as_it_was_written_in_both_forms() -> None:
    box = Letterbox()

    with serving(box) as mailer:
        await mailer.send(MAIL, at=NOW)

    (got,) = box.got
    plain, html = got.get_body(("plain",)), got.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n").strip() == MAIL.text
    assert html.get_content().strip() == MAIL.html
    assert (got["To"], got["From"]) == ("karel@fcgent.example", "Inburgerbot <bot@gent.example>")
    assert got["Auto-Submitted"] == "auto-generated"


async def test_the_same_mail_twice_has_one_message_id() -> None:
    box = Letterbox()

    with serving(box) as mailer:
        await mailer.send(MAIL, at=NOW)
        await mailer.send(MAIL, at=NOW)
        await mailer.send(replace(MAIL, key="link:2"), at=NOW)

    assert len({got["Message-ID"] for got in box.got}) == 2
    assert box.got[0]["Message-ID"] == box.got[1]["Message-ID"]


@pytest.mark.parametrize("words", ["Dag\nBcc: all@evil.example", "Dag\r\nBcc: all@evil.example\r\n\r\nx"])
async def test_a_subject_never_begins_another_header(words: str) -> None:
    box = Letterbox()

    with serving(box) as mailer:
        await mailer.send(replace(MAIL, subject=words), at=NOW)

    assert box.got[0]["Bcc"] is None
    assert "evil.example" in box.got[0]["Subject"]


@pytest.mark.parametrize(
    "to",
    [
        "",
        "karel",
        "@fcgent.example",
        "karel@",
        "Karel <karel@fcgent.example>",
        "karel@fcgent.example, all@evil.example",
        "karel@fcgent.example\nBcc: all@evil.example",
        "karel@fcgent.example\r\nRCPT TO:<all@evil.example>",
        "kärel@fcgent.example",
        f"{'k' * 300}@fcgent.example",
    ],
)
async def test_what_is_no_single_bare_address_gets_nothing(to: str) -> None:
    box = Letterbox()

    with serving(box) as mailer, pytest.raises(MailRefused):
        await mailer.send(replace(MAIL, to=to), at=NOW)

    assert box.got == []


@pytest.mark.parametrize(
    ("box", "refusal"),
    [
        (Letterbox(to="550 no such mailbox"), MailRefused),
        (Letterbox(to="450 greylisted, try again later"), MailAway),
        (Letterbox(data="554 looks like spam"), MailRefused),
        (Letterbox(data="451 try again later"), MailAway),
    ],
)
async def test_never_and_later_are_told_apart(box: Letterbox, refusal: type[Exception]) -> None:
    with serving(box) as mailer, pytest.raises(refusal):
        await mailer.send(MAIL, at=NOW)


async def test_a_server_that_is_not_there_is_away() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        mailer = Mailer(host="127.0.0.1", port=free.getsockname()[1], sender="bot@gent.example")

        with pytest.raises(MailAway):
            await mailer.send(MAIL, at=NOW)


async def test_a_connection_that_breaks_during_the_mail_leaves_it_open_whether_it_went() -> None:
    async with breaking_server() as port:
        mailer = Mailer(host="127.0.0.1", port=port, sender="bot@gent.example")

        with pytest.raises(MailUnknown):
            await mailer.send(MAIL, at=NOW)


async def test_a_password_never_goes_over_an_open_line_to_another_machine() -> None:
    said: list[bytes] = []
    async with breaking_server(said) as port:
        mailer = Mailer(
            host="127.0.0.1", port=port, sender="bot@gent.example", username="bot", password="secret-word"
        )
        elsewhere = replace(mailer, host="mail.example")

        assert elsewhere._client()._start_tls_on_connect is True
        with pytest.raises(MailAway):
            await mailer.send(MAIL, at=NOW)

    assert b"secret-word" not in b"".join(said)


@contextlib.asynccontextmanager
async def breaking_server(said: list[bytes] | None = None) -> AsyncIterator[int]:
    """Takes everything up to the mail's own words, and then hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            if said is not None:
                said.append(line)
            if line.upper().startswith(b"DATA"):
                writer.write(b"354 go on\r\n")
                await reader.readline()
                break
            writer.write(b"250 OK\r\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def test_smtps_wants_a_certificate_that_is_known() -> None:
    mailer = Mailer(host="mail.example", port=465, sender="bot@gent.example", is_tls=True)

    client = mailer._client()

    assert client.use_tls
    assert client.tls_context is not None
    assert client.tls_context.verify_mode is ssl.CERT_REQUIRED


def test_the_servers_address_says_host_port_name_and_password() -> None:
    settings = read_settings(
        smtp_url="smtp://bot%40gent.example:a%3Ab@mail.example", mail_from="bot@gent.example", _env_file=None
    )

    server = settings.mail_server

    assert server is not None
    assert (server.host, server.port, server.is_tls) == ("mail.example", 587, False)
    assert (server.username, server.password) == ("bot@gent.example", "a:b")


def test_smtps_is_tls_on_its_own_port() -> None:
    settings = read_settings(smtp_url="smtps://mail.example", mail_from="bot@gent.example", _env_file=None)

    server = settings.mail_server

    assert server is not None
    assert (server.port, server.is_tls, server.username) == (465, True, None)


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x"])
def test_another_address_of_a_server_names_its_key_and_not_itself(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^BOT_SMTP_URL: ") as refusal:
        read_settings(smtp_url=f"{url}/secret", _env_file=None)

    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("sender", ["bot", "a@b", "Bot <bot@gent.example>", "a@b.be,c@d.be", "a@b.be\nB: x"])
def test_the_sender_is_one_bare_address(sender: str) -> None:
    with pytest.raises(SettingsError, match=r"^BOT_MAIL_FROM: "):
        read_settings(mail_from=sender, _env_file=None)


def test_mail_without_a_sender_says_what_is_missing() -> None:
    with pytest.raises(SettingsError, match="BOT_MAIL_FROM"):
        _ = read_settings(smtp_url="smtp://mail.example", _env_file=None).mail_server
