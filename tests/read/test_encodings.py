"""Chinese is read in whatever encoding it comes; what is no Chinese is refused, never read as nonsense."""

from __future__ import annotations

import pytest

from pipeline.model import Unreadable
from pipeline.read.encodings import bytes_to_chinese
from pipeline.read.html.decoding import bytes_to_markup
from pipeline.read.text import bytes_to_text

MAINLAND = "各区县人民政府：到2025年底前，建成养老服务站30个，由市民政局负责。"
TAIPEI = "各區公所：\n為辦理長期照顧服務，到2025年底前，建成服務據點30個，由社會局主辦。"
HONG_KONG = "各政府部門：政府會繼續增加資助安老宿位，並檢討長者健康服務的開支。"
TABLE = "序号\t任务\t责任单位\n1\t建成养老服务站\t市民政局\n"
OTHERS = {
    "euc-kr": "서울특별시 공고 제2023-5호 장애인 복지 시설 확충 계획을 다음과 같이 공고합니다. 30개소를 설치한다.",
    "latin-1": "Le ministère a décidé d'améliorer les équipements dès l'année 2025, à côté des préfectures.",
    "shift-jis": "東京都知事は次のとおり高齢者福祉計画を定める。2025年までに施設を30か所整備する。",
    "euc-jp": "東京都知事は次のとおり高齢者福祉計画を定める。2025年までに施設を30か所整備する。",
    "koi8-r": "Народное правительство автономного района",
}


@pytest.mark.parametrize("words", [MAINLAND, TABLE, TAIPEI.replace("據點", "点")])
def test_gb18030(words: str) -> None:
    decoded = bytes_to_text(words.encode("gb18030"))
    assert (decoded.text, decoded.encoding, decoded.issues) == (words, "gb18030", ())


@pytest.mark.parametrize("words", [TAIPEI, HONG_KONG, TAIPEI[:12]])
def test_big5(words: str) -> None:
    decoded = bytes_to_text(words.encode("big5"))
    assert (decoded.text, decoded.encoding, decoded.issues) == (words, "big5hkscs", ())


def test_big5_page_that_declares_none_or_another() -> None:
    for declared in ("", '<meta charset="gb2312">'):
        page = f"<html>{declared}<p>{TAIPEI}</p></html>".encode("big5")
        assert bytes_to_markup(page)[:2] == (page.decode("big5"), "big5hkscs")


@pytest.mark.parametrize("encoding", OTHERS)
def test_other_languages_are_refused(encoding: str) -> None:
    content = OTHERS[encoding].encode(encoding)
    assert bytes_to_chinese(content) is None
    with pytest.raises(Unreadable, match="no Chinese"):
        bytes_to_text(content * 3)


@pytest.mark.parametrize("declared", ["gb2312", "utf-8"])
def test_a_page_of_another_language_is_no_chinese_one(declared: str) -> None:
    with pytest.raises(Unreadable, match="no text"):
        bytes_to_markup(f'<html><meta charset="{declared}">{OTHERS["euc-kr"]}'.encode("euc-kr"))


@pytest.mark.parametrize(
    "masthead",
    [
        "ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى",
        "ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠥᠪᠡᠷᠲᠡᠭᠡᠨ ᠵᠠᠰᠠᠬᠤ",
        "བོད་རང་སྐྱོང་ལྗོངས་མི་དམངས་སྲིད་གཞུང་",
        "Народное правительство",
    ],
)
def test_utf8_holds_every_script(masthead: str) -> None:
    words = f"{masthead}\n{MAINLAND}"
    assert bytes_to_text(words.encode()).text == words


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_cut_off_within_a_character_says_so(encoding: str) -> None:
    decoded = bytes_to_text(MAINLAND[:-1].encode(encoding)[:-1])
    assert decoded.text.startswith(MAINLAND[:-2])
    assert [issue.kind for issue in decoded.issues] == ["lost_characters"]


def test_what_was_lost_before_the_file_was_written_is_said_too() -> None:
    decoded = bytes_to_text((MAINLAND.replace("养", "\ufffd") + "\ufffd" * 9).encode())
    assert decoded.text.count("\ufffd") == 10
    assert "10 characters" in decoded.issues[0].message.en


@pytest.mark.parametrize("mark", ["\x0b", "\x1e", "\x00", "\ue004"])
def test_a_stray_mark_makes_no_text_unreadable(mark: str) -> None:
    words = MAINLAND.replace("，", mark, 1)
    assert bytes_to_text(words.encode() * 2).text == words * 2


@pytest.mark.parametrize(
    "blank", ["\u3000\n", "\u200b\u200b\n", "\ufeff\ufeff\r\n", "\ue004", "\u00ad\u2060 \n"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_prints_nothing_is_blank(blank: str, encoding: str) -> None:
    with pytest.raises(Unreadable, match="only blanks"):
        bytes_to_text(blank.encode(encoding))


@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize(
    "words",
    [
        "甲县教育局关于做好2026年招生工作的通知",
        "一、严格招生计划。各学校要在8月20日前完成录取，责任科室：基教科。",
    ],
)
def test_text_saved_anew_after_it_was_read_as_western_letters(
    words: str, encoding: str, western: str
) -> None:
    shown = "".join(bytes([b]).decode(western, "ignore") or chr(b) for b in words.encode(encoding))
    decoded = bytes_to_text(shown.encode("utf-8"))
    assert (decoded.text, decoded.encoding) == (words, encoding)
    assert [issue.kind for issue in decoded.issues] == ["read_anew"]


@pytest.mark.parametrize(
    "words", ["Año nuevo, niño pequeño y señora mayor", "Straße über Köln", "café à la crème déjà vu"]
)
def test_western_words_stay_as_they_are(words: str) -> None:
    assert bytes_to_text(words.encode("utf-8")).text == words
