"use strict";
// A field in which one types a few letters and chooses what is meant: a combobox of the ARIA patterns.
(() => {
  const { make, asJson, say } = ledwerk;
  const lang = document.documentElement.lang;
  let count = 0;

  // `field` is what the service calls what may be chosen. `free` lets a text stand that was not chosen.
  // Gives {label, box, input, value(), text(), set(one), clear(), onChange}.
  const choose = ({ label, field, help, free = false, required = false, words }) => {
    count += 1;
    const id = `choose-${count}`;
    let chosen = null;
    let found = [];
    let at = -1;
    let turn = 0;
    const told = { onChange: () => {} };
    const input = make("input", null, {
      id, type: "text", autocomplete: "off", role: "combobox", "aria-expanded": "false",
      "aria-controls": `${id}-list`, "aria-autocomplete": "list", "aria-describedby": `${id}-help`, maxLength: 200,
    });
    if (required) input.setAttribute("aria-required", "true");
    const list = make("ul", null, { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
    const hint = make("p", help || words.choose_help, { id: `${id}-help`, className: "soft hint" });
    const caption = make("label", label, { htmlFor: id });
    const box = make("div", null, { className: "choose" }, caption, input, list, hint);

    const shut = () => {
      list.hidden = true;
      list.replaceChildren();
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const set = (one) => {
      chosen = one;
      input.value = one ? one.name : "";
      hint.textContent = one ? words.chosen.replace("{name}", one.name) : help || words.choose_help;
      shut();
      told.onChange();
    };
    const light = (next) => {
      at = (next + found.length) % found.length;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
      input.setAttribute("aria-activedescendant", `${id}-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const offer = (names) => {
      found = names;
      at = -1;
      list.replaceChildren(...names.map((one, place) => {
        const item = make("li", null, { id: `${id}-${place}`, role: "option", "aria-selected": "false" },
          make("span", one.name), make("small", ` ${one.alias ? `(${one.alias}) ` : ""}${one.kindLabel}`));
        item.addEventListener("mousedown", (event) => { event.preventDefault(); set(one); });
        return item;
      }));
      list.hidden = !names.length;
      input.setAttribute("aria-expanded", String(Boolean(names.length)));
      say(names.length ? words.found.replace("{count}", names.length) : words.nothing_found);
    };
    const ask = async () => {
      const mine = ++turn;
      const text = input.value.trim();
      if (!text) return offer([]);
      try {
        const answer = await asJson(`/workshop/suggest.json?field=${told.field}&q=${encodeURIComponent(text)}&lang=${lang}`);
        if (mine === turn && document.activeElement === input) offer(answer.found);
      } catch { shut(); }
      return undefined;
    };
    let pause = 0;
    input.addEventListener("input", () => {
      chosen = null;
      hint.textContent = help || words.choose_help;
      told.onChange();
      clearTimeout(pause);
      pause = setTimeout(ask, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else light(at + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        event.preventDefault();
        set(found[at]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        shut();
      }
    });
    input.addEventListener("blur", () => setTimeout(() => {
      // Whoever typed a whole name need not choose it as well.
      const same = found.find((one) => one.name.toLowerCase() === input.value.trim().toLowerCase());
      if (!chosen && same) set(same);
      else shut();
    }, 120));

    Object.assign(told, {
      label, box, input, caption, field, set,
      value: () => chosen?.id ?? null,
      text: () => (chosen || !free ? "" : input.value.trim()),
      typed: () => input.value.trim(),
    });
    return told;
  };
  ledwerk.choose = choose;
})();
