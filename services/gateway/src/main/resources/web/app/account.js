// Who is signed in, and the way out. Callers without a session see nothing of it.

import { getJson, UNAUTHENTICATED } from "./api.js";
import { byId } from "./elements.js";

export async function showAccount() {
  const me = await getJson("/me").catch(() => undefined);
  if (me?.via !== "session") {
    return;
  }
  byId("account-name").textContent = `${me.subject}, ${me.role}`;
  byId("account").hidden = false;
  byId("sign-out").addEventListener("click", signOut);
  // The session has ended: the provider may still know the reader, and leads back here.
  window.addEventListener(UNAUTHENTICATED, () => location.assign("/login"), { once: true });
}

async function signOut() {
  const response = await fetch("/logout", { method: "POST" });
  const { next } = await response.json();
  location.assign(next);
}
