"use strict";
// The legend: what shapes, colours and lines mean, and with a press only that.
(() => {
  const { byId, make, view, words } = ledwerk;
  const SVG = "http://www.w3.org/2000/svg";
  const outlines = {
    dot: "M8 1a7 7 0 1 0 .01 0z", square: "M2 2h12v12H2z", triangle: "M8 1l7 13H1z",
    triangleDown: "M8 15L1 2h14z", diamond: "M8 0l8 8-8 8-8-8z", hexagon: "M4 1h8l4 7-4 7H4L0 8z",
    star: "M8 0l2.4 5.2 5.6.7-4.1 3.9 1 5.6L8 12.6l-5 2.8 1.1-5.6L0 5.9l5.6-.7z",
    line: "M0 8h16", dashes: "M0 8h4M6 8h4M12 8h4", dotted: "M0 8h2M4.7 8h2M9.3 8h2M14 8h2", box: "M0 3h16v10H0z",
    ellipse: "M8 3c4.4 0 8 2.2 8 5s-3.6 5-8 5-8-2.2-8-5 3.6-5 8-5z",
  };
  const drawn = (shape, colour) => {
    const svg = document.createElementNS(SVG, "svg");
    for (const [name, value] of [["width", 18], ["height", 18], ["viewBox", "-1 -1 18 18"], ["aria-hidden", "true"]]) {
      svg.setAttribute(name, String(value));
    }
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", outlines[shape] || outlines.dot);
    const tie = ["line", "dashes", "dotted"].includes(shape);
    path.setAttribute("fill", tie ? "none" : colour);
    path.setAttribute("stroke", tie ? colour : "currentColor");
    path.setAttribute("stroke-width", tie ? "3" : "1");
    svg.append(path);
    return svg;
  };
  const filters = (entry) => Array.isArray(view.plain[entry.field]) && entry.value;
  const line = (entry, state) => {
    const parts = [drawn(entry.shape, entry.colour), make("span", entry.label)];
    if (entry.count) parts.push(make("small", words.number(entry.count)));
    if (!filters(entry)) return make("li", null, {}, make("span", null, { className: "entry" }, ...parts));
    const on = state[entry.field].includes(entry.value);
    const button = make("button", null, { type: "button", className: "entry", "aria-pressed": String(on) }, ...parts);
    button.dataset.field = entry.field;
    button.dataset.value = entry.value;
    return make("li", null, {}, button);
  };
  byId("legend").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { field, value } = button.dataset;
    const now = new Set(view.wanted()[field]);
    if (!now.delete(value)) now.add(value);
    view.change({ [field]: [...now].sort() });
  });

  // What is filtered out stays in the legend, else it could not be let in again.
  let known = [];
  const same = (one, other) => one.label === other.label && one.shape === other.shape && one.field === other.field;
  const kept = (entries, state) => {
    const chosen = [...new Set(entries.map((one) => one.field))].filter((field) => field && state[field]?.length);
    const gone = known.filter((one) => chosen.includes(one.field) && !entries.some((other) => same(one, other)));
    return [...entries, ...gone.map((one) => ({ ...one, count: 0 }))];
  };
  document.addEventListener("ledwerk:view", ({ detail }) => {
    const { drawing, state } = detail;
    const list = byId("legend").querySelector("ul");
    const had = document.activeElement?.closest("#legend button")?.dataset;
    const entries = kept(drawing.legend, state);
    if (entries.length > drawing.legend.length || drawing.legend.every((one) => !state[one.field]?.length)) known = entries;
    list.replaceChildren(...entries.map((entry) => line(entry, state)));
    const again = ({ dataset }) => had && dataset.field === had.field && dataset.value === had.value;
    [...list.querySelectorAll("button")].find(again)?.focus();
  });
  if (window.innerWidth < 640) byId("legend").open = false;
  ledwerk.drawnShape = drawn;
})();
