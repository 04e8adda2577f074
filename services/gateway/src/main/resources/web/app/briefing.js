// The article that the data write, in the reader's language; behind every sentence the query that proves it.

import { address, getJson } from "./api.js";
import { byId, element } from "./elements.js";
import { empty, failed, loading, shown } from "./states.js";

const LISTS = ["timeline", "caveats"];
const PROOF = { en: "the figures behind this sentence", zh: "这句话的数据" };

export async function loadBriefing(parameters, signal) {
  const body = byId("briefing-body");
  if (!body.hasChildNodes()) {
    loading(byId("briefing-state"));
  }
  try {
    const page = await getJson("/briefing", parameters, signal);
    show(page, parameters);
    return true;
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    body.replaceChildren();
    failed(byId("briefing-state"), failure);
    return false;
  }
}

function show(page, parameters) {
  const body = byId("briefing-body");
  byId("briefing-text").href = address("/briefing", { ...parameters, format: "markdown" });
  if (page.sections.length === 0) {
    body.replaceChildren();
    empty(byId("briefing-state"), "There is nothing to tell.", page.reason);
    return;
  }
  shown(byId("briefing-state"));
  body.lang = page.language;
  body.replaceChildren(element("h3", { class: "article-title" }, page.title), ...page.sections.map(section(page.language)));
}

function section(language) {
  return (part) => {
    const list = LISTS.includes(part.id);
    const sentences = part.sentences.map((sentence) => [sentence.text, " ", proof(sentence, language), " "]);
    return element(
      "section",
      { "data-section": part.id },
      element("h4", {}, part.title),
      list
        ? element("ul", {}, ...sentences.map((parts) => element("li", {}, ...parts)))
        : element("p", {}, ...sentences.flat()),
    );
  };
}

/** A small mark that leads to the figures. */
function proof(sentence, language) {
  return element(
    "a",
    { class: "proof", href: sentence.query, "data-sentence": sentence.id, "aria-label": PROOF[language], title: PROOF[language] },
    "¶",
  );
}
