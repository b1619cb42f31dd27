"""A link reaches the site that it names, and what the site says is told in plain words."""

import gzip
from pathlib import Path

import pytest

from bot.articles.fetch import fetch
from bot.newsroom.trouble import LinkRefused, LinkTrouble, NotText, PageMissing, PageUnreachable
from tests.articles.courier import LINK, SITE
from tests.articles.world import PUBLIC, World, answer, secured


def test_a_page_comes_with_its_address_status_type_and_body(courier: World) -> None:
    page = fetch(LINK)
    assert (page.url, page.status, page.content_type) == (LINK, 200, "text/html")
    assert page.body == b"<p>Bridge closed</p>"
    assert courier.connected == [(PUBLIC, 80)]


def test_a_request_tells_the_site_nothing_of_who_asks(courier: World) -> None:
    fetch(LINK)
    [request] = courier.asked
    names = {line.partition(b":")[0].lower() for line in request.splitlines()[1:] if line}
    assert names == {
        b"host", b"user-agent", b"accept", b"accept-language", b"accept-encoding", b"connection",
    }  # fmt: skip


def test_proxies_and_log_ins_of_the_environment_are_not_used(
    courier: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine {SITE} login ann password s3cret\n")
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    monkeypatch.setenv("NETRC", str(netrc))
    fetch(LINK)
    assert courier.connected == [(PUBLIC, 80)]
    assert b"uthorization" not in courier.asked[0]


@pytest.mark.parametrize(
    ("status", "trouble", "words"),
    [
        (404, PageMissing, "no such page"),
        (410, PageMissing, "no such page"),
        (401, PageUnreachable, "log-in"),
        (402, PageUnreachable, "subscription"),
        (403, PageUnreachable, "refuses"),
        (429, PageUnreachable, "too many"),
        (451, PageUnreachable, "legal"),
        (418, PageUnreachable, "418"),
        (304, PageUnreachable, "304"),
        (500, PageUnreachable, "fault of its own"),
        (503, PageUnreachable, "fault of its own"),
    ],
)
def test_a_site_that_does_not_send_the_page_is_told_in_its_own_words(
    courier: World, status: int, trouble: type[LinkTrouble], words: str
) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"", status)
    with pytest.raises(trouble, match=words):
        fetch(LINK)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "TEXT/HTML", "text/plain", ""])
def test_text_is_taken(courier: World, kind: str) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(Content_Type=kind)
    assert fetch(LINK).content_type == kind


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4", "application/json"])
def test_other_files_are_not_text(courier: World, kind: str) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(Content_Type=kind)
    with pytest.raises(NotText, match=kind):
        fetch(LINK)


def test_a_packed_page_is_unpacked(courier: World) -> None:
    packed = gzip.compress(b"<p>Bridge closed</p>")
    courier.sites[f"{SITE}/bridge"] = answer(packed, Content_Encoding="gzip")
    assert fetch(LINK).body == b"<p>Bridge closed</p>"


def test_a_packed_page_of_several_parts_is_read_to_its_end(courier: World) -> None:
    packed = gzip.compress(b"<p>Bridge ") + gzip.compress(b"closed</p>")
    courier.sites[f"{SITE}/bridge"] = answer(packed, Content_Encoding="gzip, identity")
    assert fetch(LINK).body == b"<p>Bridge closed</p>"


@pytest.mark.parametrize("coding", ["none", "utf-8", "identity"])
def test_what_is_called_packed_and_is_not_is_read(courier: World, coding: str) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(Content_Encoding=coding)
    assert fetch(LINK).status == 200


def test_a_kind_that_was_named_twice_is_the_last_one(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(Content_Type="text/html, text/html; charset=utf-8")
    assert fetch(LINK).status == 200


@pytest.mark.parametrize("link", [f"http://{SITE}/\ud800", f"http://{SITE}/?q=\udfff"])
def test_a_link_with_half_a_character_cannot_be_read(courier: World, link: str) -> None:
    with pytest.raises(LinkRefused):
        fetch(link)
    assert courier.connected == []


def test_a_name_that_nobody_has_is_said_by_name(world: World) -> None:
    assert world.zone == {}
    with pytest.raises(PageUnreachable, match=r"no site called nowhere\.example"):
        fetch("http://nowhere.example/")


def test_a_site_that_refuses_is_unreachable(world: World) -> None:
    world.has(SITE)
    world.dead = {PUBLIC}
    with pytest.raises(PageUnreachable, match="cannot be reached"):
        fetch(LINK)


def test_a_certificate_for_the_name_is_trusted(courier: World) -> None:
    trust = secured(courier, SITE)
    assert fetch(f"https://{SITE}/bridge", trust=trust).status == 200
    assert courier.connected == [(PUBLIC, 443)]


@pytest.mark.parametrize("name", ["other.example", PUBLIC])
def test_a_certificate_for_anything_else_is_not(courier: World, name: str) -> None:
    trust = secured(courier, name)
    with pytest.raises(PageUnreachable, match="certificate"):
        fetch(f"https://{SITE}/bridge", trust=trust)


def test_a_certificate_of_an_unknown_authority_is_not(courier: World) -> None:
    secured(courier, SITE)
    with pytest.raises(PageUnreachable, match="certificate"):
        fetch(f"https://{SITE}/bridge")


def test_a_name_in_another_alphabet_is_opened(world: World) -> None:
    world.has("xn--brcke-lva.example")
    world.sites["xn--brcke-lva.example/zu"] = answer()
    assert fetch("http://Brücke.example/zu").url == "http://xn--brcke-lva.example/zu"


def test_a_name_with_a_sign_that_browsers_open_is_opened(world: World) -> None:
    world.has("xn--53h.example")
    world.sites["xn--53h.example/zu"] = answer()
    assert fetch("http://☕.example/zu").url == "http://xn--53h.example/zu"


def test_of_a_name_that_is_too_long_no_part_is_opened(world: World) -> None:
    begins = f"☕{'a.' * 122}example"  # 252 letters, a name by themselves
    with pytest.raises(LinkRefused, match="cannot be read"):
        fetch(f"http://{begins}.example/zu")
    assert world.connected == []


def test_letters_beyond_ascii_are_written_as_the_web_writes_them(courier: World) -> None:
    courier.sites[f"{SITE}/br%C3%BCcke?q=%E2%80%99"] = answer()
    assert fetch(f"http://{SITE}/brücke?q=’").status == 200
