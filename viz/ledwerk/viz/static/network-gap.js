"use strict";
// Choosing a tie, and above all one that is not there: who lacks whom, and who could introduce them. And
// groups: opened and closed where they stand.
(() => {
  const { texts, byId, make, view, picture, words, panel, light, data } = ledwerk;
  const { network } = picture;
  const { filled } = words;

  const agreement = (tie, via) => {
    const { gaps } = view.state();
    const query = new URLSearchParams({ from: tie.from, to: tie.to, ...(via ? { via } : {}), ...(gaps ? { gaps } : {}), lang: view.lang });
    return `/agreements?${query}`;
  };
  const ways = (tie) => {
    const served = data.mode !== "file";
    const lines = tie.via.map(([id, name]) => {
      words.learn(id, name);
      const line = make("li", null, {}, panel.link(id, name));
      if (served) line.append(make("br"), make("a", filled(texts.agree, { name }), { href: agreement(tie, id) }));
      return line;
    });
    if (lines.length) return panel.listed(texts.introducers, lines);
    const none = [make("h3", texts.introducers), make("p", texts.introducers_none)];
    if (served) none.push(make("p", null, {}, make("a", texts.agree_alone, { href: agreement(tie, "") })));
    return none;
  };
  const shown = (tie, [a, b]) => {
    const ends = [panel.link(a.id, a.name), " – ", panel.link(b.id, b.name)];
    if (!tie.gap) {
      const weight = tie.weight > 1 ? `${tie.title} · ${words.number(tie.weight)}` : tie.title;
      panel.shown(`${a.name} – ${b.name}`, `${texts.tie}: ${weight}`, make("p", null, {}, ...ends));
      return [];
    }
    panel.shown(filled(texts.gap_lacks, { a: a.name, b: b.name }), texts.gap,
      make("p", filled(texts.gap_told, { a: a.name, b: b.name })), make("p", null, {}, ...ends), ...ways(tie));
    return tie.via.map(([id]) => id);
  };
  const chooseTie = async (id, { read = false } = {}) => {
    const tie = picture.tie(id);
    if (!tie) return;
    if (view.state().selected) await view.select("");
    if (read && byId("panel").hidden) panel.from(document.activeElement);
    panel.other();
    const more = shown(tie, [picture.mark(tie.from), picture.mark(tie.to)]);
    light.chooseTie(id, more);
    if (read) byId("facts").querySelector("h2").focus({ preventScroll: true });
  };

  // -- groups --------------------------------------------------------------------------------------------
  const open = (id) => {
    const { open: already } = view.state();
    if (already.includes(id)) return null;
    return view.change({ open: [...already, id], selected: "" }, { cause: "open" });
  };
  const shut = (id) => view.change({ open: view.state().open.filter((one) => one !== id), selected: "" }, { cause: "open" });
  const isGroup = (id) => picture.mark(id)?.members > 0;

  // Buttons on the picture stand where the regions are.
  const closers = () => {
    const regions = picture.regions().filter((one) => one.closes);
    const there = [...byId("closers").children];
    regions.forEach((region, i) => {
      const button = there[i] || byId("closers").appendChild(make("button", "×", { type: "button" }));
      button.dataset.id = region.closes;
      const name = filled(texts.shut_named, { name: region.label });
      if (button.title !== name) { button.title = name; button.setAttribute("aria-label", name); }
      const at = network.canvasToDOM({ x: region.x + region.width, y: region.y });
      button.style.transform = `translate(${Math.round(at.x - 30)}px, ${Math.round(at.y + 4)}px)`;
    });
    for (const extra of there.slice(regions.length)) extra.remove();
  };
  byId("closers").addEventListener("click", (event) => {
    if (event.target.dataset.id) shut(event.target.dataset.id);
  });
  network.on("afterDrawing", closers);

  // -- the mouse -----------------------------------------------------------------------------------------
  network.on("click", (event) => {
    const [mark] = event.nodes;
    if (mark !== undefined) {
      if (isGroup(mark) && view.state().selected === mark) open(mark);
      else view.select(mark);
    } else if (event.edges.length) chooseTie(event.edges[0]);
    else panel.close();
  });
  network.on("doubleClick", (event) => { if (isGroup(event.nodes[0])) open(event.nodes[0]); });

  // Zooming far into a group opens it, once the wheel rests.
  let resting = 0;
  network.on("zoom", ({ direction }) => {
    clearTimeout(resting);
    if (direction !== "+") return;
    resting = setTimeout(() => {
      const { clientWidth, clientHeight } = byId("network");
      const middle = { x: clientWidth / 2, y: clientHeight / 2 };
      const wide = (one) => network.body.nodes[one.id].shape.width * network.getScale();
      const far = (one) => {
        const at = network.canvasToDOM(network.getPosition(one.id));
        return Math.hypot(at.x - middle.x, at.y - middle.y);
      };
      const near = picture.marks().filter((one) => one.members > 0 && wide(one) > Math.min(clientWidth, clientHeight) / 4)
        .sort((one, other) => far(one) - far(other))[0];
      if (near && far(near) < Math.min(clientWidth, clientHeight) / 2) open(near.id);
    }, 450);
  });

  ledwerk.groups = { open, shut, isGroup };
  ledwerk.ties = { choose: chooseTie };
})();
