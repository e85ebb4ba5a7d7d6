// One message as a bubble: quote, picture or file, words, buttons, reactions, time and ticks.
import { icon, iconButton, make } from "./dom.js";
import { link, richText } from "./text.js";

const PRESS_SECONDS = 6;

export function bubble(message, phone) {
  const side = message.from_bot ? "theirs" : "mine";
  const bare = message.kind === "sticker" ? " bare" : "";
  const box = make("div", { class: `bubble${bare}`, tabindex: "-1" });
  box.append(...[quote(message, phone), media(message, phone), words(message, phone)].filter(Boolean), foot(message, phone));
  const item = make("li", { class: `message ${side}`, id: phone.idOf(message.message_id) }, box);
  item.append(buttons(message, phone));
  box.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img")) return;
    event.preventDefault();
    phone.offerActions(message, box);
  });
  box.append(iconButton("more", phone.words.more, (event) => phone.offerActions(message, event.currentTarget), { class: "icon-button more", "aria-haspopup": "menu" }));
  return item;
}

function quote(message, phone) {
  if (!message.reply_to) return null;
  const who = message.reply_to.from_bot ? phone.botName : phone.words.you;
  const text = message.quote || message.reply_to.text || kindOf(message.reply_to, phone);
  const go = () => phone.showMessage(message.reply_to.message_id);
  return make("button", { type: "button", class: "quoted", onclick: go }, make("b", {}, who), make("span", { dir: "auto" }, text.slice(0, 120)));
}

function kindOf({ message_id: id }, phone) {
  const kind = phone.messages.get(id)?.kind;
  return phone.words[kind === "contact" ? "card" : kind] || "…";
}

function words(message, phone) {
  if (!message.text) return null;
  return make("div", { class: "words", dir: "auto" }, richText(message.text, message.entities, phone));
}

function media(message, phone) {
  const { kind, file_url: url } = message;
  if (kind === "photo") return picture(message, phone);
  if (kind === "sticker") return make("img", { class: "sticker", src: url, alt: phone.words.sticker });
  if (kind === "voice" || kind === "audio") return make("audio", { controls: true, src: url, preload: "metadata", "aria-label": phone.words.voice });
  if (kind === "video" || kind === "video_note") return make("video", { controls: true, src: url, class: "picture" });
  if (kind === "document") return fileLink(message, phone);
  if (kind === "contact") return card("☎", message.contact.first_name, message.contact.phone_number);
  if (kind === "location") return card(icon("place"), phone.words.location, `${message.location.latitude.toFixed(3)}, ${message.location.longitude.toFixed(3)}`);
  return null;
}

function picture(message, phone) {
  const alt = message.text || phone.words.photo;
  const shape = message.width ? `aspect-ratio:${message.width}/${message.height}` : null;
  const image = make("img", { class: "picture", src: message.file_url, alt, style: shape, loading: "lazy" });
  return make("button", { type: "button", class: "picture-button", onclick: () => phone.page.look(message.file_url, alt) }, image);
}

function fileLink(message, phone) {
  const size = message.file_size > 1e6 ? `${(message.file_size / 1e6).toFixed(1)} MB` : `${Math.ceil(message.file_size / 1000)} kB`;
  const name = message.file_name || phone.words.document;
  return make("a", { class: "card", href: message.file_url, download: name }, make("span", { class: "disc" }, icon("file")), make("span", { class: "card-words" }, make("b", { dir: "auto" }, name), make("small", {}, size)));
}

function card(sign, title, below) {
  return make("div", { class: "card" }, make("span", { class: "disc" }, sign), make("span", { class: "card-words" }, make("b", { dir: "auto" }, title), make("small", { dir: "ltr" }, below)));
}

function foot(message, phone) {
  const line = make("div", { class: "foot" });
  const given = Object.values(message.reactions).flat();
  if (given.length) line.append(make("span", { class: "reactions" }, ...given.map((emoji) => make("span", {}, emoji))));
  const time = phone.time(message.date);
  const parts = [message.edited ? `${phone.words.edited} ` : "", time];
  const stamp = make("time", { datetime: new Date(message.date * 1000).toISOString() }, ...parts);
  if (!message.from_bot) stamp.append(make("span", { class: "ticks", "aria-hidden": "true" }, phone.wasSeen(message) ? " ✓✓" : " ✓"));
  line.append(stamp);
  return line;
}

function buttons(message, phone) {
  const rows = message.reply_markup?.inline_keyboard || [];
  const box = make("div", { class: "inline-keys" });
  rows.forEach((row, rowNumber) => {
    const line = make("div", { class: "inline-row" });
    row.forEach((button, column) => line.append(inlineButton(button, message, rowNumber, column, phone)));
    box.append(line);
  });
  return rows.length ? box : "";
}

function inlineButton(button, message, row, column, phone) {
  if (button.url) return urlButton(button, phone);
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (pressed.getAttribute("aria-busy") === "true") return;
    pressed.setAttribute("aria-busy", "true");
    setTimeout(() => pressed.removeAttribute("aria-busy"), PRESS_SECONDS * 1000);
    const found = await phone.act("press", { message_id: message.message_id, row, column });
    if (found?.query_id) phone.pressed.set(found.query_id, pressed);
    else pressed.removeAttribute("aria-busy");
    if (found?.copy) phone.copy(found.copy);
  };
  return make("button", { type: "button", class: "inline-key", dir: "auto", onclick: press }, button.text);
}

function urlButton(button, phone) {
  const element = link(button.url, phone);
  const tap = element.matches(".with-menu") ? element.firstChild : element;
  tap.classList.add("inline-key");
  tap.classList.remove("in-text");
  tap.setAttribute("dir", "auto");
  tap.append(button.text, make("span", { class: "away", "aria-hidden": "true" }, " ↗"));
  element.classList.add("inline-cell");
  return element;
}
