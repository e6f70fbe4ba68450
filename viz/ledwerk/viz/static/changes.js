"use strict";
// What changed: everything stands in the page; this looks from another day, and prints.
(() => {
  const { byId } = window.ledwerk;
  byId("show").addEventListener("click", () => {
    if (!byId("since").value) { byId("since").focus(); return; }
    const lang = document.documentElement.lang;
    location.assign(`/changes?${new URLSearchParams({ since: byId("since").value, lang })}`);
  });
  byId("print").addEventListener("click", () => window.print());
  document.body.dataset.ready = "true";
})();
