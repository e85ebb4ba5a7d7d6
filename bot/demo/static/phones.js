// The page: three phones side by side (one at a time on a narrow screen), the clock, and starting again.
import { act, ask, listen } from "./api.js";
import { make } from "./dom.js";
import { PhoneView, RIGHT_TO_LEFT, TIME_ZONE } from "./phone.js";

const ROLES = ["newcomer", "begeleider", "contact"];
const FALLBACK_IDS = { newcomer: 1001, begeleider: 1002, contact: 1003 };

class Page {
  constructor(words, demo) {
    this.allWords = words;
    this.bot = demo.bot;
    this.demo = demo;
    this.words = this.wordsOf(navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => words[tag]) || "nl");
    this.phones = [];
    this.seats = [];
  }

  wordsOf(language) {
    return this.allWords[language] || this.allWords.nl;
  }

  async open() {
    this.people = this.demo.people.length ? this.demo.people : await this.inventPeople();
    ROLES.forEach((role) => this.seat(role));
    this.showBar();
    this.drawTabs();
    this.show(this.phones[0]);
    this.connect();
  }

  inventPeople() {
    const invent = async (role) => {
      const name = this.words[`fallback_${role}`];
      await ask("users", { id: FALLBACK_IDS[role], first_name: name, language_code: "nl" });
      return { role, user_id: FALLBACK_IDS[role], name, language: "nl" };
    };
    return Promise.all(ROLES.map(invent));
  }

  seat(role) {
    const person = this.people.find((one) => one.role === role);
    if (!person) return;
    const phone = new PhoneView({ ...person }, this);
    const seat = make("div", { class: "seat", id: `seat-${role}`, role: "tabpanel", "aria-labelledby": `tab-${role}` }, this.caption(phone), phone.element);
    this.phones.push(phone);
    this.seats.push(seat);
    document.getElementById("phones").append(seat);
  }

  caption(phone) {
    const { role, name, hint } = phone.person;
    const title = make("h2", {}, make("span", { class: "role" }, this.words[role]), make("span", { class: "person", dir: "auto" }, name));
    const text = typeof hint === "object" && hint ? hint[this.languageOf()] || hint.nl : hint;
    const choice = role === "newcomer" ? this.languageChoice(phone) : null;
    return make("div", { class: "caption" }, title, choice, text ? make("p", { class: "hint", dir: "auto" }, text) : null);
  }

  languageOf() {
    return Object.keys(this.allWords).find((tag) => this.allWords[tag] === this.words);
  }

  languageChoice(phone) {
    const options = Object.entries(this.allWords).map(([tag, words]) => make("option", { value: tag, selected: tag === phone.person.language, lang: tag }, words.language_name));
    return make("label", { class: "choice" }, make("span", {}, this.words.language), make("select", { onchange: (event) => this.speak(phone, event.target.value) }, ...options));
  }

  // Another newcomer who speaks this language takes the phone; without one, the phone's language changes.
  async speak(phone, language) {
    const other = this.people.find((one) => one.role === "newcomer" && one.language === language);
    if (other && other.user_id !== phone.id) phone.person = { ...other };
    else phone.person.language = language;
    await act(phone.id, "language", { language_code: language });
    phone.draw();
    // The bot keeps the language that was chosen with it, so it is asked for its languages.
    if (phone.messages.size) await phone.say("/language");
    const seat = document.getElementById(`seat-${phone.person.role}`);
    seat.querySelector(".person").textContent = phone.person.name;
    this.connect();
  }

  connect() {
    this.source?.close();
    const byId = new Map(this.phones.map((phone) => [phone.id, phone]));
    const everything = () => this.phones.forEach((phone) => phone.refresh());
    this.source = listen([...byId.keys()], (event) => this.hear(byId, event), everything);
  }

  hear(byId, event) {
    if (event.kind === "clock") this.readClock();
    else byId.get(event.chat_id)?.hear(event);
  }

  showBar() {
    const { words } = this;
    document.documentElement.lang = this.languageOf();
    document.documentElement.dir = RIGHT_TO_LEFT.includes(this.languageOf()) ? "rtl" : "ltr";
    document.title = words.title;
    const labels = { title: words.title, notice: words.notice, "now-label": words.now, "plus-day": words.plus_day, "plus-week": words.plus_week, "start-again": words.start_again };
    for (const [id, text] of Object.entries(labels)) document.getElementById(id).textContent = text;
    document.getElementById("tabs").setAttribute("aria-label", words.phones);
    document.getElementById("plus-day").onclick = () => this.advance(1);
    document.getElementById("plus-week").onclick = () => this.advance(7);
    document.getElementById("start-again").onclick = () => this.startAgain();
    document.getElementById("look").onclick = (event) => event.currentTarget.close();
    this.readClock();
    setInterval(() => this.readClock(), 30_000);
  }

  advance(days) {
    return ask("clock", { days });
  }

  async readClock() {
    const { now } = await ask("clock");
    const form = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false, numberingSystem: "latn", timeZone: TIME_ZONE };
    document.getElementById("now").textContent = new Intl.DateTimeFormat(this.languageOf(), form).format(new Date(now));
  }

  async startAgain() {
    if (!(await this.confirm(this.words.start_again_sure, this.words.yes, this.words.cancel))) return;
    await ask("reset", {});
    this.phones.forEach((phone) => phone.refresh());
  }

  confirm(text, yes, no = "") {
    const dialog = document.getElementById("ask");
    document.getElementById("ask-words").textContent = text;
    const accept = document.getElementById("ask-yes");
    const refuse = document.getElementById("ask-no");
    accept.textContent = yes;
    refuse.textContent = no;
    refuse.hidden = !no;
    dialog.showModal();
    return new Promise((resolve) => {
      accept.onclick = () => dialog.close("yes");
      refuse.onclick = () => dialog.close("no");
      dialog.onclose = () => {
        resolve(dialog.returnValue === "yes");
        dialog.returnValue = "";
      };
    });
  }

  look(url, alt) {
    const picture = document.getElementById("look-picture");
    picture.src = url;
    picture.alt = alt;
    document.getElementById("look").showModal();
  }

  drawTabs() {
    const tab = (phone) => make("button", { type: "button", role: "tab", id: `tab-${phone.person.role}`, "aria-controls": `seat-${phone.person.role}`, onclick: () => this.show(phone) }, this.words[phone.person.role]);
    const tabs = document.getElementById("tabs");
    tabs.replaceChildren(...this.phones.map(tab));
    tabs.addEventListener("keydown", (event) => this.walkTabs(event));
  }

  walkTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (this.phones.indexOf(this.shown) + step + this.phones.length) % this.phones.length;
    this.show(this.phones[next]);
    document.getElementById(`tab-${this.shown.person.role}`).focus();
  }

  show(phone) {
    this.shown = phone;
    this.phones.forEach((one, at) => {
      const chosen = one === phone;
      this.seats[at].classList.toggle("shown", chosen);
      const tab = document.getElementById(`tab-${one.person.role}`);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) tab.classList.remove("news");
    });
    phone.scrollDown();
  }

  noticed(phone, isNews) {
    if (isNews && phone !== this.shown) document.getElementById(`tab-${phone.person.role}`).classList.add("news");
  }
}

const [words, demo] = await Promise.all([fetch("/static/words.json").then((answer) => answer.json()), ask("demo")]);
window.page = new Page(words, demo);
await window.page.open();
