"use strict";
// The beginning, and what happens in the graph meanwhile.
(() => {
  const { data, texts, byId, say, view, steps, file, follow, served, words } = ledwerk;
  const live = served && data.mode !== "file";

  const begin = async () => {
    try {
      if (!live) {
        await file.unpack();
        ledwerk.tools.baked();
        const asked = steps.here();
        if (!asked || !await view.show(asked, { quiet: true })) view.begin(data.views[0]);
      } else if (data.views.length) view.begin(data.views[0], view.stateOf(data.views[0].address));
      else await view.show(steps.here(), { quiet: true });
    } catch (error) {
      byId("empty").hidden = false;
      byId("empty").textContent = error.message;
    }
  };

  // Names of what came are said; the picture stays where it is.
  const MOST_NAMED = 3;
  document.addEventListener("ledwerk:view", ({ detail }) => {
    if (detail.cause !== "refresh" || !detail.before || detail.drawing === detail.before) return;
    const known = new Set(detail.before.nodes.map((one) => one.id));
    const came = detail.drawing.nodes.filter((one) => !known.has(one.id)).map((one) => one.name);
    const names = came.slice(0, MOST_NAMED).join(", ");
    const more = came.length > MOST_NAMED ? ` ${words.filled(texts.and_more, { n: came.length - MOST_NAMED })}` : "";
    say(came.length ? words.filled(texts.came, { names: names + more }) : texts.changed);
  });
  let waiting = 0;
  const listen = () => follow(
    "subscription($since: Int) { graphChanged(since: $since) { revision } }",
    () => ({ since: view.current()?.revision ?? 0 }),
    ({ graphChanged }) => {
      if (graphChanged.revision <= (view.current()?.revision ?? 0)) return;
      // Many changes in a row are one new picture.
      clearTimeout(waiting);
      waiting = setTimeout(() => { view.refresh(); ledwerk.filters.renew(); }, 40);
    },
  );

  ledwerk.begun = begin().then(() => { if (live) listen(); });
})();
