// Sends files, or only asks what would happen, and follows a submission until its figures are there.

import { getAll, getEvents, postFiles } from "./api.js";
import { byId, element } from "./elements.js";
import { showPreview, showProblems } from "./preview.js";
import { empty, failed, shown } from "./states.js";

const STEPS = {
  received: "Waiting for its turn",
  checking: "Checking",
  publishing: "Publishing",
  published: "Computing the indicators",
};

let busy = false;

export function startSending() {
  byId("sending-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) {
      run(event.submitter?.value === "preview");
    }
  });
}

async function run(preview) {
  working(true);
  shown(byId("sending-state"));
  byId("sending-result").replaceChildren();
  try {
    const answer = await postFiles("/submissions", parameters(preview), form(), (sent, all) =>
      bar(sent / all, sent < all ? "Sending" : preview ? "Comparing" : "Storing"),
    );
    if (preview) {
      showPreview(byId("sending-result"), answer);
    } else {
      await follow(answer);
    }
  } catch (failure) {
    failed(byId("sending-state"), failure);
  } finally {
    working(false);
  }
}

function parameters(preview) {
  return {
    period: byId("sending-period").value,
    coverage: byId("sending-coverage").value.trim(),
    mode: byId("sending-mode").value,
    status: byId("sending-status").value,
    dryRun: preview ? "true" : "",
  };
}

function form() {
  const data = new FormData();
  for (const file of byId("sending-files").files) {
    data.append("files", file, file.name);
  }
  return data;
}

async function follow(submission) {
  let last = submission;
  for await (const event of getEvents(`/submissions/${submission.id}/events`)) {
    last = event;
    bar(event.progress.fraction, step(event));
  }
  await finish(submission, last);
}

function step({ state, progress, reason }) {
  const rows = state === "publishing" ? progress.rowsPublished : progress.rowsChecked;
  const parts = [
    STEPS[state] ?? state,
    state in STEPS && rows > 0 ? `${number(rows)} rows` : "",
    progress.perSecond ? `${number(progress.perSecond)} a second` : "",
    progress.secondsLeft ? `${number(progress.secondsLeft)} s left` : "",
    state === "rejected" ? "" : reason,
  ];
  return parts.filter(Boolean).join(" · ");
}

async function finish(submission, last) {
  const place = byId("sending-state");
  if (last.state === "applied") {
    empty(
      place,
      "Applied.",
      submission.note,
      element(
        "p",
        {},
        "The figures above have it. ",
        element("a", { href: `/api/v1/submissions/${submission.id}` }, "What was taken"),
      ),
    );
    document.dispatchEvent(new Event("submission-applied"));
  } else if (last.state === "rejected") {
    empty(place, "Rejected: nothing of it was published.", last.reason);
  } else {
    empty(place, `The submission is ${last.state}.`, last.reason ?? submission.note);
  }
  const problems = await getAll(`/submissions/${submission.id}/problems`, { limit: 1000 });
  showProblems(byId("sending-result"), problems.slice(0, 1000), problems.length);
}

function working(on) {
  busy = on;
  for (const id of ["sending-preview", "sending-send"]) {
    byId(id).disabled = on;
  }
  byId("sending-progress").hidden = !on;
  if (on) {
    bar(0, "Sending");
  }
}

function bar(fraction, text) {
  const progress = byId("sending-bar");
  if (fraction === null || fraction === undefined) {
    progress.removeAttribute("value");
  } else {
    progress.value = fraction;
  }
  byId("sending-step").textContent = text;
}

function number(value) {
  return new Intl.NumberFormat("en").format(value);
}
