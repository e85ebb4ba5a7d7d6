"""The typefaces that come with the package; fonts/README.md says where they are from."""

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
PLAIN = FONTS / "NotoSans-Regular.ttf"
BOLD = FONTS / "NotoSans-Bold.ttf"
ARABIC = FONTS / "NotoNaskhArabic-Regular.ttf"
ETHIOPIC = FONTS / "NotoSansEthiopic-Regular.ttf"
