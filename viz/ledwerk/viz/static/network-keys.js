"use strict";
// Everything by keyboard: along the marks with the arrows, and one key for what is done often.
(() => {
  const { texts, byId, make, say, view, picture, words, light, panel } = ledwerk;
  const { network } = picture;
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const told = (id) => {
    const one = picture.mark(id);
    const ties = picture.ties().filter((tie) => !tie.gap && (tie.from === id || tie.to === id)).length;
    const members = one.members ? words.filled(texts.members, { n: words.number(one.members) }) : "";
    return [one.name, one.kindLabel, members, words.counted(texts.part_tie, texts.part_ties, ties)].filter(Boolean).join(", ");
  };
  const at = (id) => network.getPosition(id);
  // The nearest in that direction: what lies aside counts twice.
  const next = (from, [dx, dy]) => {
    const here = at(from);
    let best = null;
    let least = Infinity;
    for (const { id } of picture.marks()) {
      if (id === from) continue;
      const there = at(id);
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (along <= 0 || aside > along * 2) continue;
      const cost = along + 2 * aside;
      if (cost < least) [best, least] = [id, cost];
    }
    return best;
  };
  const first = () => {
    const { clientWidth, clientHeight } = byId("network");
    const middle = network.DOMtoCanvas({ x: clientWidth / 2, y: clientHeight / 2 });
    const far = ({ id }) => Math.hypot(at(id).x - middle.x, at(id).y - middle.y);
    return picture.marks().reduce((best, one) => (best === null || far(one) < far(best) ? one : best), null)?.id ?? null;
  };
  const walk = (way) => {
    const from = light.reached() ?? (picture.mark(view.state().selected) ? view.state().selected : null);
    const id = from === null ? first() : next(from, way);
    if (id === null) return;
    light.reach(id);
    picture.reveal(id);
    say(told(id));
  };
  const enter = () => {
    const id = light.reached();
    if (id === null) return;
    if (ledwerk.groups.isGroup(id)) ledwerk.groups.open(id);
    else panel.choose(id);
  };
  byId("network").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (WAYS[event.key]) walk(WAYS[event.key]);
    else if (event.key === "Enter" || event.key === " ") enter();
    else if (event.key === "+" || event.key === "=") picture.zoom(1.3);
    else if (event.key === "-" || event.key === "_") picture.zoom(1 / 1.3);
    else if (event.key === "0") picture.fit();
    else return;
    event.preventDefault();
  });
  byId("network").addEventListener("blur", () => light.reach(null));

  // -- from anywhere on the page, except where one writes -------------------------------------------------
  const escape = () => {
    const { room } = ledwerk.tools;
    if (ledwerk.tools.shutMore()) return true;
    if (room.on()) { room.set(false); return true; }
    if (!byId("panel").hidden) { panel.close(); return true; }
    if (!byId("filters").hidden) { ledwerk.filters.open(false); return true; }
    if (ledwerk.table.shown()) { ledwerk.table.show(false); return true; }
    return false;
  };
  const PRESSED = {
    "/": () => byId("query").focus(),
    "?": () => help(true),
    t: () => ledwerk.table.show(!ledwerk.table.shown()),
    f: () => ledwerk.filters.open(byId("filters").hidden),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") { if (escape()) event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const done = PRESSED[event.key];
    if (!done) return;
    event.preventDefault();
    done();
  });

  // -- which keys there are ---------------------------------------------------------------------------------
  const LISTED = [["← ↑ → ↓", "key_arrows"], ["Enter", "key_enter"], ["+ −", "key_zoom"], ["0", "key_fit"], ["/", "key_search"],
    ["F", "key_filters"], ["T", "key_table"], ["Ctrl+Z  Ctrl+Y", "key_undo"], ["Esc", "key_escape"], ["?", "key_help"]];
  byId("keys").querySelector("dl").replaceChildren(...LISTED.flatMap(([key, name]) => [
    make("dt", null, {}, make("kbd", key)), make("dd", texts[name])]));
  const help = (wanted) => { if (wanted) byId("keys").showModal(); else byId("keys").close(); };
  byId("keys-close").addEventListener("click", () => help(false));
  byId("keys-show").addEventListener("click", () => { ledwerk.tools.shutMore(); help(true); });
})();
