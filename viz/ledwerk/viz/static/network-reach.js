"use strict";
// Steps from party to party, as the service counts them: who takes part in the same project or programme, also
// through a group, or is a campus' tenant or owner, is one step away. For a file, which has no service to ask.
(() => {
  const ACTIVITIES = ["Project", "Programme"];
  const add = (map, key, value) => map.set(key, (map.get(key) || new Set()).add(value));
  // All that can be reached over a map, from what it is begun with.
  const closed = (map, start) => {
    const found = new Set(start);
    for (const one of found) for (const other of map.get(one) || []) found.add(other);
    return found;
  };
  const over = (map, ids) => new Set([...ids].flatMap((id) => [...(map.get(id) || [])]));

  // What a drawing says: who takes part in what, who is in which group, what is part of what.
  const read = ({ nodes, edges }) => {
    const kind = new Map(nodes.map((node) => [node.id, node.kind]));
    const active = (id) => ACTIVITIES.includes(kind.get(id));
    const made = { active, meets: new Map(), takers: new Map(), members: new Map(), groups: new Map(), ties: new Map(), parts: new Map() };
    for (const { from, to, gap } of edges) {
      if (gap) continue;
      if (active(from)) add(made.parts, to, from);
      else if (active(to)) { add(made.meets, from, to); add(made.takers, to, from); }
      else if (kind.get(to) === "Group") { add(made.members, to, from); add(made.groups, from, to); }
      else { add(made.ties, from, to); add(made.ties, to, from); }
    }
    return made;
  };
  // A group with members is they; it is not by itself.
  const people = (told, ids) => new Set([...closed(told.members, ids)].filter((id) => !told.members.has(id)));
  const meetings = (told, ids) => over(told.meets, closed(told.groups, ids));

  const begun = (told, focus) => {
    if (told.active(focus)) {
      const met = closed(told.parts, [focus]);
      return { parties: people(told, over(told.takers, met)), met, away: 1 };
    }
    if (told.members.has(focus)) {
      const met = over(told.meets, [focus]);
      return { parties: people(told, [focus, ...over(told.takers, met)]), met, away: 1 };
    }
    return { parties: new Set([focus]), met: new Set(), away: 0 };
  };

  // The ids of everything within so many steps of a mark.
  const around = (drawing, focus, steps) => {
    const told = read(drawing);
    const { parties, met, away } = begun(told, focus);
    const shown = new Set(parties);
    const activities = new Set(met);
    let last = parties;
    for (let step = away; step < steps; step += 1) {
      const next = meetings(told, last);
      for (const one of next) activities.add(one);
      const reached = new Set([...people(told, over(told.takers, next)), ...people(told, over(told.ties, last))]);
      last = new Set([...reached].filter((id) => !shown.has(id)));
      for (const one of last) shown.add(one);
    }
    // The groups through which somebody shown takes part in what is shown.
    const partners = closed(told.members, over(told.takers, activities));
    const groups = [...told.members.keys()].filter((id) => partners.has(id) && [...people(told, [id])].some((one) => shown.has(one)));
    return new Set([focus, ...shown, ...activities, ...groups]);
  };

  ledwerk.reach = { around };
})();
