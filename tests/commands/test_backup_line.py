"""`backup`, `restore` and `held` as the administrator types them."""

import json
from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings
from tests.end_to_end.test_command_line import one_line, run

HEX, BASE64 = "0f" * 32, "A" * 43


def test_a_key_is_written_as_hexadecimal_or_base64url_and_the_newest_stands_first() -> None:
    settings = read_settings(photo_keys=f"{BASE64}, {HEX},{BASE64}=", _env_file=None)

    assert settings.photo_key_bytes == (bytes(32), b"\x0f" * 32, bytes(32))
    assert read_settings(photo_keys="", _env_file=None).photo_key_bytes == ()


@pytest.mark.parametrize("written", ["geheim", HEX[:-2], "!" * 43, f"{HEX},", "z" * 64, "A" * 42])
def test_a_wrong_key_names_its_setting_and_never_its_value(written: str) -> None:
    with pytest.raises(SettingsError, match="BOT_PHOTO_KEYS") as caught:
        read_settings(photo_keys=written, _env_file=None)

    assert written not in str(caught.value)


def test_a_backup_goes_into_another_folder_in_two_commands(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "all.backup"
    key = {"BOT_PHOTO_KEYS": HEX}
    run("migrate", folder=here)

    unlocked = one_line(run("backup", str(file), folder=here))
    made = run("backup", str(file), "--json", folder=here, **key)
    restored = run("restore", str(file), "--json", folder=there, **key)
    held = run("held", "--json", folder=there, **key)

    assert "BOT_PHOTO_KEYS" in unlocked
    assert json.loads(made.stdout)["rows"] == json.loads(restored.stdout)["rows"] > 0
    assert json.loads(held.stdout) == {"messages": 0, "jobs": 0, "updates": 0}


def test_what_cannot_be_put_back_is_one_line(tmp_path: Path) -> None:
    key = {"BOT_PHOTO_KEYS": HEX}
    (tmp_path / "text").write_text("no backup", encoding="utf-8")
    (tmp_path / "list").write_text("no list", encoding="utf-8")

    missing = one_line(run("restore", str(tmp_path / "gone"), folder=tmp_path / "d", **key))
    no_backup = one_line(run("restore", str(tmp_path / "text"), folder=tmp_path / "d", **key))
    no_list = one_line(
        run("restore", "x", "--erasures", str(tmp_path / "list"), folder=tmp_path / "d", **key)
    )

    assert "gone" in missing
    assert "no backup" in no_backup
    assert "line 1" in no_list
