# SPDX-License-Identifier: Apache-2.0
"""A font that shows Chinese, for matplotlib; without one, codes stand for names."""

from __future__ import annotations

import functools
import warnings
from typing import Any

_KNOWN = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "PingFang SC", "Hiragino Sans GB"),
    *("Heiti SC", "Microsoft YaHei", "SimHei", "Droid Sans Fallback", "Arial Unicode MS"),
    *("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "AR PL UMing CN"),
)
_NEEDED = "预算支出占比〇㎡"


class FontWarning(UserWarning):
    """No font that shows Chinese is installed: names are replaced by codes in a picture."""


@functools.cache
def chinese_font() -> str | None:
    """An installed font that shows Chinese, the best known first; None without one."""
    from matplotlib import font_manager

    installed = {font.name: font.fname for font in font_manager.fontManager.ttflist}
    others = sorted(name for name in installed if name not in _KNOWN)
    for name in (*_KNOWN, *others):
        if name in installed and _shows_chinese(installed[name]):
            return name
    return None


def _shows_chinese(path: str) -> bool:
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError):
        return False
    return all(font.get_char_index(ord(character)) for character in _NEEDED[:6])


def can_show_chinese() -> bool:
    """Whether pictures can show Chinese; warns with what to install where they cannot."""
    if chinese_font() is not None:
        return True
    warnings.warn(
        "no font with Chinese characters is installed: names are shown as codes "
        "(on Debian: apt install fonts-noto-cjk or fonts-wqy-microhei)",
        FontWarning,
        stacklevel=4,
    )
    return False


def set_font(ax: Any) -> None:
    """Gives every text of the axes the font that shows Chinese, before the one it had.

    Texts look their font up when they are drawn, which may be after settings have changed.
    """
    from matplotlib.text import Text

    family = chinese_font()
    if family is None:
        return
    families = [family, "DejaVu Sans"]  # which comes with matplotlib
    ax.tick_params(labelfontfamily=families)
    for text in ax.findobj(Text):
        text.set_fontfamily(families)


def shown_name(name: str, code: str, can_show: bool) -> str:
    """A name, or where it cannot be shown its code, else what of it can."""
    if can_show or name.isascii():
        return name
    plain = "".join(character for character in name if character.isascii()).strip()
    return code or plain or "?"
