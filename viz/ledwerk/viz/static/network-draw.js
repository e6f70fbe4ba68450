"use strict";
// The picture: marks, ties and regions at the places that were computed, and the part of it that is in sight.
(() => {
  const { byId, dress } = ledwerk;
  const stage = byId("network");
  const MARGIN = 24; // pixels that stay free around all of it, both sides together
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(stage, { nodes, edges }, {
    physics: false,
    interaction: { hover: true, multiselect: false, tooltipDelay: 250, keyboard: false, zoomSpeed: 0.8 },
    nodes: { margin: 8 },
    edges: { selectionWidth: 2, hoverWidth: 1 },
  });
  let drawing = { nodes: [], edges: [], regions: [] };
  let marks = new Map();
  let near = new Map();

  // -- putting in what is new, taking out what is gone ------------------------------------------------
  const put = (found) => {
    drawing = found;
    marks = new Map(found.nodes.map((one) => [one.id, one]));
    near = new Map(found.nodes.map((one) => [one.id, new Set([one.id])]));
    for (const edge of found.edges) {
      near.get(edge.from)?.add(edge.to);
      near.get(edge.to)?.add(edge.from);
    }
    if (network.getSelectedNodes().length) network.unselectAll();
    edges.clear();
    nodes.remove(nodes.getIds().filter((id) => !marks.has(id)));
    nodes.update(found.nodes.map(dress.node));
    edges.add(dress.edges(found.edges));
    network.renderer._resizeNodes();
    const boxes = found.nodes.map((one) => ({ id: one.id, ...network.getBoundingBox(one.id) }));
    for (const { id, dx, dy } of ledwerk.settled(boxes)) network.moveNode(id, marks.get(id).x + dx, marks.get(id).y + dy);
    network.renderer._resizeNodes();
  };

  // -- what is in sight ----------------------------------------------------------------------------------
  const around = (ids, regions = []) => {
    const boxes = [
      ...ids.map((id) => network.getBoundingBox(id)).filter(Boolean),
      ...regions.map(({ x, y, width, height }) => ({ left: x, top: y - 26, right: x + width, bottom: y + height })),
    ];
    const least = (side) => Math.min(...boxes.map((box) => box[side]));
    const most = (side) => Math.max(...boxes.map((box) => box[side]));
    return { left: least("left"), top: least("top"), right: most("right"), bottom: most("bottom") };
  };
  // What panels leave free of the picture, in pixels of the screen.
  const free = () => {
    const frame = stage.getBoundingClientRect();
    const room = { left: 0, top: 0, right: frame.width, bottom: frame.height };
    for (const id of ["filters", "panel"]) {
      const side = byId(id);
      if (side.hidden) continue;
      const box = side.getBoundingClientRect();
      if (box.width > frame.width * 0.75) room.bottom = Math.min(room.bottom, Math.max(box.top - frame.top, 120));
      else if (id === "filters") room.left = Math.max(room.left, box.right - frame.left);
      else room.right = Math.min(room.right, box.left - frame.left);
    }
    return room;
  };
  const animation = () => !quiet.matches && { duration: 350, easingFunction: "easeInOutQuad" };
  const show = ({ left, top, right, bottom }, { animated = true, most = 1.25 } = {}) => {
    const room = free();
    const width = room.right - room.left;
    const height = room.bottom - room.top;
    // vis-network's own fit leaves a tenth free on every side, which costs legibility.
    const scale = Math.min(most, (width - MARGIN) / Math.max(right - left, 1), (height - MARGIN) / Math.max(bottom - top, 1));
    const off = { x: (room.left + room.right - stage.clientWidth) / 2, y: (room.top + room.bottom - stage.clientHeight) / 2 };
    network.moveTo({
      position: { x: (left + right) / 2 - off.x / scale, y: (top + bottom) / 2 - off.y / scale },
      scale: Math.max(scale, 0.02),
      animation: animated && animation(),
    });
  };
  // What is looked at is looked at again when the screen changes, until somebody moves the picture.
  let looking = null;
  const look = (at, options) => {
    looking = () => { if (drawing.nodes.length) show(at(), { ...options, animated: false }); };
    show(at(), options);
  };
  const fit = (animated = true) => {
    if (drawing.nodes.length) look(() => around([...marks.keys()], drawing.regions), { animated });
  };
  // On a phone the whole is too small to be read: it begins with the middle, as high as the screen.
  const begin = () => {
    fit(false);
    if (stage.clientWidth >= 640 || !drawing.nodes.length) return;
    const { top, bottom } = around([...marks.keys()], drawing.regions);
    const scale = network.getScale();
    network.moveTo({ scale: Math.max(scale, Math.min(2.5 * scale, (stage.clientHeight - 40) / (bottom - top))) });
    looking = null;
  };
  // Brings a mark into the free part of the picture, if it is not there, or too small to be read.
  const reveal = (id) => {
    if (!marks.has(id)) return;
    const room = free();
    const at = network.canvasToDOM(network.getPosition(id));
    const inside = at.x > room.left + 40 && at.x < room.right - 40 && at.y > room.top + 40 && at.y < room.bottom - 40;
    const scale = network.getScale();
    if (inside && scale >= 0.6) return;
    const box = network.getBoundingBox(id);
    const nearer = Math.max(scale, 0.9);
    const half = { x: (room.right - room.left) / 2 / nearer, y: (room.bottom - room.top) / 2 / nearer };
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    show({ left: middle.x - half.x, right: middle.x + half.x, top: middle.y - half.y, bottom: middle.y + half.y },
      { most: nearer });
  };
  const zoom = (factor) => {
    looking = null;
    network.moveTo({ scale: Math.min(8, Math.max(0.03, network.getScale() * factor)), animation: animation() });
  };

  // -- when to look where --------------------------------------------------------------------------------
  const MOVES = ["layout", "group", "focus", "steps", "source", "target", "gaps", "most", "helix", "kind", "sector",
    "programme", "municipality", "since", "until", "strength"];
  let resized = 0;
  const place = ({ drawing: found, before, state, was }) => {
    const opened = state.open.find((id) => !was.open.includes(id));
    const region = found.regions.find((one) => one.closes && one.closes === opened);
    if (!before) begin();
    else if (region) look(() => around([], [region]), { most: 1 });
    else if (MOVES.some((name) => String(state[name]) !== String(was[name])) || state.open.length < was.open.length) fit();
  };
  document.addEventListener("ledwerk:view", ({ detail }) => {
    if (detail.drawing === detail.before) return;
    put(detail.drawing);
    byId("empty").hidden = detail.drawing.nodes.length > 0;
    place(detail);
    document.body.dataset.ready = "true";
  });
  document.addEventListener("ledwerk:theme", () => {
    nodes.update(drawing.nodes.map(dress.node));
    edges.update(dress.edges(drawing.edges));
  });
  network.on("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => looking?.(), 60);
  });
  for (const moved of ["dragStart", "zoom"]) network.on(moved, () => { looking = null; });
  byId("fit").addEventListener("click", () => fit());
  byId("nearer").addEventListener("click", () => zoom(1.4));
  byId("farther").addEventListener("click", () => zoom(1 / 1.4));

  ledwerk.network = network;
  ledwerk.picture = {
    network, nodes, edges, fit, zoom, reveal,
    mark: (id) => marks.get(id),
    tie: (id) => drawing.edges.find((one) => one.id === id),
    near: (id) => near.get(id) || new Set(),
    regions: () => drawing.regions,
    marks: () => drawing.nodes,
    ties: () => drawing.edges,
  };
})();
