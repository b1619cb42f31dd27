"""A link reaches the site that it names, costs little, and leads nowhere else."""

import gzip
import socket
import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from bot.articles.fetch import Limits, fetch
from bot.newsroom.trouble import (
    LinkRefused,
    LinkTrouble,
    NotText,
    PageMissing,
    PageTooLarge,
    PageUnreachable,
)
from tests.articles.world import PUBLIC, PUBLIC_6, Serve, World, answer, secured

SITE = "courier.example"
LINK = f"http://{SITE}/bridge"
QUICK = Limits(seconds=0.5, look_up_seconds=0.1, wire_bytes=50_000, body_bytes=100_000)


@pytest.fixture
def courier(world: World) -> World:
    world.has(SITE)
    world.sites[f"{SITE}/bridge"] = answer()
    return world


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


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("http://10.20.30.40/", id="an address"),
        pytest.param("http://8.8.4.4/", id="a public address too"),
        pytest.param("http://[::1]/", id="an IPv6 address"),
        pytest.param("http://[::ffff:10.0.0.9]/", id="an address in an address"),
        pytest.param("http://0x7f000001/", id="an address in hexadecimal"),
        pytest.param("http://2130706433/", id="an address as one number"),
        pytest.param("http://0177.0.0.1/", id="an address in octal"),
        pytest.param("http://127.1/", id="a short address"),
        pytest.param("http://１０.0.0.1/", id="an address in wide digits"),
        pytest.param("http://10。0。0。1/", id="an address with ideographic stops"),
        pytest.param("http://localhost/", id="this machine"),
        pytest.param("http://desk.localhost./", id="this machine, absolute"),
        pytest.param("http://printer/", id="a name without a dot"),
        pytest.param("http://wiki.corp/", id="a company name"),
        pytest.param("http://vault.INTERNAL/", id="an inside name in capitals"),
        pytest.param("http://tips.onion/", id="an onion name"),
        pytest.param(f"http://{SITE}:6379/", id="another port"),
        pytest.param(f"http://{SITE}:99999/", id="no port at all"),
        pytest.param(f"ftp://{SITE}/a", id="another scheme"),
        pytest.param("file:///etc/hosts", id="a file"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param(f"http://ann:key@{SITE}/", id="a log-in"),
        pytest.param(f"http://{SITE}\\@10.0.0.1/", id="a backslash"),
        pytest.param(f"http://{SITE}/a\r\nX-Inside: 1", id="a header in the link"),
        pytest.param(f"http://{SITE}/a b", id="a space"),
        pytest.param("http:///bridge", id="no name"),
        pytest.param("http://bad-.example/", id="a label with a dash at its end"),
        pytest.param(f"http://{SITE}/{'a' * 5_000}", id="an endless link"),
    ],
)
def test_a_link_that_is_no_plain_site_name_is_never_connected_to(
    courier: World, link: str
) -> None:
    with pytest.raises(LinkRefused):
        fetch(link)
    assert courier.connected == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.20.0.5", "192.168.7.7", "169.254.169.254", "100.64.0.9",
        "0.0.0.1", "192.0.0.192", "192.88.99.1", "198.18.4.4", "203.0.113.9", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "168.63.129.16",
        "::1", "::", "fe80::1", "fc00::8", "fec0::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::1", "2001::1", "2001:db8::1",
        "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_a_name_that_leads_inside_is_never_connected_to(world: World, address: str) -> None:
    world.has(SITE, [address])
    with pytest.raises(LinkRefused):
        fetch(LINK)
    assert world.connected == []


@pytest.mark.parametrize("addresses", [[PUBLIC, "10.0.0.1"], ["fe80::1", PUBLIC]])
def test_one_inside_address_among_public_ones_refuses_the_name(
    world: World, addresses: list[str]
) -> None:
    world.has(SITE, addresses)
    with pytest.raises(LinkRefused):
        fetch(LINK)
    assert world.connected == []


def test_a_name_that_changes_after_the_check_is_not_looked_up_again(courier: World) -> None:
    courier.has(SITE, [PUBLIC], ["127.0.0.1"])
    assert fetch(LINK).status == 200
    assert courier.connected == [(PUBLIC, 80)]


def test_the_next_address_is_tried_when_the_first_refuses(courier: World) -> None:
    courier.has(SITE, [PUBLIC_6, "151.101.1.8", PUBLIC])
    courier.dead = {"151.101.1.8"}
    assert fetch(LINK).status == 200
    assert courier.connected == [(PUBLIC_6, 80), ("151.101.1.8", 80), (PUBLIC, 80)]


@pytest.mark.parametrize(
    "location",
    ["/closed", f"//{SITE}/closed", f"http://{SITE}:80/closed", "closed", "./x/../closed#top"],
)
def test_a_redirect_is_followed_and_the_last_address_told(courier: World, location: str) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"", 302, Location=location)
    courier.sites[f"{SITE}/closed"] = answer(b"<p>Still closed</p>")
    assert fetch(LINK).url == f"http://{SITE}/closed"


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/", "//10.0.0.1/",
        "http://2130706433/", "http://inside.example/", "http://localhost:80/",
        f"http://{SITE}:22/", "file:///etc/hosts", "http://１２７.0.0.1/",
        f"http://x@{SITE}/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [301, 307])
def test_a_redirect_inside_ends_where_it_started(
    courier: World, location: str, status: int
) -> None:
    courier.has("inside.example", ["10.9.8.7"])
    courier.sites[f"{SITE}/bridge"] = answer(b"", status, Location=location)
    with pytest.raises(LinkRefused):
        fetch(LINK)
    assert courier.connected == [(PUBLIC, 80)]


def test_a_name_that_turns_inside_between_two_hops_is_refused(courier: World) -> None:
    courier.has(SITE, [PUBLIC], ["10.0.0.1"])
    courier.sites[f"{SITE}/bridge"] = answer(b"", 302, Location="/again")
    with pytest.raises(LinkRefused):
        fetch(LINK)
    assert courier.connected == [(PUBLIC, 80)]


def test_a_chain_of_redirects_has_an_end(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"", 302, Location="/bridge")
    with pytest.raises(PageUnreachable, match="without end"):
        fetch(LINK)
    assert len(courier.connected) == 6


def test_a_page_may_not_send_the_bot_on_by_other_means(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(
        b'<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">',
        Refresh="0; url=http://10.0.0.1/",
        Alt_Svc='h2="10.0.0.1:80"',
    )
    assert fetch(LINK).status == 200
    assert courier.connected == [(PUBLIC, 80)]


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


@pytest.mark.parametrize(
    ("body", "coding", "trouble"),
    [
        pytest.param(gzip.compress(bytes(5_000_000)), "gzip", PageTooLarge, id="a bomb"),
        pytest.param(gzip.compress(b"x"), "gzip, gzip", NotText, id="packed twice"),
        pytest.param(b"\x8b", "br", NotText, id="a packing that nobody asked for"),
        pytest.param(b"plain words", "gzip", PageUnreachable, id="not packed at all"),
        pytest.param(bytes(60_000), "identity", PageTooLarge, id="more bytes than the budget"),
    ],
)
def test_bodies_that_would_cost_too_much_are_left(
    courier: World, body: bytes, coding: str, trouble: type[LinkTrouble]
) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(body, Content_Encoding=coding)
    with pytest.raises(trouble):
        fetch(LINK, limits=QUICK)


def test_a_bomb_is_not_unpacked_to_be_measured(courier: World) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    courier.sites[f"{SITE}/bridge"] = answer(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with pytest.raises(PageTooLarge):
            fetch(LINK)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def drip(head: bytes) -> Serve:
    def serve(sock: socket.socket, stop: threading.Event) -> None:
        sock.sendall(head)
        for _ in range(60):  # three seconds, should nobody hang up
            if not stop.wait(0.05):
                sock.sendall(b"x")

    return serve


def pour(sock: socket.socket, stop: threading.Event) -> None:
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(1_000):  # ten megabytes
        if not stop.is_set():
            sock.sendall(b"x" * 10_000)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"", id="a status that drips"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX-A: ", id="a header that drips"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", id="a body that drips"
        ),
    ],
)
def test_a_slow_site_is_given_up_at_the_deadline(courier: World, head: bytes) -> None:
    courier.sites[f"{SITE}/bridge"] = drip(head)
    started = time.monotonic()
    with pytest.raises(PageUnreachable, match="too long"):
        fetch(LINK, limits=QUICK)
    assert time.monotonic() - started < 2


def test_a_body_without_end_is_left_at_the_budget(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = pour
    with pytest.raises(PageTooLarge):
        fetch(LINK, limits=Limits(wire_bytes=200_000))


def test_headers_without_end_are_left(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(X_Line="y" * 300_000)
    with pytest.raises(PageUnreachable, match="garbled"):
        fetch(LINK)


def test_a_body_that_breaks_off_is_no_page(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"half", Content_Length="1000")
    with pytest.raises(PageUnreachable, match="incomplete"):
        fetch(LINK)


def test_a_name_that_nobody_has_is_said_by_name(world: World) -> None:
    assert world.zone == {}
    with pytest.raises(PageUnreachable, match=r"no site called nowhere\.example"):
        fetch("http://nowhere.example/")


def test_a_look_up_that_hangs_is_given_up(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> list[object]:
        world.stop.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(PageUnreachable, match="looked up in time"):
        fetch(LINK, limits=QUICK)


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


def test_letters_beyond_ascii_are_written_as_the_web_writes_them(courier: World) -> None:
    courier.sites[f"{SITE}/br%C3%BCcke?q=%E2%80%99"] = answer()
    assert fetch(f"http://{SITE}/brücke?q=’").status == 200


OWN = "http://127.0.0.1:8765"


def test_the_playground_may_open_its_own_pages(world: World) -> None:
    world.sites["127.0.0.1:8765/samples/1"] = answer()
    assert fetch(f"{OWN}/samples/1", own_origin=OWN).url == f"{OWN}/samples/1"
    assert world.connected == [("127.0.0.1", 8765)]


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1/", "http://127.0.0.1:8766/", "http://localhost:8765/", "http://[::1]:8765/",
     "https://127.0.0.1:8765/", f"http://x@{OWN[7:]}/"],
)  # fmt: skip
def test_its_own_origin_opens_nothing_else_on_the_machine(world: World, link: str) -> None:
    with pytest.raises(LinkRefused):
        fetch(link, own_origin=OWN)
    assert world.connected == []


def test_a_page_of_the_outside_may_not_lead_to_the_playground(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"", 302, Location=f"{OWN}/samples/1")
    with pytest.raises(LinkRefused):
        fetch(LINK, own_origin=OWN)
    assert courier.connected == [(PUBLIC, 80)]


def test_an_own_origin_elsewhere_is_a_mistake(world: World) -> None:
    with pytest.raises(ValueError, match="on this machine"):
        fetch("http://10.0.0.1:8765/", own_origin="http://10.0.0.1:8765")
    assert world.connected == []
