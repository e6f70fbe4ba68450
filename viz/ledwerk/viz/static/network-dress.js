"use strict";
// Marks and ties as vis-network wants them, in the colours of the theme.
(() => {
  const FACE = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const dark = () => document.documentElement.dataset.theme === "dark";
  let worn = null;
  const palette = () => {
    worn = worn || {
      ink: colour("--ink"), halo: colour("--halo"), mark: colour("--mark"), fresh: colour("--fresh"),
      region: colour("--region"), soft: colour("--soft"), line: colour("--edge"), gap: colour("--gap"), dark: dark(),
    };
    return worn;
  };

  const node = (one) => {
    const { ink, halo, line, dark: night } = palette();
    const boxed = one.shape === "box" || one.shape === "ellipse";
    const rimless = boxed && one.color.border === one.color.background; // a dark one is lost in the dark
    return {
      id: one.id, label: one.label, x: one.x, y: one.y, shape: one.shape, size: one.size,
      color: { ...one.color, border: rimless && night ? line : one.color.border,
        highlight: { ...one.color.highlight, border: ink }, hover: { ...one.color.hover, border: ink } },
      borderWidth: one.borderWidth, physics: false,
      shapeProperties: { borderRadius: 5, borderDashes: one.unreviewed ? [3, 3] : false },
      // A rim in the colour of the page keeps a name legible where a tie runs behind it.
      font: boxed ? { ...one.font, face: FACE }
        : { ...one.font, face: FACE, color: ink, strokeWidth: 3, strokeColor: halo },
    };
  };
  // Where nearly all are tied, what is weak stays in the background, so that names can be read.
  const CALM = 200; // ties that may all be seen
  const strong = (all) => {
    const most = Math.max(1, ...all.map((one) => one.weight));
    const crowd = Math.min(1, Math.sqrt(CALM / Math.max(all.length, 1)));
    return (one) => crowd * (most === 1 ? 1 : 0.35 + 0.65 * Math.log(one.weight + 1) / Math.log(most + 1));
  };
  const edge = (strength) => (one) => {
    const { gap, dark: night } = palette();
    const plain = Math.max(0.12, (night ? 0.85 : one.color.opacity) * strength(one));
    const opacity = one.gap || one.lit ? 1 : plain;
    const shown = one.gap ? gap : one.color.color;
    return {
      id: one.id, from: one.from, to: one.to, dashes: one.gap ? [3, 7] : one.unreviewed ? [2, 4] : one.dashes, smooth: false, arrows: "",
      title: one.title, width: one.lit ? one.width + 2.5 : one.width,
      color: { color: shown, highlight: shown, hover: shown, opacity },
    };
  };

  document.addEventListener("ledwerk:theme", () => { worn = null; });
  const edges = (all) => all.map(edge(strong(all)));
  ledwerk.dress = { node, edges, palette, FACE };
})();
