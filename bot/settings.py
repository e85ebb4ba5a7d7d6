"""Everything that can be set, read once from the environment or `.env`; a wrong value names its key."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DATA_KINDS = ("account", "dossier", "questions", "reminders", "photos", "sharing", "logs")
LEGAL_GROUNDS = ("public_task", "legal_obligation", "consent", "contract", "legitimate_interest")
LONGEST_DAYS = 3650


class SettingsError(Exception):
    """A setting is missing or wrong; the message names its key and never its value."""


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """Where mail goes out."""

    host: str
    port: int
    is_tls: bool
    """TLS from the start."""
    username: str | None
    password: str | None


class Settings(BaseSettings):
    """The settings, each read from `BOT_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="BOT_", env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: SecretStr | None = Field(default=None, description="The bot's token, from BotFather.")
    api_url: str = Field(default="https://api.telegram.org", description="Telegram's Bot API, or a stand-in.")
    database_url: str | None = Field(
        default=None, description="sqlite:///path or postgresql://…; by default a file in the data folder."
    )
    data_dir: Path = Field(default=Path("data"), description="The folder for everything that is kept.")
    webhook_url: str | None = Field(default=None, description="The public address Telegram sends updates to.")
    webhook_secret: SecretStr | None = Field(default=None, description="What Telegram must send along.")
    webhook_host: str = Field(default="127.0.0.1", description="Where the webhook listens.")
    webhook_port: int = Field(default=8080, ge=1, le=65535, description="The port the webhook listens on.")
    public_url: str | None = Field(default=None, description="The public address of the bot's own pages.")
    web_proxies: int = Field(
        default=0, ge=0, le=5, description="How many trusted proxies stand before the bot's pages."
    )
    smtp_url: SecretStr | None = Field(
        default=None,
        description="Where mail to contacts goes out: smtp://name:password@host:587 or smtps://.",
    )
    mail_from: str | None = Field(default=None, description="The sender's address of that mail.")
    secret_key: SecretStr | None = Field(default=None, description="Signs links; at least 32 characters.")
    photo_keys: SecretStr | None = Field(
        default=None,
        description="Lock pictures and backups: 32 bytes each, base64url or hex, newest first.",
    )
    timezone: str = Field(default="Europe/Brussels", description="The time zone of days and working hours.")
    fallback_chat: int | None = Field(
        default=None, description="The team's chat for questions of people without a begeleider."
    )
    admin_chat: int | None = Field(default=None, description="The chat that hears of updates set aside.")
    encoder_threads: int = Field(default=1, ge=1, le=64, description="Threads of the sentence encoder.")
    controller: str | None = Field(
        default=None,
        max_length=300,
        description="Who is responsible for the data, and how to reach them.",
    )
    legal_grounds: str = Field(
        default="account=public_task,dossier=public_task,questions=consent,reminders=consent,photos=consent,"
        "sharing=consent,logs=public_task",
        description="The legal ground of each kind of data, as a list or as JSON.",
    )
    keep_questions_days: int = Field(
        default=365, ge=1, le=LONGEST_DAYS, description="Questions and answers, after the last word."
    )
    keep_letters_days: int = Field(
        default=365, ge=1, le=LONGEST_DAYS, description="A begeleider's own messages, after they were sent."
    )
    keep_dossiers_days: int = Field(
        default=365, ge=1, le=LONGEST_DAYS, description="Dossiers, after they were closed."
    )
    keep_notes_days: int = Field(
        default=730, ge=1, le=LONGEST_DAYS, description="Reasons in own words in the history."
    )
    keep_scans_days: int = Field(
        default=365, ge=14, le=LONGEST_DAYS, description="Scans of a bewijs, after the decision about it."
    )
    keep_accounts_days: int = Field(
        default=365, ge=30, le=LONGEST_DAYS, description="Accounts without a dossier, after the last use."
    )
    keep_invites_days: int = Field(
        default=30, ge=1, le=LONGEST_DAYS, description="Invitations, after their link stopped working."
    )
    keep_erasures_days: int = Field(
        default=180, ge=1, le=LONGEST_DAYS, description="The list of what was erased, by number."
    )
    keep_backups_days: int = Field(
        default=30, ge=0, le=LONGEST_DAYS, description="How long you keep backups; people are told."
    )

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("no such time zone") from error
        return name

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        value = secret.get_secret_value() if secret else "x"
        if not (1 <= len(value) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in value)):
            raise ValueError("1 to 256 letters, digits, _ and -")
        return secret

    @field_validator("secret_key")
    @classmethod
    def _is_long(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and len(secret.get_secret_value()) < 32:
            raise ValueError("at least 32 characters")
        return secret

    @field_validator("photo_keys")
    @classmethod
    def _are_keys(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is None or not secret.get_secret_value().strip():
            return None
        for key in secret.get_secret_value().split(","):
            _key_bytes(key)
        return secret

    @field_validator("smtp_url")
    @classmethod
    def _is_mail_server(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is None or not secret.get_secret_value().strip():
            return None
        _mail_server(secret.get_secret_value())
        return secret

    @field_validator("mail_from")
    @classmethod
    def _is_address(cls, address: str | None) -> str | None:
        if not address:
            return None
        name, _, domain = address.partition("@")
        is_plain = address.isascii() and address.isprintable() and not set(address) & set(' <>,;:"')
        if not (name and "." in domain.strip(".") and "@" not in domain and is_plain):
            raise ValueError("one bare address, such as bot@example.org")
        return address

    @field_validator("legal_grounds")
    @classmethod
    def _are_grounds(cls, stated: str) -> str:
        for kind, ground in _pairs(stated).items():
            if kind not in DATA_KINDS:
                raise ValueError(f"the kinds of data are {', '.join(DATA_KINDS)}")
            if ground not in LEGAL_GROUNDS:
                raise ValueError(f"the grounds are {', '.join(LEGAL_GROUNDS)}")
        return stated

    @property
    def grounds(self) -> dict[str, str]:
        """The legal ground by kind of data; kinds that are not named keep the usual one."""
        return _pairs(self.legal_grounds)

    @property
    def zone(self) -> ZoneInfo:
        """The bot's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def database(self) -> str:
        """The database's URL: the one given, or a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'inburgerbot.db').absolute()}"

    @property
    def photo_key_bytes(self) -> tuple[bytes, ...]:
        """The keys that lock pictures and backups, 32 bytes each, newest first; none when it is not set."""
        if self.photo_keys is None:
            return ()
        return tuple(map(_key_bytes, self.photo_keys.get_secret_value().split(",")))

    @property
    def mail_server(self) -> MailServer | None:
        """Where mail goes out; None when no mail is sent.

        Raises:
            SettingsError: The sender's address is missing.
        """
        if self.smtp_url is None:
            return None
        if self.mail_from is None:
            raise SettingsError("BOT_MAIL_FROM is not set: mail needs the address it comes from")
        return _mail_server(self.smtp_url.get_secret_value())

    @property
    def erasure_list(self) -> Path:
        """The list of what was erased, outside of the database and of backups."""
        return self.data_dir / "erasures.log"

    @property
    def photo_folder(self) -> Path:
        """Where pictures lie, encrypted."""
        return self.data_dir / "photos"

    def is_without_database(self) -> bool:
        """Is the database a SQLite file that does not exist yet?"""
        scheme, _, path = self.database.partition(":///")
        return scheme.startswith("sqlite") and not Path(path).exists()

    def need_token(self) -> str:
        """The token, which `run` cannot do without.

        Raises:
            SettingsError: It is not set.
        """
        if self.token is None or not self.token.get_secret_value():
            raise SettingsError("BOT_TOKEN is not set: ask @BotFather on Telegram for a token")
        return self.token.get_secret_value()


def _key_bytes(written: str) -> bytes:
    """The 32 bytes of a key written as 64 hexadecimal signs or 43 of base64url."""
    wrong = ValueError("each key is 32 random bytes as base64url or hexadecimal, with commas between")
    text = written.strip()
    try:
        if len(text) == 64:
            return bytes.fromhex(text)
        filled = text.rstrip("=").translate(str.maketrans("-_", "+/")) + "="
        key = base64.b64decode(filled, validate=True)
    except ValueError:
        raise wrong from None
    if len(key) != 32:
        raise wrong
    return key


_MAIL_PORTS = {"smtp": 587, "smtps": 465}


def _mail_server(written: str) -> MailServer:
    """The parts of `smtp://name:password@host:port` or `smtps://…`; a sign may be written as %40."""
    wrong = ValueError("write smtp://name:password@host:587 or smtps://name:password@host:465")
    try:
        parts: SplitResult = urlsplit(written.strip())
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in _MAIL_PORTS or not parts.hostname or parts.path.strip("/") or parts.query:
        raise wrong
    return MailServer(
        host=parts.hostname,
        port=port or _MAIL_PORTS[parts.scheme],
        is_tls=parts.scheme == "smtps",
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _pairs(stated: str) -> dict[str, str]:
    """The pairs of `kind=ground,…` or of a JSON object."""
    wrong = ValueError("write kind=ground, with commas between, or a JSON object")
    if stated.lstrip().startswith("{"):
        try:
            found = json.loads(stated)
        except ValueError:
            raise wrong from None
        pairs = list(found.items())
    else:
        pairs = [tuple(part.split("=")) for part in stated.split(",") if part.strip()]
    if any(len(pair) != 2 or not all(isinstance(word, str) for word in pair) for pair in pairs):
        raise wrong
    return {kind.strip(): ground.strip() for kind, ground in pairs}


def read_settings(**given: object) -> Settings:
    """Read the settings once; what is given goes before the environment.

    Raises:
        SettingsError: A value is wrong; the message names its key.
    """
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        key = f"BOT_{str(first['loc'][0]).upper()}"
        raise SettingsError(f"{key}: {first['msg'].removeprefix('Value error, ')}") from None
