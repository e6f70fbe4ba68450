"use strict";
// Stories: saving a view in one, and changing one. Each change is saved as it is made, and can be undone.
(() => {
  const { byId, make, say, texts, data, post, kept } = window.ledwerk;
  const lang = document.documentElement.lang;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const refused = (error) => (error.status === 401 || error.status === 403 ? texts.read_only : error.message);
  const editor = () => window.ledwerk.who().role === "editor";
  const told = () => { byId("read-only").hidden = editor(); };
  const mark = () => [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");

  // -- the list, and a view that is added -----------------------------------------------------------------
  const list = () => {
    const form = byId("add");
    if (form) {
      const which = byId("which");
      const chosen = () => { byId("new-story").hidden = Boolean(which.value); };
      const last = kept("ledwerk-story");
      if ([...which.options].some((one) => one.value === last)) which.value = last;
      which.addEventListener("change", chosen);
      chosen();
      const mine = mark();
      const wrong = form.querySelector(".wrong");
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const step = { title: byId("step-title").value, text: byId("step-text").value, address: data.adding };
        const story = data.stories.find((one) => one.id === which.value);
        try {
          const made = story
            ? await post(`/stories/${story.id}`, { ...story, steps: [...story.steps, step] }, "PUT")
            : await post("/stories", { title: byId("story-title").value, steps: [step], mark: mine });
          kept("ledwerk-story", made.id);
          location.assign(`/stories/${made.id}/edit?lang=${lang}`);
        } catch (error) { wrong.textContent = refused(error); }
      });
      byId(which.value ? "step-title" : "story-title").focus();
    }
    let gone = null;
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("button.delete");
      if (!button) return;
      const item = button.closest("li");
      try {
        gone = { item, after: item.previousElementSibling, ...await post(`/stories/${item.dataset.id}`, {}, "DELETE") };
        const holder = item.parentElement;
        gone.holder = holder;
        item.remove();
        byId("gone").hidden = false;
        byId("gone").querySelector("span").textContent = filled(texts.deleted, { title: gone.title });
        byId("undo").focus();
      } catch (error) { say(refused(error)); byId("read-only").hidden = false; byId("read-only").textContent = refused(error); }
    });
    byId("undo").addEventListener("click", async () => {
      if (!gone) return;
      try {
        await post(`/stories/${gone.id}/back`, {});
        if (gone.after) gone.after.after(gone.item); else gone.holder.prepend(gone.item);
        gone.item.querySelector("a").focus();
        say(filled(texts.back, { title: gone.title }));
        byId("gone").hidden = true;
        gone = null;
      } catch (error) { say(refused(error)); }
    });
  };

  // -- one story ------------------------------------------------------------------------------------------
  const edit = () => {
    let story = data.story;
    let now = { title: story.title, steps: story.steps }; // as it is on the screen
    const before = []; // as it was, for undo
    let saving = Promise.resolve();
    const state = (text) => { byId("state").textContent = text; };
    const trouble = (text) => { byId("trouble").hidden = !text; byId("trouble").textContent = text; };

    const save = () => {
      const wanted = now;
      state(texts.saving);
      saving = saving.then(async () => {
        if (wanted !== now) return; // a newer one comes after this
        try {
          story = await post(`/stories/${story.id}`, { ...wanted, number: story.number }, "PUT");
          state(texts.saved);
          trouble("");
        } catch (error) {
          state("");
          trouble(error.status === 409 ? texts.conflict : refused(error));
        }
      });
      return saving;
    };
    const change = (next, said) => {
      before.push(now);
      now = next;
      byId("undo").disabled = false;
      if (said) say(said);
      return save();
    };
    const with_ = (place, other) => ({ ...now, steps: now.steps.map((one, i) => (i === place ? { ...one, ...other } : one)) });
    const moved = (place, to) => {
      const steps = [...now.steps];
      steps.splice(to, 0, ...steps.splice(place, 1));
      return { ...now, steps };
    };

    const field = (tag, name, place, rows) => {
      const id = `step-${place}-${name}`;
      const input = make(tag, null, { id, value: now.steps[place][name], maxLength: name === "title" ? 200 : 4000, ...(rows ? { rows } : {}) });
      input.addEventListener("change", () => change(with_(place, { [name]: input.value })));
      return [make("label", texts[`step_${name}`], { htmlFor: id }), input];
    };
    const button = (name, place, act, off) => {
      const made = make("button", texts[name], { type: "button", className: name, "aria-label": `${texts[name]}: ${now.steps[place].title}` });
      made.disabled = off;
      made.addEventListener("click", act);
      return made;
    };
    const focusAt = (place, name) => {
      const item = byId("steps").children[place];
      const wanted = item?.querySelector(`button.${name}:not(:disabled)`) || item?.querySelector("button:not(:disabled)");
      (wanted || byId("undo")).focus();
    };
    const move = (place, to, name) => {
      change(moved(place, to), filled(texts.moved, { n: to + 1, all: now.steps.length }));
      draw();
      focusAt(to, name);
    };
    const item = (step, place) => {
      const there = `${step.address}${step.address && "&"}lang=${lang}`;
      const alt = filled(texts.thumb, { n: place + 1, title: step.title });
      const picture = make("a", null, { href: `/?${there}`, "aria-label": `${texts.look}: ${step.title}` }, make("img", null, { src: `/picture.svg?${there}`, alt, loading: "lazy" }));
      const last = now.steps.length - 1;
      const buttons = make("p", null, { className: "buttons" },
        button("up", place, () => move(place, place - 1, "up"), place === 0),
        button("down", place, () => move(place, place + 1, "down"), place === last),
        button("remove", place, () => {
          change({ ...now, steps: now.steps.filter((_, i) => i !== place) }, texts.removed);
          draw();
          byId("undo").focus();
        }, false));
      return make("li", null, { className: "step" }, picture, make("div", null, {},
        make("h3", filled(texts.step, { n: place + 1 })), ...field("input", "title", place), ...field("textarea", "text", place, 3), buttons));
    };
    const draw = () => {
      byId("title").value = now.title;
      byId("steps").replaceChildren(...now.steps.map(item));
      byId("no-steps").hidden = now.steps.length > 0;
    };
    byId("title").addEventListener("change", () => change({ ...now, title: byId("title").value }));
    byId("undo").addEventListener("click", () => {
      if (!before.length) return;
      now = before.pop();
      byId("undo").disabled = !before.length;
      draw();
      say(texts.undone);
      save();
      (before.length ? byId("undo") : byId("title")).focus();
    });
    const mayChange = () => {
      if (!editor()) return;
      byId("title").disabled = false;
      draw();
    };
    document.addEventListener("ledwerk:who", mayChange);
    window.ledwerk.signedIn.then(mayChange);
  };

  document.addEventListener("ledwerk:who", told);
  window.ledwerk.signedIn.then(told);
  if (data.story) edit(); else list();
  document.body.dataset.ready = "true";
})();
