"use strict";
// The page for bringing in a file: hands it in, shows what it would do, and has it taken over.
(() => {
  const { byId, make, texts, say, post, asJson, graphql, who } = window.ledwerk;
  const { draw, fill, number } = window.ledwerk.preview;
  const { send, take } = window.ledwerk.drop;
  const lang = document.documentElement.lang;
  const page = new URLSearchParams(location.search);
  let told = null;

  const trouble = (error) => {
    byId("trouble").textContent = error?.message ?? "";
    byId("trouble").hidden = !error;
    if (error) byId("trouble").scrollIntoView({ block: "nearest" });
  };
  const address = (key) => {
    if (key) page.set("key", key);
    else page.delete("key");
    history.replaceState(null, "", `/import?${page}`);
    window.ledwerk.linkLanguage();
  };
  const show = (found, { focus = true } = {}) => {
    told = found;
    trouble(null);
    address(found.key);
    byId("preview").hidden = false;
    byId("preview").replaceChildren(...draw(found, again, confirm));
    byId("preview-title").tabIndex = -1;
    if (focus) byId("preview-title").focus();
    const counts = found.problemCount ? fill(texts.problems, { number: number(found.problemCount) })
      : ["new", "changed", "gone"].map((what) => fill(texts[what], { number: number(found.counts[what]) })).join(", ");
    say(counts);
  };
  const busy = async (act) => {
    byId("preview").setAttribute("aria-busy", "true");
    say(texts.loading);
    try {
      await act();
    } catch (error) { trouble(error); } finally { byId("preview").removeAttribute("aria-busy"); }
  };

  // -- handing in ------------------------------------------------------------------------------------------
  const handIn = (file, options = {}) => busy(async () => {
    if (who().role !== "editor") throw new Error(texts.editors_only);
    const table = options.table ?? page.get("table") ?? "";
    show(await send(file, table ? { table } : {}));
  });
  byId("file").addEventListener("change", async () => {
    if (byId("file").files[0]) await handIn(byId("file").files[0]);
    byId("file").value = ""; // so that the same file, mended, can be chosen again
  });
  byId("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("pasted").value;
    if (text.trim()) handIn(new File([text], `${texts.paste_name}.csv`), { table: byId("paste-table").value });
  });
  take(handIn, trouble);

  // -- other choices, and agreeing -------------------------------------------------------------------------
  const again = (change) => busy(async () => {
    const chosen = { dataset: byId("dataset")?.value.trim() ?? told.dataset, source: byId("source")?.value.trim() ?? "", ...told.chosen, ...change };
    show(await post(`/import/${told.key}?lang=${lang}`, chosen));
  });
  const confirm = async (agreed, button, box) => {
    if (told.removesMuch && !agreed.removing) {
      trouble(new Error(texts.removing_first));
      box.focus();
      return;
    }
    button.disabled = true;
    button.textContent = texts.taking_over;
    try {
      const answer = await fetch(`/import/${told.key}/confirm?lang=${lang}`, {
        method: "POST", credentials: "same-origin", headers: { "content-type": "application/json" }, body: JSON.stringify(agreed),
      });
      const body = await answer.json();
      if (answer.ok) return done(body);
      if (body.preview) {
        show(body.preview);
        throw new Error(texts.stale);
      }
      throw new Error(body.errors?.[0]?.message ?? texts.failed);
    } catch (error) {
      button.disabled = false;
      button.textContent = texts.take_over;
      trouble(error instanceof TypeError ? new Error(texts.away) : error);
    }
  };
  const done = (body) => {
    trouble(null);
    address("");
    const words = fill(texts.taken_over, { new: number(body.counts.new), changed: number(body.counts.changed), gone: number(body.counts.gone) });
    const undo = make("button", texts.undo, { type: "button", id: "undo-import" });
    const told = make("p", words, { id: "preview-title", tabIndex: -1 });
    undo.addEventListener("click", async () => {
      undo.disabled = true;
      try {
        const { change } = await graphql("mutation($revision: Int!) { change: undo(revision: $revision) { revision errors { message } } }", { revision: body.revision });
        if (change.errors.length) throw new Error(change.errors[0].message);
        told.textContent = texts.undone;
        say(texts.undone);
      } catch (error) {
        undo.disabled = false;
        trouble(error);
      }
    });
    const another = make("button", texts.another, { type: "button" });
    another.addEventListener("click", () => {
      byId("preview").hidden = true;
      byId("file").focus();
    });
    byId("preview").replaceChildren(make("div", null, { className: "note good", id: "taken-over" }, told,
      make("p", null, { className: "buttons" }, make("a", texts.to_tables, { className: "button", href: `/tables?lang=${lang}` }), another, undo)));
    told.focus();
    say(words);
  };

  // -- who may -----------------------------------------------------------------------------------------------
  const allow = () => {
    byId("editors-only").hidden = who().role === "editor";
    byId("file").disabled = who().role !== "editor";
  };
  document.addEventListener("ledwerk:who", allow);
  window.ledwerk.signedIn.then(async () => {
    allow();
    if (page.get("table")) {
      byId("paste-table").value = page.get("table");
      byId("template").href += `&table=${encodeURIComponent(page.get("table"))}`;
    }
    if (page.get("key") && who().role === "editor") await busy(async () => show(await asJson(`/import/${page.get("key")}?lang=${lang}`)));
    document.body.dataset.ready = "true";
  });
})();
