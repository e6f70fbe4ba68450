"use strict";
// Letters are not as wide in every browser as was reckoned with: where two marks or their names would lie over
// each other they are pushed apart, by as little as does it. Nothing moves where nothing overlaps.
(() => {
  const GAP = 2; // pixels between two names
  const ROUNDS = 60;

  // Pairs that overlap, by a sweep from left to right.
  const overlapping = (boxes) => {
    const sorted = [...boxes].sort((a, b) => a.left - b.left);
    const found = [];
    sorted.forEach((one, i) => {
      for (let j = i + 1; j < sorted.length && sorted[j].left < one.right + GAP; j += 1) {
        const other = sorted[j];
        if (one.top < other.bottom + GAP && other.top < one.bottom + GAP) found.push([one, other]);
      }
    });
    return found;
  };
  const move = (box, x, y) => {
    box.left += x; box.right += x; box.top += y; box.bottom += y; box.dx += x; box.dy += y;
  };
  const push = ([a, b]) => {
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left) + GAP;
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + GAP;
    if (x <= 0 || y <= 0) return;
    const half = Math.min(x, y) / 2 + 0.25;
    if (x < y) {
      const side = a.left + a.right <= b.left + b.right ? -half : half;
      move(a, side, 0); move(b, -side, 0);
    } else {
      const side = a.top + a.bottom <= b.top + b.bottom ? -half : half;
      move(a, 0, side); move(b, 0, -side);
    }
  };
  // How far each box {id, left, top, right, bottom} must move, as {id, dx, dy}; those alone that must.
  const settled = (given) => {
    const boxes = given.map((box) => ({ ...box, dx: 0, dy: 0 }));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pairs = overlapping(boxes);
      if (!pairs.length) break;
      pairs.forEach(push);
    }
    return boxes.filter((box) => box.dx || box.dy);
  };
  ledwerk.settled = settled;
})();
