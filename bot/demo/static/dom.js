// Builds elements; text is always text, never markup.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

const SHAPES = {
  attach: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.3a1.6 1.6 0 0 1-2.3-2.3l7.4-7.4",
  send: "M4 12l16-8-6 16-2.5-6.5z",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  swap: "M4 9h14l-4-4M20 15H6l4 4",
  close: "M6 6l12 12M18 6L6 18",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  reply: "M10 7L4 12l6 5M4 12h10a6 6 0 0 1 6 6",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  place: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", class: `icon icon-${name}` })) {
    picture.setAttribute(key, value);
  }
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", SHAPES[name]);
  picture.append(line);
  return picture;
}

export function iconButton(name, label, onclick, extra = {}) {
  return make("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...extra }, icon(name));
}
