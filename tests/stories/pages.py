"""A news site on loopback, and the articles on it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

HTML = "text/html; charset=utf-8"

FLOOD = """
At least 14 people were killed when the river Sarno flooded the town of Velmora on Monday night,
the Interior Ministry said on Tuesday.

Another 73 people were injured, the ministry said. It said the search for missing people would
go on through the night with the help of the army.

“We had no warning at all,” said Ada Brenn, who keeps a bakery by the bridge in Velmora.

The mayor of Velmora, Tomas Lindgren, said the water had destroyed 120 houses.
"""
TOLL = """
At least 41 people were killed in the flood in Velmora, the Interior Ministry said on Wednesday,
after divers had reached cars that the river Sarno had swept off the road.

The ministry said 190 people were injured, most of them in the old town by the bridge.

The mayor of Velmora, Tomas Lindgren, denied that anybody had opened the sluice of the mill pond.

More rain is expected on Friday, the weather service said in its bulletin of the evening.
"""
CHESS = """
Ilse Varga won the chess tournament of Port Ambry on Sunday after a game of six hours, the
organisers said in a statement.

She will play for the title in Lisbon in May, the national chess federation said.

“I did not sleep before the last game,” Varga told reporters in the harbour hall.

The tournament was the eleventh of its kind and drew 60 players, the organisers said.
"""
GERMAN = """
Mindestens vierzehn Menschen sind nach Angaben des Ministeriums ums Leben gekommen, als der
Fluss in der Nacht zum Dienstag über die Ufer trat und die Altstadt überschwemmte.

Die Suche nach den Vermissten dauere an, sagte eine Sprecherin. Das Wasser stehe noch immer in
den Kellern, und der Strom sei in weiten Teilen der Stadt ausgefallen.
"""


def a_page(outlet: str, day: str, title: str, text: str) -> str:
    """Return the HTML of an article published on a day ("2026-03-03") at noon."""
    paragraphs = "".join(f"<p>{one}</p>" for one in text.strip().split("\n\n"))
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>"
        f"<meta property='og:site_name' content='{outlet}'>"
        f"<meta property='og:title' content='{title}'>"
        f"<meta property='article:published_time' content='{day}T12:00:00+00:00'></head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


HELD = 10.0  # seconds, at most


class Site:
    """Serves pages by path; what it has no page for is 404. `asked` counts by path.

    A path in `held` is answered once its event is set.
    """

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, bytes]] = {}
        self.asked: list[str] = []
        self.held: dict[str, threading.Event] = {}
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                if self.path in site.held:
                    site.held[self.path].wait(HELD)
                kind, body = site._pages.get(self.path, (HTML, b""))
                self.send_response(200 if self.path in site._pages else 404)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - inherited
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,))
        self.origin = f"http://127.0.0.1:{self._http.server_port}"

    def publish(self, path: str, page: str | bytes, kind: str = HTML) -> str:
        """Put a page on the site and return its address."""
        self._pages[path] = (kind, page.encode() if isinstance(page, str) else page)
        return self.origin + path

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def open_news(site: Site) -> dict[str, str]:
    """Publish the articles of the stories and return their addresses by name."""
    return {
        "flood": site.publish("/flood", a_page("Courier", "2026-03-03", "Flood kills 14", FLOOD)),
        "toll": site.publish("/toll", a_page("Herald", "2026-03-04", "Flood toll at 41", TOLL)),
        "chess": site.publish("/chess", a_page("Gazette", "2026-03-02", "Varga wins", CHESS)),
        "german": site.publish("/de", a_page("Bote", "2026-03-03", "Flut", GERMAN)),
        "film": site.publish("/film", b"\0\1", "video/mp4"),
        "wall": site.publish("/wall", a_page("Courier", "2026-03-03", "For you", "Subscribe.")),
        "gone": site.origin + "/gone",
    }
