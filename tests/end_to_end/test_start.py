"""What is seldom used is not loaded at the start, so that the bot starts fast and stays small."""

import subprocess
import sys


def test_what_draws_sheets_and_reads_workbooks_is_not_loaded_at_the_start() -> None:
    code = "import sys, bot.app, bot.commands.run; print(sorted({'fpdf', 'openpyxl'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
