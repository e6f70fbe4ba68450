"use strict";
// A file has no service to ask: its views come with it, packed, and what can be made of them is made here:
// fewer marks, what is around one, the way between two. Positions stay as they are.
(() => {
  const { data, texts, byId, view } = ledwerk;
  const PICKED = ["layout", "group", "colour", "size", "gaps"]; // only as they come with the file
  const MADE = ["helix", "kind", "strength", "focus", "steps", "source", "target", "selected"];

  const unpack = async () => {
    if (typeof DecompressionStream === "undefined") throw new Error(texts.old_browser);
    const bytes = Uint8Array.from(atob(byId("page-packed").textContent.trim()), (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    Object.assign(data, JSON.parse(await new Response(stream).text()));
  };

  const text = (state, names) => JSON.stringify(names.map((name) => state[name]));
  const bare = (state) => view.addressOf({ ...state, selected: "" });
  // The view that a state can be made of: one like it of which nothing is left out yet.
  const base = (state) => {
    const rest = Object.keys(view.plain).filter((name) => !PICKED.includes(name) && !MADE.includes(name));
    const whole = data.views.filter((one) => text(one.state, rest) === text(state, rest)
      && bare({ ...one.state, ...Object.fromEntries([...PICKED, ...rest].map((name) => [name, view.plain[name]])) }) === "");
    return whole.find((one) => text(one.state, PICKED) === text(state, PICKED));
  };

  const neighbours = (edges) => {
    const near = new Map();
    for (const edge of edges) {
      if (edge.gap) continue;
      for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        if (!near.has(one)) near.set(one, []);
        near.get(one).push(other);
      }
    }
    return near;
  };
  // Breadth first from a mark: from where each was reached, in how many steps.
  const reached = (start, edges, most = Infinity) => {
    const near = neighbours(edges);
    const found = new Map([[start, { from: null, steps: 0 }]]);
    for (const [id, { steps }] of found) {
      if (steps === most) continue;
      for (const other of near.get(id) || []) if (!found.has(other)) found.set(other, { from: id, steps: steps + 1 });
    }
    return found;
  };
  const way = (source, target, edges) => {
    const found = reached(source, edges);
    const made = [];
    for (let id = found.has(target) ? target : null; id !== null; id = found.get(id).from) made.unshift(id);
    return made;
  };
  const between = (nodes, edges) => {
    const there = new Set(nodes.map((node) => node.id));
    return edges.filter((edge) => there.has(edge.from) && there.has(edge.to));
  };

  const made = (whole, state) => {
    let { nodes, edges } = whole;
    if (state.helix.length) nodes = nodes.filter((node) => !node.helix || state.helix.includes(node.helix));
    if (state.kind.length) nodes = nodes.filter((node) => state.kind.includes(node.kind));
    edges = between(nodes, edges).filter((edge) => edge.weight >= state.strength);
    if (state.focus) {
      const around = whole.detail === "activities" ? ledwerk.reach.around({ nodes, edges }, state.focus, state.steps)
        : reached(state.focus, edges, state.steps);
      nodes = nodes.filter((node) => around.has(node.id));
      edges = between(nodes, edges);
    }
    if (state.source && state.target) {
      const path = way(state.source, state.target, edges);
      const steps = new Set(path.slice(1).flatMap((id, i) => [`${path[i]} ${id}`, `${id} ${path[i]}`]));
      nodes = nodes.map((node) => (path.includes(node.id) ? { ...node, lit: true } : node));
      edges = edges.map((edge) => (steps.has(`${edge.from} ${edge.to}`) ? { ...edge, lit: true } : edge));
    }
    return { ...whole, nodes, edges, state, address: view.addressOf(state) };
  };

  ledwerk.file = {
    unpack,
    drawn: async (state) => {
      const ready = data.views.find((one) => bare(one.state) === bare(state));
      if (ready) return ready;
      const whole = base(state);
      if (!whole) throw new Error(texts.not_in_file);
      return made(whole, state);
    },
    way,
  };
})();
