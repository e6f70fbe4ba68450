"use strict";
// Regions: a ground with a word above it, which stays readable from afar.
(() => {
  const { dress, picture } = ledwerk;
  const { network } = picture;
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // A region whose only word would be that of a mark in it needs none, such as a municipality on the map.
  const named = ({ x, y, width, height, label }) => picture.marks().some((one) => one.name === label
    && one.x > x && one.x < x + width && one.y > y && one.y < y + height);
  let words = []; // with their places, of the drawing and at the scale that they were made for
  let of = null;
  let at = 0;
  const placed = (context, regions, scale) => {
    const size = Math.min(Math.max(16, 11.5 / scale), 60);
    context.font = `600 ${size}px ${dress.FACE}`;
    const taken = [];
    // The largest first: where two would lie over each other the smaller goes without.
    return regions.filter((one) => !named(one)).sort((a, b) => b.width * b.height - a.width * a.height).flatMap((one) => {
      const box = { left: one.x + 4, right: one.x + 4 + context.measureText(one.label).width, top: one.y - size * 1.3, bottom: one.y - size / 4 };
      if (taken.some((other) => meet(box, other))) return [];
      taken.push(box);
      return [{ text: one.label, x: box.left, y: box.bottom, size }];
    });
  };
  network.on("beforeDrawing", (context) => {
    const { region, soft } = dress.palette();
    const regions = picture.regions();
    context.fillStyle = region;
    for (const { x, y, width, height } of regions) {
      context.beginPath();
      context.roundRect(x, y, width, height, 14);
      context.fill();
    }
    const scale = network.getScale();
    if (of !== regions || Math.abs(at / scale - 1) > 0.02) [words, of, at] = [placed(context, regions, scale), regions, scale];
    context.fillStyle = soft;
    context.textAlign = "left";
    context.textBaseline = "bottom";
    for (const { text, x, y, size } of words) {
      context.font = `600 ${size}px ${dress.FACE}`;
      context.fillText(text, x, y);
    }
  });
  document.addEventListener("ledwerk:view", () => { of = null; });
  ledwerk.regions = { words: () => words };
})();
