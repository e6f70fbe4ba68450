"use strict";
// Plays a story on the network page: a bar with title and text, buttons, and the arrow keys. Without a
// story in the page's data it does nothing.
(() => {
  const { data, byId, make, view } = ledwerk;
  const story = data.story;
  if (!story || !story.steps.length) return;
  const words = story.words;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const all = story.steps.length;
  const inFile = data.mode === "file";
  let at = -1;

  const counted = make("span", "", { className: "story-at" });
  const title = make("h2", "");
  const text = make("p", "", { className: "story-text" });
  const previous = make("button", words.previous, { type: "button", id: "story-previous" });
  const next = make("button", words.next, { type: "button", id: "story-next", className: "first" });
  const leave = make("button", words.leave, { type: "button", id: "story-leave" });
  const told = make("div", null, { className: "story-told", "aria-live": "polite", "aria-atomic": "true" }, title, text);
  const buttons = make("div", null, { className: "buttons", title: words.keys }, previous, counted, next, leave);
  const bar = make("section", null, { className: "story", "aria-label": `${words.playing}: ${story.title}` },
    make("p", story.title, { className: "story-name" }), told, buttons);
  const resume = make("button", words.resume, { type: "button", id: "story-resume", hidden: true });
  byId("story-bar").replaceChildren(bar, resume);
  document.title = `${story.title} – ledwerk`;

  const show = async (wanted) => {
    const place = Math.min(Math.max(wanted, 0), all - 1);
    if (place === at) return;
    at = place;
    const step = story.steps[at];
    title.replaceChildren(make("span", `${filled(words.at_said, { n: at + 1, all })}: `, { className: "unseen" }), step.title);
    text.textContent = step.text;
    text.hidden = !step.text;
    counted.textContent = filled(words.at, { n: at + 1, all });
    // A button that is disabled would lose the focus, so it only says that it does nothing.
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === all - 1));
    const mine = at;
    await view.show(step.address, { quiet: true }); // the page says so where it cannot be shown
    if (mine !== at) return;
    if (!inFile) {
      const there = new URLSearchParams(location.search);
      there.set("step", String(at + 1));
      history.replaceState(history.state, "", `?${there}`);
    }
  };
  const playing = () => !bar.hidden;
  const stop = () => {
    if (inFile) {
      bar.hidden = true;
      resume.hidden = false;
      resume.focus();
      dispatchEvent(new Event("resize"));
      return;
    }
    const lang = document.documentElement.lang;
    const address = view.address();
    location.assign(`/?${address}${address && "&"}lang=${lang}`);
  };
  previous.addEventListener("click", () => show(at - 1));
  next.addEventListener("click", () => show(at + 1));
  leave.addEventListener("click", stop);
  resume.addEventListener("click", () => {
    bar.hidden = false;
    resume.hidden = true;
    next.focus();
    const here = at;
    at = -1;
    show(here);
    dispatchEvent(new Event("resize"));
  });

  const TURNS = { ArrowLeft: () => at - 1, ArrowRight: () => at + 1, Home: () => 0, End: () => all - 1 };
  const writing = (target) => target.closest?.("input, textarea, select, [contenteditable], [role=listbox], dialog");
  // Who walks the picture by keyboard keeps the arrows for that; after a click in it they turn pages.
  const walking = (target) => target.id === "network" && target.matches(":focus-visible");
  document.addEventListener("keydown", (event) => {
    if (!playing() || !TURNS[event.key] || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (writing(event.target) || walking(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopPropagation();
    show(TURNS[event.key]());
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !playing()) return;
    if (writing(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    stop();
  });

  ledwerk.story = { show, at: () => at };
  ledwerk.begun.then(() => show(story.at || 0)).then(() => { document.body.dataset.story = "true"; });
})();
