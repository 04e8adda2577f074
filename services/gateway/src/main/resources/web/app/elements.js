// Builds elements from text only: nothing that comes from data is ever read as HTML.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Pairs of a term and its figure. */
export function figures(list, pairs) {
  list.replaceChildren(
    ...pairs.map(([term, value, tone]) =>
      element("div", {}, element("dt", {}, term), element("dd", { class: tone }, value)),
    ),
  );
}
