// How files of the bot are shown: pictures drawn, all others as links to save them.

import { h, icon } from "/page/dom.js";

/** Draw the files of a message; a title that its words have said already is not said again. */
export const files = (given, words) => given.map((file) => (file.picture ? picture(file) : saved(file, words)));

function picture(file) {
  return h(
    "figure",
    { class: "file" },
    h("figcaption", {}, file.title, " ", h("a", { href: file.url, download: file.name }, "Save")),
    h("a", { href: file.url, target: "_blank", rel: "noopener", title: "Open" }, h("img", { src: file.url, alt: file.alt || file.title })),
    file.alt && h("details", {}, h("summary", { "data-hold": file.id }, "The picture in words"), h("p", {}, file.alt)),
  );
}

function saved(file, words) {
  const title = [file.name, words].includes(file.title) ? "" : `, ${file.title}`;
  return h(
    "p",
    { class: "file" },
    icon("memo"),
    h("a", { href: file.url, download: file.name }, file.name),
    h("small", {}, size(file.size) + title),
  );
}

const size = (bytes) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`);
