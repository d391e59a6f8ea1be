"""Lines and cells without what prints nothing, lines in another script set aside."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

NOTICE = "某市人民政府关于推进养老服务的通知\n某政发〔2024〕20号\n各区人民政府：\n到2025年，新增床位300张。\n"


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "", "text/plain", "utf-8", text))


@pytest.mark.parametrize("mark", ["\u200b", "\ue004", "\x07", "\u00ad"])
def test_they_stand_in_the_text_and_in_no_word_and_are_noted_once(mark: str) -> None:
    made = outlined(NOTICE.replace("养老", f"养{mark}老{mark}"))
    assert made.title_block.title == "某市人民政府关于推进养老服务的通知"
    (issue,) = [issue for issue in made.issues if issue.kind == "unprinted_characters"]
    assert issue.span is not None and made.document.text[issue.span.start : issue.span.end] == mark
    assert issue.message.en.startswith(
        f"2 characters print nothing or are known to one font only (U+{ord(mark):04X})"
    )


def test_in_a_table_too() -> None:
    made = outlined(NOTICE + "附件\n某表\n序号\t任务\t数\n1\t养\u200b老\t3\n2\t托育\t5\n3\t助餐\t6\n")
    assert [piece.text for piece in made.fragments[0].rows[1]] == ["1", "养老", "3"]


@pytest.mark.parametrize(
    "masthead",
    [
        "ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى",
        "བོད་རང་སྐྱོང་ལྗོངས་མི་དམངས་སྲིད་གཞུང་",
        "Народное правительство 5",
        "ꆈꌠꁱꂷ",
    ],
)
def test_a_masthead_in_another_script_is_no_title(masthead: str) -> None:
    made = outlined(f"{masthead}\n{NOTICE}")
    assert made.title_block.title == "某市人民政府关于推进养老服务的通知"
    assert [repair.before for repair in made.repairs if repair.kind == "set_aside"] == [
        masthead.replace(" ", "")
    ]


@pytest.mark.parametrize("words", ["一、ПЦР检测", "DNA α β", "GDP", "1.5", "中文 русский"])
def test_chinese_latin_and_greek_are_read(words: str) -> None:
    assert not [repair for repair in outlined(NOTICE + words).repairs if repair.kind == "set_aside"]


@pytest.mark.parametrize("blank", ["   ", "\t", "  \t\t ", "\u3000\u3000\u3000\u3000"])
def test_a_line_of_blanks_is_an_empty_line(blank: str) -> None:
    made = outlined(NOTICE.replace("号\n", f"号\n{blank}\n") + f"{blank}\n二、建站30个。\n")
    assert made.title_block.doc_number == "某政发〔2024〕20号"
    assert all(passage.text.strip() for passage in made.passages)


def glossed(text: str) -> str:
    """The text as a copy for learners prints it, a reading behind most letters."""
    for letter, reading in (
        ("政", "zhèng"),
        ("养", "yǎng"),
        ("务", "wù"),
        ("号", "hào"),
        ("增", "zēng"),
        ("张", "zhāng"),
        ("站", "zhàn"),
    ):
        text = text.replace(letter, f"{letter}({reading})")
    return text


def test_readings_behind_characters_belong_to_no_word() -> None:
    """养(yǎng)老服务(wù): the title, the number, the text and cells are read without them, and one issue says so."""
    table = "附件\n某表\n序号\t任务\t数\n1\t建站\t3\n2\t托育\t5\n3\t助餐\t6\n"
    made = outlined(glossed(NOTICE + table))
    assert (made.title_block.title, made.title_block.doc_number) == (
        "某市人民政府关于推进养老服务的通知",
        "某政发〔2024〕20号",
    )
    assert "到2025年，新增床位300张。" in [passage.text for passage in made.passages]
    assert [piece.text for piece in made.fragments[0].rows[1]] == ["1", "建站", "3"]
    assert [issue.kind for issue in made.issues] == ["mirror"]


@pytest.mark.parametrize("words", ["厚度(mm)不低于30。", "某埗（bù）村。", "检测(DNA)。", "包括(a)项。"])
def test_what_is_no_reading_stays_and_one_alone_is_no_copy(words: str) -> None:
    made = outlined(f"{NOTICE}{words}\n")
    assert not [issue for issue in made.issues if issue.kind == "mirror"]
    assert made.passages[-1].text == words.replace("（bù）", "").replace("(", "（").replace(")", "）")
