"use strict";
// A workshop as this screen knows it: asked once, then followed line by line. What is decided or proposed
// goes through here; `ledwerk:room` is sent on the document after each change of it.
(() => {
  const { graphql, follow, kept, onLink, who } = ledwerk;
  const lang = document.documentElement.lang === "en" ? "EN" : "NL";
  const PROPOSAL = `id kind state summary by mine at why decidedBy decidedAt revision message
    nodes { id name kind } alike { id name kind same }
    wish { name helix partyKind sme municipality partnerIn party other relation activity activityName
      activityKind node property value remark existing }`;
  const LINE = `number at actor event summary address revision proposal { ${PROPOSAL} }`;
  const CHANGE = `{ revision errors { field code message } proposal { ${PROPOSAL} } }`;
  const ASK = `query($language: Language) { workshop(language: $language) { id name me started code number
    screen revision participants { name } proposals { ${PROPOSAL} } log { ${LINE} } } }`;

  const room = { session: null, proposals: new Map(), people: [], log: [], number: 0, screen: null, ended: false };
  const told = (detail) => document.dispatchEvent(new CustomEvent("ledwerk:room", { detail }));

  const take = (line) => {
    if (line.number <= room.number) return;
    room.number = line.number;
    room.log.push(line);
    if (line.proposal) room.proposals.set(line.proposal.id, line.proposal);
    if (line.event === "JOINED") room.people.push(line.actor);
    if (line.event === "SCREEN") room.screen = line.address;
    if (line.event === "ENDED") room.ended = true;
    told({ line });
  };

  // Begins; gives whether somebody is in a workshop.
  const enter = async () => {
    const { workshop } = await graphql(ASK, { language: lang });
    if (!workshop) return false;
    Object.assign(room, {
      session: workshop, number: workshop.number, screen: workshop.screen, log: workshop.log,
      people: workshop.participants.map((one) => one.name),
      proposals: new Map(workshop.proposals.map((one) => [one.id, one])),
    });
    const stop = follow(
      `subscription($since: Int, $language: Language) {
        workshopChanged(since: $since, language: $language) { ${LINE} } }`,
      () => ({ since: room.number, language: lang }),
      ({ workshopChanged }) => {
        take(workshopChanged);
        if (room.ended) stop();
      },
    );
    told({});
    return true;
  };

  const change = async (field, declared, given, variables) => {
    const text = `mutation(${declared}) { ${field}(${given}, language: ${lang}) ${CHANGE} }`;
    const made = (await graphql(text, variables))[field];
    if (made.proposal && !room.proposals.has(made.proposal.id)) room.proposals.set(made.proposal.id, made.proposal);
    told({ made });
    return made;
  };
  const acts = {
    propose: (input) => change("propose", "$input: ProposalInput!", "input: $input", { input }),
    withdraw: (proposal) => change("withdrawProposal", "$proposal: ID!", "proposal: $proposal", { proposal }),
    decide: (proposal, accept, why = "", changes = null) => change(
      "decide", "$proposal: ID!, $accept: Boolean!, $why: String, $changes: ProposalChanges",
      "proposal: $proposal, accept: $accept, why: $why, changes: $changes", { proposal, accept, why, changes },
    ),
    undo: (proposal) => change("undoProposal", "$proposal: ID!", "proposal: $proposal", { proposal }),
    show: (address) => graphql(
      "mutation($address: String!) { showScreen(address: $address) { errors { message } } }", { address },
    ),
    end: () => graphql("mutation { endWorkshop { errors { message } } }"),
  };

  // -- proposals that are not sent yet: kept on this device until the service has said that it has them --
  const shelf = () => `ledwerk-proposals-${room.session?.id}`;
  const unsent = () => { try { return JSON.parse(kept(shelf()) || "[]"); } catch { return []; } };
  const keep = (list) => kept(shelf(), JSON.stringify(list));
  const ident = () => (crypto.randomUUID ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""));
  let sending = null;
  let again = 0;
  // Sends what is kept, one by one. An answer takes it off the shelf, whichever it is; no answer does not.
  const sendAll = async () => {
    let result = null;
    for (const input of unsent()) {
      try {
        result = { input, made: await acts.propose(input) };
      } catch (error) {
        if (error.status === 401 || error.status === 403) result = { input, error };
        else {
          clearTimeout(again);
          again = setTimeout(send, 2000);
          return { input, waits: true };
        }
      }
      keep(unsent().filter((one) => one.id !== input.id));
      told({ sent: result });
    }
    return result;
  };
  const send = () => {
    sending = (sending || Promise.resolve()).catch(() => null).then(sendAll);
    return sending;
  };
  // Proposes; gives {made} with the service's answer, or {waits} where it could not be reached.
  const propose = async (wish) => {
    const input = { id: ident(), ...wish };
    keep([...unsent(), input]);
    told({});
    const result = await send();
    return result?.input.id === input.id ? result : { waits: true };
  };
  onLink((there) => { if (there && room.session && !room.ended) send(); });

  ledwerk.room = { ...acts, propose, unsent, send, enter, state: room, lead: () => who().role === "editor" };
})();
