"use strict";
// Lighting up: what is chosen is drawn once more above a veil over all the rest, so that no mark has to be
// restyled, which hundreds of them would make slow. New marks and those that are lit have a ring.
(() => {
  const { picture, dress, view } = ledwerk;
  const { network } = picture;
  const SECONDS_FRESH = 8;
  let hovered = null;
  let chosen = null; // {marks: Set, ties: Set}
  let young = new Set(); // came while we looked
  let at = null; // the mark that the arrow keys have reached

  const of = (id) => ({
    marks: new Set(picture.near(id)),
    ties: new Set(picture.ties().filter((one) => one.from === id || one.to === id).map((one) => one.id)),
  });
  const path = () => {
    const ties = picture.ties().filter((one) => one.lit && !one.gap);
    const { source, target } = view.state();
    if (!ties.length || !source || !target) return null;
    const marks = picture.marks().filter((one) => one.lit);
    return { marks: new Set(marks.map((one) => one.id)), ties: new Set(ties.map((one) => one.id)) };
  };

  const veil = (context, strength) => {
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const { clientWidth, clientHeight } = network.canvas.frame;
    const to = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    context.globalAlpha = strength;
    context.fillStyle = dress.palette().halo;
    context.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
    context.globalAlpha = 1;
  };
  const above = (context, { marks, ties }) => {
    const { body } = network;
    const seen = [...ties].map((id) => body.edges[id]).filter((edge) => edge?.connected);
    for (const edge of seen) {
      const { opacity } = edge.options.color;
      edge.options.color.opacity = 1;
      edge.draw(context);
      edge.options.color.opacity = opacity;
    }
    const names = [...marks].map((id) => body.nodes[id]).filter(Boolean).map((node) => node.draw(context));
    for (const drawn of names) drawn?.drawExternalLabel?.();
  };
  const ring = (context, id, colour, width, gap) => {
    const node = network.body.nodes[id];
    if (!node) return;
    const { left, top, width: wide, height: high } = node.shape;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash([]);
    context.beginPath();
    const round = node.options.shape === "box" ? gap + 4 : Math.min(wide, high) / 2 + gap;
    context.roundRect(left - gap, top - gap, wide + 2 * gap, high + 2 * gap, round);
    context.stroke();
  };

  network.on("afterDrawing", (context) => {
    // Around what is focused on all belongs to it.
    const focused = chosen && view.state().focus && view.state().focus === view.state().selected && hovered === null;
    const lit = focused ? null : chosen || (hovered !== null && of(hovered)) || path();
    const { mark, fresh, ink } = dress.palette();
    if (lit) {
      veil(context, chosen ? 0.8 : 0.6);
      above(context, lit);
    }
    for (const one of picture.marks()) {
      const dimmed = lit && !lit.marks.has(one.id);
      if (one.lit && !dimmed) ring(context, one.id, mark, 4, 5);
      if ((one.fresh || young.has(one.id)) && !dimmed) ring(context, one.id, fresh, 3, 8);
    }
    if (focused) ring(context, view.state().focus, mark, 4, 6);
    if (at !== null) ring(context, at, ink, 3, 10);
  });

  network.on("hoverNode", ({ node }) => { hovered = node; network.redraw(); });
  network.on("blurNode", () => { hovered = null; network.redraw(); });

  const choose = (id) => {
    chosen = id && picture.mark(id) ? of(id) : null;
    if (network.getSelectedNodes().length) network.unselectAll();
    if (chosen) network.selectNodes([id], false);
    network.redraw();
  };
  const chooseTie = (id, more = []) => {
    const tie = picture.tie(id);
    const marks = new Set([tie.from, tie.to, ...more]);
    const between = picture.ties().filter((one) => marks.has(one.from) && marks.has(one.to)).map((one) => one.id);
    chosen = { marks, ties: new Set([id, ...between]) };
    network.unselectAll();
    network.redraw();
  };
  document.addEventListener("ledwerk:view", ({ detail }) => {
    hovered = null;
    choose(detail.state.selected);
    if (!picture.mark(at)) at = null;
    if (detail.cause !== "refresh" || !detail.before || detail.drawing === detail.before) return;
    const known = new Set(detail.before.nodes.map((one) => one.id));
    const came = detail.drawing.nodes.filter((one) => !known.has(one.id)).map((one) => one.id);
    young = new Set([...young, ...came]);
    setTimeout(() => { for (const id of came) young.delete(id); network.redraw(); }, SECONDS_FRESH * 1000);
  });

  ledwerk.light = {
    choose, chooseTie,
    reach: (id) => { at = id; network.redraw(); },
    reached: () => at,
    shown: () => chosen || path(),
    young: () => young,
  };
})();
