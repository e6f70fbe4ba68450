"use strict";
// What changed: everything stands in the page; this looks from another day, and prints.
(() => {
  const { byId } = window.ledwerk;
  byId("show").addEventListener("click", () => {
    if (!byId("since").value) { byId("since").focus(); return; }
    const lang = document.documentElement.lang;
    const asked = { since: byId("since").value, lang };
    if (byId("until").value) asked.until = byId("until").value;
    location.assign(`/changes?${new URLSearchParams(asked)}`);
  });
  byId("print").addEventListener("click", () => window.print());
  // Numbers that are still being reckoned are asked for again, and put where they belong.
  const later = () => setTimeout(async () => {
    try {
      const answer = await fetch(location.href.split("#")[0], { headers: { accept: "text/html" } });
      const there = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (JSON.parse(there.getElementById("page-data").textContent).late) { later(); return; }
      byId("numbers").replaceWith(document.adoptNode(there.getElementById("numbers")));
    } catch { later(); }
  }, 4000);
  if (window.ledwerk.data.late) later();
  document.body.dataset.ready = "true";
})();
