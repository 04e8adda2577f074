// The gateway's API, and its problems as exceptions that a person can read.

const ROOT = "/api/v1";

/** Told to the window when an answer says that nobody is signed in any more. */
export const UNAUTHENTICATED = "tradewind-unauthenticated";

export class ApiProblem extends Error {
  constructor(title, detail, advice) {
    super(title);
    this.detail = detail;
    this.advice = advice;
  }
}

export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return ROOT + path + (text ? "?" + text : "");
}

export async function getJson(path, parameters, signal) {
  const response = await request(address(path, parameters), "application/json", signal);
  return response.json();
}

export async function getCsv(path, parameters) {
  const response = await request(address(path, parameters), "text/csv");
  return response.blob();
}

/** Sends a change; the answer, if it has a body. */
export async function sendJson(method, path, body) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const response = await asked(address(path), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/** The events of a stream, one after the other, until it ends. */
export async function* getEvents(path) {
  const response = await request(address(path), "text/event-stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith("data:")) {
        yield JSON.parse(line.slice(5));
      }
    }
  }
}

/** Sends a form's files; fetch cannot tell how far it is. */
export function postFiles(path, parameters, form, onProgress) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", address(path, parameters));
    sending.setRequestHeader("Accept", "application/json");
    sending.upload.onprogress = (event) =>
      event.lengthComputable && onProgress(event.loaded, event.total);
    sending.onload = () => {
      let body = {};
      try {
        body = JSON.parse(sending.responseText);
      } catch {
        // The status says enough.
      }
      if (sending.status < 300) {
        resolve(body);
      } else {
        reject(problemOf(sending.status, body));
      }
    };
    sending.onerror = () =>
      reject(
        new ApiProblem(
          "The files did not get through.",
          "The connection broke off, or the files are larger than is taken.",
          "Send them again; what arrived whole is not taken twice.",
        ),
      );
    sending.send(form);
  });
}

/** All parts of a paged list; the services bound how many there can be. */
export async function getAll(path, parameters, signal) {
  const items = [];
  let cursor;
  do {
    const page = await getJson(path, { ...parameters, cursor }, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

function request(url, type, signal) {
  return asked(url, { headers: { Accept: type }, signal });
}

async function asked(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new ApiProblem(
      "The gateway cannot be reached.",
      undefined,
      "It may be starting or stopped. This page keeps trying.",
    );
  }
  if (!response.ok) {
    if (response.status === 401) {
      window.dispatchEvent(new Event(UNAUTHENTICATED));
    }
    throw await problem(response);
  }
  return response;
}

async function problem(response) {
  return problemOf(response.status, await response.json().catch(() => ({})));
}

function problemOf(status, body) {
  return new ApiProblem(
    body.title || `The answer was ${status}.`,
    (body.errors ?? []).map((error) => `${error.parameter}: ${error.detail}`).join(" ") || body.detail,
    body.advice || "Try again in a moment.",
  );
}
