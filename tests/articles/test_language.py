"""English passes, also with others' words in it; another language is named."""

import pytest

from bot.articles.language import require_english
from bot.newsroom.trouble import OtherLanguage

ENGLISH = (
    "The harbour authority said on Tuesday that the crane would stay closed until the end of the "
    "month, and that two of the ships waiting outside had been sent to another port. "
)
GERMAN = "Der Kran bleibt bis Ende des Monats gesperrt, und die Schiffe werden nicht entladen. "
FRENCH = "La grue est fermée et les navires sont dans une autre ville pour le mois. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH, id="English"),
        pytest.param(ENGLISH * 2 + f"“{GERMAN * 2}”", id="English with a German quotation"),
        pytest.param(ENGLISH * 2 + f"“{FRENCH * 2}”", id="English with a French quotation"),
        pytest.param(ENGLISH + "«Кран закрыт до конца месяца».", id="with a Russian quotation"),
        pytest.param("Mayor: 40 cranes closed, 12 ships sent away", id="few little words"),
        pytest.param("Crane 4, Dock 7, Port of Lisbon, 12 June, 40 tonnes, 3 ships, 2 hurt, "
                     "1 dead, 5 held, 9 fled, 8 back, 6 gone", id="a list"),
        pytest.param("Kran kaputt", id="too short to tell"),
    ],
)  # fmt: skip
def test_english_passes(text: str) -> None:
    require_english(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN * 2, "German"),
        (FRENCH * 2, "French"),
        ("La grúa está cerrada y los barcos fueron a otro puerto para el mes, que es largo. ",
         "Spanish"),
        ("O guindaste foi fechado e os navios não entram no porto, que é pequeno para uma grua.",
         "Portuguese"),
        ("La gru è chiusa e le navi non sono nel porto, che è piccolo per una gru della città.",
         "Italian"),
        ("De kraan is dicht en het schip wordt niet gelost, ook niet voor een dag of met hulp.",
         "Dutch"),
        ("Кран закрыт до конца месяца, корабли ждут у входа в порт.", "Cyrillic"),
        ("الرافعة مغلقة حتى نهاية الشهر والسفن تنتظر خارج الميناء", "Arabic"),
        ("クレーンは月末まで閉鎖され、船は港の外で待っている。", "Japanese"),
        ("크레인은 월말까지 폐쇄되고 배들은 항구 밖에서 기다린다.", "Korean"),
        (GERMAN * 4 + f"“{ENGLISH[:60]}”", "German"),
    ],
)  # fmt: skip
def test_another_language_is_named(text: str, language: str) -> None:
    with pytest.raises(OtherLanguage, match=language):
        require_english(text)
