// The gateway's API, and its problems as exceptions that a person can read.

const ROOT = "/api/v1";

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

async function request(url, type, signal) {
  let response;
  try {
    response = await fetch(url, { headers: { Accept: type }, signal });
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
    throw await problem(response);
  }
  return response;
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  return new ApiProblem(
    body.title || `The answer was ${response.status}.`,
    body.detail,
    body.advice || "Try again in a moment.",
  );
}
