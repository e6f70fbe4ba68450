"use strict";
// Accepting and rejecting what a program read: one row by mouse or key, or all that are chosen.
(() => {
  const { byId, texts, graphql, say } = window.ledwerk;
  const words = (name, values) =>
    Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, String(value)), texts[name]);
  const rows = () => [...document.querySelectorAll(".pile tbody tr")];
  const box = (row) => row.querySelector("input[type=checkbox]");
  const chosen = () => rows().filter((row) => box(row).checked);
  const editor = () => window.ledwerk.who().role === "editor";
  const tools = document.querySelector(".tools");
  let revision = null; // of the last decision, which can be undone
  let busy = false;

  const shown = () => {
    const count = chosen().length;
    byId("chosen").textContent = count ? words("rv_chosen", { n: count }) : "";
    byId("accept").disabled = byId("reject").disabled = count === 0;
    for (const row of rows()) row.classList.toggle("chosen", box(row).checked);
  };
  const focus = (row) => {
    if (!row) return;
    for (const one of rows()) one.tabIndex = -1;
    row.tabIndex = 0;
    row.focus();
  };

  // -- deciding -----------------------------------------------------------------------------------------
  const DECIDE = (act) => `mutation ($rows: [ID!]!) { done: ${act}Read(rows: $rows) { revision errors { message } } }`;
  const decide = async (act, some) => {
    if (busy || !some.length || !editor()) return;
    busy = true;
    try {
      const { done } = await graphql(DECIDE(act), { rows: some.map((row) => row.dataset.id) });
      if (done.errors.length) { say(done.errors[0].message); tell(done.errors[0].message, false); return; }
      revision = done.revision;
      gone(some);
      const told = words(`rv_${act}ed`, { n: some.length });
      tell(told, true);
      say(told);
    } catch (error) { tell(error.message, false); say(error.message); } finally { busy = false; }
  };
  const tell = (text, undoable) => {
    byId("done").hidden = false;
    byId("told").textContent = text;
    byId("undo").hidden = !undoable;
  };
  const gone = (some) => {
    const every = rows();
    const last = every.indexOf(some[some.length - 1]);
    const next = every.slice(last + 1).find((row) => !some.includes(row))
      || every.slice(0, last).reverse().find((row) => !some.includes(row));
    for (const row of some) row.remove();
    for (const pile of document.querySelectorAll(".pile")) if (!pile.querySelector("tbody tr")) pile.remove();
    shown();
    if (next) focus(next);
    else byId("undo").focus();
  };
  const undo = async () => {
    try {
      const found = await graphql("mutation ($r: Int!) { undo(revision: $r) { errors { message } } }", { r: revision });
      if (found.undo.errors.length) { tell(found.undo.errors[0].message, false); return; }
      say(texts.rv_undone);
      location.reload();
    } catch (error) { tell(error.message, false); }
  };

  // -- by mouse and by key --------------------------------------------------------------------------------
  const keyed = (event, row) => {
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const every = rows();
    const at = every.indexOf(row);
    const acts = {
      ArrowDown: () => focus(every[at + 1]),
      ArrowUp: () => focus(every[at - 1]),
      " ": () => { box(row).checked = !box(row).checked; shown(); },
      a: () => decide("accept", [row]),
      x: () => decide("reject", [row]),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || !editor()) return;
    event.preventDefault();
    act();
  };
  if (tools) {
    document.addEventListener("keydown", (event) => {
      const row = event.target.closest?.(".pile tbody tr");
      if (row) keyed(event, row);
    });
    document.addEventListener("click", (event) => {
      const act = event.target.closest("[data-act]");
      if (act) decide(act.dataset.act, [act.closest("tr")]);
    });
    document.addEventListener("change", (event) => { if (event.target.closest(".pile")) shown(); });
    byId("accept").addEventListener("click", () => decide("accept", chosen()));
    byId("reject").addEventListener("click", () => decide("reject", chosen()));
    byId("undo").addEventListener("click", undo);
    byId("least").addEventListener("change", () => {
      const least = byId("least").value;
      if (least === "") return;
      for (const row of rows()) box(row).checked = least === "0" || Number(row.dataset.confidence || -1) >= Number(least);
      shown();
    });
    const offer = () => {
      tools.hidden = !editor();
      const [first] = rows();
      for (const row of rows()) row.tabIndex = editor() ? (row === first ? 0 : -1) : -1;
    };
    document.addEventListener("ledwerk:who", offer);
    offer();
    shown();
  }
  document.body.dataset.ready = "true";
})();
