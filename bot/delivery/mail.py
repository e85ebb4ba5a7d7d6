"""Mail to contacts who have no Telegram: one message at a time, over one connection each.

What went wrong is told apart by what may be done about it: try later, never again, or perhaps it arrived.
"""

import asyncio
import datetime as dt
import hashlib
import ssl
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

import aiosmtplib

CONNECT_SECONDS, SEND_SECONDS = 10.0, 30.0
"""Together less than a job may take to prepare."""
LONGEST_ADDRESS = 254
_SEVEN_BITS = SMTP.clone(cte_type="7bit")
"""Every server takes it."""
_PERMANENT = range(500, 600)
_LOCAL = ("localhost", "127.0.0.1", "::1")


class MailAway(Exception):  # noqa: N818 - a plain statement
    """The mail server cannot be reached, or says "later"; nothing was sent."""


class MailRefused(Exception):  # noqa: N818 - a plain statement
    """The mail server will never take this for this address; nothing was sent."""


class MailUnknown(Exception):  # noqa: N818 - a plain statement
    """The connection broke while the mail was handed over: perhaps it went."""


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail to one person."""

    to: str
    """A bare address."""
    subject: str
    text: str
    html: str
    """The same for whose programme shows it; a small whole page."""
    language: str
    key: str
    """The same for the same mail: its Message-ID is made from it, so that a second copy can be told."""


@dataclass(frozen=True, kw_only=True)
class Mailer:
    """Sends mail through one server.

    Without TLS from the start, the connection must become TLS before anything is said; only to a
    server on this same machine it need not.
    """

    host: str
    port: int
    sender: str
    """The address that people see and answer to."""
    is_tls: bool = False
    """TLS from the start (smtps)."""
    username: str | None = None
    password: str | None = None
    sender_name: str = "Inburgerbot"

    async def send(self, mail: Mail, *, at: dt.datetime) -> None:
        """Hand one mail over to the server.

        Args:
            mail: What, to whom.
            at: The moment that stands on it (UTC).

        Raises:
            MailAway: Nothing was sent; later it may be.
            MailRefused: Nothing was sent, and nothing ever will be to this address.
            MailUnknown: It may have been sent.
        """
        message = _message(mail, self, at)
        client = self._client()
        try:
            await self._open(client)
            await _say_whom(client, self.sender, mail.to)
            await _hand_over(client, message)
        finally:
            client.close()

    def _client(self) -> aiosmtplib.SMTP:
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.username,
            password=self.password,
            use_tls=self.is_tls,
            start_tls=None if self.is_tls or self.host in _LOCAL else True,
            tls_context=ssl.create_default_context(),
            timeout=CONNECT_SECONDS,
        )

    async def _open(self, client: aiosmtplib.SMTP) -> None:
        try:
            await client.connect()
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            # Wrong passwords too: whoever runs the bot can mend that, and the mail still goes.
            raise MailAway(type(error).__name__) from error


async def _say_whom(client: aiosmtplib.SMTP, sender: str, to: str) -> None:
    try:
        await client.mail(sender)
        await client.rcpt(to)
    except aiosmtplib.SMTPRecipientRefused as error:
        raise _refusal(error.code) from error
    except aiosmtplib.SMTPNotSupported as error:
        raise MailRefused("not supported") from error
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        raise MailAway(type(error).__name__) from error


async def _hand_over(client: aiosmtplib.SMTP, message: EmailMessage) -> None:
    try:
        async with asyncio.timeout(SEND_SECONDS):
            await client.data(message.as_bytes())
    except aiosmtplib.SMTPResponseException as error:
        raise _refusal(error.code) from error
    except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
        raise MailUnknown(type(error).__name__) from error


def _refusal(code: int) -> Exception:
    return MailRefused(str(code)) if code in _PERMANENT else MailAway(str(code))


def _message(mail: Mail, mailer: Mailer, at: dt.datetime) -> EmailMessage:
    """As it travels; whatever somebody wrote cannot begin a header of its own.

    Raises:
        MailRefused: That is no address.
    """
    address = _address(mail.to)
    message = EmailMessage(policy=_SEVEN_BITS)
    message["Subject"] = " ".join(mail.subject.split())
    message["From"] = Address(mailer.sender_name, addr_spec=mailer.sender)
    message["To"] = address
    message["Date"] = format_datetime(at)
    digest = hashlib.sha256(mail.key.encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{digest}@{mailer.sender.rpartition('@')[2]}>"
    message["Content-Language"] = mail.language
    # So that no holiday reply comes back.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message


def _address(written: str) -> Address:
    bare = written.strip()
    try:
        if len(bare) > LONGEST_ADDRESS or not bare.isascii() or parseaddr(bare)[1] != bare:
            raise ValueError("not a bare address")
        address = Address(addr_spec=bare)
    except (MessageError, ValueError, IndexError) as error:
        raise MailRefused("no address") from error
    if not (address.username and address.domain):
        raise MailRefused("no address")
    return address
