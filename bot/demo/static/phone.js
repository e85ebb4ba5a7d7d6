// One phone: the chat of one person with the bot, and what that person can do.
import { act, ask } from "./api.js";
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { icon, iconButton, make } from "./dom.js";
import { openMenu } from "./menu.js";

export const RIGHT_TO_LEFT = ["ar", "fa", "he", "ps", "ur"];
// The bot's own time, wherever the page is opened.
export const TIME_ZONE = "Europe/Brussels";
const REACTIONS = ["👍", "❤", "🙏", "🎉", "😢"];
const TOAST_SECONDS = 3.5;
const TYPING_SECONDS = 5;

export class PhoneView {
  constructor(person, page) {
    this.person = person;
    this.page = page;
    this.messages = new Map();
    this.pressed = new Map();
    this.state = { keyboard: {}, commands: [], started: true };
    this.element = make("section", { class: "phone", tabindex: "-1" });
    this.draw();
  }

  get id() { return this.person.user_id; }
  get botName() { return this.page.bot.first_name; }
  idOf(messageId) { return `m-${this.id}-${messageId}`; }
  isBotLink(url) {
    const name = this.page.bot.username.toLowerCase();
    return url.toLowerCase().startsWith(`https://t.me/${name}`) || url.toLowerCase().startsWith(`tg://resolve?domain=${name}`);
  }

  draw() {
    this.words = this.page.wordsOf(this.person.language);
    this.element.lang = this.person.language;
    this.element.dir = RIGHT_TO_LEFT.includes(this.person.language) ? "rtl" : "ltr";
    this.element.setAttribute("aria-label", this.words.phone_of.replace("{name}", this.person.name));
    this.status = make("span", { class: "status" }, this.words.bot);
    this.log = make("ol", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-label": this.botName, tabindex: "0" });
    this.pinned = make("div", { class: "pinned", hidden: true });
    this.toasts = make("div", { class: "toasts", role: "status" });
    this.composer = new Composer(this);
    new ResizeObserver(() => this.scrollDown()).observe(this.log);
    this.element.replaceChildren(this.header(), this.pinned, this.log, this.toasts, this.composer.element);
  }

  header() {
    const menu = iconButton("more", this.words.more, (event) => this.offerBlocking(event.currentTarget), { "aria-haspopup": "menu" });
    const names = make("div", { class: "names" }, make("b", {}, make("bdi", {}, this.botName)), this.status);
    return make("header", { class: "phone-head" }, make("span", { class: "avatar", "aria-hidden": "true" }, "40"), names, menu);
  }

  async refresh() {
    const state = await ask(`chats/${this.id}`);
    this.state = state;
    this.messages = new Map(state.messages.map((message) => [message.message_id, message]));
    this.log.replaceChildren();
    this.showPinned();
    this.messages.forEach((message) => this.put(message));
    if (!state.messages.length && state.description) this.log.append(this.welcome(state.description));
    this.composer.update();
    this.scrollDown();
  }

  welcome(description) {
    return make("li", { class: "welcome" }, make("b", {}, this.words.what_can), make("p", { dir: "auto" }, description));
  }

  hear(event) {
    if (event.kind === "message") this.take(event.message);
    else if (event.kind === "toast") this.answer(event.toast);
    else if (event.kind === "typing") this.showTyping();
    else if (event.kind === "keyboard") this.refreshKeys();
    else this.refresh();
  }

  take(message) {
    const isNew = !this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    if (message.from_bot && isNew) this.stopTyping();
    const wasAtEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
    this.log.querySelector(".welcome")?.remove();
    this.put(message, isNew);
    if (isNew && !this.state.started) this.refreshKeys();
    if (isNew && message.from_bot) this.markSeen();
    if (isNew && (wasAtEnd || !message.from_bot)) this.scrollTo(message);
    this.page.noticed(this, isNew && message.from_bot);
  }

  put(message, isNew = false) {
    const old = document.getElementById(this.idOf(message.message_id));
    this.showPinned();
    if (message.deleted) { old?.remove(); return; }
    const fresh = bubble(message, this);
    fresh.classList.toggle("new", isNew);
    if (old) this.replace(old, fresh);
    else {
      this.putDay(message);
      this.log.append(fresh);
    }
  }

  // Whoever walks by keyboard keeps their place when a message changes under their hands.
  replace(old, fresh) {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(fresh);
    if (hadFocus) (fresh.querySelector(".inline-key") || fresh.querySelector(".bubble")).focus({ preventScroll: true });
  }

  showPinned() {
    const last = [...this.messages.values()].filter((message) => message.pinned && !message.deleted).pop();
    this.pinned.hidden = !last;
    if (!last) return;
    const words = make("span", { dir: "auto" }, last.text || this.words[last.kind] || "…");
    this.pinned.replaceChildren(icon("pin"), make("button", { type: "button", onclick: () => this.showMessage(last.message_id) }, make("b", {}, this.words.pinned), words));
  }

  putDay(message) {
    const day = this.day(message.date);
    const shown = [...this.log.querySelectorAll(".day")].pop()?.textContent;
    if (day !== shown) this.log.append(make("li", { class: "day" }, make("span", {}, day)));
  }

  markSeen() {
    for (const ticks of this.log.querySelectorAll(".ticks")) ticks.textContent = " ✓✓";
  }

  wasSeen(message) {
    return [...this.messages.values()].some((other) => other.from_bot && other.message_id > message.message_id);
  }

  async refreshKeys() {
    const { messages, ...state } = await ask(`chats/${this.id}?after=999999999`);
    this.state = state;
    this.composer.update();
    this.scrollDown();
  }

  answer(toast) {
    if (!toast) return;
    this.pressed.get(toast.query_id)?.removeAttribute("aria-busy");
    this.pressed.delete(toast.query_id);
    if (toast.url) this.follow(toast.url);
    if (toast.alert && toast.text) this.page.confirm(toast.text, this.words.close);
    else if (toast.text) this.toast(toast.text);
  }

  toast(text) {
    const shown = make("p", { class: "toast", dir: "auto" }, text);
    this.toasts.append(shown);
    setTimeout(() => shown.remove(), TOAST_SECONDS * 1000);
  }

  showTyping() {
    this.status.textContent = this.words.typing;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.stopTyping(), TYPING_SECONDS * 1000);
  }

  stopTyping() {
    this.status.textContent = this.words.bot;
  }

  async act(action, body) {
    try {
      return await act(this.id, action, body);
    } catch {
      this.toast(this.words.failed);
      return null;
    }
  }

  say(text, replyTo = null) { return this.act("text", { text, reply_to: replyTo }); }
  follow(url) { return this.act("link", { url }); }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.toast(this.words.copied);
  }

  showMessage(messageId) {
    const found = document.getElementById(this.idOf(messageId));
    found?.scrollIntoView({ block: "center" });
    found?.querySelector(".bubble").focus();
  }

  offerElsewhere(url, anchor) {
    const others = this.page.phones.filter((phone) => phone !== this);
    openMenu(this, anchor, this.words.other_phone, [
      ...others.map((phone) => ({ label: phone.person.name, hint: this.words[phone.person.role], sign: "📱", run: () => { this.page.show(phone); phone.follow(url); } })),
      { label: this.words.open_here, sign: "↵", run: () => this.follow(url) },
      { label: this.words.copy, sign: "⧉", run: () => this.copy(url) },
    ]);
  }

  offerActions(message, anchor) {
    const items = [{ label: this.words.reply, sign: "↩", run: () => this.composer.replyTo(message) }];
    if (!message.from_bot && message.text) items.push({ label: this.words.edit, sign: "✎", run: () => this.composer.edit(message) });
    if (message.text) items.push({ label: this.words.copy, sign: "⧉", run: () => this.copy(message.text) });
    const close = openMenu(this, anchor, this.words.message_menu, items, this.reactionRow(message, () => close()));
  }

  reactionRow(message, close) {
    const given = message.reactions.person?.[0];
    const pick = (emoji) => () => {
      close();
      this.act("react", { message_id: message.message_id, emoji: emoji === given ? null : emoji });
    };
    const one = (emoji) => make("button", { type: "button", role: "menuitem", "aria-label": this.words.react.replace("{emoji}", emoji), onclick: pick(emoji) }, emoji);
    return make("div", { class: "reaction-row" }, ...REACTIONS.map(one));
  }

  offerBlocking(anchor) {
    const blocked = this.state.blocked;
    const run = async () => { await this.act(blocked ? "unblock" : "block"); };
    openMenu(this, anchor, this.words.more, [{ label: blocked ? this.words.unblock : this.words.block, sign: blocked ? "✓" : "⊘", run }]);
  }

  scrollDown() {
    requestAnimationFrame(() => { this.log.scrollTop = this.log.scrollHeight; });
  }

  // The end of the chat; of a message taller than the screen, its beginning.
  scrollTo(message) {
    this.scrollDown();
    requestAnimationFrame(() => {
      const shown = document.getElementById(this.idOf(message.message_id));
      if (message.from_bot && shown?.offsetHeight > this.log.clientHeight) shown.scrollIntoView({ block: "start" });
    });
  }

  time(seconds) {
    return new Intl.DateTimeFormat(this.person.language, { hour: "2-digit", minute: "2-digit", hour12: false, numberingSystem: "latn", timeZone: TIME_ZONE }).format(seconds * 1000);
  }

  day(seconds) {
    return new Intl.DateTimeFormat(this.person.language, { weekday: "long", day: "numeric", month: "long", numberingSystem: "latn", timeZone: TIME_ZONE }).format(seconds * 1000);
  }
}
