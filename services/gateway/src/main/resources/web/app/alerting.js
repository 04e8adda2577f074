// What operators do about alerts: silences, channels, and the log of messages.

import { getJson, sendJson } from "./api.js";
import { byId, element } from "./elements.js";
import { empty, failed, shown } from "./states.js";

const LAST_MESSAGES = 15;
const HOUR_MILLIS = 3_600_000;
/** A link in a message names what to silence; read before the page writes its own address. */
const asked = new URLSearchParams(location.search).get("silence");

/** May the reader change things? Nobody is told of a button that would be refused. */
export const operator = getJson("/me").then(
  (me) => me.role === "operator",
  () => false,
);

export function startAlerting() {
  byId("silence-form").addEventListener("submit", (event) => {
    event.preventDefault();
    silence();
  });
  byId("alerting").addEventListener("toggle", () => byId("alerting").open && load());
  operator.then((may) => {
    byId("silence-form").hidden = !may;
  });
  if (asked) {
    prepareSilence(asked);
  }
}

/** Opens the form with these matchers in it, one a line. */
export function prepareSilence(matchers) {
  byId("silence-matchers").value = splitMatchers(matchers).join("\n");
  byId("alerting").open = true;
  byId("silence-comment").focus();
  byId("alerting").scrollIntoView({ block: "nearest" });
}

/** Matchers stand behind each other with commas; those within quotes belong to a value. */
function splitMatchers(text) {
  return (text.match(/(?:[^,"\n]|"(?:[^"\\]|\\.)*")+/g) ?? []).map((one) => one.trim()).filter(Boolean);
}

async function load() {
  const may = await operator;
  await Promise.all([
    list("silences", "/silences", { limit: 50 }, (item) => silenceItem(item, may), "Nothing is silenced.", (item) => item.state !== "expired"),
    list("channels", "/channels", {}, (item) => channelItem(item, may), "There is no channel."),
    list("messages", "/notifications", { limit: LAST_MESSAGES }, (item) => messageItem(item, may), "Nothing was sent yet."),
  ]);
}

async function list(id, path, parameters, itemOf, nothing, wanted = () => true) {
  const place = byId(id + "-state");
  try {
    const page = await getJson(path, parameters);
    const items = page.items.filter(wanted);
    byId(id).replaceChildren(...items.map(itemOf));
    if (items.length === 0) {
      empty(place, nothing);
    } else {
      shown(place);
    }
  } catch (failure) {
    byId(id).replaceChildren();
    failed(place, failure);
  }
}

async function silence() {
  const place = byId("silence-state");
  const button = byId("silence-make");
  button.disabled = true;
  try {
    await sendJson("POST", "/silences", {
      matchers: splitMatchers(byId("silence-matchers").value),
      endsAt: new Date(Date.now() + Number(byId("silence-hours").value) * HOUR_MILLIS).toISOString(),
      comment: byId("silence-comment").value.trim(),
    });
    byId("silence-form").reset();
    shown(place);
    await load();
  } catch (failure) {
    failed(place, failure);
  } finally {
    button.disabled = false;
  }
}

function silenceItem(item, may) {
  return element(
    "li",
    {},
    element("span", { class: "badge" }, item.state),
    element("code", {}, item.matchers.join(", ")),
    may ? action("End", () => sendJson("DELETE", `/silences/${item.id}`)) : "",
    element("p", { class: "quiet" }, `${item.comment} (${item.author}, until ${moment(item.endsAt)})`),
  );
}

function channelItem(item, may) {
  const waiting = [
    item.pending ? `${item.pending} to be sent` : "",
    item.failed ? `${item.failed} parked` : "",
    item.lastSentAt ? `last sent ${moment(item.lastSentAt)}` : "",
    item.problem ?? "",
  ].filter(Boolean);
  return element(
    "li",
    {},
    element("span", { class: "badge" }, item.state),
    element("span", { class: "strong" }, `${item.name} `, element("span", { class: "quiet" }, item.kind)),
    may && item.state !== "not-configured" ? action("Test", () => test(item.name)) : "",
    waiting.length > 0 ? element("p", { class: "quiet" }, waiting.join(" · ")) : "",
  );
}

async function test(name) {
  const result = await sendJson("POST", `/channels/${encodeURIComponent(name)}/test`);
  empty(byId("alerting-state"), `${name}: ${result.outcome}`, result.detail);
}

function messageItem(item, may) {
  return element(
    "li",
    {},
    element("span", { class: "badge" }, item.state),
    element("span", {}, `${item.channel}: ${item.kind === "alerts" ? item.group : item.kind + " " + (item.period ?? "")}`),
    may && item.state === "failed" ? action("Try again", () => sendJson("POST", `/notifications/${item.id}/retry`)) : "",
    element("p", { class: "quiet" }, [item.payload?.text, item.lastError].filter(Boolean).join(" · ")),
  );
}

function action(name, work) {
  const button = element("button", { type: "button", class: "small" }, name);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await work();
      await load();
    } catch (failure) {
      failed(byId("alerting-state"), failure);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

function moment(text) {
  return new Date(text).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
