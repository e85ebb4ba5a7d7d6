// A small menu within a phone: opened at a button, walked with arrow keys, closed with Escape.
import { make } from "./dom.js";

let closeOpen = null;

export function openMenu(phone, anchor, label, items, top = null) {
  closeOpen?.();
  const list = make("div", { class: "menu", role: "menu", "aria-label": label });
  if (top) list.append(top);
  for (const item of items) list.append(row(item, () => close(anchor)));
  list.addEventListener("keydown", (event) => walk(event, list, () => close(anchor)));
  phone.element.append(list);
  place(list, anchor, phone.element);
  anchor.setAttribute("aria-expanded", "true");
  const outside = (event) => list.contains(event.target) || close(null);
  setTimeout(() => document.addEventListener("pointerdown", outside));
  list.querySelector("button")?.focus();

  function close(back) {
    list.remove();
    anchor.removeAttribute("aria-expanded");
    document.removeEventListener("pointerdown", outside);
    closeOpen = null;
    back?.focus();
  }
  closeOpen = () => close(null);
  return closeOpen;
}

function row({ label, hint, sign, run }, close) {
  const pick = () => {
    close();
    run();
  };
  const words = make("span", { class: "menu-words", dir: "auto" }, label, hint ? make("small", {}, hint) : null);
  return make("button", { type: "button", role: "menuitem", onclick: pick }, sign ? make("span", { class: "sign", "aria-hidden": "true" }, sign) : null, words);
}

function walk(event, list, close) {
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function place(list, anchor, frame) {
  const box = frame.getBoundingClientRect();
  const spot = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(spot.left - box.left, 10), box.width - list.offsetWidth - 10);
  const below = spot.bottom - box.top + 4;
  const above = spot.top - box.top - list.offsetHeight - 4;
  list.style.left = `${Math.max(left, 6)}px`;
  list.style.top = `${below + list.offsetHeight < box.height - 8 ? below : Math.max(above, 8)}px`;
}
