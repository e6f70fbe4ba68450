"use strict";
// As of which moment the network is shown, and believing whom: the control among the filters.
(() => {
  const { texts, make, view, asJson } = ledwerk;
  let offered = null; // what can be chosen, asked for when somebody first opens the control

  const filled = (text, value) => text.replace("{value}", value);
  // A date alone is the end of its day in UTC; a moment is shown in the time of whoever looks.
  const moment = (known) => (known.includes("T")
    ? new Date(known).toLocaleString(view.lang, { dateStyle: "long", timeStyle: "short" })
    : new Date(`${known.padEnd(10, "-01").slice(0, 10)}T12:00Z`).toLocaleDateString(view.lang, { dateStyle: "long", timeZone: "UTC" }));
  const whom = (word) => {
    const [name, ...rest] = word.split(":");
    const value = rest.join(":");
    const basis = offered?.bases.find((one) => one.value === value)?.label;
    return filled(texts[`state_trust_${name}`] || word, name === "basis" ? basis || value : value);
  };
  const two = (number) => String(number).padStart(2, "0");
  const local = (known) => {
    const at = new Date(known.includes("T") ? known : `${known.padEnd(10, "-01").slice(0, 10)}T23:59Z`);
    if (Number.isNaN(at.getTime())) return "";
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
  };

  const tick = (word, label, synced) => {
    const input = make("input", null, { type: "checkbox", value: word });
    input.addEventListener("change", () => {
      const now = new Set(view.wanted().trust);
      if (input.checked) now.add(word); else now.delete(word);
      view.change({ trust: [...now].sort() });
    });
    const sync = (state) => { input.checked = state.trust.includes(word); };
    synced.push(sync);
    sync(view.state());
    return make("label", null, { className: "tick" }, input, make("span", label));
  };
  const ticks = (title, words, synced) => make("fieldset", null, {}, make("legend", title),
    ...words.map(([word, label]) => tick(word, label, synced)));

  const control = (synced) => {
    const when = make("input", null, { type: "datetime-local", id: "seen-known" });
    when.addEventListener("change", () => {
      const at = new Date(when.value);
      view.change({ known: when.value && !Number.isNaN(at.getTime()) ? `${at.toISOString().slice(0, 16)}Z` : "" });
    });
    synced.push((state) => { if (document.activeElement !== when) when.value = state.known ? local(state.known) : ""; });
    const now = make("button", texts.seen_now, { type: "button" });
    now.addEventListener("click", () => view.change({ known: "", trust: [] }));
    const lists = make("div");
    const box = make("details", null, { id: "seen" }, make("summary", texts.seen),
      make("p", texts.seen_help, { className: "soft" }),
      make("label", null, { className: "field" }, make("span", texts.seen_known), when), lists,
      make("p", null, { className: "buttons" }, now));
    const fill = async () => {
      offered = offered || await asJson(`/seen.json?lang=${view.lang}`);
      lists.replaceChildren(
        ticks(texts.seen_datasets, offered.datasets.map((one) => [`dataset:${one}`, one]), synced),
        ticks(texts.seen_bases, offered.bases.map((one) => [`basis:${one.value}`, one.label]), synced),
        tick("reviewed", texts.seen_reviewed, synced));
    };
    box.addEventListener("toggle", () => {
      if (box.open && !lists.firstChild) fill().catch((error) => { lists.textContent = error.message; });
    });
    box.open = Boolean(view.state().known || view.state().trust.length);
    return box;
  };
  ledwerk.seen = { control, moment, whom };
})();
