"use strict";
// The bar above the picture: how it is laid out, links to it, pictures of it, the large screen.
(() => {
  const { data, texts, byId, make, say, view, picture, served } = ledwerk;

  // -- layouts ---------------------------------------------------------------------------------------------
  const layouts = data.layouts.map((layout) => {
    const button = make("button", texts[`layout_${layout}`], { type: "button" });
    button.addEventListener("click", () => view.change({ layout }));
    return [layout, button];
  });
  byId("layouts").append(...layouts.map(([, button]) => button));

  // -- links that carry the state -----------------------------------------------------------------------
  const query = () => [view.address(), `lang=${view.lang}`].filter(Boolean).join("&");
  const address = () => new URL(data.mode === "file" ? `#${view.address()}` : `/?${query()}`, location.href).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      say(texts.copied);
      byId("copy").textContent = texts.copied;
      setTimeout(() => { byId("copy").textContent = texts.copy; }, 3000);
    } catch { // without https a browser may not let a page write there
      const field = make("input", null, { value: address(), readOnly: true, "aria-label": texts.copy_by_hand });
      byId("copy").after(make("label", texts.copy_by_hand, { className: "by-hand" }, field));
      byId("copy").hidden = true;
      field.select();
      field.addEventListener("blur", () => { byId("copy").hidden = false; field.parentElement.remove(); });
    }
  };
  byId("copy").addEventListener("click", copy);
  byId("print").addEventListener("click", () => { shutMore(); print(); });
  document.addEventListener("ledwerk:view", ({ detail }) => {
    for (const [layout, button] of layouts) button.setAttribute("aria-pressed", String(layout === detail.state.layout));
    for (const link of byId("downloads").querySelectorAll("a")) {
      link.href = `/picture.${link.dataset.form}?${query()}`;
      link.download = `netwerk.${link.dataset.form}`;
    }
    byId("save").href = `/stories?add=${encodeURIComponent(detail.address)}&lang=${view.lang}`;
  });

  // -- views that a file comes with --------------------------------------------------------------------
  const baked = () => {
    byId("layouts").hidden = true;
    byId("view-actions").before(byId("theme"));
    if (data.views.length < 2 || data.story) return;
    const bar = make("ul", null, { id: "baked" }, ...data.views.map((one) => {
      const button = make("button", ledwerk.words.parts(one.state).map((part) => part.words).join("; ")
        || texts[`layout_${one.state.layout}`], { type: "button" });
      if (one.state.layout !== "network") button.prepend(`${texts[`layout_${one.state.layout}`]} `);
      button.addEventListener("click", () => view.show(one.address));
      return make("li", null, {}, button);
    }));
    byId("more").prepend(make("h2", texts.baked), bar);
  };

  // -- more --------------------------------------------------------------------------------------------------
  const more = byId("more");
  const moreToggle = byId("more-toggle");
  const setMore = (wanted) => {
    more.hidden = !wanted;
    moreToggle.setAttribute("aria-expanded", String(wanted));
  };
  const shutMore = () => {
    if (more.hidden) return false;
    const inside = more.contains(document.activeElement);
    setMore(false);
    if (inside) moreToggle.focus();
    return true;
  };
  moreToggle.addEventListener("click", () => setMore(more.hidden));
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest(".more")) setMore(false); });

  // -- the large screen: nothing but the picture -----------------------------------------------------------
  const room = {
    on: () => document.body.classList.contains("room"),
    set: (wanted) => {
      document.body.classList.toggle("room", wanted);
      byId("room").setAttribute("aria-pressed", String(wanted));
      byId("room-off").hidden = !wanted;
      if (wanted) document.documentElement.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement) document.exitFullscreen();
      (wanted ? byId("network") : byId("room")).focus({ preventScroll: true });
      say(wanted ? texts.room : texts.room_off);
    },
  };
  byId("room").addEventListener("click", () => room.set(!room.on()));
  byId("room-off").addEventListener("click", () => room.set(false));
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && room.on()) room.set(false); });

  // -- on paper: the picture as it is, in the light theme ------------------------------------------------
  let theme = "";
  const wear = (name) => {
    document.documentElement.dataset.theme = name;
    document.dispatchEvent(new CustomEvent("ledwerk:theme", { detail: { theme: name } }));
    picture.network.redraw();
  };
  addEventListener("beforeprint", () => {
    theme = document.documentElement.dataset.theme;
    if (theme === "dark") wear("light");
    const src = picture.network.canvas.frame.canvas.toDataURL("image/png");
    const image = make("img", null, { id: "printed", alt: byId("summary").textContent, src });
    byId("printed")?.remove();
    byId("stage").append(image);
  });
  addEventListener("afterprint", () => {
    byId("printed")?.remove();
    if (theme === "dark") wear("dark");
  });

  ledwerk.tools = { room, shutMore, baked, served };
})();
