// The foot of a phone: typing field, keys under it, command menu, things to attach.
import { ask } from "./api.js";
import { icon, iconButton, make } from "./dom.js";
import { openMenu } from "./menu.js";

const PICTURE = /\.(jpe?g|png|webp)$/i;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.words = phone.words;
    this.keysShown = true;
    this.element = make("footer", { class: "composer" });
    this.build();
    this.update();
  }

  build() {
    const { words } = this;
    this.field = make("textarea", { rows: "1", class: "field", dir: "auto", "aria-label": words.write, placeholder: words.write, enterkeyhint: "send", onkeydown: (event) => this.key(event), oninput: () => this.grow() });
    this.files = make("input", { type: "file", multiple: true, hidden: true, onchange: () => this.sendFiles() });
    this.slash = make("button", { type: "button", class: "icon-button slash", "aria-label": words.commands, title: words.commands, "aria-haspopup": "menu", onclick: (event) => this.offerCommands(event.currentTarget) }, "/");
    this.keysButton = iconButton("keys", words.keys, () => this.toggleKeys(), { "aria-expanded": "true" });
    this.context = make("div", { class: "context", hidden: true });
    this.keys = make("div", { class: "keys" });
    const attach = iconButton("attach", words.attach, (event) => this.offerAttachments(event.currentTarget), { "aria-haspopup": "menu" });
    const send = iconButton("send", words.send, () => this.send(), { class: "icon-button send" });
    this.line = make("div", { class: "line" }, attach, make("div", { class: "field-box" }, this.field, this.slash, this.keysButton), send, this.files);
    this.start = make("button", { type: "button", class: "filled start", onclick: () => this.phone.act("start") }, words.start);
    this.unblock = make("button", { type: "button", class: "quiet start", onclick: () => this.phone.act("unblock") }, words.unblock);
    this.element.append(this.context, this.start, this.unblock, this.line, this.keys);
  }

  update() {
    const { started, blocked, commands, keyboard } = this.phone.state;
    this.start.hidden = started || blocked;
    this.unblock.hidden = !blocked;
    this.line.hidden = !started || blocked;
    this.slash.hidden = !commands.length;
    const rows = keyboard.keyboard || [];
    this.keysButton.hidden = !rows.length;
    this.keys.hidden = !rows.length || !this.keysShown || this.line.hidden;
    // Drawn only when they change, so that the key that was pressed keeps the focus.
    const drawn = JSON.stringify(rows);
    if (drawn !== this.drawn) this.keys.replaceChildren(...rows.map((row) => this.keyRow(row)));
    this.drawn = drawn;
    this.field.placeholder = keyboard.input_field_placeholder || this.words.write;
  }

  keyRow(row) {
    const one = (key) => make("button", { type: "button", class: "key", dir: "auto", onclick: () => this.phone.act("press", { key: key.text }) }, key.text);
    return make("div", { class: "key-row" }, ...row.map(one));
  }

  toggleKeys() {
    this.keysShown = !this.keysShown;
    this.keysButton.setAttribute("aria-expanded", String(this.keysShown));
    this.update();
    this.phone.scrollDown();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.send();
    else if (event.key === "Escape" && (this.editing || this.replying)) this.leave();
    else if (event.key === "ArrowUp" && !this.field.value) this.editLast();
    else return;
    event.preventDefault();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 110)}px`;
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const { editing, replying } = this;
    this.field.value = "";
    this.leave();
    this.grow();
    if (editing) await this.phone.act("edit", { message_id: editing.message_id, text });
    else await this.phone.say(text, replying?.message_id);
  }

  replyTo(message) {
    this.leave();
    this.replying = message;
    this.showContext("reply", message);
  }

  edit(message) {
    this.leave();
    this.editing = message;
    this.field.value = message.text;
    this.grow();
    this.showContext("edit", message);
  }

  editLast() {
    const own = [...this.phone.messages.values()].filter((m) => !m.from_bot && m.kind === "text" && !m.deleted).pop();
    if (own) this.edit(own);
  }

  showContext(sign, message) {
    const text = make("span", { class: "context-words" }, make("b", {}, this.words[sign]), make("span", { dir: "auto" }, message.text || "…"));
    this.context.replaceChildren(icon(sign), text, iconButton("close", this.words.cancel, () => this.leave()));
    this.context.hidden = false;
    this.field.focus();
  }

  leave() {
    if (this.editing) this.field.value = "";
    this.editing = this.replying = null;
    this.context.hidden = true;
    this.field.focus({ preventScroll: true });
  }

  offerCommands(anchor) {
    const items = this.phone.state.commands.map(({ command, description }) => ({ label: `/${command}`, hint: description, run: () => this.phone.say(`/${command}`) }));
    openMenu(this.phone, anchor, this.words.commands, items);
  }

  async offerAttachments(anchor) {
    const { samples } = await ask("samples");
    const { words, phone } = this;
    const photo = (name) => ({ label: this.sampleName(name), sign: "🖼", run: () => phone.act("photo", { sample: name }) });
    openMenu(phone, anchor, words.attach, [
      ...samples.filter((name) => PICTURE.test(name) && name !== "wave.webp").map(photo),
      { label: words.voice, sign: "🎤", run: () => phone.act("voice") },
      { label: words.sticker, sign: "🙂", run: () => phone.act("sticker") },
      { label: words.card, sign: "☎", run: () => phone.act("contact") },
      { label: words.location, sign: "📍", run: () => phone.act("location") },
      { label: words.choose_file, sign: "📎", run: () => this.files.click() },
    ]);
  }

  sampleName(name) {
    const known = this.words[`sample_${name.replace(PICTURE, "")}`];
    return known || `${this.words.photo}: ${name.replace(PICTURE, "").replaceAll(/[-_]/g, " ")}`;
  }

  async sendFiles() {
    const chosen = [...this.files.files];
    this.files.value = "";
    const pictures = chosen.filter((file) => /^image\/(jpeg|png|webp)$/.test(file.type));
    if (pictures.length > 1) await this.upload("album", pictures);
    else await Promise.all(pictures.map((file) => this.upload("photo", [file])));
    for (const file of chosen.filter((one) => !pictures.includes(one))) await this.upload("document", [file]);
  }

  upload(action, files) {
    const form = new FormData();
    files.forEach((file) => form.append("file", file, file.name));
    return this.phone.act(action, form);
  }
}
