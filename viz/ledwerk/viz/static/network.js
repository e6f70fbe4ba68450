"use strict";
(() => {
  const view = JSON.parse(document.getElementById("view").textContent);
  const byId = (id) => document.getElementById(id);
  const texts = view.texts;
  const facts = view.facts;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const make = (tag, text, properties = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const link = (id, name) => {
    const button = make("button", name, { type: "button", className: "link" });
    button.addEventListener("click", () => choose(id));
    return button;
  };

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = Object.values(facts)
    .map((fact) => ({ fact, words: fold([fact.name, ...fact.aliases].join(" \n ")) }))
    .sort((a, b) => a.words.localeCompare(b.words));

  // -- legend and list -----------------------------------------------------------------------------
  const outlines = {
    dot: "M8 1a7 7 0 1 0 .01 0z", square: "M2 2h12v12H2z", triangle: "M8 1l7 13H1z",
    triangleDown: "M8 15L1 2h14z", diamond: "M8 0l8 8-8 8-8-8z", hexagon: "M4 1h8l4 7-4 7H4L0 8z",
    star: "M8 0l2.4 5.2 5.6.7-4.1 3.9 1 5.6L8 12.6l-5 2.8 1.1-5.6L0 5.9l5.6-.7z",
    line: "M0 8h16", dashes: "M0 8h4M6 8h4M12 8h4", box: "M0 3h16v10H0z", ellipse: "M8 3c4.4 0 8 2.2 8 5s-3.6 5-8 5-8-2.2-8-5 3.6-5 8-5z",
  };
  for (const entry of view.legend) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of [["width", 18], ["height", 18], ["viewBox", "-1 -1 18 18"], ["aria-hidden", "true"]]) {
      svg.setAttribute(name, String(value));
    }
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", outlines[entry.shape] || outlines.dot);
    const tie = entry.shape === "line" || entry.shape === "dashes";
    path.setAttribute("fill", tie ? "none" : entry.colour);
    path.setAttribute("stroke", tie ? entry.colour : "#1f2933");
    path.setAttribute("stroke-width", tie ? "3" : "1");
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

  // -- the picture: made last, since it takes the room that the rest of the page leaves -------------
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

  const around = (ids) => {
    const boxes = ids.map((id) => network.getBoundingBox(id));
    const least = (side) => Math.min(...boxes.map((box) => box[side]));
    const most = (side) => Math.max(...boxes.map((box) => box[side]));
    return { left: least("left"), top: least("top"), right: most("right"), bottom: most("bottom") };
  };

  // vis-network's own fit leaves a tenth free on every side, which costs legibility.
  const fit = (animated) => {
    if (!view.nodes.length) return;
    const { left, right, top, bottom } = around(view.nodes.map((node) => node.id));
    const { clientWidth, clientHeight } = byId("network");
    network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.min(1.25, (clientWidth - 48) / (right - left), (clientHeight - 48) / (bottom - top)),
      animation: animated && { duration: 350, easingFunction: "easeInOutQuad" },
    });
  };

  // -- the panel ---------------------------------------------------------------------------------
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
    const line = make("li", [source.title, source.locator].filter(Boolean).join(", "));
    line.append(" ", make("small", `[${source.basis}${denied}]`));
    if (source.note) line.append(make("br"), make("small", source.note));
    return line;
  };

  const disputed = (disputes) => {
    const box = make("section", undefined, { className: "conflict" });
    box.append(make("strong", texts.conflict));
    for (const { about, claims } of disputes) {
      box.append(...listed(about, claims.map((claim) => make("li", claim))));
    }
    return box;
  };

  const show = (fact) => {
    const parts = [make("h2", fact.name, { tabIndex: -1 }), make("small", [fact.kind, ...fact.aliases].join(" · "))];
    const rows = make("dl");
    for (const [label, value] of fact.rows) rows.append(make("dt", label), make("dd", value));
    parts.push(rows);
    if (fact.disputes.length) parts.push(disputed(fact.disputes));
    for (const [label, entries] of fact.lists) parts.push(...listed(label, entries.map(entryLine)));
    parts.push(...listed(texts.sources, fact.sources.map(sourceLine)));
    byId("facts").replaceChildren(...parts);
    byId("panel").hidden = false;
    byId("panel").scrollTop = 0;
    document.title = `${fact.name} – ${view.title}`;
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
      color: { ...edge.color, opacity: around === null ? edge.color.opacity
        : edge.from === id || edge.to === id ? 1 : 0.06 },
      width: around !== null && (edge.from === id || edge.to === id) ? 3 : edge.width,
    })));
  };

  let chosen = null;
  let cameFrom = null;
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

  // Chosen by keyboard or from a list: reading goes on in the panel, and back again at its end.
  const choose = (id) => {
    if (byId("panel").hidden) cameFrom = document.activeElement;
    if (select(id)) byId("facts").querySelector("h2").focus({ preventScroll: true });
  };

  const close = () => {
    chosen = null;
    document.title = view.title;
    const inside = byId("panel").contains(document.activeElement);
    byId("panel").hidden = true;
    if (inside) (cameFrom || byId("query")).focus({ preventScroll: true });
    cameFrom = null;
    network.unselectAll();
    light(null);
  };

  network.on("click", (event) => {
    if (event.nodes.length) select(event.nodes[0], { move: false });
    else close();
  });
  // Lighting up restyles every mark, which a large picture cannot do at each move of the mouse.
  if (view.nodes.length < 1500) {
    network.on("hoverNode", (event) => { if (chosen === null) light(event.node); });
    network.on("blurNode", () => { if (chosen === null) light(null); });
  }
  byId("close").addEventListener("click", close);
  byId("fit").addEventListener("click", () => fit(!still));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!byId("found").hidden) hideFound();
      else close();
    }
  });

  // -- search --------------------------------------------------------------------------------------
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
  const take = (id) => {
    byId("query").value = facts[id].name;
    hideFound();
    choose(id);
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
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(fact.id); });
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
    if (option) take(option.dataset.id);
  });

  // -- what stands apart -----------------------------------------------------------------------------
  const loose = view.nodes.filter((node) => node.loose).map((node) => node.id);
  let box = null;
  network.on("beforeDrawing", (context) => {
    if (!loose.length || document.body.dataset.ready !== "true") return;
    box = box || around(loose);
    context.fillStyle = "#e9edf1";
    context.fillRect(box.left - 18, box.top - 40, Math.max(box.right - box.left + 36, 260), box.bottom - box.top + 58);
    context.fillStyle = "#52606d";
    context.font = "600 17px system-ui, DejaVu Sans, sans-serif";
    context.textAlign = "left";
    context.textBaseline = "top";
    context.fillText(texts.loose, box.left - 6, box.top - 30);
  });

  network.once("afterDrawing", () => {
    document.body.dataset.ready = "true";
    fit(false);
  });
  network.on("resize", () => { if (chosen === null) fit(false); });
  window.ledwerk = { network, view, select };
})();
