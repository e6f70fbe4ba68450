"use strict";
// The address of the page is the state of the view, and every step can be undone: by the browser's own back,
// which the buttons press.
(() => {
  const { data, byId, view, say, texts, linkLanguage } = ledwerk;
  const inFile = data.mode === "file";
  let at = history.state?.at ?? 0;
  let top = at; // the last step that can be gone forward to
  try { top = Math.max(at, Number(sessionStorage.getItem("ledwerk-steps")) || 0); } catch { /* keeps nothing */ }

  const here = () => (inFile ? location.hash : location.search).slice(1);
  const there = (address) => {
    if (inFile) return `#${address}`;
    const others = new URLSearchParams(location.search);
    for (const name of Object.keys(view.plain)) others.delete(name);
    return `?${[address, others.toString()].filter(Boolean).join("&")}`;
  };
  const told = () => {
    byId("undo").disabled = at === 0;
    byId("redo").disabled = at >= top;
    try { sessionStorage.setItem("ledwerk-steps", String(top)); } catch { /* keeps nothing */ }
    linkLanguage();
  };

  document.addEventListener("ledwerk:view", ({ detail }) => {
    const same = view.addressOf(view.stateOf(here())) === detail.address;
    if (detail.how === "push" && !same) {
      at += 1;
      top = at;
      history.pushState({ at }, "", there(detail.address));
    } else if (detail.how !== "keep") {
      history.replaceState({ at }, "", same ? undefined : there(detail.address));
    }
    told();
  });
  // What could not be shown is not where we are.
  document.addEventListener("ledwerk:trouble", ({ detail }) => {
    if (detail.how !== "keep") return;
    const wrong = at;
    at = detail.from;
    history.go(at - wrong);
  });
  addEventListener("popstate", (event) => {
    const from = at;
    at = event.state?.at ?? 0;
    told();
    view.go(view.stateOf(here()), { how: "keep", from });
  });

  const undo = () => { if (at > 0) { history.back(); say(texts.undone); } };
  const redo = () => { if (at < top) history.forward(); };
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) { event.preventDefault(); undo(); }
    if (key === "y" || (key === "z" && event.shiftKey)) { event.preventDefault(); redo(); }
  });
  ledwerk.steps = { here, undo, redo };
})();
