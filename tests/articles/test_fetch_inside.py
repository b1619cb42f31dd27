"""A link leads nowhere else: to no address inside, by no detour and no redirect."""

import pytest

from bot.articles.fetch import fetch
from bot.newsroom.trouble import LinkRefused, PageUnreachable
from tests.articles.courier import LINK, SITE
from tests.articles.world import PUBLIC, PUBLIC_6, World, answer


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("http://10.20.30.40/", id="an address"),
        pytest.param("http://8.8.4.4/", id="a public address too"),
        pytest.param("http://[::1]/", id="an IPv6 address"),
        pytest.param("http://[::ffff:10.0.0.9]/", id="an address in an address"),
        pytest.param("http://[fe80::1%25eth0]/", id="an address with its wire"),
        pytest.param("http://[64:ff9b::7f00:1]/", id="an address to be translated"),
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
        "3fff::1", "5f00::1", "fe80::1%2", "64:ff9b:1::1", "::10.0.0.1", "2002:7f00:1::",
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
    ("location", "leads"),
    [
        pytest.param(b"/still closed", "/still%20closed", id="a space"),
        pytest.param("/brücke".encode(), "/br%C3%BCcke", id="UTF-8"),
        pytest.param("/brücke".encode("latin-1"), "/br%FCcke", id="Latin-1"),
    ],
)
def test_a_redirect_as_servers_write_it_is_followed(
    courier: World, location: bytes, leads: str
) -> None:
    passed_on = b"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"
    courier.sites[f"{SITE}/bridge"] = passed_on
    courier.sites[f"{SITE}{leads}"] = answer(b"<p>Still closed</p>")
    assert fetch(LINK).url == f"http://{SITE}{leads}"


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
