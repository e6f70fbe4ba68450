"use strict";
// Marks and ties are drawn once on a sheet larger than what is in sight, which is then only laid under the
// view while somebody moves it: letters with a rim, four hundred times, cost more than a frame has.
(() => {
  const { picture } = ledwerk;
  const { network } = picture;
  const { renderer, body, canvas } = network;
  const AROUND = 0.35; // of what is in sight, drawn beyond it on every side
  const MOST = 14e6; // pixels of a sheet
  const REST = 140; // ms after which a zoomed sheet is drawn anew, so that letters are sharp
  const sheet = document.createElement("canvas");
  const original = { nodes: renderer._drawNodes.bind(renderer) };
  let made = null; // which part of the picture is on the sheet, and how large
  let resting = 0;

  const inSight = () => {
    const { clientWidth, clientHeight } = canvas.frame.canvas;
    const from = canvas.DOMtoCanvas({ x: 0, y: 0 });
    const to = canvas.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  };
  const around = (seen, size) => {
    const pixels = (seen.right - seen.left) * (seen.bottom - seen.top) * size ** 2;
    const more = Math.max(0, Math.min(AROUND, (Math.sqrt(MOST / Math.max(pixels, 1)) - 1) / 2));
    const [x, y] = [(seen.right - seen.left) * more, (seen.bottom - seen.top) * more];
    return { left: seen.left - x, top: seen.top - y, right: seen.right + x, bottom: seen.bottom + y };
  };
  const draw = () => {
    const size = body.view.scale * canvas.pixelRatio;
    const area = around(inSight(), size);
    // Whole pixels, so that nothing is blurred when the sheet is laid down.
    sheet.width = Math.ceil((area.right - area.left) * size);
    sheet.height = Math.ceil((area.bottom - area.top) * size);
    const context = sheet.getContext("2d");
    context.setTransform(size, 0, 0, size, -area.left * size, -area.top * size);
    for (const id of body.edgeIndices) if (body.edges[id].connected) body.edges[id].draw(context);
    const names = [];
    for (const id of body.nodeIndices) {
      const node = body.nodes[id];
      if (node.isBoundingBoxOverlappingWith(area)) names.push(node.draw(context));
      else node.updateBoundingBox(context, node.selected);
    }
    for (const drawn of names) drawn.drawExternalLabel?.();
    made = { ...area, size };
  };
  const stale = () => { made = null; };
  const covers = (seen) => made.left <= seen.left && made.top <= seen.top && made.right >= seen.right && made.bottom >= seen.bottom;

  const lay = (context) => {
    const size = body.view.scale * canvas.pixelRatio;
    if (!made || !covers(inSight())) draw();
    if (Math.abs(made.size / size - 1) > 0.001) {
      clearTimeout(resting);
      resting = setTimeout(() => { stale(); network.redraw(); }, REST);
    }
    const { x, y } = body.view.translation;
    const left = made.left * size + x * canvas.pixelRatio;
    const top = made.top * size + y * canvas.pixelRatio;
    const grown = size / made.size;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (grown === 1) context.drawImage(sheet, Math.round(left), Math.round(top));
    else context.drawImage(sheet, left, top, sheet.width * grown, sheet.height * grown);
    context.restore();
  };
  renderer._drawEdges = () => {};
  renderer._drawArrows = () => {};
  renderer._drawNodes = (context, hidden = false) => {
    if (hidden) return original.nodes(context, hidden);
    lay(context);
    return { drawExternalLabels: () => {} };
  };

  for (const told of [picture.nodes, picture.edges]) told.on("*", stale);
  for (const told of ["ledwerk:view", "ledwerk:theme"]) document.addEventListener(told, stale);
  network.on("resize", stale);
  document.fonts?.addEventListener("loadingdone", () => { stale(); network.redraw(); });
  ledwerk.sheet = { stale, sharp: () => Boolean(made) && Math.abs(made.size / body.view.scale / canvas.pixelRatio - 1) <= 0.001 };
})();
