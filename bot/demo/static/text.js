// Turns a message's text and entities into nodes, without ever reading the text as HTML.
import { icon, make } from "./dom.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const BLOCKS = ["blockquote", "expandable_blockquote", "pre"];

export function richText(text, entities, phone) {
  const parent = document.createDocumentFragment();
  // Offsets count UTF-16 units, as JavaScript's strings do.
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(parent, text, 0, text.length, sorted, phone);
  return parent;
}

function fill(parent, text, start, end, entities, phone) {
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    const isBlock = BLOCKS.includes(entity.type);
    const before = text.slice(at, from);
    parent.append(isBlock ? before.replace(/\n$/, "") : before);
    const element = marked(entity, text.slice(from, to), phone);
    fill(element.matches?.(".with-menu") ? element.firstChild : element, text, from, to, entities, phone);
    parent.append(element);
    at = isBlock && text[to] === "\n" ? to + 1 : to;
  }
  parent.append(text.slice(at, end));
}

function marked(entity, words, phone) {
  const tag = TAGS[entity.type];
  if (tag) return make(tag);
  if (entity.type.endsWith("blockquote")) return make("blockquote", { dir: "auto" });
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "text_link" || entity.type === "url") return link(entity.url || words, phone);
  if (entity.type === "email") return make("a", { href: `mailto:${words}` });
  if (entity.type === "bot_command") {
    return make("button", { type: "button", class: "in-text", onclick: () => phone.say(words) });
  }
  return make("span", { class: "tagged" });
}

function spoiler() {
  const show = (event) => event.currentTarget.classList.add("shown");
  return make("button", { type: "button", class: "spoiler", onclick: show });
}

export function link(url, phone) {
  const address = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
  if (phone.isBotLink(address)) return botLink(address, phone);
  const shared = sharedLink(address);
  if (shared && phone.isBotLink(shared)) return shareLink(shared, phone);
  const safe = /^(https?|mailto|tel):/i.test(address) ? address : "#";
  return make("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: phone.words.new_tab });
}

// What "send this link on" carries; here it goes to one of the other phones.
function sharedLink(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.hostname === "t.me" && url.pathname === "/share/url" ? url.searchParams.get("url") : null;
}

function shareLink(url, phone) {
  const offer = (event) => phone.offerElsewhere(url, event.currentTarget);
  return make("button", { type: "button", class: "in-text", "aria-haspopup": "menu", onclick: offer });
}

function botLink(url, phone) {
  const open = make("button", { type: "button", class: "in-text", onclick: () => phone.follow(url) });
  const other = make(
    "button",
    {
      type: "button",
      class: "swap",
      "aria-label": phone.words.other_phone,
      title: phone.words.other_phone,
      onclick: (event) => phone.offerElsewhere(url, event.currentTarget),
    },
    icon("swap"),
  );
  return make("span", { class: "with-menu" }, open, other);
}
