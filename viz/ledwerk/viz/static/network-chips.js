"use strict";
// What was chosen, each part with a button that takes it back; and what the service has to say.
(() => {
  const { texts, byId, make, view, words } = ledwerk;
  const ALL = ["helix", "kind", "sector", "programme", "municipality", "since", "until", "strength", "focus", "steps",
    "source", "target", "gaps", "open", "group", "colour", "size", "fresh", "most",
    "known", "trust"];
  const clear = () => view.change(Object.fromEntries(ALL.map((name) => [name, view.plain[name]])));
  const MANY = 6; // open groups are closed in the picture; in words they would fill the strip

  const chip = ({ words: told, without }) => {
    const button = make("button", null, { type: "button", "aria-label": words.filled(texts.remove, { value: told }) },
      make("span", told), make("span", "×", { "aria-hidden": "true" }));
    button.addEventListener("click", async () => {
      const place = [...byId("chips").querySelectorAll("button")].indexOf(button);
      await view.change(without);
      const left = byId("chips").querySelectorAll("button");
      (left[Math.min(place, left.length - 1)] || byId("filters-toggle")).focus();
    });
    return make("li", null, {}, button);
  };
  const day = (date) => (/^\d{4}-\d{2}-\d{2}$/.test(date)
    ? new Date(`${date}T12:00`).toLocaleDateString(view.lang, { day: "numeric", month: "long", year: "numeric" }) : date);
  document.addEventListener("ledwerk:view", ({ detail }) => {
    const { state, drawing } = detail;
    const parts = words.parts(state);
    const chips = parts.slice(0, parts.length > MANY * 2 ? MANY : parts.length).map(chip);
    if (parts.length > 1) {
      const all = make("button", texts.clear, { type: "button", className: "plain" });
      all.addEventListener("click", clear);
      chips.push(make("li", null, {}, all));
    }
    const had = document.activeElement?.closest("#chips button")?.getAttribute("aria-label");
    byId("chips").replaceChildren(...chips);
    if (had) [...byId("chips").querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === had)?.focus();
    byId("chips").hidden = !chips.length;
    const notes = [...drawing.notes];
    if (drawing.leftOut && !notes.length) notes.push(words.filled(texts.left_out, { n: words.number(drawing.leftOut) }));
    byId("notes").textContent = notes.join(" ");
    byId("strip").hidden = !chips.length && !notes.length;
    const sources = drawing.sources.length ? `${texts.source_line}: ${drawing.sources.join("; ")}. ` : "";
    byId("imprint").textContent = `${sources}${drawing.date ? `${texts.date} ${day(drawing.date)}.` : ""}`;
  });
  ledwerk.chips = { clear };
})();
