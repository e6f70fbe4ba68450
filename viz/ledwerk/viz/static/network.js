"use strict";
(() => {
  const view = JSON.parse(document.getElementById("view").textContent);
  const byId = (id) => document.getElementById(id);
  const texts = view.texts;
  const facts = view.facts;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const nodes = new vis.DataSet(view.nodes);
  const edges = new vis.DataSet(view.edges);
  const network = new vis.Network(byId("network"), { nodes, edges }, {
    physics: false,
    interaction: { hover: true, multiselect: false, tooltipDelay: 200, keyboard: false },
    nodes: { margin: 8, font: { face: "system-ui, DejaVu Sans, sans-serif" } },
    edges: { selectionWidth: 2, hoverWidth: 1 },
  });
  const drawn = new Map(view.nodes.map((node) => [node.id, node]));
  const near = new Map(view.nodes.map((node) => [node.id, new Set([node.id])]));
  for (const edge of view.edges) {
    near.get(edge.from).add(edge.to);
    near.get(edge.to).add(edge.from);
  }

  const make = (tag, text, properties = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // -- the panel ---------------------------------------------------------------------------------
  const link = (id, name) => {
    const button = make("button", name, { type: "button", className: "link" });
    button.addEventListener("click", () => select(id));
    return button;
  };

  const listed = (title, items) => {
    const list = make("ul");
    list.append(...items);
    return [make("h3", title), list];
  };

  const entryLine = (entry) => {
    const line = make("li");
    line.append(facts[entry.id] ? link(entry.id, entry.name) : make("span", entry.name));
    if (entry.note) line.append(" ", make("small", `(${entry.note})`));
    if (entry.cited) line.append(" ", make("small", entry.cited, { className: "cited" }));
    return line;
  };

  const sourceLine = (source) => {
    const denied = source.denied ? `, ${texts.no}` : "";
    const line = make("li", `${source.title}, ${source.locator}`);
    line.append(" ", make("small", `[${source.basis}${denied}]`));
    if (source.note) line.append(make("br"), make("small", source.note));
    return line;
  };

  const show = (fact) => {
    const parts = [make("h2", fact.name), make("small", [fact.kind, ...fact.aliases].join(" · "))];
    const rows = make("dl");
    for (const [label, value] of fact.rows) rows.append(make("dt", label), make("dd", value));
    parts.push(rows);
    if (fact.disputed) parts.push(make("p", texts.conflict, { className: "conflict" }));
    for (const [label, entries] of fact.lists) parts.push(...listed(label, entries.map(entryLine)));
    parts.push(...listed(texts.sources, fact.sources.map(sourceLine)));
    byId("facts").replaceChildren(...parts);
    byId("panel").hidden = false;
    byId("panel").scrollTop = 0;
  };

  // -- choosing and lighting up --------------------------------------------------------------------
  let lit = null;
  const light = (id) => {
    if (lit === id) return;
    lit = id;
    const around = id === null ? null : near.get(id);
    nodes.update(view.nodes.map((node) => ({
      id: node.id,
      opacity: around === null || around.has(node.id) ? 1 : 0.18,
      font: { ...node.font, color: around === null || around.has(node.id) ? node.font.color : "#c3cad2" },
    })));
    edges.update(view.edges.map((edge) => ({
      id: edge.id,
      color: { color: edge.color.color, opacity: around === null ? edge.color.opacity
        : edge.from === id || edge.to === id ? 1 : 0.06 },
      width: around !== null && (edge.from === id || edge.to === id) ? 3 : edge.width,
    })));
  };

  let chosen = null;
  const select = (id, { move = true } = {}) => {
    if (!facts[id]) return false;
    chosen = id;
    show(facts[id]);
    if (drawn.has(id)) {
      network.selectNodes([id]);
      light(id);
      if (move) {
        const narrow = window.innerWidth < 640;
        network.focus(id, {
          scale: Math.max(network.getScale(), 0.9),
          offset: narrow ? { x: 0, y: -120 } : { x: -180, y: 0 },
          animation: still ? false : { duration: 350, easingFunction: "easeInOutQuad" },
        });
      }
    } else {
      network.unselectAll();
      light(null);
    }
    return true;
  };

  const close = () => {
    chosen = null;
    byId("panel").hidden = true;
    network.unselectAll();
    light(null);
  };

  network.on("click", (event) => {
    if (event.nodes.length) select(event.nodes[0], { move: false });
    else close();
  });
  network.on("hoverNode", (event) => { if (chosen === null) light(event.node); });
  network.on("blurNode", () => { if (chosen === null) light(null); });
  byId("close").addEventListener("click", close);
  byId("fit").addEventListener("click", () => network.fit({ animation: !still }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!byId("found").hidden) hideFound();
      else close();
    }
  });

  // -- search --------------------------------------------------------------------------------------
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = Object.values(facts)
    .map((fact) => ({ fact, words: fold([fact.name, ...fact.aliases].join(" \n ")) }))
    .sort((a, b) => a.words.localeCompare(b.words));
  const matches = (text) => {
    const wanted = fold(text).trim();
    if (!wanted) return [];
    const rank = (words) => (words.startsWith(wanted) ? 0 : words.includes(` ${wanted}`) ? 1 : 2);
    return names.filter((one) => one.words.includes(wanted))
      .sort((a, b) => rank(a.words) - rank(b.words)).slice(0, 12).map((one) => one.fact);
  };
  let at = -1;
  const hideFound = () => {
    byId("found").hidden = true;
    byId("query").setAttribute("aria-expanded", "false");
    byId("query").removeAttribute("aria-activedescendant");
    at = -1;
  };
  const choose = (id) => {
    byId("query").value = facts[id].name;
    hideFound();
    select(id);
  };
  const mark = (place) => {
    const options = [...byId("found").querySelectorAll("[role=option]")];
    if (!options.length) return;
    at = (place + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    byId("query").setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  byId("query").addEventListener("input", () => {
    const found = matches(byId("query").value);
    const options = found.map((fact, i) => {
      const option = make("li", fact.name, { id: `option-${i}` });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = fact.id;
      option.append(" ", make("small", fact.kind));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(fact.id); });
      return option;
    });
    at = -1;
    byId("found").replaceChildren(...(options.length || !byId("query").value.trim()
      ? options : [make("li", texts.nothing)]));
    byId("found").hidden = !byId("query").value.trim();
    byId("query").setAttribute("aria-expanded", String(!byId("found").hidden));
  });
  byId("query").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(at - 1); }
  });
  byId("query").addEventListener("blur", hideFound);
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const option = byId("found").querySelectorAll("[role=option]")[Math.max(at, 0)];
    if (option) choose(option.dataset.id);
  });

  // -- legend and list -----------------------------------------------------------------------------
  const outlines = {
    dot: "M8 1a7 7 0 1 0 .01 0z", square: "M2 2h12v12H2z", triangle: "M8 1l7 13H1z",
    triangleDown: "M8 15L1 2h14z", diamond: "M8 0l8 8-8 8-8-8z", hexagon: "M4 1h8l4 7-4 7H4L0 8z",
    star: "M8 0l2.4 5.2 5.6.7-4.1 3.9 1 5.6L8 12.6l-5 2.8 1.1-5.6L0 5.9l5.6-.7z",
    box: "M0 3h16v10H0z", ellipse: "M8 3c4.4 0 8 2.2 8 5s-3.6 5-8 5-8-2.2-8-5 3.6-5 8-5z",
  };
  for (const entry of view.legend) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of [["width", 18], ["height", 18], ["viewBox", "-1 -1 18 18"], ["aria-hidden", "true"]]) {
      svg.setAttribute(name, String(value));
    }
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", outlines[entry.shape] || outlines.dot);
    path.setAttribute("fill", entry.colour);
    path.setAttribute("stroke", "#1f2933");
    svg.append(path);
    const line = make("li");
    line.append(svg, make("span", entry.label));
    byId("legend").querySelector("ul").append(line);
  }
  if (window.innerWidth < 640) byId("legend").open = false;
  byId("all").querySelector("ul").append(...names.map(({ fact }) => {
    const line = make("li");
    line.append(link(fact.id, fact.name), " ", make("small", fact.kind));
    return line;
  }));
  byId("empty").hidden = view.nodes.length > 0;

  network.once("afterDrawing", () => { document.body.dataset.ready = "true"; });
  network.fit({ animation: false });
  window.ledwerk = { network, view, select };
})();
