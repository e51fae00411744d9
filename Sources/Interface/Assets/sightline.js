// Comfort on top of pages that work without it.
(() => {
  "use strict";

  // A filter applies itself when a pointer chose something. With the keyboard one passes through choices on the way, so
  // there the button decides.
  for (const form of document.querySelectorAll("form[data-auto]")) {
    let byKeyboard = false;
    form.addEventListener("keydown", (event) => { byKeyboard = event.key !== "Enter"; });
    form.addEventListener("pointerdown", () => { byKeyboard = false; });
    form.addEventListener("change", (event) => {
      if (event.target.matches("select") && !byKeyboard) form.requestSubmit();
    });
  }

  // Nothing typed is lost by leaving the page unawares.
  for (const form of document.querySelectorAll("form[data-guard]")) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  }

  // A second press on the same button sends nothing twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    window.setTimeout(() => {
      delete form.dataset.sent;
      if (event.submitter) event.submitter.removeAttribute("aria-busy");
    }, 8000);
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
  });

  // Copying is offered only where it works.
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    const label = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.copied;
      window.setTimeout(() => { button.textContent = label; }, 2500);
    });
  }

  // The reader of a form that came back begins at what is to be mended.
  const problems = document.querySelector("main > .problems");
  if (problems) problems.focus();

  // Work under way says how far it is; when it is over, so does the page.
  for (const status of document.querySelectorAll("[data-events]")) {
    const events = new EventSource(status.dataset.events);
    events.addEventListener("progress", (event) => { status.textContent = event.data; });
    events.addEventListener("done", () => { events.close(); window.location.reload(); });
  }

  // Paper shows what is folded on the screen.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.when-narrow:not([open])")];
    for (const fold of unfolded) fold.open = true;
  });
  window.addEventListener("afterprint", () => { for (const fold of unfolded) fold.open = false; });
})();
