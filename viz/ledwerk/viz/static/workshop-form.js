"use strict";
// The dialog in which somebody proposes, or the facilitator changes a proposal before accepting it.
(() => {
  const { make, say, choose, room } = ledwerk;
  let words = {};
  let lists = {};

  // -- fields: each has a box, gives its part of the wish, and can be filled in and focused ------------
  const plain = (name, label, element, properties = {}) => {
    const id = `wish-${name}`;
    Object.assign(element, { id, name, ...properties });
    const box = make("div", null, {}, make("label", label, { htmlFor: id }), element);
    return {
      name, label, box, focus: () => element.focus(),
      wish: () => ({ [name]: element.value.trim() || null }),
      fill: (wish) => { if (wish[name] !== undefined && wish[name] !== null) element.value = wish[name]; },
    };
  };
  const line = (name, label, properties) => plain(name, label, make("input", null, { type: "text", maxLength: 200 }), properties);
  const text = (name, label) => plain(name, label, make("textarea", null, { rows: 2, maxLength: 1000 }));
  const options = (choices, empty) => [
    ...(empty ? [make("option", empty, { value: "" })] : []),
    ...choices.map((one) => make("option", one.label, { value: one.value })),
  ];
  const select = (name, label, choices, empty) => plain(name, label, make("select", null, {}, ...options(choices, empty)));
  const tick = (name, label) => {
    const input = make("input", null, { type: "checkbox", id: `wish-${name}` });
    return {
      name, label, box: make("p", null, { className: "tick" }, input, make("label", label, { htmlFor: input.id })),
      focus: () => input.focus(),
      wish: () => ({ [name]: input.checked ? true : null }),
      fill: (wish) => { input.checked = Boolean(wish[name]); },
    };
  };
  const pick = (name, label, more = {}) => {
    const made = choose({ label, field: name, words, ...more });
    return {
      name, label, box: made.box, made, focus: () => made.input.focus(),
      wish: () => ({ [name]: made.value() }),
      // A text that was typed and not chosen is no choice; the service would not know of it.
      loose: () => (!more.free && made.typed() && !made.value()),
      fill: (wish, names) => { if (wish[name]) made.set({ id: wish[name], name: names.get(wish[name]) || wish[name] }); },
    };
  };

  // -- the three forms ------------------------------------------------------------------------------------
  const party = () => [
    line("name", words.name, { required: true }),
    select("partyKind", words.partyKind, lists.partyKind, words.choose),
    select("helix", words.helix, lists.helix, words.choose),
    tick("sme", words.sme),
    pick("municipality", words.municipality),
    pick("partnerIn", words.partnerIn),
    text("remark", words.remark_optional),
  ];
  const tie = () => {
    const sorts = ["PARTNER_IN", "TENANT_OF", "OWNER_OF", "MEMBER_OF"];
    const relation = select("relation", words.relation, sorts.map((sort) => ({ value: sort, label: words[`relation_${sort}`] })));
    const who = pick("party", words.party, { required: true });
    const other = pick("other", words.other);
    const activity = pick("activity", words.activity, { free: true, help: words.activity_help });
    activity.wish = () => ({ activity: activity.made.value(), activityName: activity.made.text() || null });
    const fill = activity.fill;
    activity.fill = (wish, names) => {
      fill(wish, names);
      if (!wish.activity && wish.activityName) activity.made.input.value = wish.activityName;
    };
    const suit = () => {
      const sort = relation.box.querySelector("select").value;
      activity.box.hidden = sort !== "PARTNER_IN";
      other.made.field = { TENANT_OF: "campus", OWNER_OF: "campus", MEMBER_OF: "whole" }[sort] || "other";
      const label = { TENANT_OF: words.other_campus, OWNER_OF: words.other_campus, MEMBER_OF: words.other_member }[sort] || words.other;
      other.made.caption.textContent = label;
      other.label = label;
    };
    relation.box.querySelector("select").addEventListener("change", suit);
    relation.after = suit;
    return [relation, who, other, activity, text("remark", words.remark_optional)];
  };
  const correction = () => {
    const node = pick("node", words.node, { required: true });
    const property = select("property", words.property, [], words.choose);
    const value = { name: "value", label: words.value, box: make("div"), focus: () => value.box.querySelector("input,select,textarea")?.focus() };
    const chosen = () => {
      const sort = node.made.value()?.split(":")[0] || "";
      return { properties: lists.properties[lists.sorts[sort]] || [], name: property.box.querySelector("select").value };
    };
    const suitValue = () => {
      const known = chosen().properties.find((one) => one.name === chosen().name);
      const element = known?.choices.length ? make("select", null, {}, ...options(known.choices, words.told_empty))
        : make(known && !known.long ? "input" : "textarea", null, { maxLength: 4000 });
      element.id = "wish-value";
      value.box.replaceChildren(make("label", known ? words.value : words.remark, { htmlFor: "wish-value" }), element);
      if (known && !known.choices.length) value.box.append(make("p", known.help, { className: "soft hint" }));
    };
    const suit = () => {
      const before = property.box.querySelector("select").value;
      const list = chosen().properties.map((one) => ({ value: one.name, label: one.label }));
      property.box.querySelector("select").replaceChildren(...options([...list, { value: "", label: words.property_remark }]));
      if (list.some((one) => one.value === before)) property.box.querySelector("select").value = before;
      suitValue();
    };
    node.made.onChange = suit;
    property.box.querySelector("select").addEventListener("change", suitValue);
    value.wish = () => {
      const given = value.box.querySelector("input,select,textarea").value.trim() || null;
      return chosen().name ? { value: given } : { remark: given, property: null };
    };
    value.fill = (wish) => {
      suitValue();
      const field = value.box.querySelector("input,select,textarea");
      if (wish.value ?? wish.remark) field.value = field.tagName === "SELECT" ? String(wish.value).toUpperCase() : wish.value ?? wish.remark;
    };
    node.after = suit;
    return [node, property, value];
  };
  const FORMS = { PARTY: party, TIE: tie, CORRECTION: correction };

  // -- the dialog -------------------------------------------------------------------------------------------
  const dialog = make("dialog", null, { id: "proposal", "aria-labelledby": "proposal-title" });
  const wrong = make("p", null, { className: "wrong", role: "alert", id: "proposal-wrong" });
  let fields = [];
  let kind = "PARTY";
  let edited = null;

  const label = (field) => {
    const names = { activityName: "activity", helix: "helix" };
    return (fields.find((one) => one.name === (names[field] || field)) || {}).label || words[field] || "";
  };
  const fault = (error) => {
    const known = words[`wrong_${error.code}`];
    if (!known) return `${label(error.field)}: ${error.message}`.replace(/^: /, "");
    return known.replace("{field}", label(error.field)).replace(/^: /, "");
  };
  const complain = (error) => {
    wrong.textContent = fault(error);
    const names = { activityName: "activity", existing: "name" };
    fields.find((one) => one.name === (names[error.field] || error.field))?.focus();
  };

  const body = make("div", null, { className: "wish" });
  const sorts = make("div", null, { className: "joined", role: "group" });
  const fill = (wish = {}, nodes = []) => {
    const names = new Map(nodes.map((one) => [one.id, one.name]));
    for (const one of fields) { one.fill?.(wish, names); one.after?.(); }
    const last = fields.find((one) => one.name === "value");
    last?.fill(wish);
  };
  const turn = (next) => {
    kind = next;
    fields = FORMS[next]();
    body.replaceChildren(...fields.map((one) => one.box));
    for (const one of fields) one.after?.();
    for (const button of sorts.children) button.setAttribute("aria-pressed", String(button.dataset.kind === next));
    wrong.textContent = "";
  };
  const wished = () => {
    const wish = Object.assign({}, ...fields.filter((one) => !one.box.hidden).map((one) => one.wish()));
    if (kind === "CORRECTION" && !wish.property) return { kind: "REMARK", node: wish.node, remark: wish.remark };
    return { kind, ...wish };
  };
  const send = async (event) => {
    event.preventDefault();
    const loose = fields.find((one) => !one.box.hidden && one.loose?.());
    if (loose) return complain({ field: loose.name, code: "WRONG_KIND" });
    const { kind: sort, ...wish } = wished();
    const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
    const button = dialog.querySelector("button.first");
    button.disabled = true;
    try {
      const result = edited ? { made: await room.decide(edited.id, true, "", wish) }
        : await room.propose({ kind: sort, ...given });
      if (result.error) wrong.textContent = words.not_taken.replace("{message}", result.error.message);
      else if (result.made?.errors.length) complain(result.made.errors[0]);
      else {
        dialog.close();
        say(result.waits ? words.kept : edited ? words.state_accepted : words.sent);
      }
    } catch (error) { wrong.textContent = error.message; } finally { button.disabled = false; }
    return undefined;
  };

  const begin = (forms) => {
    words = forms.texts;
    lists = { ...forms, sorts: Object.fromEntries(Object.keys(forms.properties).map((name) => [name.toLowerCase(), name])) };
    sorts.setAttribute("aria-label", words.form_which);
    for (const [name, word] of [["TIE", "form_tie"], ["PARTY", "form_party"], ["CORRECTION", "form_correction"]]) {
      const button = make("button", words[word], { type: "button", "aria-pressed": "false" });
      button.dataset.kind = name;
      button.addEventListener("click", () => turn(name));
      sorts.append(button);
    }
    const cancel = make("button", ledwerk.texts.cancel, { type: "button" });
    cancel.addEventListener("click", () => dialog.close());
    const form = make("form", null, { noValidate: true },
      make("h2", words.form_title, { id: "proposal-title" }), sorts, body, wrong,
      make("p", null, { className: "buttons" }, make("button", words.send, { type: "submit", className: "first", id: "proposal-send" }), cancel));
    form.addEventListener("submit", send);
    dialog.append(form);
    document.body.append(dialog);
  };
  // `about` is a node {id, name} that the form begins with; `proposal` one to change.
  const open = ({ sort = "TIE", about = null, proposal = null } = {}) => {
    edited = proposal;
    const asked = proposal ? (proposal.kind === "REMARK" ? "CORRECTION" : proposal.kind) : sort;
    turn(asked);
    sorts.hidden = Boolean(proposal);
    dialog.querySelector("button.first").textContent = proposal ? words.save_accept : words.send;
    dialog.querySelector("h2").textContent = proposal ? words.edit : words.form_title;
    if (proposal) fill(proposal.wish, proposal.nodes);
    else if (about) {
      const name = { TIE: /^(project|programme):/.test(about.id) ? "activity" : "party", PARTY: "partnerIn", CORRECTION: "node" }[asked];
      fill({ [name]: about.id }, [about]);
    }
    dialog.showModal();
    (sorts.hidden ? body.querySelector("input,select,textarea") : sorts.querySelector("[aria-pressed=true]")).focus();
  };
  ledwerk.proposalForm = { begin, open, fault };
})();
